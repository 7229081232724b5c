"""How well each track follows a drawn path: in order, in the drawn direction, near enough."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from vsa_core.events.anchor import Floats, Ints, Paths
from vsa_core.events.settled import Booleans

SAMPLES = 64
"""Places along the path, evenly by length, that a track is held against."""

_WHOLE = 1000
"""A match on the path itself is this close; one at the tolerance is 0 close."""

_PLACE = _WHOLE * (SAMPLES + 1)
"""What one more place counts: more than all closeness together."""


Way = tuple[Floats, Floats]
"""x, y of the corners of a drawn path, in the units of the paths held against it."""


@dataclass(frozen=True, slots=True)
class Followings:
    """The best following of each of n paths, as columns.

    first, last: points of the paths between which it lies (0 and 0 where
    nothing matches); places: how many of the SAMPLES were passed in order;
    close: sum over these of the closeness, 0 to 1000 each; near: per mille of
    the way in between that lay within the tolerance of the path, the length of
    each step by its two ends; the first and the last step, which may begin
    before the path and end after it, left out.
    """

    first: Ints
    last: Ints
    places: Ints
    close: Ints
    near: Ints


def followings(paths: Paths, drawn: Way, tolerance: float) -> Followings:
    """The longest matching of places to steps that never goes back, the closest of the longest.

    A step matches a place when it passes within `tolerance` of it
    and moves in the path's direction there. Each place is matched once at
    most; the later place never to an earlier step (longest common subsequence
    of trajectories: Vlachos et al., ICDE 2002). Of equal matchings the first
    to end is taken, and of those the last to begin.
    """
    every = _Steps.of(paths)
    away = off_path(drawn, every.x + every.dx / 2, every.y + every.dy / 2)
    kept = np.flatnonzero(away <= tolerance + every.length / 2 + 1)
    near = off_path(drawn, paths.x, paths.y) <= tolerance
    first, last, total = _matched(every.only(kept), drawn, tolerance, len(paths.row))
    found = total > 0
    begin, end = (np.zeros(len(found), np.int64) for _ in range(2))
    begin[found], end[found] = kept[first[found]], kept[last[found]]
    return Followings(
        first=np.where(found, every.point[begin], 0),
        last=np.where(found, every.point[end] + 1, 0),
        places=total // _PLACE,
        close=total % _PLACE,
        near=_nearness(every, begin, end, near),
    )


def _matched(steps: "_Steps", drawn: Way, tolerance: float, n: int) -> tuple[Ints, Ints, Ints]:
    """First and last matched step, and what the best matching counts, for each of `n` paths."""
    gains = _gains(steps, drawn, tolerance)
    base = steps.path * (_PLACE * (SAMPLES + 2))  # so far apart that no two paths' sums meet
    ends = _best(gains, base)
    total = np.zeros(n, np.int64)
    np.maximum.at(total, steps.path, ends - base)
    last = np.searchsorted(ends, total + np.arange(n) * (_PLACE * (SAMPLES + 2)), "left")
    gains[:, np.arange(len(base)) > last[steps.path]] = 0
    mirror = base.max(initial=0) - base[::-1]
    begins = _best(gains[::-1, ::-1], mirror)[::-1] - mirror[::-1]
    reached = np.flatnonzero(begins == total[steps.path])
    first = np.full(n, -1, np.int64)
    np.maximum.at(first, steps.path[reached], reached)
    return first, last, total


def samples(drawn: Way) -> tuple[Floats, Floats, Floats, Floats]:
    """(k,) x, y of the places along the path, and the path's direction there (dx, dy)."""
    x, y = drawn
    lengths = np.hypot(np.diff(x), np.diff(y))
    run = np.concatenate([[0.0], np.cumsum(lengths)])
    at = (np.arange(SAMPLES) + 0.5) / SAMPLES * run[-1]
    side = np.searchsorted(run, at, "right") - 1
    return np.interp(at, run, x), np.interp(at, run, y), np.diff(x)[side], np.diff(y)[side]


def off_path(drawn: Way, x: Floats, y: Floats) -> Floats:
    """(n,) distance from each point to the path."""
    nearest = np.full(x.shape, np.inf)
    for (ax, ay), (bx, by) in pairwise(zip(*drawn, strict=True)):
        dx, dy = bx - ax, by - ay
        share = np.clip(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy), 0.0, 1.0)
        np.minimum(nearest, np.hypot(ax + share * dx - x, ay + share * dy - y), out=nearest)
    rounded: Floats = np.rint(nearest)
    return rounded


@dataclass(frozen=True, slots=True)
class _Steps:
    """Steps from each point to the next of the same path, as columns of k rows.

    point: the point before; path: whose step; x, y: where it begins; dx, dy:
    how far it goes.
    """

    point: Ints
    path: Ints
    x: Floats
    y: Floats
    dx: Floats
    dy: Floats

    @property
    def length(self) -> Floats:
        """(k,) how long each step is."""
        length: Floats = np.hypot(self.dx, self.dy)
        return length

    @staticmethod
    def of(paths: Paths) -> "_Steps":
        path = paths.path
        point = np.flatnonzero(path[1:] == path[:-1]).astype(np.int64)
        dx, dy = paths.x[point + 1] - paths.x[point], paths.y[point + 1] - paths.y[point]
        return _Steps(point, path[point], paths.x[point], paths.y[point], dx, dy)

    def only(self, kept: Ints) -> "_Steps":
        x, y, dx, dy = (column[kept] for column in (self.x, self.y, self.dx, self.dy))
        return _Steps(self.point[kept], self.path[kept], x, y, dx, dy)


def _gains(steps: _Steps, drawn: Way, tolerance: float) -> Ints:
    """(SAMPLES, k) what matching each place to each step counts."""
    gains = np.zeros((SAMPLES, len(steps.point)), np.int64)
    square = np.maximum(steps.dx**2 + steps.dy**2, 1e-12)
    for place, (x, y, ux, uy) in enumerate(zip(*samples(drawn), strict=True)):
        along = ((x - steps.x) * steps.dx + (y - steps.y) * steps.dy) / square
        along = np.clip(along, 0.0, 1.0)
        away = np.hypot(steps.x + along * steps.dx - x, steps.y + along * steps.dy - y)
        away = np.rint(away)  # no finer than places are drawn
        within = (away <= tolerance) & (steps.dx * ux + steps.dy * uy > 0)
        close = np.floor((1 - away[within] / tolerance) * _WHOLE).astype(np.int64)
        gains[place, within] = _PLACE + close
    return gains


def _best(gains: Ints, base: Ints) -> Ints:
    """(k,) `base` plus the most that the steps up to each one can match; base rises with path."""
    best = base.copy()
    for gain in gains:
        np.maximum.accumulate(best + gain, out=best)
    return best


def _nearness(steps: _Steps, begin: Ints, end: Ints, near: Booleans) -> Ints:
    """(n,) per mille of the way between the steps `begin` and `end` that was near, by length."""
    # Whole units: sums of them do not depend on what other tracks there are.
    length = np.rint(steps.length).astype(np.int64)
    ends = near[steps.point].astype(np.int64) + near[steps.point + 1]
    run, close = (np.concatenate([[0], np.cumsum(c)]) for c in (2 * length, ends * length))
    inner = np.minimum(begin + 1, end)
    way, held = run[end] - run[inner], close[end] - close[inner]
    return np.where(way > 0, held * 1000 // np.maximum(way, 1), 1000)
