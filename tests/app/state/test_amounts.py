import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.state.amounts import amount, length
from app.words import Words, read_words
from tests.app.inquiry import KINDS


@pytest.mark.parametrize(
    ("milliseconds", "french", "english"),
    [
        (0, "0 ms", "0 ms"),
        (400, "400 ms", "400 ms"),
        (1_000, "1 s", "1 s"),
        (1_500, "1,5 s", "1.5 s"),
        (20_050, "20,05 s", "20.05 s"),
        (90_000, "1 min 30 s", "1 min 30 s"),
        (3_600_000, "1 h", "1 h"),
        (86_400_000, "24 h", "24 h"),
        (3_661_001, "1 h 1 min 1,001 s", "1 h 1 min 1.001 s"),
    ],
)
def test_a_length_is_said_as_people_say_it(milliseconds: int, french: str, english: str) -> None:
    assert length(milliseconds, "fr").replace("\u00a0", " ") == french
    assert length(milliseconds, "en").replace("\u00a0", " ") == english


@given(st.integers(0, 86_400_000))
def test_nothing_of_a_length_is_lost(milliseconds: int) -> None:
    factors = {"ms": 1, "s": 1_000, "min": 60_000, "h": 3_600_000}
    parts = re.findall(r"([\d,]+)\u00a0(h|min|ms|s)", length(milliseconds, "fr"))
    told = sum(round(float(n.replace(",", ".")) * factors[unit]) for n, unit in parts)
    assert told == milliseconds


def test_a_value_is_told_with_its_unit_or_by_its_name(words: Words) -> None:
    assert amount(1500, "ms", words) == "1,5\u00a0s"
    assert amount(2, "anchor", words) == "le centre"
    assert amount(0, "yes_no", words) == "non"
    assert amount(100, "per_mille_size", words) == "100\u00a0‰ de la taille de l’objet"


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_value_of_every_setting_has_words(language: str) -> None:
    words = read_words(language)
    for slider in (slider for kind in KINDS for slider in kind.parameters):
        for value in {slider.low, slider.default, slider.high}:
            assert "_" not in amount(value, slider.unit, words)
