"""Following a path: the best matching in order, against a search of every matching."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.worlds import PATHS, WORLDS, Step, Walk, tracks
from vsa_core.domain.geometry import Path, Point, arrays
from vsa_core.domain.track import Tracks
from vsa_core.events.anchor import Paths, anchored
from vsa_core.events.path_matching import SAMPLES, Way, followings, off_path, samples

ROAD = arrays((Point(10_000, 30_000), Point(50_000, 30_000)))


def paths(world: Tracks) -> Paths:
    rows = np.flatnonzero(np.diff(world.starts) > 1).astype(np.int64)
    return anchored(world, rows, np.zeros(len(world)))


def by_hand(own: Paths, row: int, drawn: Way, tolerance: float) -> int:
    """The most places passed in order, by the textbook recurrence, step by step."""
    points = range(int(own.starts[row]), int(own.starts[row + 1]))
    best = [0] * (SAMPLES + 1)
    for i, j in pairwise(points):
        dx, dy = own.x[j] - own.x[i], own.y[j] - own.y[i]
        for k, (x, y, ux, uy) in enumerate(zip(*samples(drawn), strict=True), 1):
            square = dx * dx + dy * dy
            share = (
                max(0.0, min(1.0, ((x - own.x[i]) * dx + (y - own.y[i]) * dy) / square))
                if square
                else 0.0
            )
            away = np.rint(np.hypot(own.x[i] + share * dx - x, own.y[i] + share * dy - y))
            if away <= tolerance and dx * ux + dy * uy > 0:
                best[k] = max(best[k], best[k - 1] + 1)
            best[k] = max(best[k], best[k - 1])
    return best[-1]


@settings(max_examples=10, deadline=None)
@given(WORLDS, PATHS, st.sampled_from([500.0, 4000.0, 15_000.0]))
def test_places_are_those_of_a_search_by_hand(world: Tracks, drawn: Path, tolerance: float) -> None:
    own, way = paths(world), arrays(drawn.points)
    found = followings(own, way, tolerance)
    wanted = [by_hand(own, row, way, tolerance) for row in range(len(own.row))]
    assert found.places.tolist() == wanted
    assert (found.close <= 1000 * found.places).all()
    assert ((found.near >= 0) & (found.near <= 1000)).all()


@settings(max_examples=20, deadline=None)
@given(WORLDS, PATHS, st.sampled_from([500.0, 4000.0, 15_000.0]))
def test_the_stretch_told_holds_the_whole_following(
    world: Tracks, drawn: Path, tolerance: float
) -> None:
    own, way = paths(world), arrays(drawn.points)
    found = followings(own, way, tolerance)
    for row in np.flatnonzero(found.places).tolist():
        first, last = int(found.first[row]), int(found.last[row])
        assert own.starts[row] <= first < last < own.starts[row + 1]
        part = tracks(
            Walk(
                list(
                    zip(
                        range(last - first + 1),
                        own.x[first : last + 1],
                        own.y[first : last + 1],
                        strict=True,
                    )
                )
            )
        )
        again = followings(paths(part), way, tolerance)
        assert (again.places[0], again.close[0]) == (found.places[row], found.close[row])


def test_samples_lie_evenly_and_know_the_direction() -> None:
    x, y, ux, uy = samples(arrays((Point(0, 0), Point(6400, 0), Point(6400, 6400))))
    assert x[:33].tolist() == [100 + 200 * i for i in range(32)] + [6400]
    assert y[:33].tolist() == [0] * 32 + [100]
    assert (ux[:32].tolist(), uy[32:].tolist()) == ([6400] * 32, [6400] * 32)


def follow(*steps: Step, tolerance: float = 1000.0) -> tuple[int, int, int, int]:
    found = followings(paths(tracks(Walk(steps))), ROAD, tolerance)
    return tuple(int(c[0]) for c in (found.first, found.last, found.places, found.close))  # type: ignore[return-value]


def test_on_the_path_is_all_of_it_at_no_distance() -> None:
    assert follow((0, 5000, 30_000), (9, 55_000, 30_000)) == (0, 1, 64, 64_000)


def test_half_the_tolerance_away_is_half_as_close() -> None:
    assert follow((0, 5000, 30_500), (9, 55_000, 30_500)) == (0, 1, 64, 32_000)


def test_half_the_path_is_half_the_places() -> None:
    steps = [(0, 5000, 30_000), (1, 9000, 30_000), (2, 30_000, 30_000), (3, 30_000, 60_000)]
    places = follow(*[(t, float(x), float(y)) for t, x, y in steps])
    assert places[:2] == (1, 2)
    assert 32 <= places[2] <= 34


def test_distance_to_the_path_is_to_its_nearest_side() -> None:
    x, y = np.array([10_000.0, 30_000, 60_000]), np.array([30_000.0, 31_000, 30_000])
    assert off_path(ROAD, x, y).tolist() == [0, 1000, 10_000]


def test_backwards_is_nothing() -> None:
    assert follow((0, 55_000, 30_000), (9, 5000, 30_000))[2] == 0


def test_the_first_of_two_passes_is_told() -> None:
    lap = [(5000.0, 30_000.0), (55_000.0, 30_000.0), (55_000.0, 60_000.0), (5000.0, 60_000.0)]
    steps = [(i, x, y) for i, (x, y) in enumerate([*lap, *lap])]
    assert follow(*steps) == (0, 1, 64, 64_000)


def test_no_track_is_no_following() -> None:
    found = followings(paths(tracks()), ROAD, 1000.0)
    assert len(found.places) == 0


def test_what_lies_far_off_matches_nothing() -> None:
    assert follow((0, 5000, 60_000), (9, 55_000, 60_000)) == (0, 0, 0, 0)
