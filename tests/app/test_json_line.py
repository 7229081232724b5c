"""A line of JSON says the same as its object, and commands no terminal."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.json_line import json_line

STRAY = st.sampled_from([chr(0xDC00 + byte) for byte in range(128, 256)])
"""How Python names the bytes of a file name that are no UTF-8."""

ANY = st.text(st.characters(codec="utf-8", exclude_categories=()) | STRAY)


@given(st.dictionaries(ANY, ANY | st.integers() | st.none() | st.lists(ANY)))
def test_the_object_comes_back_from_one_printable_line(fields: dict[str, object]) -> None:
    line = json_line(fields)
    assert json.loads(line) == fields
    assert all(c.isprintable() or c in "\u00a0\u202f" for c in line)


@pytest.mark.parametrize("text", ["\x1b[31m", "\x9b31m", "\u202e", "\x7f", "\U000e0001", "\udcff"])
def test_nothing_commands_the_terminal(text: str) -> None:
    assert text not in json_line({"name": text})


def test_accents_stay_legible() -> None:
    assert json_line({"nom": "été"}) == '{"nom": "été"}'
