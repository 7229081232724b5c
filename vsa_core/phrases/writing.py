"""The canonical text of a question: who, what it does, where, which way, how strictly, when."""

from dataclasses import replace

from vsa_core.domain.filters import Filter, Hours
from vsa_core.domain.query import Query
from vsa_core.errors import WrongUsage
from vsa_core.events.combining import ALL, ANY, NOT
from vsa_core.events.registry import sort_of
from vsa_core.phrases.cameras import cameras_text
from vsa_core.phrases.lexicon import Lexicon
from vsa_core.phrases.narrowings import narrowing_text
from vsa_core.phrases.periods import hours_text, window_text
from vsa_core.phrases.places import drawn
from vsa_core.phrases.sliders import setting_text

SEEN = "seen"


def write(lexicon: Lexicon, query: Query) -> str:
    """The text of a question, without its calibrations, which the desk puts in.

    Raises WrongUsage: PHR-017 for what no text says (a place in a
    combination, a window in a part), EVT-001 for an unknown kind.
    """
    _refuse_unsayable(query, part=False)
    try:
        return _combined(lexicon, query) if query.parts else _leaf(lexicon, query)
    except (KeyError, ValueError) as error:
        raise WrongUsage("PHR-017", kind=query.kind, what=str(error)) from error


def _refuse_unsayable(query: Query, part: bool) -> None:
    timed = query.window or any(isinstance(one, Hours) for one in query.filters)
    placed = query.place or query.direction or query.classes
    if part and timed:
        raise WrongUsage("PHR-017", kind=query.kind, what="window")
    if query.parts and placed:
        raise WrongUsage("PHR-017", kind=query.kind, what="place")
    for one in query.parts:
        _refuse_unsayable(one, part=True)


def _leaf(lexicon: Lexicon, query: Query) -> str:
    early = _before_hours(query.filters)
    told = [who(lexicon, query.classes)]
    told += [narrowing_text(lexicon, one) for one in early]
    if query.kind != SEEN or len(query.classes) > 1:
        told.append(verb(lexicon, query.kind))
    if query.place is not None:
        told += [lexicon.say("link", "link")] if "" in sort_of(query).PLACES else []
        told.append(drawn(lexicon, query.place))
    if query.direction:
        told.append(way(lexicon, query.direction))
    return " ".join([*told, _tail(lexicon, query, query.filters[len(early) :])]).strip()


def _before_hours(filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
    """The filters up to the first by Hours, which is said after the verb."""
    for place, one in enumerate(filters):
        if isinstance(one, Hours):
            return filters[:place]
    return filters


def who(lexicon: Lexicon, classes: tuple[str, ...]) -> str:
    """The classes, or the word for everything."""
    names = [lexicon.say("class", name) for name in classes or ("any",)]
    return f" {lexicon.say('or', 'or')} ".join(names)


def verb(lexicon: Lexicon, kind: str) -> str:
    """The words of a kind, or its technical name where the lexicon has none."""
    if lexicon.has("verb", kind):
        return lexicon.say("verb", kind)
    return f"{lexicon.say('generic', 'kind')}{kind})"


def way(lexicon: Lexicon, direction: str) -> str:
    """The words of a direction, or its technical name where the lexicon has none."""
    if lexicon.has("direction", direction):
        return lexicon.say("direction", direction)
    return f"{lexicon.say('generic', 'direction')}{direction})"


def _tail(lexicon: Lexicon, query: Query, filters: tuple[Filter, ...]) -> str:
    """Settings, filters, cameras and window; clauses of time are kept apart by a comma."""
    sort = sort_of(query)
    told = [setting_text(lexicon, sort, one) for one in query.settings]
    timed = False
    for one in filters:
        if isinstance(one, Hours):
            told[-1:] = [f"{last}," if timed else last for last in told[-1:]]
            told.append(hours_text(lexicon, one))
        else:
            told.append(narrowing_text(lexicon, one))
        timed = isinstance(one, Hours)
    if query.cameras:
        told.append(cameras_text(lexicon, query.cameras))
        timed = False
    if query.window is not None:
        if timed:
            told[-1] += ","
        daily = any(isinstance(one, Hours) for one in query.filters)
        told.append(window_text(lexicon, query.window, daily))
    return " ".join(told)


def _combined(lexicon: Lexicon, query: Query) -> str:
    if query.kind == NOT:
        text = f"{lexicon.say('joint', 'not')} {_part(lexicon, query.parts[0], alone=False)}"
    else:
        text = _joined(lexicon, query)
    narrowed = [one for one in query.filters if not isinstance(one, Hours)]
    if not (query.cameras or narrowed):
        return " ".join([text, _tail(lexicon, query, query.filters)]).strip()
    settings = " ".join(setting_text(lexicon, sort_of(query), one) for one in query.settings)
    inside = f"{text} {settings}".strip()
    bare = replace(query, settings=())
    tail = _tail(lexicon, bare, query.filters)
    return f"({inside}) {tail}" if tail else inside


def _joined(lexicon: Lexicon, query: Query) -> str:
    text = part(lexicon, query.parts[0], query.kind)
    for one in query.parts[1:]:
        if query.kind == ALL and one.kind == NOT and _is_plain(one):
            text += f" {lexicon.say('joint', 'except')} {_part(lexicon, one.parts[0], alone=False)}"
        else:
            text += f" {lexicon.say('joint', query.kind)} {part(lexicon, one, query.kind)}"
    return text


def _is_plain(query: Query) -> bool:
    """Whether a `not` carries nothing of its own."""
    return not (query.cameras or query.filters or query.settings)


def part(lexicon: Lexicon, query: Query, whole: str) -> str:
    """A part of a combination of kind `whole`, between parentheses unless it is short.

    Classes without a verb would run together where "or" joins them.
    """
    if query.kind == NOT and _is_plain(query):
        return write_part(lexicon, query)
    verbless = query.kind == SEEN and whole == ANY
    return _part(lexicon, query, alone=not verbless)


def _part(lexicon: Lexicon, query: Query, alone: bool) -> str:
    text = write_part(lexicon, query)
    return text if alone and _is_short(query) else f"({text})"


def write_part(lexicon: Lexicon, query: Query) -> str:
    """The text of a question that stands in another."""
    return _combined(lexicon, query) if query.parts else _leaf(lexicon, query)


def _is_short(query: Query) -> bool:
    """Whether a part can stand without parentheses, and nobody reads it otherwise."""
    narrowed = query.filters or query.cameras or query.settings
    return not (query.parts or narrowed) and len(query.classes) <= 1
