"""A cursor on a text, and what a fault says of it."""

from collections.abc import Callable

import pytest

from tests.phrases.questions import lexicon
from vsa_core.errors import WrongUsage
from vsa_core.phrases.cursor import Cursor
from vsa_core.phrases.tokens import text_of


def at(text: str, language: str = "fr") -> Cursor:
    """A cursor at the beginning of the text."""
    return Cursor(text_of(text), lexicon(language))


def fault(reader: Callable[[Cursor], object], text: str, language: str = "fr") -> tuple[str, str]:
    """The code of the fault of a reader, and the stretch that it is about."""
    with pytest.raises(WrongUsage) as raised:
        reader(at(text, language))
    values = raised.value.values
    return raised.value.code, text[values["at"] : values["until"]]
