"""The ground plane: exact at what was measured, right between, and honest about its error."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.events.cameras import CAMERAS, SIZE, Camera
from vsa_core.domain.geometry import UNITS, Point
from vsa_core.domain.ground import Ground
from vsa_core.errors import WrongUsage
from vsa_core.events.ground_plane import (
    CLICK,
    fitted,
    height_error,
    heights,
    place_error,
    places,
    speed_error,
)

ACROSS, AWAY = st.floats(-4000, 4000), st.floats(5000, 20_000)


def _place(ground: Ground, x: float, y: float) -> tuple[float, float]:
    east, north = places(fitted(ground), np.array([x]), np.array([y]))
    return float(east[0]), float(north[0])


def test_a_flat_picture_from_above_is_a_scale() -> None:
    seen = (Point(0, 0), Point(UNITS, 0), Point(UNITS, UNITS), Point(0, UNITS))
    ground = Ground("roof", seen, ((0, 0), (16_000, 0), (16_000, 9000), (0, 9000)), *SIZE, "a")
    assert _place(ground, UNITS / 2, UNITS / 3) == pytest.approx((8000, 3000))
    plane = fitted(ground)
    assert place_error(plane, 0, 0) == pytest.approx(2**0.5 * CLICK * 16_000 / SIZE[0], rel=0.01)


@given(CAMERAS)
def test_the_four_points_are_where_they_were_measured(camera: Camera) -> None:
    ground = camera.ground()
    for seen, known in zip(ground.seen, ground.known, strict=True):
        assert _place(ground, seen.x, seen.y) == pytest.approx(known, abs=1e-3)


@given(CAMERAS, ACROSS, AWAY)
def test_every_other_point_is_where_it_is(camera: Camera, x: float, y: float) -> None:
    ground = camera.ground()
    error = place_error(fitted(ground), *camera.seen(x, y))
    assert _place(ground, *camera.seen(x, y)) == pytest.approx((x, y), abs=max(1, error / 10))


@given(CAMERAS, st.permutations(range(4)))
def test_the_order_of_the_points_does_not_matter(camera: Camera, order: list[int]) -> None:
    ground = camera.ground()
    turned = replace(
        ground,
        seen=tuple(ground.seen[i] for i in order),
        known=tuple(ground.known[i] for i in order),
    )
    here = camera.seen(500, 9000)
    assert _place(turned, *here) == pytest.approx(_place(ground, *here), abs=0.01)


@given(CAMERAS, st.integers(-90_000, 90_000), st.integers(0, 359))
def test_axes_laid_elsewhere_change_no_distance_and_no_error(
    camera: Camera, shift: int, turn: int
) -> None:
    ground, angle = camera.ground(), np.radians(turn)
    moved = tuple(
        (
            round(x * np.cos(angle) - y * np.sin(angle)) + shift,
            round(x * np.sin(angle) + y * np.cos(angle)) - shift,
        )
        for x, y in ground.known
    )
    other = replace(ground, known=moved)  # type: ignore[arg-type]
    a, b = camera.seen(-1000, 8000), camera.seen(2000, 12_000)
    distances = [np.hypot(*np.subtract(_place(g, *a), _place(g, *b))) for g in (ground, other)]
    assert distances[0] == pytest.approx(distances[1], abs=5)
    errors = [place_error(fitted(g), *a) for g in (ground, other)]
    assert errors[0] == pytest.approx(errors[1], rel=0.01, abs=1)


@given(CAMERAS, ACROSS, AWAY, st.floats(1000, 2500))
def test_a_height_is_right_but_for_the_cosine_of_the_view(
    camera: Camera, x: float, y: float, tall: float
) -> None:
    level = replace(camera, tilt=0.5)
    foot, head = level.seen(x, y), level.seen(x, y, tall)
    (found,) = heights(fitted(level.ground()), *(np.array([v]) for v in (*foot, foot[1] - head[1])))
    assert found == pytest.approx(tall, rel=0.05)
    foot, head = camera.seen(x, y), camera.seen(x, y, tall)
    assume(head[1] >= 0 and foot[1] <= UNITS and 0 <= foot[0] <= UNITS)
    (found,) = heights(
        fitted(camera.ground()), *(np.array([v]) for v in (*foot, foot[1] - head[1]))
    )
    sight = np.degrees(np.arctan2(camera.high, y))
    assert tall * np.cos(np.radians(max(sight, camera.tilt) + 12)) < found < tall * 1.35


def test_the_error_is_what_shaken_clicks_really_do() -> None:
    camera = Camera()
    ground, chance = camera.ground(), np.random.default_rng(6)
    here, there = camera.seen(1000, 10_000), camera.seen(-500, 13_000)
    units = (UNITS / SIZE[0], UNITS / SIZE[1])
    found, speeds = [], []
    for _ in range(600):
        shaken = tuple(
            Point(*(round(v + chance.normal(0, CLICK) * u) for v, u in zip(p, units, strict=True)))
            for p in ((q.x, q.y) for q in ground.seen)
        )
        other = replace(ground, seen=shaken)  # type: ignore[arg-type]
        found.append(_place(other, *here))
        speeds.append(np.hypot(*np.subtract(found[-1], _place(other, *there))) / 2)
    plane = fitted(ground)
    spread = np.hypot(*np.std(np.array(found), axis=0))
    assert place_error(plane, *here) == pytest.approx(spread, rel=0.15)
    assert speed_error(plane, here, there, 2_000_000) == pytest.approx(np.std(speeds), rel=0.15)
    assert 0 < height_error(plane, *here, 9000.0) < 300


def test_farther_off_the_error_is_larger_and_a_longer_walk_has_a_surer_speed() -> None:
    camera = Camera()
    plane = fitted(camera.ground())
    errors = [place_error(plane, *camera.seen(0, y)) for y in (9000, 20_000, 40_000)]
    assert errors == sorted(errors)
    ends = camera.seen(0, 8000), camera.seen(0, 14_000)
    assert speed_error(plane, *ends, 8_000_000) == pytest.approx(
        speed_error(plane, *ends, 4_000_000) / 2
    )


def test_there_is_no_ground_beyond_the_horizon() -> None:
    plane = fitted(Camera(tilt=10.0).ground())
    sky = (np.array([UNITS / 2]), np.array([100.0]))
    assert np.isnan(places(plane, *sky)).all()
    assert np.isnan(heights(plane, *sky, np.array([900.0]))).all()
    assert np.isnan(place_error(plane, UNITS / 2, 100.0))


@pytest.mark.parametrize("three", [(0, 1, 2), (1, 2, 3), (0, 1, 3), (0, 2, 3)])
def test_three_points_in_a_line_are_refused(three: tuple[int, int, int]) -> None:
    ground = Camera().ground()
    seen, known = list(ground.seen), list(ground.known)
    a, b, c = three
    seen[c] = Point((seen[a].x + seen[b].x) // 2, (seen[a].y + seen[b].y) // 2)
    known[c] = ((known[a][0] + known[b][0]) // 2, (known[a][1] + known[b][1]) // 2)
    for wrong in (replace(ground, seen=tuple(seen)), replace(ground, known=tuple(known))):
        with pytest.raises(WrongUsage, match="EVT-051"):
            fitted(wrong)
    twice = replace(ground, seen=(*ground.seen[:3], ground.seen[0]))
    with pytest.raises(WrongUsage, match="EVT-051"):
        fitted(twice)


@given(CAMERAS, st.sampled_from([(1, 0, 2, 3), (0, 2, 1, 3), (0, 1, 3, 2), (3, 1, 2, 0)]))
def test_two_neighbours_taken_for_each_other_are_refused(
    camera: Camera, order: tuple[int, ...]
) -> None:
    ground = camera.ground()
    with pytest.raises(WrongUsage, match="EVT-052"):
        fitted(replace(ground, seen=tuple(ground.seen[i] for i in order)))


POINTS = st.builds(Point, st.integers(0, UNITS), st.integers(0, UNITS))
PLACES = st.tuples(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6))


@given(st.tuples(POINTS, POINTS, POINTS, POINTS), st.tuples(PLACES, PLACES, PLACES, PLACES))
def test_any_four_points_make_a_plane_or_a_clear_fault(
    seen: tuple[Point, Point, Point, Point],
    known: tuple[tuple[int, int], tuple[int, int], tuple[int, int], tuple[int, int]],
) -> None:
    ground = Ground("north", seen, known, *SIZE, "alice")
    try:
        plane = fitted(ground)
    except WrongUsage:
        return
    assert np.isfinite(plane.matrix).all()
    for clicked, place in zip(seen, known, strict=True):
        assert _place(ground, clicked.x, clicked.y) == pytest.approx(place, abs=1)
