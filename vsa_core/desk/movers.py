"""What moves in the pictures of one open file, against the empty scene that some of them show."""

from collections.abc import Callable, Sequence
from contextlib import suppress

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.footage import PacketIndex
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Frame, FrameSource, Motion, Picture
from vsa_core.errors import Unreadable
from vsa_core.legal.unexplained import Regions

WIDTH = 320
"""Width of the luma picture on which movement is judged, in pixels."""

KEYS = 16
"""Key pictures from which a scene is learnt, at most: each decodes alone."""

FEW = 5
"""With fewer keys than this, so many pictures are taken, wherever they lie: they cost more."""


class Movers:
    """Tells what moves in pictures of one file; learnt when first asked, from what was looked at.

    What the pictures before and after show is enough to tell what stands
    still; somebody who never moves in any of them is not told.
    """

    def __init__(self, motion: Callable[[], Motion], packets: PacketIndex) -> None:
        self._make = motion
        self._packets = packets
        self._motion: Motion | None = None

    def regions(self, frame: Frame, source: FrameSource, looked: Sequence[Span]) -> Regions:
        """(n, 4) boxes of what moves in the frame, from 0 to 1 of the picture.

        source: the file, open; looked: the pts spans in which somebody looked
        closely, of which alone pictures are taken.
        """
        if self._motion is None:
            self._motion = self._make()
            self._motion.prepare(_learnt(source, spread(self._packets, looked)))
        return self._motion.regions(frame.luma(WIDTH))


def spread(packets: PacketIndex, looked: Sequence[Span]) -> list[int]:
    """pts of the pictures to learn from, evenly spread: keys where there are enough."""
    keys = _within(packets.pts[packets.key], looked)
    if len(keys) >= FEW:
        return _evenly(keys, KEYS)
    return _evenly(_within(packets.pts, looked), FEW)


def _learnt(source: FrameSource, chosen: Sequence[int]) -> list[Picture]:
    pictures = []
    for pts in chosen:
        with suppress(Unreadable):  # a lost picture teaches nothing
            pictures.append(source.at(pts).luma(WIDTH))
    return pictures


def _within(pts: NDArray[np.int64], looked: Sequence[Span]) -> NDArray[np.int64]:
    inside = np.zeros(len(pts), np.bool_)
    for span in looked:
        inside |= (pts >= span.start) & (pts < span.end)
    return np.unique(pts[inside])


def _evenly(pts: NDArray[np.int64], most: int) -> list[int]:
    count = min(most, len(pts))
    return [int(pts[(2 * n + 1) * len(pts) // (2 * count)]) for n in range(count)]
