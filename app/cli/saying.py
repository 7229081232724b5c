"""A question typed in words: compiled, shown as it was understood, with carets under a mistake."""

import sys

from app.cli.options import WORDS
from app.cli.telling import Teller
from vsa_core.desk.desks import Desks
from vsa_core.domain.query import Query
from vsa_core.domain.spelling import is_shown
from vsa_core.errors import WrongUsage

WIDTH = 60
"""Characters shown before and after the word that is underlined."""


def compiled(teller: Teller, desks: Desks, text: str) -> Query:
    """The question that a text asks, told before anything runs.

    Raises WrongUsage (PHR-…, EVT-…), after the word is underlined for people.
    """
    try:
        query = desks.phrases.read(text, WORDS.language)
    except WrongUsage as fault:
        if not teller.as_json and isinstance(at := fault.values.get("at"), int):
            until = fault.values.get("until")
            print(underlined(text, at, until if isinstance(until, int) else at), file=sys.stderr)
        raise
    _tell(teller, query, desks.phrases.write(query, WORDS.language))
    return query


def _tell(teller: Teller, query: Query, text: str) -> None:
    teller.say("ask.understood", text=text)
    for leaf in query.leaves():
        _tell_leaf(teller, leaf)
    fields = {"text": text, "digest": query.digest, "query": query.fields()}
    teller.give("question", fields)


def _tell_leaf(teller: Teller, leaf: Query) -> None:
    classes = ", ".join(WORDS.name("cli.classes", name) for name in leaf.classes)
    teller.say(
        "ask.leaf",
        kind=WORDS.name("kinds.kind", leaf.kind),
        classes=classes or WORDS.say("question.any"),
        filters=len(leaf.filters),
    )
    for setting in leaf.settings:
        name = WORDS.name("kinds.setting", setting.name)
        teller.say(
            "ask.leaf_setting", name=name, value=setting.value, low=setting.low, high=setting.high
        )


def underlined(text: str, at: int, until: int) -> str:
    """The part of a text around [at, until), and carets under that stretch.

    What nobody sees, or what moves other characters, is shown as a dot.
    """
    first, last = max(0, at - WIDTH), min(len(text), until + WIDTH)
    before = "…" if first else ""
    shown = "".join(character if is_shown(character) else "·" for character in text[first:last])
    carets = "^" * max(1, min(until, last) - at)
    return f"{before}{shown}\n{' ' * (len(before) + at - first)}{carets}"
