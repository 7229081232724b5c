"""Who is near whom at an instant, and which groups that makes."""

from dataclasses import dataclass

import numpy as np

from vsa_core.events.anchor import Floats, Ints
from vsa_core.events.instants import Samples


@dataclass(frozen=True, slots=True)
class Nears:
    """Pairs of samples of one instant, n rows; one, other: rows of the Samples.

    apart: (n,) distance of the anchors, per mille of the larger box height.
    """

    one: Ints
    other: Ints
    apart: Floats


def nears(seen: Samples, distance: int, shape: float) -> Nears:
    """Every pair no farther apart than `distance`, per mille of the larger height.

    shape: width over height of the picture. A sweep from left to right: each
    is held against the next ones only while they may be near enough.
    """
    x, reach = seen.x * shape, _reaches(seen, distance)
    order = np.lexsort((x, seen.instant))
    x, y, h, instant = x[order], seen.y[order], np.maximum(seen.h[order], 1.0), seen.instant[order]
    reach = reach[order]
    found: list[tuple[Ints, Ints, Floats]] = []
    one, step = np.arange(len(order)), 1
    while len(one):
        one = one[one + step < len(order)]
        other = one + step
        kept = (instant[one] == instant[other]) & (x[other] - x[one] <= reach[one])
        one, other = one[kept], other[kept]
        away = np.hypot(x[other] - x[one], y[other] - y[one])
        apart = away / np.maximum(h[one], h[other]) * 1000
        near = apart <= distance
        found.append((order[one[near]], order[other[near]], apart[near]))
        step += 1
    if not found:
        return Nears(np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    return Nears(*(np.concatenate(columns) for columns in zip(*found, strict=True)))


def _reaches(seen: Samples, distance: int) -> Floats:
    """(n,) the farthest that anybody of the same instant may be near."""
    if len(seen.instant) == 0:
        return np.zeros(0)
    begins = np.flatnonzero(np.append(True, np.diff(seen.instant) != 0))
    tallest = np.maximum(np.maximum.reduceat(seen.h, begins), 1.0)
    counts = np.diff(np.append(begins, len(seen.instant)))
    # A little more, so that rounding never loses what the exact test would keep.
    reach: Floats = np.repeat(tallest, counts) * (distance / 1000 * 1.000001) + 1.0
    return reach


def groups(count: int, one: Ints, other: Ints) -> Ints:
    """(count,) the lowest member of the group of each, when these pairs hang together.

    Every round gives both ends of a pair the lower group of the two, then
    follows groups to their own: it ends after about log(count) rounds.
    """
    group = np.arange(count, dtype=np.int64)
    while True:
        low = np.minimum(group[one], group[other])
        high = np.maximum(group[one], group[other])
        split = low < high
        if not split.any():
            return group
        np.minimum.at(group, high[split], low[split])
        while True:
            jumped = group[group]
            if (jumped == group).all():
                break
            group = jumped
