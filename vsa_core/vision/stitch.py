"""Broken pieces of one object are joined when place, speed, size and looks agree across a gap."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from vsa_core.vision.pieces import Piece, SliceClock
from vsa_core.vision.voting import group_of, voted

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]

_MOST_FOLLOWERS = 256
"""Only the soonest beginnings are weighed for each end: noise must not cost minutes."""

_STILL = 0.06
"""Deviation of a box's place in sizes: two points nearer in time than this tell no speed."""


@dataclass(frozen=True, slots=True)
class Stitching:
    """How far apart two pieces may lie and still be one object.

    gap: seconds; look: seconds of each end that tell its speed; slack, growth:
    error of the predicted place allowed, in sizes (square root of the box's
    area) and in sizes per second of gap; stretch: error of the height allowed,
    as a natural logarithm; looks: cosine distance taken as disagreement;
    limit: largest cost, 1 being the errors allowed. gap 0 joins nothing.
    """

    gap: float = 2.0
    look: float = 0.7
    slack: float = 0.35
    growth: float = 0.5
    stretch: float = 0.5
    looks: float = 0.12
    limit: float = 0.5


def stitched(pieces: Sequence[Piece], clock: SliceClock, how: Stitching) -> list[Piece]:
    """Pieces with the broken ones joined under their lowest number, in order of number.

    The cheapest link is made first, each end and each beginning once; ties by
    order of number. A piece of one point has no speed and is predicted to stay.
    """
    ordered = sorted(pieces, key=lambda piece: piece.number)
    if len(ordered) < 2 or how.gap <= 0:
        return ordered
    following = _links(ordered, clock, how)
    later = set(following.values())
    firsts = [row for row in range(len(ordered)) if row not in later]
    joined = [_chain(ordered, first, following) for first in firsts]
    return sorted(joined, key=lambda piece: piece.number)


def _links(pieces: Sequence[Piece], clock: SliceClock, how: Stitching) -> dict[int, int]:
    first = clock.seconds(np.array([p.at[0] for p in pieces], np.int64))
    last = clock.seconds(np.array([p.at[-1] for p in pieces], np.int64))
    ends, starts = _in_reach(first, last, how.gap)
    gap = first[starts] - last[ends]
    heads = np.array([_end(p, clock, how.look, False) for p in pieces])
    tails = np.array([_end(p, clock, how.look, True) for p in pieces])
    cost = _motion_cost(tails[ends], heads[starts], gap, how)
    cost = _looks_cost(pieces, ends, starts, cost, how)
    groups = np.array([group_of(voted(p.kinds, p.scores)) for p in pieces])
    strange = (groups[ends] != groups[starts]) & (groups[ends] > 0) & (groups[starts] > 0)
    chosen = np.flatnonzero((cost <= how.limit) & ~strange)
    following: dict[int, int] = {}
    taken: set[int] = set()
    for pair in chosen[np.lexsort((starts[chosen], ends[chosen], cost[chosen]))].tolist():
        end, start = int(ends[pair]), int(starts[pair])
        if end not in following and start not in taken:
            following[end] = start
            taken.add(start)
    return following


def _in_reach(first: Floats, last: Floats, gap: float) -> tuple[Rows, Rows]:
    """Pairs (piece that ends, piece that begins after it, at most `gap` seconds later)."""
    order = np.argsort(first, kind="stable")
    low = np.searchsorted(first[order], last, side="right")
    high = np.searchsorted(first[order], last + gap, side="right")
    counts = np.clip(high - low, 0, _MOST_FOLLOWERS)
    ends = np.repeat(np.arange(len(last)), counts)
    within = np.arange(len(ends)) - np.repeat(np.cumsum(counts) - counts, counts)
    return ends, order[np.repeat(low, counts) + within]


def _chain(pieces: Sequence[Piece], first: int, following: dict[int, int]) -> Piece:
    rows = [first]
    while rows[-1] in following:
        rows.append(following[rows[-1]])
    if len(rows) == 1:
        return pieces[first]
    chain = [pieces[row] for row in rows]
    return replace(
        chain[0],
        number=min(piece.number for piece in chain),
        at=np.concatenate([piece.at for piece in chain]),
        boxes=np.concatenate([piece.boxes for piece in chain]),
        scores=np.concatenate([piece.scores for piece in chain]),
        kinds=np.concatenate([piece.kinds for piece in chain]),
        tail=chain[-1].tail,
    )


def _motion_cost(tails: Floats, heads: Floats, gap: Floats, how: Stitching) -> Floats:
    """Errors of predicting place forwards and backwards, and of height, in errors allowed."""
    size = np.sqrt(_sizes(tails) * _sizes(heads))
    apart = heads[:, :2] - tails[:, :2]
    ahead = apart - tails[:, 4:6] * gap[:, None]
    back = apart - heads[:, 4:6] * gap[:, None]
    error = (np.hypot(ahead[:, 0], ahead[:, 1]) + np.hypot(back[:, 0], back[:, 1])) / 2
    place = error / (size * (how.slack + how.growth * gap))
    height = np.log(heads[:, 3] / tails[:, 3]) / how.stretch
    cost: Floats = np.sqrt(place**2 + height**2 / 2)
    return cost


def _looks_cost(
    pieces: Sequence[Piece], ends: Rows, starts: Rows, motion: Floats, how: Stitching
) -> Floats:
    """The mean of motion and looks where both pieces have looks; motion alone elsewhere."""
    cost = motion.copy()
    for pair in np.flatnonzero(motion <= 2 * how.limit).tolist():
        tail, head = pieces[int(ends[pair])].tail, pieces[int(starts[pair])].head
        if tail is not None and head is not None:
            cost[pair] = (motion[pair] + (1.0 - float(tail @ head)) / how.looks) / 2
    return cost


def _sizes(ends: Floats) -> Floats:
    sizes: Floats = np.sqrt(ends[:, 2] * ends[:, 3])
    return sizes


def _end(piece: Piece, clock: SliceClock, look: float, at_tail: bool) -> Floats:
    """(6,) centre x, y, width, height and speed x, y at one end: a line fitted to `look` seconds.

    The fit is drawn towards rest, so that two points close in time make no speed.
    """
    seconds = clock.seconds(piece.at)
    seconds = seconds - (seconds[-1] if at_tail else seconds[0])
    near = np.abs(seconds) <= look
    boxes, when = piece.boxes[near].astype(np.float64), seconds[near]
    centres = (boxes[:, :2] + boxes[:, 2:]) / 2
    place = np.concatenate([centres, np.maximum(boxes[:, 2:] - boxes[:, :2], 1.0)], axis=1)
    middle, mean = when.mean(), place.mean(axis=0)
    spread = ((when - middle) ** 2).sum() + _STILL**2
    speed = ((when - middle)[:, None] * (place - mean)).sum(axis=0) / spread
    fitted = mean - speed * middle
    return np.concatenate([fitted[:2], np.maximum(fitted[2:], 1.0), speed[:2]])
