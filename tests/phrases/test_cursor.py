import re
from decimal import Decimal

import pytest

from tests.phrases.reading_of import at, fault
from vsa_core.errors import WrongUsage
from vsa_core.phrases.cursor import Cursor


def test_the_longest_phrase_is_taken() -> None:
    cursor = at("deux-roues motorisé")
    assert cursor.phrase("class") == "motorcycle"
    assert cursor.ended


def test_only_the_keys_allowed_are_taken() -> None:
    cursor = at("vers la gauche")
    assert cursor.phrase("direction", {"to_right"}) is None
    assert cursor.phrase("direction", {"to_left"}) == "to_left"


@pytest.mark.parametrize(
    ("text", "comma", "value"),
    [("1,80", True, "1.80"), ("1,80", False, "1"), ("1, 80", True, "1"), ("-2.5", True, "-2.5")],
)
def test_a_comma_joins_decimals_without_spaces(text: str, comma: bool, value: str) -> None:
    assert at(text).decimal(comma) == Decimal(value)


def test_what_could_stand_there_is_remembered_at_the_furthest_word_alone() -> None:
    cursor = at("ligne(")
    assert cursor.phrase("class") is None
    assert cursor.phrase("place") == "line"
    assert cursor.sign(")") is False
    assert [one.text for one in cursor.wanted()] == [")"]
    assert cursor.is_furthest()


def test_a_phrase_that_is_begun_wants_its_rest() -> None:
    cursor = at("entre")
    assert cursor.phrase("verb") is None
    assert ("dans", True) in [(one.text, one.begun) for one in cursor.wanted()]


def test_what_is_not_wanted_leaves_no_trace() -> None:
    cursor = at("chemin(")
    assert cursor.unwanted("place") == "path"
    assert cursor.wanted() == ()


def test_a_pattern_is_taken_with_all_its_tokens() -> None:
    cursor = at("cam-12 rue")
    assert cursor.raw(re.compile(r"\w+-\w+"), "camera") is not None
    assert cursor.token.text == "rue"


def test_faults_point_at_the_furthest_word_or_at_the_end() -> None:
    def line(cursor: Cursor) -> None:
        cursor.phrase("place")
        cursor.need(")")

    assert fault(line, "ligne( x") == ("PHR-005", "x")
    assert fault(line, "ligne(") == ("PHR-006", "")
    assert fault(lambda cursor: cursor.integer(), "1.5") == ("PHR-005", "1.5")
    assert fault(lambda cursor: cursor.decimal(), "1" * 30) == ("PHR-019", "1" * 30)
    assert fault(lambda cursor: cursor.name(), "9") == ("PHR-005", "9")


def test_a_span_makes_faults_with_its_place() -> None:
    cursor = at("un vélo rouge")
    cursor.index = 2
    span = cursor.span(1)
    assert (span.at, span.until, span.word) == (3, 7, "vélo")
    with pytest.raises(WrongUsage, match="PHR-010") as raised:
        raise span.fault("PHR-010")
    assert raised.value.values == {"at": 3, "until": 7, "word": "vélo"}
