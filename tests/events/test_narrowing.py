"""Filters: each lets through what it measures, several what all let through, wider never less."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.events.cameras import Camera
from tests.events.filtered import COLOURED, FILTERS
from tests.events.laws import WORDS
from tests.events.test_colour_share import RED_COAT
from tests.events.worlds import Walk, tracks
from vsa_core.domain.filters import Colours, Filter, Heading, Hours, Range
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.narrowing import filter_measures, let_through

NOBODY = Hours(0, 1)


def _kept(world: Tracks, *filters: Filter) -> list[int]:
    rows = np.arange(len(world))
    return let_through(rows, world, Query("zone_entry", filters=filters)).tolist()


def _lone(*filters: Filter, world: Tracks = RED_COAT) -> bool:
    return _kept(world, *filters) == [0]


def test_a_colour_needs_its_share() -> None:
    assert _lone(Colours("upper", ("red",), 800))
    assert not _lone(Colours("upper", ("red",), 801))
    assert not _lone(Colours("whole", ("red",), 1))
    assert not _lone(Colours("lower", ("unknown",), 1))


def test_a_range_holds_both_its_ends() -> None:
    world = tracks(Walk([(0, 1.0, 1.0), (5000, 1.0, 1.0)]))
    assert _lone(Range("duration", 5000, 5000), world=world)
    assert not _lone(Range("duration", 5001, None), world=world)
    assert not _lone(Range("duration", None, 4999), world=world)


def test_a_heading_has_two_sides_and_needs_a_way() -> None:
    world = tracks(Walk([(0, 10_000.0, 10_000.0), (900, 40_000.0, 10_000.0)]))
    assert _lone(Heading(20, 20), world=world)
    assert _lone(Heading(340, 20), world=world)
    assert not _lone(Heading(21, 20), world=world)
    assert not _lone(Heading(0, 180), world=tracks(Walk([(0, 1.0, 1.0)])))


def test_hours_are_not_about_tracks() -> None:
    assert _lone(NOBODY)
    assert filter_measures(RED_COAT, 0, Query("dwell", filters=(NOBODY,))) == ()


def test_a_track_without_points_passes_no_filter() -> None:
    empty = replace(RED_COAT, starts=np.array([0, 0]))
    assert _kept(empty, Range("score", 0, None)) == []
    assert _kept(empty) == [0]


def test_every_measure_stands_beside_its_thresholds_and_has_words() -> None:
    camera = Camera()
    steps = [(i * 1000, *camera.seen(-1500 + 300 * i, 9000)) for i in range(10)]
    world = replace(tracks(Walk(steps, size=(2000.0, 9000.0))), colours=RED_COAT.colours)
    asked: tuple[Filter, ...] = (
        *(Range(what, 1, 10**9) for what in ("size", "speed", "duration", "score")),
        *(Range(what, 1, 10**9) for what in ("metres", "metric_speed")),
        Colours("upper", ("red",), 300),
        Colours("lower", ("blue",)),
        Heading(0),
    )
    query = Query("seen", filters=asked, grounds=(camera.ground(),))
    told = {m.name: m for m in filter_measures(world, 0, query)}
    assert (told["colour_upper"].value, told["colour_upper"].threshold) == (800, 300)
    assert (told["heading_aside"].value, told["heading_aside"].threshold) == (0, 45)
    assert (told["duration_least"].value, told["duration_least"].threshold) == (9000, 1)
    assert told["duration_most"].threshold == 10**9
    assert told["metric_speed_least"].value == pytest.approx(300, abs=2)
    assert 0 < told["metric_speed_error"].value < 60
    assert told["metric_speed_error"].threshold is None
    assert 0 < told["metres_error"].value < 300
    wanted = {
        *(f"{f.what}_{end}" for f in asked if isinstance(f, Range) for end in ("least", "most")),
        *(f"colour_{where}" for where in ("upper", "lower", "whole")),
        "heading_aside", "metres_error", "metric_speed_error",
    }  # fmt: skip
    for words in WORDS:
        assert all(words.knows(f"kinds.measure.{name}") for name in wanted | set(told))
        assert all(words.knows(f"kinds.unit.{m.unit}") for m in told.values())


@given(COLOURED, FILTERS)
def test_what_is_let_through_is_what_the_measures_say(world: Tracks, asked: Filter) -> None:
    kept = _kept(world, asked)
    for row in range(len(world)):
        told = filter_measures(world, row, Query("dwell", filters=(asked,)))
        holds = [
            m.value != -1
            and m.threshold is not None
            and (m.value <= m.threshold if _at_most(m.name) else m.value >= m.threshold)
            for m in told
        ]
        assert (row in kept) == all(holds)


def _at_most(name: str) -> bool:
    return name.endswith("_most") or name == "heading_aside"


@given(COLOURED, FILTERS, FILTERS)
def test_two_filters_let_through_what_both_do(world: Tracks, one: Filter, other: Filter) -> None:
    both = sorted(set(_kept(world, one)) & set(_kept(world, other)))
    assert _kept(world, one, other) == _kept(world, other, one) == both
    assert _kept(world, one, one) == _kept(world, one)


def _wider(asked: Filter, by: int) -> Filter:
    match asked:
        case Colours(where, names, share):
            return Colours(where, (*names, "black"), max(1, share - by))
        case Range(what, low, high):
            less = None if low is None else max(0, low - by)
            return Range(what, less, None if high is None else high + by)
        case Heading(towards, spread):
            return Heading(towards, min(180, spread + by))
        case _:
            return asked


@given(COLOURED, FILTERS, st.integers(0, 5000))
def test_a_wider_filter_never_loses_a_track(world: Tracks, asked: Filter, by: int) -> None:
    assert set(_kept(world, asked)) <= set(_kept(world, _wider(asked, by)))


@given(COLOURED, FILTERS)
def test_tracks_are_judged_one_by_one_and_rows_stay_in_order(world: Tracks, asked: Filter) -> None:
    query = Query("dwell", filters=(asked,))
    each = [row for row in range(len(world)) if let_through(np.array([row]), world, query).size]
    assert _kept(world, asked) == each
    back = np.arange(len(world))[::-1]
    assert let_through(back, world, query).tolist() == each[::-1]
