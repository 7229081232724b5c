import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.test_ground import GROUND
from vsa_core.domain.filters import Colours, Heading
from vsa_core.domain.geometry import UNITS, Flow, Line, Path, Place, Point, Zone
from vsa_core.domain.moment import Window
from vsa_core.domain.provenance import canonical
from vsa_core.domain.query import Query, Setting, place_fields, place_of, query_of

units = st.integers(0, UNITS)
points = st.builds(Point, units, units)
lines = st.tuples(points, points).filter(lambda p: p[0] != p[1]).map(lambda p: Line(*p))
flows = st.lists(st.integers(-1, 255), min_size=64, max_size=64).map(lambda c: Flow(tuple(c)))
paths = lines.map(lambda line: Path((line.a, line.b)))
zones = st.lists(points, min_size=3, max_size=6).map(lambda p: Zone(tuple(p)))


@given(lines | zones | paths | flows | st.none())
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
        replace(plain, filters=(Heading(90),)),
        replace(plain, parts=(plain,)),
        replace(plain, grounds=(GROUND,)),
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


def test_a_combined_question_is_what_its_fields_say() -> None:
    red = Query("seen", classes=("person",), filters=(Colours("upper", ("red",)),))
    late = Query("zone_entry", ("quai",), place=Zone((Point(0, 0), Point(9, 0), Point(9, 9))))
    whole = Query("then", ("rue",), parts=(red, Query("not", parts=(late,))), grounds=(GROUND,))
    assert query_of(json.loads(canonical(whole.fields()))) == whole
    assert whole.leaves() == (red, late)


def test_the_cameras_of_a_whole_are_those_of_its_parts_or_its_own() -> None:
    here, there, any_of = Query("seen", ("rue",)), Query("seen", ("quai",)), Query("seen")
    assert Query("then", parts=(here, there)).named_cameras() == ("rue", "quai")
    assert Query("then", ("pont",), parts=(here, any_of)).named_cameras() == ("rue", "pont")
    assert Query("then", parts=(here, any_of)).named_cameras() == ()


def test_a_part_that_asks_every_class_makes_the_whole_ask_every_class() -> None:
    people, cars = Query("seen", classes=("person",)), Query("seen", classes=("car", "person"))
    assert Query("any", parts=(people, cars)).named_classes() == ("person", "car")
    assert Query("any", parts=(people, Query("seen"))).named_classes() == ()
