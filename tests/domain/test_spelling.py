"""A name shows every character it has."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.spelling import BLANK, is_shown, spelled


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("rue\u202egpj", "rue⟨U+202E⟩gpj"),
        ("a\nb\x1b[0m", "a⟨U+000A⟩b⟨U+001B⟩[0m"),
        ("rue\u3164", "rue⟨U+3164⟩"),
        ("a\ufe0f", "a⟨U+FE0F⟩"),
        ("\udcff", "⟨U+DCFF⟩"),
        ("À l’école\u202f: 1\u00a0km", "À l’école\u202f: 1\u00a0km"),
    ],
)
def test_what_hides_is_spelled_out(text: str, shown: str) -> None:
    assert spelled(text) == shown


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_nothing_that_hides_is_left_and_spelling_twice_changes_nothing(text: str) -> None:
    assert all(is_shown(character) for character in spelled(text))
    assert spelled(spelled(text)) == spelled(text)


def test_blank_characters_are_those_that_nothing_else_catches() -> None:
    assert all(character.isprintable() for character in BLANK)
    assert {unicodedata.category(character) for character in BLANK} == {"Lo", "Mn", "So"}
