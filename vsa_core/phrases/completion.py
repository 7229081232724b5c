"""What may be typed next: the same reading, stopped where the typing is."""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from vsa_core.domain.phrase import Completion
from vsa_core.errors import WrongUsage
from vsa_core.phrases.cameras import camera_text
from vsa_core.phrases.cursor import Cursor, Wanted
from vsa_core.phrases.lexicon import Lexicon
from vsa_core.phrases.reading import Reader
from vsa_core.phrases.tokens import SIGN, Text, folded, text_of


def complete(
    lexicon: Lexicon, given: str, at: int, cameras: Sequence[str] = ()
) -> tuple[Completion, ...]:
    """The words that may stand at offset `at`, each with what it takes the place of.

    Words that begin there already replace what is typed of them. Nothing for
    a text that goes wrong before `at`, or that holds what nobody may type.
    """
    typed = given[: max(0, min(at, len(given)))]
    found = [*_words(lexicon, typed), *_cameras(lexicon, typed, cameras)]
    return tuple(dict.fromkeys(found))


def _words(lexicon: Lexicon, typed: str) -> Iterator[Completion]:
    text = _text(typed)
    if text is None:
        return
    start, begun = _begun(text)
    for one in _wanted(lexicon, typed[:start]):
        if one.text and (folded(one.text).startswith(begun) if begun else one.chief or one.begun):
            yield Completion(start, len(typed), one.text, one.meaning)


def _begun(text: Text) -> tuple[int, str]:
    """Where the word that is being typed began, and what there is of it."""
    last = text.tokens[-2] if len(text.tokens) > 1 else text.tokens[-1]
    end = len(text.shown)
    if last.sort not in ("word", SIGN) or last.end != end:
        return text.origin[end], ""
    if last.sort == SIGN:
        return text.origin[end], ""
    return text.origin[last.start], last.text


def _wanted(lexicon: Lexicon, typed: str) -> tuple[Wanted, ...]:
    """What could stand after this, when all of it can be read."""
    text = _text(typed)
    if text is None:
        return ()
    cursor = Cursor(text, lexicon)
    with suppress(WrongUsage):
        Reader(cursor).question()
    return cursor.wanted() if cursor.is_furthest() else ()


def _text(typed: str) -> Text | None:
    try:
        return text_of(typed)
    except WrongUsage:
        return None


def _cameras(lexicon: Lexicon, typed: str, cameras: Sequence[str]) -> Iterator[Completion]:
    start = _name_start(typed)
    begun = folded(typed[start:].lstrip('"«“'))
    hint = lexicon.told["hint"]["camera"]
    if all(one.meaning != hint for one in _wanted(lexicon, typed[:start])):
        return
    for name in cameras:
        if folded(name).startswith(begun):
            text = camera_text(lexicon, name)
            yield Completion(start, len(typed), text, lexicon.told["meaning"]["camera"])


def _name_start(typed: str) -> int:
    """Where a camera's name would have begun: at an open quote, or after the last space."""
    try:
        text_of(typed)
    except WrongUsage as fault:
        if fault.code == "PHR-018":
            return int(str(fault.values["at"]))
    return len(typed) - len(typed.split(" ")[-1].split(",")[-1])
