from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.state.taking import alike, parts_of, spared
from tests.app.inquiry import CAMERAS, JOINS, KINDS, LINE, PLACES, ZONE, named
from tests.desk.scene import START
from vsa_core.desk.queries import KindSheet
from vsa_core.domain.filters import Colours, Heading, Hours, Range
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query, Setting
from vsa_core.events.registry import completed

SHEETS = {sheet.kind: sheet for sheet in KINDS}
CROSSING = Query("line_crossing", ("rue",), ("person",), place=LINE)
STAY = Query("dwell", ("rue",), place=ZONE)
NIGHT = Hours(1320, 300)


def leaf(sheet: KindSheet, place: str, values: tuple[int, ...], cameras: int) -> Query:
    asked = CAMERAS[:1] if place else CAMERAS[: cameras % 3]
    settings = tuple(
        Setting(p.name, p.low + value % (p.high - p.low + 1), p.low, p.high)
        for p, value in zip(sheet.parameters, values, strict=False)
    )
    direction = ("", *sheet.directions)[values[0] % (len(sheet.directions) + 1)]
    return Query(
        sheet.kind,
        asked,
        ("person",),
        None,
        PLACES[place],
        direction,
        settings,
        (Colours("upper", ("red",)), Range("size", 10, None), Heading(90)),
    )


leaves = st.sampled_from(KINDS).flatmap(
    lambda sheet: st.builds(
        leaf,
        st.just(sheet),
        st.sampled_from(sheet.places),
        st.lists(st.integers(0, 9999), min_size=9, max_size=9).map(tuple),
        st.integers(0, 9),
    )
)


@given(leaves, st.sampled_from([None, Window(START, START + 9)]), st.booleans())
def test_a_question_taken_is_asked_again_as_it_is(
    query: Query, window: Window | None, at_night: bool
) -> None:
    filters = (*query.filters, NIGHT) if at_night else query.filters
    query = replace(query, window=window, filters=filters)
    parts = parts_of(query, KINDS, CAMERAS)
    assert parts.shown.fixed is None, "the panel has fields for it"
    assert alike(parts.query(CAMERAS), query, SHEETS, CAMERAS)


@given(st.lists(leaves, min_size=2, max_size=4), st.sampled_from(["all", "any"]), st.data())
def test_a_combination_taken_is_asked_again_as_it_is(
    asked: list[Query], join: str, data: st.DataObject
) -> None:
    excepted = [join == "all" and data.draw(st.booleans()) for _ in asked]
    parts = tuple(
        Query("not", parts=(part,)) if no else part
        for part, no in zip(asked, excepted, strict=True)
    )
    whole = Query(join, window=Window(START, START + 9), filters=(NIGHT,), parts=parts)
    taken = parts_of(whole, KINDS, CAMERAS)
    assert alike(taken.query(CAMERAS), whole, SHEETS, CAMERAS)
    assert [part.excepted for part in taken.listed] == excepted


def test_parts_within_parts_stay_as_they_are_written() -> None:
    inner = Query("any", parts=(CROSSING, STAY))
    whole = Query("all", parts=(CROSSING, inner))
    taken = parts_of(whole, KINDS, CAMERAS)
    assert [part.fixed for part in taken.listed] == [None, inner]
    assert taken.query(CAMERAS).parts[1] == inner


@pytest.mark.parametrize(
    "query",
    [
        Query("flow", ("rue",)),
        Query("seen", ("nowhere",)),
        Query("seen", filters=(Range("size", 1, None), Range("size", 2, None))),
    ],
)
def test_what_no_field_says_is_one_written_part(query: Query) -> None:
    taken = parts_of(query, KINDS, CAMERAS)
    assert taken.shown.fixed == query
    assert taken.query(CAMERAS) == query


def test_a_place_without_its_camera_leaves_the_camera_to_be_chosen() -> None:
    taken = parts_of(replace(CROSSING, cameras=()), KINDS, CAMERAS)
    assert taken.choice.cameras == ()
    assert taken.choice.place == LINE
    assert taken.lacking(None)[1] == "camera"
    assert parts_of(replace(CROSSING, cameras=()), KINDS, ("rue",)).choice.cameras == ("rue",)


def test_a_slider_declared_over_less_stays_so() -> None:
    narrow = Setting("minimum", 30_000, 10_000, 60_000)
    taken = parts_of(replace(STAY, settings=(narrow,)), KINDS, CAMERAS)
    assert narrow in taken.query(CAMERAS).settings


def test_settings_that_are_as_usual_are_spared_and_nothing_else() -> None:
    whole = completed(replace(STAY, settings=(Setting("minimum", 1, 0, 86_400_000),)))
    short = spared(whole, (*KINDS, *JOINS))
    assert [setting.name for setting in short.settings] == ["minimum"]
    assert completed(short) == whole
    assert named("dwell").parameters
