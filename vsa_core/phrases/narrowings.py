"""Filters in a text: colours, measures, and the way something goes."""

from vsa_core.domain.filters import Colours, Filter, Heading, Range
from vsa_core.phrases.cursor import Cursor
from vsa_core.phrases.lexicon import Lexicon
from vsa_core.phrases.quantities import (
    ANGLE,
    LENGTH,
    OWN,
    PACE,
    SHARE,
    TIME,
    Quantity,
    measured,
    needed,
)

SHARE_OF = Colours("", ()).share
SPREAD_OF = Heading(0).spread

ABOUT = {
    ("size", SHARE): "size",
    ("size", LENGTH): "metres",
    ("metres", LENGTH): "metres",
    ("score", SHARE): "score",
    ("duration", TIME): "duration",
    ("speed", OWN): "speed",
    ("speed", PACE): "metric_speed",
}
"""What a range is about, from its word and the sort of its unit."""

BARE = {TIME: "duration", LENGTH: "metres", PACE: "metric_speed", OWN: "speed"}
"""The same without a word; a share alone may be a size or a score."""

WORD = {
    "size": ("size", SHARE),
    "metres": ("metres", LENGTH),
    "score": ("score", SHARE),
    "duration": ("duration", TIME),
    "speed": ("speed", OWN),
    "metric_speed": ("speed", PACE),
}
"""The word and the sort of unit that Relecture writes."""


def narrowing(cursor: Cursor) -> Filter | None:
    """Take one filter about tracks, or None.

    Raises WrongUsage: PHR-005, PHR-006, PHR-007 for a share that may be two
    measures, PHR-013 for an end before its start.
    """
    first = cursor.index
    for clause in (_heading, _colours, _measure, _pace, _bare):
        found = clause(cursor)
        if found is not None:
            return found
        cursor.index = first
    return None


def _colours(cursor: Cursor) -> Colours | None:
    where = cursor.phrase("where")
    one = cursor.phrase("colour")
    if one is None:
        return None
    names = [one]
    while one is not None:
        after = cursor.index
        one = cursor.phrase("colour") if cursor.phrase("or") else None
        if one is not None:
            names.append(one)
    cursor.index = after
    return Colours(where or "any", tuple(names), _share(cursor))


def _share(cursor: Cursor) -> int:
    first = cursor.index
    if cursor.phrase("share") is None:
        return SHARE_OF
    if cursor.decimal() is None:
        cursor.index = first
        return SHARE_OF
    cursor.index = first
    cursor.phrase("share")
    return needed(cursor, {SHARE}).value


def _measure(cursor: Cursor) -> Range | None:
    first = cursor.index
    word = cursor.phrase("measure")
    if word is None:
        return None
    sorts = {sort for name, sort in ABOUT if name == word}
    if cursor.phrase("between") is not None:
        low = needed(cursor, sorts)
        if cursor.phrase("and") is None:
            cursor.fail()
        high = needed(cursor, {low.sort})
        return _range(cursor, first, ABOUT[word, low.sort], low.value, high.value)
    bound = cursor.phrase("bound")
    if bound is None:
        return None  # the word may begin a setting
    found = needed(cursor, sorts)
    return _bounded(cursor, first, ABOUT[word, found.sort], bound, found)


def _bounded(cursor: Cursor, first: int, what: str, bound: str, found: Quantity) -> Range:
    """One bound, and the other when it follows: at least A and at most B."""
    ends = {bound: found.value}
    after = cursor.index
    other = cursor.phrase("bound") if cursor.phrase("and") else None
    if other is not None and other not in ends:
        ends[other] = needed(cursor, {found.sort}).value
    else:
        cursor.index = after
    return _range(cursor, first, what, ends.get("least"), ends.get("most"))


def _range(cursor: Cursor, first: int, what: str, low: int | None, high: int | None) -> Range:
    if low is not None and high is not None and high < low:
        raise cursor.span(first).fault("PHR-013")
    return Range(what, low, high)


def _pace(cursor: Cursor) -> Range | None:
    """Faster than, taller than."""
    first = cursor.index
    for table, sorts in (("pace", {OWN, PACE}), ("stature", {LENGTH})):
        bound = cursor.phrase(table)
        if bound is not None:
            found = needed(cursor, sorts)
            return _bounded(cursor, first, BARE[found.sort], bound, found)
    return None


def _bare(cursor: Cursor) -> Range | None:
    """A bound and a quantity, without the word of a measure."""
    first = cursor.index
    bound = cursor.phrase("bound")
    if bound is None:
        return None
    found = needed(cursor, {*BARE, SHARE})
    if found.sort == SHARE:
        ends = (found.value, None) if bound == "least" else (None, found.value)
        one, other = (
            narrowing_text(cursor.lexicon, Range(what, *ends)) for what in ("size", "score")
        )
        raise cursor.span(first).fault("PHR-007", first=one, second=other)
    return _bounded(cursor, first, BARE[found.sort], bound, found)


def _heading(cursor: Cursor) -> Heading | None:
    if cursor.phrase("heading") is None:
        return None
    named = cursor.phrase("towards")
    towards = int(named) if named is not None else needed(cursor, {ANGLE}).value
    if cursor.phrase("spread") is None:
        return Heading(towards)
    return Heading(towards, needed(cursor, {ANGLE}).value)


def is_bare_duration(cursor: Cursor, first: int) -> bool:
    """Whether what was taken since token `first` is a bound and a duration without its word."""
    here, cursor.index = cursor.index, first
    bare = cursor.phrase("bound") is not None
    cursor.index = here
    return bare


def narrowing_text(lexicon: Lexicon, narrowed: Filter) -> str:
    """A filter about tracks in words."""
    match narrowed:
        case Colours(where, names, share):
            joint = f" {lexicon.say('or', 'or')} "
            told = joint.join(lexicon.say("colour", name) for name in names)
            over = "" if share == SHARE_OF else _over(lexicon, share)
            return f"{lexicon.say('where', where)} {told}{over}"
        case Heading(towards, spread):
            return _towards(lexicon, towards) + _spread(lexicon, spread)
        case Range(what, low, high):
            return _range_text(lexicon, what, low, high)
    raise ValueError(narrowed)


def _over(lexicon: Lexicon, share: int) -> str:
    return f" {lexicon.say('share', 'share')} {measured(lexicon, SHARE, share)}"


def _towards(lexicon: Lexicon, towards: int) -> str:
    way = str(towards)
    known = lexicon.has("towards", way)
    told = lexicon.say("towards", way) if known else measured(lexicon, ANGLE, towards)
    return f"{lexicon.say('heading', 'heading')} {told}"


def _spread(lexicon: Lexicon, spread: int) -> str:
    if spread == SPREAD_OF:
        return ""
    return f" {lexicon.say('spread', 'spread')} {measured(lexicon, ANGLE, spread)}"


def _range_text(lexicon: Lexicon, what: str, low: int | None, high: int | None) -> str:
    word, sort = WORD[what]
    about = lexicon.say("measure", word)
    if low is not None and high is not None:
        first, last = (measured(lexicon, sort, end) for end in (low, high))
        between, joint = lexicon.say("between", "between"), lexicon.say("and", "and")
        return f"{about} {between} {first} {joint} {last}"
    if low is not None:
        return f"{about} {lexicon.say('bound', 'least')} {measured(lexicon, sort, low)}"
    if high is not None:
        return f"{about} {lexicon.say('bound', 'most')} {measured(lexicon, sort, high)}"
    raise ValueError(what)
