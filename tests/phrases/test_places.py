import pytest
from hypothesis import given

from tests.phrases.questions import LANGUAGES, flows, lexicon, lines, paths, zones
from tests.phrases.reading_of import at, fault
from vsa_core.domain.geometry import UNITS, Line, Place, Point, shape_of
from vsa_core.phrases.cursor import Cursor
from vsa_core.phrases.places import drawn, place

SHAPES = ("line", "zone", "path", "flow")


def taken(cursor: Cursor) -> object:
    return place(cursor, SHAPES)


@pytest.mark.parametrize("language", LANGUAGES)
@given(lines | zones | paths | flows)
def test_a_place_survives_its_text(language: str, told: Place) -> None:
    cursor = at(drawn(lexicon(language), told), language)
    assert place(cursor, SHAPES) == (shape_of(told), told)
    assert cursor.ended


def test_every_frame_unit_has_a_text_of_three_decimals_at_most() -> None:
    for unit in range(0, UNITS + 1, 7):
        line = Line(Point(unit, 0), Point(0, UNITS))
        assert place(at(drawn(lexicon("fr"), line)), SHAPES) == ("line", line)


def test_small_words_before_a_place_are_left_out() -> None:
    assert taken(at("le long de la ligne(0,0 100,100)")) == (
        "line", Line(Point(0, 0), Point(UNITS, UNITS)),
    )  # fmt: skip
    cursor = at("dans le noir")
    assert taken(cursor) is None
    assert cursor.index == 0


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("ligne(1,1 1,1)", "PHR-015", "ligne(1,1 1,1)"),
        ("ligne(1,1 2,2 3,3)", "PHR-015", "ligne(1,1 2,2 3,3)"),
        ("zone(1,1 2,2)", "PHR-015", "zone(1,1 2,2)"),
        ("flux(1 2)", "PHR-015", "flux(1 2)"),
        ("zone(1,1 -2,2 3,3)", "PHR-011", "-2"),
        ("zone(1,1 2", "PHR-006", ""),
        ("zone(1,1 2;2)", "PHR-005", ";"),
    ],
)
def test_a_place_that_is_none_is_pointed_at(text: str, code: str, word: str) -> None:
    assert fault(taken, text) == (code, word)


def test_a_corner_outside_the_picture_is_not_written() -> None:
    with pytest.raises(ValueError, match="-1"):
        drawn(lexicon("fr"), Line(Point(-1, 0), Point(1, 1)))
