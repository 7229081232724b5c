import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.phrases.questions import LANGUAGES, lexicon, questions
from vsa_core.domain.filters import Colours, Hours
from vsa_core.domain.geometry import Line, Point, Zone
from vsa_core.domain.ground import Ground
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query
from vsa_core.domain.spelling import is_shown
from vsa_core.errors import WrongUsage
from vsa_core.phrases.writing import verb, way, who, write

FR = lexicon("fr")
LINE = Line(Point(0, 0), Point(65_535, 65_535))
ZONE = Zone((Point(0, 0), Point(32_768, 0), Point(32_768, 32_768)))
PERSON = Query("seen", classes=("person",))
HOUR = Window(0, 3_600_000_000)
RED = Colours("upper", ("red",))


@pytest.mark.parametrize("language", LANGUAGES)
@given(questions)
@settings(max_examples=30)
def test_a_canonical_text_is_composed_and_legible(language: str, query: Query) -> None:
    text = write(lexicon(language), query)
    assert unicodedata.is_normalized("NFC", text)
    assert all(map(is_shown, text))
    assert text == text.strip()
    assert "  " not in text or query.cameras or query.parts


@pytest.mark.parametrize(
    ("query", "text"),
    [
        (PERSON, "personne"),
        (Query("seen"), "tout"),
        (Query("seen", classes=("car", "bus")), "voiture ou bus visible"),
        (
            Query("line_crossing", ("3",), ("person",), None, LINE, "to_left"),
            "personne franchit ligne(0,0 100,100) vers la gauche caméra 3",
        ),
        (Query("stopped", classes=("car",)), "voiture s’arrête"),
        (
            Query("stopped", classes=("car",), place=ZONE),
            "voiture s’arrête dans zone(0,0 50,0 50,50)",
        ),
        (
            Query("seen", classes=("car",), filters=(Colours("any", ("white",)),)),
            "voiture en blanc",
        ),
        (
            Query("all", parts=(PERSON, Query("not", parts=(PERSON,)))),
            "personne sauf (personne)",
        ),
        (
            Query("all", parts=(Query("not", parts=(PERSON,)), PERSON)),
            "non (personne) et personne",
        ),
        (Query("any", parts=(PERSON, PERSON)), "(personne) ou (personne)"),
        (
            Query("then", cameras=("3",), parts=(PERSON, replace(PERSON, filters=(RED,)))),
            "(personne puis (personne haut rouge)) caméra 3",
        ),
        (
            replace(PERSON, filters=(Hours(0, 60), Hours(60, 120), RED), window=HOUR),
            "personne entre 0h et 1h, entre 1h et 2h haut rouge"
            " entre le 1 janvier 1970 à 1h et le 1 janvier 1970 à 2h",
        ),
    ],
)  # fmt: skip
def test_the_canonical_form(query: Query, text: str) -> None:
    assert write(FR, query) == text


def test_calibrations_are_left_out() -> None:
    point = Point(0, 0)
    ground = Ground("rue", (point,) * 4, ((0, 0),) * 4, 1, 1, "alice")
    assert write(FR, replace(PERSON, grounds=(ground,))) == write(FR, PERSON)


@pytest.mark.parametrize(
    "query",
    [
        Query("all", parts=(PERSON, replace(PERSON, window=Window(0, 1)))),
        Query("all", parts=(PERSON, replace(PERSON, filters=(Hours(0, 1),)))),
        Query("all", parts=(PERSON, PERSON), place=ZONE),
        Query("line_crossing", place=Line(Point(-1, 0), Point(1, 1))),
        Query("seen", classes=("unicorn",)),
    ],
)
def test_what_no_text_says_is_refused(query: Query) -> None:
    with pytest.raises(WrongUsage, match="PHR-017"):
        write(FR, query)


def test_what_has_no_words_has_its_technical_name() -> None:
    assert verb(FR, "odd_kind") == "sorte(odd_kind)"
    assert way(FR, "odd_way") == "direction(odd_way)"
    assert who(FR, ()) == "tout"
