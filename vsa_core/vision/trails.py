"""The end of a slice: pieces are joined, smoothed, named by vote, and noise is left out.

Indexing is offline, so a tracker may look into the future of its own slice.
No point is added: what lies between two points is interpolated when shown.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.ports import Trail
from vsa_core.vision.pieces import Piece, SliceClock
from vsa_core.vision.smoothing import smoothed
from vsa_core.vision.stitch import Stitching, stitched
from vsa_core.vision.voting import voted


@dataclass(frozen=True, slots=True)
class Noise:
    """What is too little to be a trail.

    A trail has at least `points` points, or as many as fit in `seconds` at the
    slice's own sampling if that is fewer (one suffices where frames are farther
    apart than that), and its best score is at least `score`. It lasts at least
    `seconds` (each point standing for one interval), or else moves by at least
    `sizes` (square root of its box's area). A trail at the slice's first or
    last frame may go on beyond it: it needs only the score.
    """

    points: int = 3
    seconds: float = 0.5
    sizes: float = 0.3
    score: float = 0.3

    def fewest(self, interval: float) -> int:
        """Points that a trail needs when frames are `interval` seconds apart."""
        if interval <= 0:
            return self.points
        return max(1, min(self.points, int(self.seconds / interval) + 1))


@dataclass(frozen=True, slots=True)
class Finish:
    """How a slice's pieces become trails; `smoothing` is a deviation in seconds, 0 for none."""

    stitching: Stitching = field(default_factory=Stitching)
    noise: Noise = field(default_factory=Noise)
    smoothing: float = 0.2


def finished(pieces: Sequence[Piece], clock: SliceClock, how: Finish) -> list[Trail]:
    """The trails of a slice, in order of number."""
    interval = clock.interval
    lone = how.noise.fewest(interval) > 1  # then one sighting by itself links nothing to nothing
    linkable = [piece for piece in pieces if len(piece) > 1 or not lone or _at_cut(piece, clock)]
    whole = stitched(linkable, clock, how.stitching)
    kept = [piece for piece in whole if _kept(piece, clock, how.noise, interval)]
    if not kept:
        return []
    boxes = _smoothed(kept, clock, how.smoothing)
    return [
        Trail(piece.number, voted(piece.kinds, piece.scores), piece.at, box, piece.scores)
        for piece, box in zip(kept, boxes, strict=True)
    ]


def _smoothed(
    pieces: Sequence[Piece], clock: SliceClock, width: float
) -> list[NDArray[np.float32]]:
    lengths = [len(piece) for piece in pieces]
    owner = np.repeat(np.arange(len(pieces), dtype=np.int64), lengths)
    seconds = clock.seconds(np.concatenate([piece.at for piece in pieces]))
    boxes = smoothed(np.concatenate([piece.boxes for piece in pieces]), seconds, owner, width)
    return np.split(boxes, np.cumsum(lengths)[:-1])


def _kept(piece: Piece, clock: SliceClock, noise: Noise, interval: float) -> bool:
    if float(piece.scores.max()) < noise.score:
        return False
    if _at_cut(piece, clock):
        return True
    if len(piece) < noise.fewest(interval):
        return False
    lasted = float((int(piece.at[-1]) - int(piece.at[0])) * clock.time_base)
    return lasted + interval >= noise.seconds or _moved(piece) >= noise.sizes


def _at_cut(piece: Piece, clock: SliceClock) -> bool:
    return int(piece.at[0]) == clock.instants[0] or int(piece.at[-1]) == clock.instants[-1]


def _moved(piece: Piece) -> float:
    """How far the centre goes from one extreme to the other, in sizes of the box."""
    boxes = piece.boxes.astype(np.float64)
    centres = (boxes[:, :2] + boxes[:, 2:]) / 2
    area = float(np.median((boxes[:, 2:] - boxes[:, :2]).prod(axis=1)))
    extent = centres.max(axis=0) - centres.min(axis=0)
    return float(np.hypot(extent[0], extent[1])) / math.sqrt(max(area, 1.0))
