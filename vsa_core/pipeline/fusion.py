"""Named objects and moving regions become the sightings of a frame: nothing that moves is lost."""

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.objects import UNNAMED
from vsa_core.domain.track import Sightings

EXPLAINED = 0.5
"""A moving region is explained when this share of it lies in named boxes."""

CONFIRMED = 0.3
"""A box without a sensible name counts when this share of it lies in moving regions."""

MOVER_SCORE = 0.6
"""Score given to a moving region: enough to open a track, less than a sure name."""

Boxes = NDArray[np.float32]


def fuse(found: Sightings, moving: Boxes) -> Sightings:
    """Sightings of one frame: named boxes, confirmed unnamed boxes, unexplained movers.

    `found` in pixels of the upright picture, `moving` (n, 4) in the same
    pixels. What the detector gives a senseless name (it calls a car seen from
    above a phone) is kept, unnamed, only where something moves.
    """
    named = found.only(found.kinds != UNNAMED)
    nameless = found.only(found.kinds == UNNAMED)
    confirmed = nameless.only(covered(nameless.boxes, moving) >= CONFIRMED)
    confirmed = confirmed.only(covered(confirmed.boxes, named.boxes) < EXPLAINED)
    sure = np.concatenate([named.boxes, confirmed.boxes])
    rest = moving[covered(moving, sure) < EXPLAINED]
    movers = Sightings(
        rest,
        np.full(len(rest), MOVER_SCORE, np.float32),
        np.full(len(rest), UNNAMED, np.uint8),
    )
    return stacked(named, confirmed, movers)


def covered(boxes: Boxes, by: Boxes) -> NDArray[np.float32]:
    """Share of each box's area covered by the boxes `by`, from 0 to 1; overlaps count once at most.

    Shapes: (n, 4), (m, 4) to (n,). The largest single cover and the sum
    capped at 1 bound the truth; the sum is used.
    """
    if not len(boxes) or not len(by):
        return np.zeros(len(boxes), np.float32)
    left = np.maximum(boxes[:, None, 0], by[None, :, 0])
    top = np.maximum(boxes[:, None, 1], by[None, :, 1])
    right = np.minimum(boxes[:, None, 2], by[None, :, 2])
    bottom = np.minimum(boxes[:, None, 3], by[None, :, 3])
    shared = np.clip(right - left, 0, None) * np.clip(bottom - top, 0, None)
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    share: NDArray[np.float32] = np.minimum(shared.sum(axis=1) / np.maximum(area, 1e-6), 1.0)
    return share.astype(np.float32)


def stacked(*groups: Sightings) -> Sightings:
    """The sightings of several groups, one after the other."""
    return Sightings(
        np.concatenate([g.boxes for g in groups]).astype(np.float32),
        np.concatenate([g.scores for g in groups]).astype(np.float32),
        np.concatenate([g.kinds for g in groups]).astype(np.uint8),
    )
