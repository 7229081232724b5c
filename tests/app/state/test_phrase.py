from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from app.state.phrase import phrase
from app.words import Words, read_words
from tests.app.inquiry import KINDS, LINE, ZONE
from vsa_core.domain.moment import MICROSECONDS, Window
from vsa_core.domain.objects import CLASSES
from vsa_core.domain.query import Query, Setting

ENGLISH = read_words("en")


def at(text: str) -> int:
    moment = datetime.fromisoformat(text).replace(tzinfo=UTC)
    return int(moment.timestamp()) * MICROSECONDS


AFTERNOON = Window(at("2024-11-21T12:20:00"), at("2024-11-21T13:20:00"))
CROSSING = Query("line_crossing", ("rue",), ("person",), AFTERNOON, LINE, "to_left")


def test_a_question_is_told_in_one_sentence(words: Words) -> None:
    assert phrase(CROSSING, words) == (
        "Une personne franchit la ligne vers la gauche, caméra rue,"
        " le 21/11/2024, entre 13:20:00 et 14:20:00."
    )
    assert phrase(CROSSING, ENGLISH) == (
        "A person crosses the line to the left, camera rue,"
        " on 2024-11-21, between 13:20:00 and 14:20:00."
    )


def test_nobody_is_never_read_for_a_person(words: Words) -> None:
    """ "Personne franchit" would read as "nobody crosses"."""
    assert phrase(CROSSING, words).startswith("Une personne ")


def test_what_was_left_open_is_told_as_open(words: Words) -> None:
    query = Query("line_crossing", place=LINE)
    assert phrase(query, words) == (
        "Tout ce qui bouge franchit la ligne, dans un sens ou dans l’autre,"
        " toutes les caméras du cadre, sur toute la période autorisée."
    )


def test_several_classes_and_cameras_are_listed(words: Words) -> None:
    query = replace(CROSSING, classes=("person", "bicycle", "car"), cameras=("rue", "cour"))
    assert phrase(query, words).startswith("Une personne, un vélo ou une voiture franchit")
    assert "caméras rue, cour" in phrase(query, words)


def test_a_stay_is_told_with_its_shortest_length(words: Words) -> None:
    query = Query("dwell", ("rue",), place=ZONE, settings=(Setting("minimum", 90_000, 0, 10**6),))
    told = phrase(query, words).replace("\u00a0", " ")
    assert "reste dans la zone au moins 1 min 30 s, caméra rue" in told


def test_a_period_over_midnight_and_its_thousandths_are_told(words: Words) -> None:
    night = Window(at("2024-11-21T22:30:00") + 40_000, at("2024-11-21T23:30:00"))
    assert phrase(replace(CROSSING, window=night), words).endswith(
        "entre le 21/11/2024 à 23:30:00,040 et le 22/11/2024 à 00:30:00."
    )
    assert phrase(replace(CROSSING, window=night), ENGLISH).endswith(
        "between 2024-11-21 at 23:30:00.040 and 2024-11-22 at 00:30:00."
    )


def test_a_camera_that_hides_its_name_is_shown_to(words: Words) -> None:
    assert "⟨U+202E⟩" in phrase(replace(CROSSING, cameras=("a\u202eb",)), words)


@pytest.mark.parametrize("words", [read_words("fr"), ENGLISH], ids=["fr", "en"])
def test_no_technical_word_is_ever_told(words: Words) -> None:
    for kind in KINDS:
        for direction, name in product(("", *kind.directions), CLASSES):
            query = Query(kind.kind, ("rue",), (name,), direction=direction)
            assert "_" not in phrase(query, words)
            assert words.knows(f"question.one.{name}")
