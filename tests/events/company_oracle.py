"""The kinds of several tracks read slowly and plainly: loops over instants, pairs and people."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import floor, hypot

import numpy as np

from vsa_core.domain.geometry import UNITS, Zone
from vsa_core.domain.objects import CLASSES
from vsa_core.domain.track import Tracks
from vsa_core.events.anchor import AT_FOOT
from vsa_core.events.border import EDGE, passing

Stay = tuple[tuple[int, ...], int, int, int, int]
"""Numbers, at, until, milliseconds together, and a measure of the kind's own."""


@dataclass(frozen=True)
class Spot:
    """Where one is at an instant; x in the units of y."""

    x: float
    y: float
    h: float


def near_stays(
    world: Tracks, zone: Zone | None, distance: int, minimum: int, absence: int, gap: int
) -> Iterator[Stay]:
    """What `proximity` finds: numbers, at, until, together, nearest per mille."""
    moments = _moments(world, zone, gap)
    for one, other in combinations(_numbers(world, zone), 2):
        apart = [_apart(spots.get(one), spots.get(other)) for _, spots in moments]
        near = [a is not None and a <= distance for a in apart]
        for first, last, lasted in _runs(moments, near, absence, gap):
            if lasted >= minimum * 1000:
                least = min(a for a in apart[first : last + 1] if a is not None)
                pair = tuple(sorted((one, other)))
                yield pair, moments[first][0], moments[last][0], lasted // 1000, int(least)


def gatherings(
    world: Tracks, zone: Zone | None, people: int, distance: int, absence: int, gap: int
) -> Iterator[Stay]:
    """What `gathering` finds, however short: numbers, at, until, together, most at once."""
    moments = _moments(world, zone, gap)
    groups: list[tuple[int, frozenset[int]]] = []
    for i, (_, spots) in enumerate(moments):
        groups += [(i, group) for group in _linked(spots, distance) if len(group) >= people]
    whole = list(range(len(groups)))
    for number in {number for _, group in groups for number in group}:
        mine = [k for k, (_, group) in enumerate(groups) if number in group]
        for k, following in pairwise(mine):
            i, j = groups[k][0], groups[following][0]
            away = moments[j][0] - moments[i][0]
            if (j == i + 1 and away <= gap * 1000) or away <= absence * 1000:
                old, new = whole[following], whole[k]
                whole = [new if w == old else w for w in whole]
    for name in sorted(set(whole)):
        together = [groups[k] for k in range(len(groups)) if whole[k] == name]
        yield _gathered(moments, together, gap)


def _gathered(moments: "Moments", mine: list[tuple[int, frozenset[int]]], gap: int) -> Stay:
    there = sorted({i for i, _ in mine})
    lasted = 0
    for i, j in pairwise(there):
        away = moments[j][0] - moments[i][0]
        lasted += away if j == i + 1 and away <= gap * 1000 else 0
    numbers = tuple(sorted({number for _, group in mine for number in group}))
    most = max(len(group) for _, group in mine)
    return numbers, moments[there[0]][0], moments[there[-1]][0], lasted // 1000, most


def crowded(
    world: Tracks, zone: Zone | None, people: int, absence: int, gap: int
) -> Iterator[Stay]:
    """What `crowd_density` finds, however short: numbers, at, until, together, most at once."""
    stays = [
        (number, *stay)
        for number in _numbers(world, zone)
        for stay in stays_inside(world, number, zone, gap)
    ]
    times = sorted({t for _, since, until in stays for t in (since, until)})
    full = [(t, t) for t in times if _level(stays, t, t) >= people]
    full += [(t, u) for t, u in pairwise(times) if _level(stays, t, u) >= people]
    runs: list[list[tuple[int, int]]] = []
    for t, u in sorted(full):
        if runs and t - max(end for _, end in runs[-1]) <= absence * 1000:
            runs[-1].append((t, u))
        else:
            runs.append([(t, u)])
    for run in runs:
        at, until = run[0][0], max(end for _, end in run)
        there = {number for number, since, end in stays if since <= until and end >= at}
        most = max(_level(stays, t, u) for t, u in run)
        yield tuple(sorted(there)), at, until, sum(u - t for t, u in run) // 1000, most


def _level(stays: list[tuple[int, int, int]], t: int, u: int) -> int:
    return sum(since <= t and u <= until for _, since, until in stays)


def stays_inside(
    world: Tracks, number: int, zone: Zone | None, gap: int
) -> Iterator[tuple[int, int]]:
    """From and until when one is in the place, step by step."""
    row = world.number.tolist().index(number)
    points = world.points_of(row)
    since: int | None = None
    for k in range(points.start, points.stop):
        t, (x, y, _) = int(world.t[k]), _anchor(world, row, k)
        inner = zone is None or _inside(zone, x, y)
        if inner and since is None:
            since = t
        if k + 1 == points.stop or int(world.t[k + 1]) - t > gap * 1000:
            if since is not None:
                yield since, t
            since = None
            continue
        to_x, to_y, _ = _anchor(world, row, k + 1)
        ahead = zone is None or _inside(zone, to_x, to_y)
        if inner == ahead:
            continue
        assert zone is not None
        step = (np.array([v]) for v in (x, y, to_x, to_y))
        passed = t + floor(float(passing(zone, *step)[0]) * (int(world.t[k + 1]) - t))
        if inner and since is not None:
            yield since, passed
        since = passed if ahead else None


Moments = list[tuple[int, dict[int, Spot]]]


def _moments(world: Tracks, zone: Zone | None, gap: int) -> Moments:
    numbers = _numbers(world, zone)
    rows = [row for row in range(len(world)) if int(world.number[row]) in numbers]
    times = sorted({t for row in rows for t in world.t[world.points_of(row)].tolist()})
    told: Moments = []
    for t in times:
        spots = {int(world.number[row]): _spot(world, row, t, gap) for row in rows}
        seen = {n: s for n, s in spots.items() if s is not None}
        if zone is not None:
            seen = {n: s for n, s in seen.items() if _inside(zone, _across(world, s), s.y)}
        told.append((t, seen))
    return told


def _numbers(world: Tracks, zone: Zone | None) -> list[int]:
    """Who was seen in the zone, by number."""
    found = []
    for row in range(len(world)):
        points = world.points_of(row)
        anchors = [_anchor(world, row, k) for k in range(points.start, points.stop)]
        if zone is None or any(_inside(zone, x, y) for x, y, _ in anchors):
            found.append(int(world.number[row]))
    return sorted(found)


def _anchor(world: Tracks, row: int, k: int) -> tuple[float, float, float]:
    lifted = 0.0 if CLASSES[int(world.kind[row])] in AT_FOOT else 0.5
    h = float(world.h[k])
    return float(world.x[k]), float(world.y[k]) - lifted * h, h


def _spot(world: Tracks, row: int, t: int, gap: int) -> Spot | None:
    points = world.points_of(row)
    wide, high = world.picture
    for k in range(points.start, points.stop):
        at = int(world.t[k])
        if at == t:
            x, y, h = _anchor(world, row, k)
            return Spot(x * wide / high, y, h)
        if k + 1 < points.stop and at < t < int(world.t[k + 1]):
            length = int(world.t[k + 1]) - at
            if length > gap * 1000:
                return None
            share = (t - at) / length
            a, b = _anchor(world, row, k), _anchor(world, row, k + 1)
            x, y, h = (p + share * (q - p) for p, q in zip(a, b, strict=True))
            return Spot(x * wide / high, y, h)
    return None


def _across(world: Tracks, spot: Spot) -> float:
    return spot.x * world.picture[1] / world.picture[0]


def _apart(one: Spot | None, other: Spot | None) -> float | None:
    if one is None or other is None:
        return None
    return hypot(one.x - other.x, one.y - other.y) / max(one.h, other.h) * 1000


def _runs(
    moments: Moments, holds: list[bool], absence: int, gap: int
) -> Iterator[tuple[int, int, int]]:
    """First and last moment of each run, and microseconds that it held."""
    run: list[int] = []
    for i in [i for i, held in enumerate(holds) if held]:
        if run:
            away = moments[i][0] - moments[run[-1]][0]
            if not (_onwards(moments, run[-1], i, gap) or away <= absence * 1000):
                yield run[0], run[-1], _lasted(moments, run, gap)
                run = []
        run.append(i)
    if run:
        yield run[0], run[-1], _lasted(moments, run, gap)


def _onwards(moments: Moments, i: int, j: int, gap: int) -> bool:
    return j == i + 1 and moments[j][0] - moments[i][0] <= gap * 1000


def _lasted(moments: Moments, run: list[int], gap: int) -> int:
    steps = [(i, j) for i, j in pairwise(run) if _onwards(moments, i, j, gap)]
    return sum(moments[j][0] - moments[i][0] for i, j in steps)


def _linked(spots: dict[int, Spot], distance: int) -> list[frozenset[int]]:
    """Single linkage: whoever is near somebody of a group is of that group."""
    left, found = set(spots), []
    while left:
        group, fresh = set[int](), {left.pop()}
        while fresh:
            group |= fresh
            near = {
                n
                for n in left
                for m in fresh
                if (apart := _apart(spots[n], spots[m])) is not None and apart <= distance
            }
            left -= near
            fresh = near
        found.append(frozenset(group))
    return found


def _inside(zone: Zone, x: float, y: float) -> bool:
    """Even-odd rule, one side at a time, the picture's edge being part of the zone."""
    x, y = (min(max(v, EDGE), UNITS - EDGE) for v in (x, y))
    odd = False
    corners = zone.corners
    for a, b in zip(corners, corners[1:] + corners[:1], strict=True):
        if (a.y > y) != (b.y > y) and x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x:
            odd = not odd
    return odd
