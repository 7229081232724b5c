import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.spelling import is_shown
from vsa_core.errors import WrongUsage
from vsa_core.phrases.tokens import LONGEST, folded, quoted, text_of


def cut(text: str) -> list[tuple[str, str]]:
    return [(token.sort, token.text) for token in text_of(text).tokens[:-1]]


def test_words_numbers_names_and_signs() -> None:
    assert cut('L’Été 12.5,40 "Rue A" km/h week-end') == [
        ("word", "l"), ("word", "ete"), ("number", "12.5"), ("sign", ","), ("number", "40"),
        ("quoted", "Rue A"), ("word", "km"), ("sign", "/"), ("word", "h"), ("word", "week"),
        ("word", "end"),
    ]  # fmt: skip


def test_a_range_is_two_numbers() -> None:
    assert [text for _, text in cut("0..60")] == ["0", ".", ".", "60"]


def test_places_are_those_of_the_text_as_it_was_given() -> None:
    text = text_of("e\u0301te\u0301 rue")
    last = text.tokens[-2]
    assert text.shown == "été rue"
    assert text.place(last.start, last.end) == (6, 9)
    assert text.under(6) == 4


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
def test_a_quoted_name_is_read_back(name: str) -> None:
    assert cut(f"a {quoted(name)} b") == [("word", "a"), ("quoted", name), ("word", "b")]
    assert all(map(is_shown, quoted(name)))


@given(st.text(max_size=20))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "code", "at", "until"),
    [
        ("a" * (LONGEST + 1), "PHR-002", LONGEST, LONGEST + 1),
        ("ab\x00", "PHR-003", 2, 3),
        ("a\u2066b\u202e", "PHR-003", 1, 2),
        ('a "b', "PHR-018", 2, 4),
        ("a «b", "PHR-018", 2, 4),
        ('"\\u{d800}"', "PHR-018", 0, 10),
        ('"\\n"', "PHR-018", 0, 4),
    ],
)
def test_what_cannot_be_cut_is_pointed_at(text: str, code: str, at: int, until: int) -> None:
    with pytest.raises(WrongUsage, match=code) as raised:
        text_of(text)
    assert (raised.value.values["at"], raised.value.values["until"]) == (at, until)
