"""Everything that passes one camera in some days, as the shipped detector would have seen it.

What its tracks look like was read off indexed clips: five looks a second,
60 to 140 points for a walker and about 20 for a vehicle, boxes that tremble by
about 1 % of their width sideways and 0.3 % of their height at the foot, and
that repeat exactly while nothing in the picture moves.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tools.archive.scene import PERSON, UNNAMED, VEHICLE, Floats, Scene, weekday
from vsa_core.domain.geometry import UNITS
from vsa_core.pipeline.packing import GRAIN

RATE = 5
"""Looks a second."""

HOUR = 3600 * RATE
"""Looks in an hour."""

_TREMBLE = {"x": 0.010, "w": 0.012}  # of the width
_TREMBLE_DOWN = {"y": 0.0028, "h": 0.0045}  # of the height
_STOPS = 0.08
_STILL = 0.7
_BROKEN = 0.35  # tracks that begin or end in the middle: hidden, or lost

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Walks:
    """n tracks and their m points, in order of the first look.

    kind, score, count: (n,); look: (m,) looks since the first day began;
    x (centre), y (foot), w, h: (m,) frame units, rounded as indexing rounds.
    """

    kind: NDArray[np.uint8]
    score: NDArray[np.uint8]
    colours: NDArray[np.uint8]
    count: Ints
    look: Ints
    x: NDArray[np.uint16]
    y: NDArray[np.uint16]
    w: NDArray[np.uint16]
    h: NDArray[np.uint16]


def walks(scene: Scene, days: int, points: int, rng: np.random.Generator) -> Walks:
    """About `points` points of tracks over `days` days; the same generator gives the same."""
    count, plan = _planned(scene, days, points, rng)
    starts = np.cumsum(count) - count
    track = np.repeat(np.arange(len(count)), count)
    step = np.arange(len(track)) - starts[track]
    share = _progress(plan, step, track, count)
    x, y = _places(scene, plan.lane, track, share, plan.aside)
    height = scene.height(y) * plan.tall[track]
    width = height * plan.slim[track]
    still = _still(plan, step, track, count, rng)
    edges = _seen(x, y, width, height, still, rng)
    return Walks(
        kind=plan.kind,
        score=plan.score,
        colours=_colours(plan.kind, rng),
        count=count,
        look=plan.begin[track] + step,
        **edges,
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """One row a track: when, where from and to along which lane, how long it pauses."""

    kind: NDArray[np.uint8]
    score: NDArray[np.uint8]
    lane: Ints
    begin: Ints  # looks since the first day began
    since: Floats  # share of the lane at the first look
    until: Floats  # share at the last
    pause: Ints  # looks that it stands still
    pause_at: Floats  # share of its walking after which it does
    aside: Floats
    tall: Floats
    slim: Floats


def _planned(scene: Scene, days: int, points: int, rng: np.random.Generator) -> tuple[Ints, _Plan]:
    shares = np.array([lane.share for lane in scene.lanes])
    longest = np.array([np.mean(lane.seconds) for lane in scene.lanes]) * RATE
    mean = float((shares * longest).sum() / shares.sum())
    total = max(4, round(points / mean * 2.2))
    lane = rng.choice(len(shares), total, p=shares / shares.sum())
    low, high = (np.array([one.seconds[n] for one in scene.lanes])[lane] for n in (0, 1))
    seconds = rng.uniform(low, high)
    since, until = _parts(rng, total)
    kind = np.array([one.kind for one in scene.lanes], np.uint8)[lane]
    kind[rng.random(total) < 0.05] = UNNAMED
    pause = np.where(rng.random(total) < _STOPS, rng.exponential(15 * RATE, total), 0)
    walking = np.maximum(2, np.rint(seconds * np.abs(until - since) * RATE))
    count = (walking + pause.astype(np.int64)).astype(np.int64)
    kept = np.cumsum(count) <= max(points, int(count[0]))
    plan = _Plan(
        kind=kind,
        score=np.clip(rng.normal(165, 35, total), 60, 250).astype(np.uint8),
        lane=lane,
        begin=_begin(scene, days, total, rng),
        since=since,
        until=until,
        pause=pause.astype(np.int64),
        pause_at=rng.uniform(0.1, 0.9, total),
        aside=rng.normal(0, 900, total),
        tall=np.where(kind == PERSON, rng.normal(1, 0.06, total), rng.normal(0.9, 0.12, total)),
        slim=np.where(kind == VEHICLE, rng.normal(1.25, 0.2, total), rng.normal(0.23, 0.02, total)),
    )
    chosen = np.flatnonzero(kept)
    chosen = chosen[np.argsort(plan.begin[chosen], kind="stable")]
    picked = (getattr(plan, name)[chosen] for name in _Plan.__slots__)
    return count[chosen], _Plan(*picked)


def _parts(rng: np.random.Generator, total: int) -> tuple[Floats, Floats]:
    """Shares of the lane at which tracks begin and end, one way or the other."""
    since, until = np.zeros(total), np.ones(total)
    broken = rng.random(total) < _BROKEN
    since[broken] = rng.uniform(0, 0.8, int(broken.sum()))
    until[broken] = since[broken] + rng.uniform(0.05, 1, int(broken.sum())) * (1 - since[broken])
    back = rng.random(total) < 0.5
    return np.where(back, until, since), np.where(back, since, until)


def _begin(scene: Scene, days: int, total: int, rng: np.random.Generator) -> Ints:
    weights = np.concatenate([scene.hours * weekday(day) for day in range(days)])
    hour = rng.choice(len(weights), total, p=weights / weights.sum())
    return hour * HOUR + rng.integers(0, HOUR, total)


def _progress(plan: _Plan, step: Ints, track: Ints, count: Ints) -> Floats:
    """(m,) share of the lane at each point."""
    walking = np.maximum(1, count - plan.pause - 1)
    stop = np.rint(plan.pause_at * walking).astype(np.int64)
    late = np.clip(step - stop[track], 0, plan.pause[track])
    gone = np.minimum(1.0, (step - late) / walking[track])
    share: Floats = plan.since[track] + (plan.until - plan.since)[track] * gone
    return share


def _places(
    scene: Scene, lane: Ints, track: Ints, share: Floats, aside: Floats
) -> tuple[Floats, Floats]:
    x, y = np.empty(len(track)), np.empty(len(track))
    for number, one in enumerate(scene.lanes):
        mine = lane[track] == number
        knots = np.linspace(0, 1, len(one.x))
        x[mine] = np.interp(share[mine], knots, one.x)
        y[mine] = np.interp(share[mine], knots, one.y)
    across = np.array([abs(one.x[-1] - one.x[0]) < UNITS / 2 for one in scene.lanes])[lane]
    x += (np.where(across, aside, 0))[track]
    y += (np.where(across, 0, aside))[track]
    return x, y


def _still(
    plan: _Plan, step: Ints, track: Ints, count: Ints, rng: np.random.Generator
) -> NDArray[np.bool_]:
    """(m,) points whose box repeats the one before: nothing changed in the picture."""
    walking = np.maximum(1, count - plan.pause - 1)
    stop = np.rint(plan.pause_at * walking).astype(np.int64)
    paused = (step > stop[track]) & (step <= (stop + plan.pause)[track])
    repeats = rng.random(len(step)) < np.where(paused, _STILL, 0.05)
    return repeats & (step > 0)


def _seen(
    x: Floats,
    y: Floats,
    w: Floats,
    h: Floats,
    still: NDArray[np.bool_],
    rng: np.random.Generator,
) -> dict[str, NDArray[np.uint16]]:
    """Boxes as a detector tells them: trembling, cut at the picture's edge, rounded."""
    tremble = {"x": w, "w": w, "y": h, "h": h}
    shares = {**_TREMBLE, **_TREMBLE_DOWN}
    noise = {name: rng.normal(0, 1, len(x)) * shares[name] * tremble[name] for name in shares}
    x, y, w, h = x + noise["x"], y + noise["y"], w + noise["w"], h + noise["h"]
    left, right = np.clip(x - w / 2, 0, UNITS), np.clip(x + w / 2, 0, UNITS)
    top, foot = np.clip(y - h, 0, UNITS), np.clip(y, 0, UNITS)
    source = np.maximum.accumulate(np.where(still, 0, np.arange(len(x))))
    columns = {"x": (left + right) / 2, "y": foot, "w": right - left, "h": foot - top}
    return {name: _grained(column)[source] for name, column in columns.items()}


def _grained(values: Floats) -> NDArray[np.uint16]:
    grained: NDArray[np.float64] = np.minimum(np.rint(values / GRAIN) * GRAIN, UNITS)
    return grained.astype(np.uint16)


def _colours(kind: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """(n, 8): two names and shares above, and below too for people."""
    found = np.zeros((len(kind), 8), np.uint8)
    for column in range(0, 8, 2):
        found[:, column] = rng.choice(15, len(kind), p=_NAMED)
        found[:, column + 1] = rng.integers(60, 220, len(kind)) // (1 + column % 4)
    found[kind != PERSON, 4:] = 0
    return found


_NAMED = np.array([8, 22, 20, 14, 5, 1, 2, 4, 1, 10, 1, 1, 5, 4, 2], np.float64) / 100
