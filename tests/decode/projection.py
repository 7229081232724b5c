"""How the tests of decoding admit a film and look at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.films import number_in
from vsa_core.decode.pyav import PyavSource, open_footage
from vsa_core.decode.walk import walk
from vsa_core.domain.footage import Footage, Gap, PacketIndex, Stream
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Frame
from vsa_core.intake.admit import admit

NEVER_SHOWN = int(np.iinfo(np.int64).min)


@dataclass(frozen=True, slots=True)
class Seat:
    """An admitted film, opened: its footage, its packets, its source, its sorted times."""

    footage: Footage
    packets: PacketIndex
    source: PyavSource
    times: list[int]

    @property
    def stream(self) -> Stream:
        """The stream, which is there."""
        assert self.footage.stream is not None
        return self.footage.stream

    def on_show(self, pts: int) -> int:
        """The position of the picture on show at `pts`, from the index alone."""
        return max(0, int(np.searchsorted(self.times, pts, side="right")) - 1)


@contextmanager
def seated(path: Path, threads: int = 1) -> Iterator[Seat]:
    """Admit the film at `path` and open it."""
    admitted = admit(path, camera="c1", exhibit="1", clock=None, walker=walk)
    packets = admitted.packets
    shown = packets.pts[packets.pts != NEVER_SHOWN]
    source = open_footage(admitted.footage, packets, threads=threads)
    try:
        yield Seat(admitted.footage, packets, source, sorted(shown.tolist()))
    finally:
        source.close()


def seen(
    source: PyavSource, span: Span | None = None, keys_only: bool = False
) -> tuple[list[Frame], list[Gap]]:
    """Everything that a reading gives, frames and gaps apart."""
    items = list(source.frames(span, keys_only))
    frames = [item for item in items if not isinstance(item, Gap)]
    return frames, [item for item in items if isinstance(item, Gap)]


def number(frame: Frame) -> int:
    """The number that a frame's picture carries."""
    return number_in(frame.luma(160))
