"""How far apart two looks may be and still be one object, read off the looks without any truth."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.track import Sightings

SAME = 0.7
"""Overlap from one frame to the next above which two boxes are held to be one object."""

APART = 0.3
"""Overlap within a frame below which two boxes are held to be two objects."""

FALLBACK = 0.2
"""The limit that deep-sort-realtime sets, where there is too little to read one off."""

FEWEST = 20
"""Pairs of each kind that it takes."""

Floats = NDArray[np.float32]


def limit_of(frames: Sequence[Sightings], looks: Sequence[Floats]) -> float:
    """The cosine distance at which as many pairs of one object lie above as of two lie below.

    frames and looks: boxes (n, 4) and unit vectors (n, d) of each frame.
    """
    one, two = [np.zeros(0)], [np.zeros(0)]
    for at, (seen, look) in enumerate(zip(frames, looks, strict=True)):
        within = overlaps(seen.boxes, seen.boxes)
        row, column = np.nonzero(np.triu(within < APART, 1))
        two.append(_distances(look, look)[row, column])
        if at:
            met = overlaps(frames[at - 1].boxes, seen.boxes) >= SAME
            one.append(_distances(looks[at - 1], look)[met])
    same, different = np.sort(np.concatenate(one)), np.sort(np.concatenate(two))
    if min(len(same), len(different)) < FEWEST:
        return FALLBACK
    tried = np.concatenate([same, different])
    above = 1 - np.searchsorted(same, tried, side="right") / len(same)
    below = np.searchsorted(different, tried, side="right") / len(different)
    return float(tried[np.argmin(np.abs(above - below))])


def _distances(first: Floats, second: Floats) -> NDArray[np.float64]:
    result: NDArray[np.float64] = 1.0 - first.astype(np.float64) @ second.astype(np.float64).T
    return result


def overlaps(first: Floats, second: Floats) -> Floats:
    """Intersection over union of boxes (n, 4) and (m, 4): left, top, right, bottom; (n, m)."""
    low = np.maximum(first[:, None, :2], second[None, :, :2])
    high = np.minimum(first[:, None, 2:], second[None, :, 2:])
    shared = np.prod(np.maximum(high - low, 0), axis=2)
    area, other = (np.prod(boxes[:, 2:] - boxes[:, :2], axis=1) for boxes in (first, second))
    both = area[:, None] + other[None, :] - shared
    result: Floats = np.divide(shared, both, out=np.zeros_like(shared), where=both > 0)
    return result
