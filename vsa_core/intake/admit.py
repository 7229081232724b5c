"""A path becomes Footage: opened, hashed, walked and judged; verified again on demand."""

from collections.abc import Callable
from dataclasses import dataclass
from os import fspath
from pathlib import Path
from typing import BinaryIO

import numpy as np

from vsa_core.domain.footage import Footage, PacketIndex
from vsa_core.domain.moment import MICROSECONDS, ClockClaim
from vsa_core.domain.ports import Clock, Walker
from vsa_core.errors import Tampered, Unreadable
from vsa_core.intake.hashing import Hashed, hash_file
from vsa_core.intake.opening import (
    fingerprint,
    left_to_settle,
    open_source,
    refuse_if_changed,
    visible_name,
)
from vsa_core.intake.probe import Judged, judge, without_pictures

MEDIUM_FAILS = "SRC-026"
NOT_AS_ADMITTED = "SRC-009"

SETTLE = 2 * MICROSECONDS
"""How long a file must have been left alone: recorders write at least once a second."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """One admitted file: its footage, its packets (none when it gives no picture), block digests.

    blocks: SHA-256 (hex) of each 64 MiB of the file, in order.
    """

    footage: Footage
    packets: PacketIndex
    blocks: tuple[str, ...]


def admit(
    path: str | Path,
    *,
    camera: str,
    exhibit: str,
    clock: ClockClaim | None,
    walker: Walker,
    rest: Callable[[BinaryIO], None] = lambda file: None,
) -> Admitted:
    """Admit a regular, closed file, whatever it holds: what gives no picture becomes coverage.

    `rest` waits, before the last look, for a file that was modified a moment
    ago: one that still grows is refused. Footage.path is kept as the system spelt it (bytes that
    are not UTF-8 as surrogates), Footage.name is valid Unicode. Raises Refused
    (SRC-001 to SRC-004, SRC-008) for what is not a closed file, and
    Unreadable (SRC-005, SRC-026) when its bytes cannot be read to the end.
    """
    name = visible_name(path)
    with open_source(path) as file:
        before = fingerprint(file)
        hashed = _hashed(file, name)
        judged, packets = _looked_into(file, name, walker)
        rest(file)
        refuse_if_changed(before, file, path, name)
    footage = Footage(
        digest=hashed.digest,
        name=name,
        path=fspath(path),
        size=hashed.size,
        camera=camera,
        exhibit=exhibit,
        clock=clock,
        state=judged.state,
        reason=judged.reason,
        stream=judged.stream,
        gaps=judged.gaps,
    )
    return Admitted(footage, packets, hashed.blocks)


def resting(clock: Clock, pause: Callable[[float], None]) -> Callable[[BinaryIO], None]:
    """What waits until a file has not been modified for SETTLE; `pause` sleeps so many seconds."""

    def rest(file: BinaryIO) -> None:
        left = left_to_settle(file, clock.now(), SETTLE)
        if left:
            pause(left / MICROSECONDS)

    return rest


def verify(footage: Footage, file: BinaryIO, tell: Callable[[], None] | None = None) -> None:
    """Read the whole of `file` again; Tampered (SRC-009) unless it is what was admitted.

    `tell` is called every few milliseconds; what it raises ends the reading.
    """
    hashed = _hashed(file, footage.name, tell)
    if (hashed.digest, hashed.size) != (footage.digest, footage.size):
        raise Tampered(NOT_AS_ADMITTED, name=footage.name)


def _hashed(file: BinaryIO, name: str, tell: Callable[[], None] | None = None) -> Hashed:
    try:
        return hash_file(file, tell)
    except OSError as error:
        raise Unreadable(MEDIUM_FAILS, name=name) from error


def _looked_into(file: BinaryIO, name: str, walker: Walker) -> tuple[Judged, PacketIndex]:
    """What the packets tell; a file that cannot be walked is judged by the reason given."""
    try:
        walked = walker(file, name)
    except Unreadable as error:
        return without_pictures(error.code), no_packets()
    judged = judge(walked)
    return judged, walked.packets if judged.stream is not None else no_packets()


def no_packets() -> PacketIndex:
    """The index of a file without a picture stream."""
    none = np.zeros(0, np.int64)
    return PacketIndex(none, none, none, np.zeros(0, np.bool_), none, none)
