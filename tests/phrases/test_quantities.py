from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.phrases.questions import LANGUAGES, lexicon
from tests.phrases.reading_of import at, fault
from vsa_core.phrases.quantities import (
    LENGTH,
    OWN,
    PACE,
    SHARE,
    TIME,
    Quantity,
    measured,
    needed,
    quantity,
    shortest,
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sort", [TIME, SHARE, LENGTH, PACE, OWN])
@given(st.integers(0, 10**9))
def test_a_quantity_survives_its_text(language: str, sort: str, value: int) -> None:
    cursor = at(measured(lexicon(language), sort, value), language)
    assert quantity(cursor) == Quantity(sort, value)
    assert cursor.ended


@pytest.mark.parametrize(
    ("text", "sort", "value"),
    [
        ("1,80 m", LENGTH, 1800),
        ("180 cm", LENGTH, 1800),
        ("5 km/h", PACE, 1389),
        ("2 min", TIME, 120_000),
        ("12,5 %", SHARE, 125),
        ("125‰", SHARE, 125),
        ("1,5 hauteurs/s", OWN, 1500),
    ],
)
def test_units_are_turned_into_those_that_are_kept(text: str, sort: str, value: int) -> None:
    assert quantity(at(text)) == Quantity(sort, value)


def test_the_shortest_text_is_written() -> None:
    french = lexicon("fr")
    assert measured(french, PACE, 1389) == "5 km/h"
    assert measured(french, TIME, 5_400_000) == "90 min"
    assert measured(french, TIME, 1500) == "1,5 s"
    assert shortest(1389, Fraction(1_000_000, 3600), 4) == "5"
    with pytest.raises(ValueError, match="digits"):
        shortest(1, Fraction(1000), 2)


def test_a_unit_of_another_sort_is_pointed_at() -> None:
    assert fault(lambda cursor: needed(cursor, {TIME}), "5 m") == ("PHR-005", "m")
    assert fault(lambda cursor: needed(cursor), "5") == ("PHR-006", "")
    assert quantity(at("vélo")) is None
