"""The clauses around an object and its verb, in any order: where, which way, how, when, cameras."""

from vsa_core.domain.filters import Range
from vsa_core.domain.query import Setting
from vsa_core.events.combining import Combination
from vsa_core.events.interface import EventKind
from vsa_core.phrases.cameras import cameras
from vsa_core.phrases.cursor import Cursor
from vsa_core.phrases.draft import LEAD, TAIL, Draft, direction_words
from vsa_core.phrases.narrowings import is_bare_duration, narrowing, narrowing_text
from vsa_core.phrases.periods import period
from vsa_core.phrases.places import place
from vsa_core.phrases.sliders import setting, setting_text

Sort = EventKind | Combination


def clauses(cursor: Cursor, draft: Draft, stage: str, sort: Sort | None) -> None:
    """Take every clause that stands here; `sort`: the kind, once the verb is known.

    Raises WrongUsage: what the clauses raise, PHR-010 for what is said twice.
    """
    while True:
        before = cursor.index
        cursor.sign(",")
        taken = sort is not None and _of_kind(cursor, draft, sort)
        taken = taken or _filter(cursor, draft, stage, sort) or _cameras(cursor, draft, stage)
        if not (taken or _times(cursor, draft, stage)):
            cursor.index = before
            return


def _of_kind(cursor: Cursor, draft: Draft, sort: Sort) -> bool:
    """A place, a direction or a setting, which only a known kind has."""
    return (
        _place(cursor, draft, sort)
        or _direction(cursor, draft, sort)
        or _setting(cursor, draft, sort)
    )


def _place(cursor: Cursor, draft: Draft, sort: Sort) -> bool:
    if isinstance(sort, Combination):
        return False
    first = cursor.index
    found = place(cursor, sort.PLACES)
    if found is None:
        return False
    draft.once("place", cursor.span(first))
    draft.place = found[1]
    return True


def _direction(cursor: Cursor, draft: Draft, sort: Sort) -> bool:
    first = cursor.index
    found = cursor.phrase("direction", sort.DIRECTIONS)
    if found is None and cursor.phrase("generic", {"direction"} if sort.DIRECTIONS else ()):
        found = _named_direction(cursor, sort)
    if found is None:
        return False
    draft.once("direction", cursor.span(first))
    draft.direction = found
    return True


def _named_direction(cursor: Cursor, sort: Sort) -> str:
    name = cursor.name()
    if name not in sort.DIRECTIONS:
        known = direction_words(cursor.lexicon, sort.DIRECTIONS)
        fault = cursor.span(cursor.index - 1).fault
        raise fault("EVT-003", kind=sort.KIND, direction=name, known=known)
    cursor.need(")")
    return name


def _setting(cursor: Cursor, draft: Draft, sort: Sort) -> bool:
    first = cursor.index
    found = setting(cursor, sort)
    if found is None:
        return False
    draft.once(f"setting {found.name}", cursor.span(first))
    draft.settings.append(found)
    return True


def _filter(cursor: Cursor, draft: Draft, stage: str, sort: Sort | None) -> bool:
    first = cursor.index
    found = narrowing(cursor)
    if found is None:
        return False
    span = cursor.span(first)
    if stage == TAIL and isinstance(found, Range) and found.what == "duration":
        _refuse_double_duration(cursor, first, found, sort)
    draft.filters.append(found)
    if stage != LEAD:
        draft.late.append((found, span))
    return True


def _refuse_double_duration(cursor: Cursor, first: int, found: Range, sort: Sort | None) -> None:
    """A bare duration after the verb is the track's, or the least that the kind asks (PHR-007)."""
    least = [p for p in sort.PARAMETERS if p.name == "minimum" and p.unit == "ms"] if sort else []
    if not least or sort is None or found.low is None or not is_bare_duration(cursor, first):
        return
    low, high = min(least[0].low, found.low), max(least[0].high, found.low)
    meant = setting_text(cursor.lexicon, sort, Setting("minimum", found.low, low, high))
    second = narrowing_text(cursor.lexicon, found)
    raise cursor.span(first).fault("PHR-007", first=meant, second=second)


def _cameras(cursor: Cursor, draft: Draft, stage: str) -> bool:
    first = cursor.index
    found = cameras(cursor)
    if found is None:
        return False
    span = cursor.span(first)
    draft.once("camera", span, stage)
    draft.cameras = found
    if stage != LEAD:
        draft.late.append((None, span))
    return True


def _times(cursor: Cursor, draft: Draft, stage: str) -> bool:
    first = cursor.index
    found = period(cursor)
    if found is None:
        return False
    span = cursor.span(first)
    if found.window is not None:
        draft.once("window", span)
        draft.window = found.window
        draft.times.append((found.window, stage, span))
        draft.whole_day = span if found.whole else draft.whole_day
    if found.hours is not None:
        draft.filters.append(found.hours)
        draft.times.append((found.hours, stage, span))
    return True
