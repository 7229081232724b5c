"""Where a process that looks lays a picture for the one that runs the network: shared memory.

Beside it two pipes: through one goes the number of the picture and its shape,
through the other that of what the network says. Linux only (memfd_create(2)).
"""

import fcntl
import mmap
import os
import secrets
import select
import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.ports import Picture
from vsa_core.pipeline.envelope import Fields

ANSWER = 120.0
"""Seconds after which an unanswered question is given up: a network is read and tried in less."""

MOST_CLASSES, MOST_SIDE = 10_000, 8192

_ASKED = struct.Struct("<QII")
"""Number, height and width; less than PIPE_BUF, so that it comes whole or not at all (pipe(7))."""

_SAID = struct.Struct("<QII")
"""Number, rows and columns."""

_FLOAT = 4

Floats = NDArray[np.float32]


class CardLost(Exception):
    """Whoever runs the network has ended, or does not answer."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a berth holds: a picture of at most `side` × `side`, and what is said of it.

    floats: numbers of four bytes, at most.
    """

    side: int
    floats: int

    @property
    def pixels(self) -> int:
        """Bytes of the largest picture."""
        return self.side * self.side * 3

    @property
    def size(self) -> int:
        """Bytes of all."""
        return self.pixels + self.floats * _FLOAT


def room_for(side: int, classes: int) -> Room:
    """Room for a network of that longer side and so many classes.

    A network says 4 + classes numbers of each place; places lie 8, 16 and 32
    pixels apart, together a forty-eighth of the pixels. A third more is let through.
    """
    return Room(side, max(6, 4 + classes) * (side * side // 36 + 1))


@dataclass(frozen=True, slots=True)
class Ends:
    """The three open files by which one end reaches a berth; `hears` and `speaks` are pipes."""

    memory: int
    hears: int
    speaks: int

    @property
    def handles(self) -> tuple[int, int, int]:
        """All three."""
        return self.memory, self.hears, self.speaks

    def fields(self) -> dict[str, object]:
        """As plain values, for the process that is given them."""
        return {"memory": self.memory, "hears": self.hears, "speaks": self.speaks}

    def close(self) -> None:
        """Let go of them."""
        for handle in self.handles:
            os.close(handle)


def ends_from(fields: Fields) -> Ends:
    """The inverse of `Ends.fields`; Malformed for anything else."""
    return Ends(*(fields.whole(name, 3, 2**20) for name in ("memory", "hears", "speaks")))


def room_from(fields: Fields) -> Room:
    """Of the fields `side` and `classes`; Malformed for anything else."""
    return room_for(fields.whole("side", 32, MOST_SIDE), fields.whole("classes", 1, MOST_CLASSES))


def moored(room: Room) -> tuple[Ends, Ends]:
    """A new berth: the end of who looks, and that of who runs the network.

    Its size is for good (memfd_create(2), sealing): memory that shrinks under
    the one who runs the network would kill it.
    """
    memory = os.memfd_create("relecture-berth", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.ftruncate(memory, room.size)
    fixed = fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL
    fcntl.fcntl(memory, fcntl.F_ADD_SEALS, fixed)
    asked, asks = os.pipe()
    hears, says = os.pipe()
    return Ends(memory, hears, asks), Ends(os.dup(memory), asked, says)


class Asker:
    """The end of who looks; one picture at a time."""

    def __init__(self, ends: Ends, room: Room) -> None:
        self._ends, self._room = ends, room
        self._memory = mmap.mmap(ends.memory, room.size)
        self._number = secrets.randbits(62)  # unlike those of who had this berth before
        self._answers = select.poll()
        self._answers.register(ends.hears, select.POLLIN)

    def __call__(self, canvas: Picture) -> Floats:
        """What the network says of a (height, width, 3) BGR input: (1, r, c). Raises CardLost."""
        height, width, _ = canvas.shape
        self._number += 1
        self._memory[: canvas.nbytes] = canvas.tobytes()
        try:
            os.write(self._ends.speaks, _ASKED.pack(self._number, height, width))
        except BrokenPipeError as gone:
            raise CardLost from gone
        rows, columns = self._answered()
        count = rows * columns
        if not 0 < count <= self._room.floats:
            raise CardLost
        said = np.frombuffer(self._memory, np.float32, count, self._room.pixels)
        return said.reshape(1, rows, columns).copy()

    def _answered(self) -> tuple[int, int]:
        """The shape of the answer to the last question; what was said to others is passed over."""
        while True:
            if not self._answers.poll(ANSWER * 1000):
                raise CardLost
            data = os.read(self._ends.hears, _SAID.size)
            if len(data) != _SAID.size:
                raise CardLost
            number, rows, columns = _SAID.unpack(data)
            if number == self._number:
                return rows, columns


@dataclass(frozen=True, slots=True)
class Asked:
    """A picture that lies in a berth: the asker's number, and its shape."""

    number: int
    height: int
    width: int


class Answerer:
    """The end of who runs the network; it believes nothing that comes through it."""

    def __init__(self, ends: Ends, room: Room) -> None:
        self._ends, self._room = ends, room
        self._memory = mmap.mmap(ends.memory, room.size)
        os.set_blocking(ends.speaks, False)

    @property
    def hears(self) -> int:
        """The open file from which questions come."""
        return self._ends.hears

    def asked(self) -> Asked | None:
        """The question that came; None when it makes no sense, or nobody is left to ask."""
        data = os.read(self._ends.hears, _ASKED.size)
        if len(data) != _ASKED.size:
            return None
        asked = Asked(*_ASKED.unpack(data))
        sound = 0 < asked.height <= self._room.side and 0 < asked.width <= self._room.side
        return asked if sound else None

    def canvas(self, asked: Asked) -> Picture:
        """The picture as it lies there now, copied."""
        count = asked.height * asked.width * 3
        flat = np.frombuffer(self._memory, np.uint8, count)
        return flat.reshape(asked.height, asked.width, 3).copy()

    def answer(self, asked: Asked, said: Floats) -> None:
        """Lay down what the network says, (r, c), and tell so; nothing when it has no room there.

        An asker that does not listen is not waited for.
        """
        rows, columns = said.shape if said.size <= self._room.floats else (0, 0)
        data = said[:rows].tobytes()
        self._memory[self._room.pixels : self._room.pixels + len(data)] = data
        try:
            os.write(self._ends.speaks, _SAID.pack(asked.number, rows, columns))
        except (BlockingIOError, BrokenPipeError):
            return
