import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.phrases.questions import LANGUAGES, lexicon, questions
from vsa_core.domain.phrase import Completion
from vsa_core.domain.query import Query
from vsa_core.phrases.completion import complete
from vsa_core.phrases.tokens import folded
from vsa_core.phrases.writing import write

FR = lexicon("fr")
LETTERS = re.compile(r"[^\W\d_]+")


def offered(typed: str, *cameras: str) -> list[str]:
    return [one.text for one in complete(FR, typed, len(typed), cameras)]


def taken(typed: str, text: str, *cameras: str) -> str:
    """What the text becomes when that completion is taken."""
    (one,) = [one for one in complete(FR, typed, len(typed), cameras) if one.text == text]
    return typed[: one.start] + one.text + typed[one.end :]


@pytest.mark.parametrize("language", LANGUAGES)
@given(questions, st.data())
@settings(max_examples=60)
def test_the_next_word_of_a_canonical_text_is_offered(
    language: str, query: Query, data: st.DataObject
) -> None:
    words = lexicon(language)
    text = write(words, query)
    quoted = [match.span() for match in re.finditer(r'"(?:[^"\\]|\\.)*"', text)]
    found = [
        match
        for match in LETTERS.finditer(text)
        if folded(match.group()) in words.words
        and not text[: match.start()].endswith(tuple("0123456789"))
        and not any(start <= match.start() < end for start, end in quoted)
    ]
    match = data.draw(st.sampled_from(found))
    at = data.draw(st.integers(match.start(), match.end() - 1))
    typed = folded(text[match.start() : at])
    rest = [one for one in complete(words, text, at, query.cameras) if one.end == at]
    assert any(
        folded(one.text).startswith(folded(match.group())) and one.start == match.start()
        for one in rest
    ), (text[:at], typed, match.group())


@given(st.text(max_size=30), st.integers(-3, 40))
def test_nothing_that_is_typed_breaks_it(text: str, at: int) -> None:
    for one in complete(FR, text, at, ("rue",)):
        assert 0 <= one.start <= one.end <= len(text)


def test_the_words_that_may_begin_a_question_are_offered_first() -> None:
    assert {"personne", "tout", "franchit", "caméra", "non"} <= set(offered(""))
    assert Completion(0, 4, "personne", "catégorie d’objet") in complete(FR, "pers", 4)


def test_what_is_begun_is_gone_on_with() -> None:
    assert taken("personne fran", "franchit") == "personne franchit"
    assert taken("personne entre d", "dans") == "personne entre dans"
    assert offered("personne franchit ").index("ligne(") >= 0
    assert taken("PERSONNE s'arre", "arrête") == "PERSONNE s'arrête"
    assert "vers la gauche" in offered("personne franchit ligne(1,1 2,2) ")


def test_what_does_not_fit_is_not_offered() -> None:
    assert "zone(" not in offered("personne franchit ")
    assert "par sa limite" not in offered("personne franchit ligne(1,1 2,2) ")
    assert "caméra" not in offered("personne caméra 3 bla ")
    assert offered("personne lignz ") == []


def test_cameras_are_offered_by_name() -> None:
    assert taken("vélo caméra ", '"Rue du Bac"', "Rue du Bac", "3") == 'vélo caméra "Rue du Bac"'
    assert taken("vélo caméra 1", "12", "12", "3") == "vélo caméra 12"
    assert taken('vélo caméra "Rue', '"Rue du Bac"', "Rue du Bac") == 'vélo caméra "Rue du Bac"'
    assert taken("vélo caméras 3,4", "45", "45", "3") == "vélo caméras 3,45"
    assert "12" not in offered("vélo 1", "12")


def test_units_and_joints_are_offered() -> None:
    assert {"s", "min", "h"} <= set(offered("vélo durée plus de 20 "))
    assert {"et", "ou", "sauf", "puis"} <= set(offered("vélo "))
    assert "mars" in offered("vélo le 5 ")
