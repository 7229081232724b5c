"""Which predicted box goes with which seen box: overlap, height, class and looks, least cost."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.vision.kalman import sizes
from vsa_core.vision.voting import NO_GROUP, VEHICLE

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]
Pairs = tuple[Rows, Rows]

APART = 9.0
"""Cost of a pair that cannot be."""


@dataclass(frozen=True, slots=True)
class Affinity:
    """What a difference costs, where 1 is the cost of boxes that do not overlap at all.

    margin: both boxes are enlarged by this share on every side before their
    overlap is taken (Yang et al., WACV 2023), so that small and fast ones
    still meet; height: per unit of the logarithm of the ratio of heights;
    strange: two names of different groups; looks: cosine distance
    `indifferent` costs nothing, less is a gain, `different` costs
    `looks_weight`.
    """

    margin: float = 0.15
    height: float = 0.2
    strange: float = 0.3
    looks_weight: float = 0.8
    indifferent: float = 0.045
    different: float = 0.15


@dataclass(frozen=True, slots=True)
class Crowd:
    """Boxes to be compared: places (n, 4) as centre x, y, width, height; groups (n,); looks (n, d).

    looks is None when no appearance was given.
    """

    places: Floats
    groups: NDArray[np.int64]
    looks: NDArray[np.float32] | None

    def only(self, rows: Rows) -> "Crowd":
        """The members chosen by indices."""
        looks = None if self.looks is None else self.looks[rows]
        return Crowd(self.places[rows], self.groups[rows], looks)


def costs(known: Crowd, seen: Crowd, scores: NDArray[np.float32], how: Affinity) -> Floats:
    """(n, m) cost of each known track being each seen box; APART where even enlarged boxes miss.

    The overlap counts as much as its box is sure: scores (m,) from 0 to 1.
    """
    overlap = overlaps(known.places, seen.places, how.margin)
    heights = np.log(known.places[:, 3])[:, None] - np.log(seen.places[:, 3])[None, :]
    cost = 1.0 - overlap * scores[None, :] + how.height * np.abs(heights)
    cost += how.strange * strange(known, seen)
    if known.looks is not None and seen.looks is not None:
        distance = 1.0 - known.looks @ seen.looks.T
        slope = how.looks_weight / (how.different - how.indifferent)
        felt = slope * (np.minimum(distance, how.different) - how.indifferent)
        told = contested((overlap > 0) & (cost < 1)) & ~vehicles(known, seen)
        cost += np.where(told, felt, 0.0)
    result: Floats = np.where(overlap > 0, cost, APART)
    return result


def contested(candidates: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """(n, m) which candidate pairs have a rival, on either side.

    Looks are asked only there: what comes nearer, turns or passes under a
    lamp changes its looks, and with nobody else about it is still itself.
    """
    rivals = (candidates.sum(axis=0) > 1)[None, :] | (candidates.sum(axis=1) > 1)[:, None]
    result: NDArray[np.bool_] = candidates & rivals
    return result


def vehicles(known: Crowd, seen: Crowd) -> NDArray[np.bool_]:
    """(n, m) whether either is a vehicle: paint and glass look like whatever they pass under."""
    result: NDArray[np.bool_] = (known.groups == VEHICLE)[:, None] | (seen.groups == VEHICLE)
    return result


def strange(known: Crowd, seen: Crowd) -> NDArray[np.bool_]:
    """(n, m) whether both have a name and the names cannot be one object."""
    a, b = known.groups[:, None], seen.groups[None, :]
    result: NDArray[np.bool_] = (a != b) & (a != NO_GROUP) & (b != NO_GROUP)
    return result


def overlaps(first: Floats, second: Floats, margin: float) -> Floats:
    """Intersection over union of boxes (n, 4) and (m, 4) enlarged by `margin` on every side."""
    half, other = first[:, None, 2:] * (0.5 + margin), second[None, :, 2:] * (0.5 + margin)
    apart = np.abs(first[:, None, :2] - second[None, :, :2])
    shared = np.clip(np.minimum(half + other - apart, 2 * np.minimum(half, other)), 0.0, None)
    both = shared[..., 0] * shared[..., 1]
    area = 4 * (half[..., 0] * half[..., 1] + other[..., 0] * other[..., 1]) - both
    result: Floats = both / area
    return result


def assigned(cost: Floats, limit: float) -> Pairs:
    """Rows and columns paired one to one at the least total cost, none dearer than `limit`."""
    if not cost.size:
        return np.zeros(0, np.intp), np.zeros(0, np.intp)
    from scipy.optimize import linear_sum_assignment  # slow to import: not before a window shows

    rows, columns = linear_sum_assignment(np.minimum(cost, limit + 1e-6))
    good = cost[rows, columns] <= limit
    return rows[good], columns[good]


def lonely(known: Crowd, seen: Crowd, reach: float) -> Pairs:
    """Pairs within `reach` sizes, of like size, in which neither has another candidate.

    For what leaps farther than its own length between two frames: overlap
    says nothing, but with one candidate each there is no doubt.
    """
    if not len(known.places) or not len(seen.places):
        return np.zeros(0, np.intp), np.zeros(0, np.intp)
    size = np.sqrt(sizes(known.places)[:, None] * sizes(seen.places)[None, :])
    gap = known.places[:, None, :2] - seen.places[None, :, :2]
    ratio = np.log(known.places[:, None, 2:]) - np.log(seen.places[None, :, 2:])
    near = np.hypot(gap[..., 0], gap[..., 1]) <= reach * size
    near &= (np.abs(ratio).max(axis=2) <= np.log(1.5)) & ~strange(known, seen)
    alone = near & (near.sum(axis=0) == 1)[None, :] & (near.sum(axis=1) == 1)[:, None]
    rows, columns = np.nonzero(alone)
    return rows, columns
