"""The cameras of a question in a text: bare names, or quoted ones."""

import re
from collections.abc import Iterable

from vsa_core.phrases.cursor import Cursor
from vsa_core.phrases.lexicon import Lexicon
from vsa_core.phrases.tokens import QUOTED, folded, quoted

BARE = re.compile(r"\w+(?:[-_.]\w+)*")
"""A name that needs no quotes, unless it is a word of the language."""


def cameras(cursor: Cursor) -> tuple[str, ...] | None:
    """Take the cameras that are asked, or None.

    Raises WrongUsage (PHR-005, PHR-006) where no name can be read.
    """
    number = cursor.phrase("camera")
    if number is None:
        return None
    first = _name(cursor)
    if first is None:
        cursor.fail()
    names = [first]
    while (name := _another(cursor, number == "many")) is not None:
        names.append(name)
    return tuple(names)


def _another(cursor: Cursor, many: bool) -> str | None:
    before = cursor.index
    if cursor.sign(",") or (many and cursor.phrase("and")):
        name = _name(cursor)
        if name is not None:
            return name
    cursor.index = before
    return None


def _name(cursor: Cursor) -> str | None:
    cursor.hint("camera")
    if cursor.token.sort == QUOTED:
        cursor.index += 1
        return cursor.tokens[cursor.index - 1].text
    before = cursor.index
    match = cursor.raw(BARE, "camera")
    if match is None:
        return None
    name = cursor.text.shown[match.start() : match.end()]
    if _is_word(cursor.lexicon, name):
        cursor.index = before
        return None
    return name


def _is_word(lexicon: Lexicon, name: str) -> bool:
    return folded(name) in lexicon.words


def camera_text(lexicon: Lexicon, name: str) -> str:
    """One camera's name, quoted where it must be."""
    if quoted(name) == f'"{name}"' and BARE.fullmatch(name) and not _is_word(lexicon, name):
        return name
    return quoted(name)


def cameras_text(lexicon: Lexicon, names: Iterable[str]) -> str:
    """The clause of cameras."""
    told = [camera_text(lexicon, name) for name in names]
    return f"{lexicon.say('camera', 'one' if len(told) == 1 else 'many')} {', '.join(told)}"
