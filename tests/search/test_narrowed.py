"""One question: classes, filters and hours of any kind, and the basis before all of them."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.events.cameras import Camera
from tests.events.filtered import COLOURED, FILTERS
from tests.events.test_presence import YARD
from tests.events.worlds import NOON, Walk, ask, only, tracks
from tests.search.archive import crossing, grant, window
from tests.search.sights import CROSSINGS, LINE, SECOND
from vsa_core.domain.filters import Filter, Hours, Range
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.narrowing import let_through
from vsa_core.search.narrowed import judged

LEAVE = grant("north")
KINDS = st.sampled_from(
    [ask("line_crossing", LINE), ask("zone_entry", YARD), ask("dwell", YARD, minimum=500)]
)


def _rows(query: Query, world: Tracks) -> list[tuple[int, int, int]]:
    return [
        (int(told.number[found.row]), found.at, found.until)
        for told, found in judged(query, world, "north", LEAVE)
    ]


@given(KINDS, COLOURED, FILTERS)
def test_a_filtered_question_is_the_question_of_the_tracks_let_through(
    query: Query, world: Tracks, asked: Filter
) -> None:
    narrowed = replace(query, filters=(asked,))
    kept = let_through(np.arange(len(world)), world, narrowed).tolist()
    assert _rows(narrowed, world) == _rows(query, only(world, kept))


@given(KINDS, COLOURED, FILTERS, FILTERS)
def test_filters_together_are_their_intersection_and_never_add(
    query: Query, world: Tracks, one: Filter, other: Filter
) -> None:
    both = _rows(replace(query, filters=(one, other)), world)
    first, second = (_rows(replace(query, filters=(f,)), world) for f in (one, other))
    assert both == [row for row in first if row in second]
    assert set(first) <= set(_rows(query, world))


@given(KINDS, COLOURED, FILTERS, st.integers(0, 20), st.integers(1, 30))
def test_nothing_outside_the_basis_weighs_in_on_a_filter(
    query: Query, world: Tracks, asked: Filter, start: int, length: int
) -> None:
    allowed = window(start * 500_000, (start + length) * 500_000)
    leave = grant("north", window=allowed)
    narrowed = replace(query, filters=(asked,))
    outside = (world.t < allowed.start) | (world.t >= allowed.end)
    altered = replace(world, h=np.where(outside, world.h * 3 + 9, world.h))
    for told, found in judged(narrowed, world, "north", leave):
        assert allowed.start <= found.at <= found.until < allowed.end
        assert found.measures[-1].value != -1
        assert told.points_of(found.row).stop > told.points_of(found.row).start
    if query.kind == "dwell" and isinstance(asked, Range):
        before, after = (
            {m for _, f in judged(narrowed, w, "north", leave) for m in f.measures[3:]}
            for w in (world, altered)
        )
        assert before == after


def test_a_duration_is_counted_within_the_basis() -> None:
    walk = Walk([(i * 1000, 30_000.0, 10_000.0 + i * 2000) for i in range(21)])
    query = replace(CROSSINGS, filters=(Range("duration", None, 7000),))
    assert judged(query, tracks(walk), "north", LEAVE) == []
    leave = grant("north", window=window(5 * SECOND, 12 * SECOND + 1))
    ((_, found),) = judged(query, tracks(walk), "north", leave)
    assert (found.at, found.measures[-1].value) == (NOON + 10_000_000, 7000)


def test_hours_are_of_the_beginning_of_the_event() -> None:
    world = tracks(crossing(1000), crossing(3_599_000))  # from 23:13:20 in Paris, for an hour
    late, early = Hours(23 * 60, 24 * 60), Hours(0, 60)
    assert [
        f.row for _, f in judged(replace(CROSSINGS, filters=(late,)), world, "north", LEAVE)
    ] == [0]
    assert [
        f.row for _, f in judged(replace(CROSSINGS, filters=(early,)), world, "north", LEAVE)
    ] == [1]


@pytest.mark.parametrize(("camera", "count"), [("north", 1), ("south", 0), ("east", 0)])
def test_metres_go_through_the_ground_of_the_camera(camera: str, count: int) -> None:
    north, south = Camera(tilt=5.0, high=3000), Camera(tilt=60.0, high=9000)
    steps = [(i * 1000, *north.seen(-1000 + 1000 * i, 9000)) for i in range(3)]
    world = replace(tracks(Walk(steps, size=(900.0, 9000.0))), picture=(1920, 1080))
    asked = Range("metric_speed", 990, 1010)
    query = Query(
        "seen",
        filters=(asked,),
        grounds=(north.ground("north"), south.ground("south")),
        cameras=("north", "south"),
    )
    leave = grant("north", "south", "east")
    assert len(judged(query, world, camera, leave)) == count


def test_a_camera_that_is_not_asked_or_not_allowed_tells_nothing() -> None:
    world = tracks(crossing(1000))
    south = replace(CROSSINGS, cameras=("south",))
    assert judged(south, world, "north", grant("north", "south")) == []
    assert judged(CROSSINGS, world, "south", LEAVE) == []
    assert len(judged(south, world, "south", grant("south"))) == 1
