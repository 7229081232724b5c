import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.geometry import UNITS, Line, Place, Point, Zone
from vsa_core.domain.moment import Window
from vsa_core.domain.provenance import canonical
from vsa_core.domain.query import Query, Setting, place_fields, place_of, query_of

units = st.integers(0, UNITS)
points = st.builds(Point, units, units)
lines = st.tuples(points, points).filter(lambda p: p[0] != p[1]).map(lambda p: Line(*p))
zones = st.lists(points, min_size=3, max_size=6).map(lambda p: Zone(tuple(p)))


@given(lines | zones | st.none())
def test_a_place_survives_its_fields(place: Place | None) -> None:
    assert place_of(place_fields(place)) == place


def test_what_is_no_place_is_refused() -> None:
    with pytest.raises(ValueError, match="not a place"):
        place_of({"circle": [[0, 0]]})


def test_every_part_of_the_question_changes_its_digest() -> None:
    plain = Query("line_crossing", place=Line(Point(0, 0), Point(9, 9)))
    others = [
        replace(plain, kind="dwell"),
        replace(plain, cameras=("rue",)),
        replace(plain, classes=("person",)),
        replace(plain, window=Window(0, 1)),
        replace(plain, place=Line(Point(9, 9), Point(0, 0))),
        replace(plain, direction="to_left"),
        replace(plain, settings=(Setting("settle", 1, 0, 9),)),
        replace(plain, settings=(Setting("settle", 1, 0, 8),)),
    ]
    assert len({query.digest for query in [plain, *others]}) == len(others) + 1


def test_a_setting_outside_its_declared_range_is_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        Setting("minimum", 11, 0, 10)


def test_settings_are_found_by_name() -> None:
    query = Query("dwell", settings=(Setting("minimum", 5, 0, 10),))
    assert query.setting("minimum") == 5
    with pytest.raises(KeyError):
        query.setting("other")


@pytest.mark.parametrize(
    "place",
    [None, Line(Point(1, 2), Point(3, 4)), Zone((Point(0, 0), Point(9, 0), Point(9, 9)))],
)
def test_a_question_is_what_its_fields_say(place: Place | None) -> None:
    asked = Query(
        "dwell", ("rue",), ("car",), Window(3, 9), place, "enter", (Setting("minimum", 5, 0, 9),)
    )
    assert query_of(asked.fields()) == asked
    plain = Query("line_crossing", place=place)
    assert query_of(json.loads(canonical(plain.fields()))) == plain
    with pytest.raises((KeyError, TypeError, ValueError)):
        query_of({**asked.fields(), "place": {"circle": []}})
