"""The list of kinds, their sliders and words, and the questions that make no sense."""

import pytest

from tests.events.laws import WORDS
from tests.events.test_presence import YARD
from vsa_core.domain.geometry import Line, Path, Place, Point, Zone
from vsa_core.domain.query import Query, Setting
from vsa_core.errors import WrongUsage
from vsa_core.events.interface import EventKind
from vsa_core.events.registry import KINDS, checked, completed, kind_named

LINE = Line(Point(0, 0), Point(65_535, 65_535))
PLACES: dict[str, Place | None] = {
    "line": LINE,
    "zone": YARD,
    "path": Path((LINE.a, LINE.b)),
    "": None,
}


def test_names_are_distinct_and_found() -> None:
    names = [kind.KIND for kind in KINDS]
    assert names == [
        "seen", "line_crossing", "zone_presence", "zone_entry", "zone_exit", "dwell",
        "stopped", "wrong_way", "path_following", "gathering", "crowd_density", "count",
        "proximity",
    ]  # fmt: skip
    assert [kind_named(name) for name in names] == list(KINDS)


def test_an_unknown_kind_is_told_the_known_ones() -> None:
    with pytest.raises(WrongUsage) as refusal:
        kind_named("assault")
    assert refusal.value.code == "EVT-001"
    assert refusal.value.values["known"] == ", ".join(kind.KIND for kind in KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.KIND)
def test_sliders_are_sound_and_everything_has_words(kind: EventKind) -> None:
    names = [p.name for p in kind.PARAMETERS]
    assert len(set(names)) == len(names)
    assert all(p.low <= p.default <= p.high for p in kind.PARAMETERS)
    for words in WORDS:
        for room in ("kind", "about"):
            assert words.knows(f"kinds.{room}.{kind.KIND}")
        assert all(words.knows(f"kinds.place.{place}") for place in kind.PLACES if place)
        assert all(words.knows(f"kinds.direction.{word}") for word in kind.DIRECTIONS)
        assert all(words.knows(f"kinds.setting.{name}") for name in names)
        assert all(words.knows(f"kinds.unit.{p.unit}") for p in kind.PARAMETERS)
        for p in kind.PARAMETERS:
            if p.unit in ("anchor", "yes_no"):
                assert all(
                    words.knows(f"kinds.choice.{p.unit}_{v}") for v in range(p.low, p.high + 1)
                )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.KIND)
def test_a_complete_question_carries_every_slider(kind: EventKind) -> None:
    first, *rest = kind.PARAMETERS
    given = Setting(first.name, first.high - 1, first.low, first.high)
    asked = Query(kind.KIND, place=PLACES[kind.PLACES[0]], settings=(given,))
    full = completed(asked)
    assert [s.name for s in full.settings] == [p.name for p in kind.PARAMETERS]
    assert full.setting(first.name) == first.high - 1
    assert [full.setting(p.name) for p in rest] == [p.default for p in rest]
    assert completed(full) == full
    assert (full.digest != asked.digest) == bool(rest)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        (Query("assault"), "EVT-001"),
        (Query("line_crossing"), "EVT-002"),
        (Query("line_crossing", place=YARD), "EVT-002"),
        (Query("dwell", place=LINE), "EVT-002"),
        (Query("dwell", place=YARD, direction="enter"), "EVT-003"),
        (Query("line_crossing", place=LINE, direction="up"), "EVT-003"),
        (Query("dwell", place=YARD, settings=(Setting("settel", 1, 0, 2),)), "EVT-004"),
        (Query("dwell", place=YARD, settings=(Setting("margin", 1, -1, 2),)), "EVT-005"),
        (Query("dwell", place=YARD, settings=(Setting("margin", 1, 0, 1001),)), "EVT-005"),
        (Query("dwell", place=YARD, classes=("person", "face")), "EVT-006"),
        (Query("line_crossing", place=Line(Point(0, 0), Point(0, 65_536))), "EVT-007"),
        (Query("dwell", place=Zone((Point(0, 0), Point(-1, 0), Point(1, 1)))), "EVT-007"),
        (Query("dwell", place=YARD, settings=(Setting("edge", 1, 0, 2),) * 2), "EVT-008"),
    ],
)
def test_questions_that_make_no_sense(query: Query, code: str) -> None:
    with pytest.raises(WrongUsage) as refusal:
        checked(query)
    assert refusal.value.code == code


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.KIND)
def test_questions_that_make_sense(kind: EventKind) -> None:
    place = PLACES[kind.PLACES[0]]
    assert checked(Query(kind.KIND, place=place, classes=("unnamed", "car"))) is kind
    for word in kind.DIRECTIONS:
        assert checked(Query(kind.KIND, place=place, direction=word)) is kind
