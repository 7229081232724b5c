import pytest

from tests.phrases.reading_of import at, fault
from vsa_core.domain.filters import Hours, Range
from vsa_core.domain.query import Setting
from vsa_core.events.registry import kind_named
from vsa_core.phrases.clauses import clauses
from vsa_core.phrases.cursor import Cursor
from vsa_core.phrases.draft import LEAD, SUBJECT, TAIL, Draft

CROSSING = kind_named("line_crossing")
DWELL = kind_named("dwell")


def taken(text: str, stage: str = TAIL, kind: str = "line_crossing") -> tuple[Draft, Cursor]:
    draft, cursor = Draft(kind), at(text)
    clauses(cursor, draft, stage, kind_named(kind) if stage == TAIL else None)
    return draft, cursor


def test_clauses_come_in_any_order_with_or_without_commas() -> None:
    for text in (
        "caméra 3, entre 1h et 2h vers la gauche ligne(0,0 1,1) écart 5 %",
        "la ligne(0,0 1,1) écart 5 % vers la gauche, caméra 3 entre 1h et 2h",
    ):
        draft, cursor = taken(text)
        assert cursor.ended
        assert (draft.cameras, draft.direction) == (("3",), "to_left")
        assert draft.settings == [Setting("margin", 50, 0, 1000)]
        assert draft.filters == [Hours(60, 120)]
        assert draft.place is not None


def test_a_comma_before_something_else_is_left_there() -> None:
    draft, cursor = taken("caméra 3, et vélo")
    assert cursor.token.text == ","
    assert draft.cameras == ("3",)


def test_before_the_verb_no_place_and_no_setting_is_taken() -> None:
    _, cursor = taken("caméra 3 ligne(0,0 1,1)", LEAD)
    assert cursor.token.text == "ligne"
    _, cursor = taken("durée minimale 20 s", SUBJECT)
    assert cursor.index == 0


def test_what_is_said_last_may_be_about_the_whole() -> None:
    draft, _ = taken("caméra 3 durée plus de 2 s")
    assert [span.word for _, span in draft.late] == ["caméra 3", "durée plus de 2 s"]
    assert taken("caméra 3", LEAD)[0].late == []


def test_a_direction_has_its_technical_name_too() -> None:
    assert taken("direction(to_right)")[0].direction == "to_right"

    def named(cursor: Cursor) -> None:
        clauses(cursor, Draft("line_crossing"), TAIL, CROSSING)

    assert fault(named, "direction(up)") == ("EVT-003", "up")


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("plus de 20 s", "PHR-007", "plus de 20 s"),
        ("caméra 3 caméra 4", "PHR-010", "caméra 4"),
        ("zone(0,0 1,1 2,0) zone(0,0 1,1 2,0)", "PHR-010", "zone(0,0 1,1 2,0)"),
        ("le 5 mars 2024 le 6 mars 2024", "PHR-010", "le 6 mars 2024"),
    ],
)
def test_a_clause_that_is_wrong_is_pointed_at(text: str, code: str, word: str) -> None:
    def of_dwell(cursor: Cursor) -> None:
        clauses(cursor, Draft("dwell"), TAIL, DWELL)

    assert fault(of_dwell, text) == (code, word)


def test_a_bare_duration_is_of_the_track_where_the_kind_has_none() -> None:
    assert taken("plus de 20 s")[0].filters == [Range("duration", 20_000, None)]
