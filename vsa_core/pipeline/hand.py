"""One process that looks, as the program sees it: started, given orders, heard, and ended."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence

from vsa_core.pipeline.crew import Order
from vsa_core.pipeline.envelope import Frames, Message, framed
from vsa_core.pipeline.post import TICK
from vsa_core.pipeline.wire import order_bytes

STARTING = 300.0
SILENCE = 300.0
"""Seconds without a word after which a process is taken for stuck: before it is ready, and after
(a network may be converted meanwhile)."""

BEAT = 0.25
"""Seconds between two ticks that keep a process at work."""

FAREWELL = 5.0
"""Seconds that a process has to end by itself once it is told nothing more."""

_CHUNK = 2**18
_READINGS = 64
"""Chunks that are read of one process before the others are heard."""


class Hand:
    """A child of ours and its two pipes; nothing here ever waits for it but `end`.

    `order` is what it looks at. `ready`: it has said with what it sees.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        greeting: bytes,
        handles: Sequence[int] = (),
    ) -> None:
        """Start it; `greeting` is the first message it gets, `handles` open files that it shares.

        Raises OSError.
        """
        self._child = subprocess.Popen(  # noqa: S603  # our own program, by its own interpreter
            [*command, str(os.getpid())],
            env=dict(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # nobody reads what a hostile film made it say
            pass_fds=tuple(handles),
        )
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        self.into, self.out = self._child.stdin.fileno(), self._child.stdout.fileno()
        for handle in (self.into, self.out):
            os.set_blocking(handle, False)
        self.order: Order | None = None
        self.ready = False
        self._frames = Frames()
        self._leaving = bytearray(framed(greeting))
        self._silent = 0.0
        self._beaten = self._seen = time.monotonic()

    @property
    def number(self) -> int:
        """The process's number."""
        return self._child.pid

    @property
    def status(self) -> int | None:
        """How it ended, as the system counts; None while it goes on."""
        return self._child.poll()

    @property
    def writes(self) -> bool:
        """Whether something still has to leave for it."""
        return bool(self._leaving)

    def give(self, order: Order) -> None:
        """Have it look at a slice, once it is ready."""
        self.order = order
        self._leaving += framed(order_bytes(order))
        self._silent = 0.0

    def push(self) -> None:
        """Let leave what its pipe takes now."""
        try:
            while self._leaving:
                del self._leaving[: os.write(self.into, self._leaving[:_CHUNK])]
        except BlockingIOError:
            return
        except BrokenPipeError:
            self._leaving.clear()  # reading will say that it has ended

    def beat(self) -> bool:
        """Keep it at work; False when it has been silent for so long that it is stuck.

        The time in which nobody called this, for the program held, is not
        counted against it.
        """
        now = time.monotonic()
        self._silent += min(now - self._seen, 1.0)
        self._seen = now
        if now - self._beaten > BEAT:
            self._beaten = now
            if not self._leaving:
                self._leaving += framed(TICK)
        self.push()
        return self._silent < (SILENCE if self.ready else STARTING)

    def hear(self) -> list[Message]:
        """What it said since; EOFError when it has ended, Malformed when it makes no sense."""
        messages: list[bytes] = []
        for _ in range(_READINGS):
            try:
                data = os.read(self.out, _CHUNK)
            except BlockingIOError:
                break
            if not data:
                if not messages:
                    raise EOFError
                break
            self._silent = 0.0
            messages += self._frames.take(data)
        return [Message(data) for data in messages]

    def end(self, kindly: bool = False) -> None:
        """End it and bury it: at once, or when it has seen that nothing more comes."""
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                pipe.close()
        if kindly:
            try:
                self._child.wait(FAREWELL)
                return
            except subprocess.TimeoutExpired:
                pass
        self._child.kill()
        self._child.wait()
