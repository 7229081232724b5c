"""Windows of time, and hours of the day, in a text."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from vsa_core.domain.filters import DAY, Hours
from vsa_core.domain.moment import MICROSECONDS, Window
from vsa_core.phrases.clocks import (
    Clock,
    clock,
    clock_text,
    day,
    instant,
    local,
    since_text,
    written,
)
from vsa_core.phrases.cursor import Cursor
from vsa_core.phrases.lexicon import Lexicon
from vsa_core.phrases.tokens import QUOTED, quoted

PARIS_NAME = "Europe/Paris"


@dataclass(frozen=True, slots=True)
class When:
    """A window, or hours of the day; `whole`: a date alone, which is that whole day."""

    window: Window | None
    hours: Hours | None
    whole: bool = False


def period(cursor: Cursor) -> When | None:
    """Take a time clause, or None.

    Raises WrongUsage: PHR-005, PHR-006, PHR-007 for two readings, PHR-012 for
    a day, an hour or a time zone that there is not, PHR-013 for an end before its start.
    """
    first = cursor.index
    for clause in (_raw, _daily, _dated, _between):
        found = clause(cursor)
        if found is not None:
            return found
        cursor.index = first
    return None


def _raw(cursor: Cursor) -> When | None:
    """period(START; END): microseconds since 1970 UTC."""
    first = cursor.index
    if cursor.phrase("generic", {"window"}) is None:
        return None
    start = cursor.integer()
    cursor.need(";")
    end = cursor.integer()
    cursor.need(")")
    return _window(cursor, first, start, end)


def _window(cursor: Cursor, first: int, start: int, end: int) -> When:
    if end <= start:
        raise cursor.span(first).fault("PHR-013")
    return When(Window(start, end), None)


def _daily(cursor: Cursor) -> When | None:
    """Days of the week, and the hours of them when they are said."""
    days = _days(cursor)
    if days is None:
        return None
    after = cursor.index
    hours = _hours(cursor)
    if hours is None:
        cursor.index = after
        return When(None, Hours(0, DAY, days))
    return When(None, Hours(*hours, days, _zone(cursor)))


def _days(cursor: Cursor) -> tuple[int, ...] | None:
    several = cursor.phrase("days")
    if several is not None:
        return tuple(range(5)) if several == "weekdays" else (5, 6)
    first = cursor.index
    run = _run(cursor)
    if run:
        return run
    cursor.index = first
    found: list[int] = []
    while (one := _weekday(cursor)) is not None:
        found.append(one)
        first = cursor.index
        if not (cursor.phrase("and") or cursor.phrase("or")):
            break
    cursor.index = first
    return tuple(found) or None


def _run(cursor: Cursor) -> tuple[int, ...]:
    """From one day of the week to another; () when that does not stand here."""
    one = cursor.phrase("day") if cursor.phrase("from", {"from"}) else None
    other = cursor.phrase("day") if one and cursor.phrase("until", {"from"}) else None
    if one is None or other is None:
        return ()
    return tuple((int(one) + step) % 7 for step in range((int(other) - int(one)) % 7 + 1))


def _weekday(cursor: Cursor) -> int | None:
    cursor.phrase("on")
    found = cursor.phrase("day")
    return None if found is None else int(found)


def _dated(cursor: Cursor) -> When | None:
    """A date, whole or with its hours."""
    first = cursor.index
    cursor.phrase("on")
    on = day(cursor)
    if on is None:
        return None
    after = cursor.index
    clocks = _clocks(cursor)
    if clocks is None:
        cursor.index = after
        start = instant(cursor.lexicon, on, _midnight(cursor, first))
        end = instant(cursor.lexicon, on + timedelta(days=1), _midnight(cursor, first))
        return When(Window(start, end), None, whole=True)
    return _same_day(cursor, first, on, *clocks)


def _midnight(cursor: Cursor, first: int) -> Clock:
    return Clock(0, None, cursor.span(first))


def _same_day(cursor: Cursor, first: int, on: date, start: Clock, end: Clock) -> When:
    ends = (instant(cursor.lexicon, on, at) for at in (start, end))
    return _window(cursor, first, *ends)


def _between(cursor: Cursor) -> When | None:
    """Between two times of one day, of every day, or between two dates."""
    first = cursor.index
    clocks = _clocks(cursor)
    if clocks is None:
        cursor.index = first
        return _dates(cursor)
    after = cursor.index
    cursor.phrase("on")
    on = day(cursor)
    if on is not None:
        return _same_day(cursor, first, on, *clocks)
    cursor.index = after
    days = _days(cursor)
    if days is None:
        cursor.index = after
    start, end = (_minutes(cursor, at) for at in clocks)
    return When(None, Hours(start, end, days or (), _zone(cursor)))


def _dates(cursor: Cursor) -> When | None:
    first = cursor.index
    pair = cursor.phrase("from")
    start = _moment(cursor) if pair else None
    if pair is None or start is None:
        return None
    if cursor.phrase("until", {pair}) is None:
        cursor.fail()
    end = _moment(cursor)
    if end is None:
        cursor.fail()
    return _window(cursor, first, start, end)


def _moment(cursor: Cursor) -> int | None:
    """A date and its time of day, as microseconds; None when no date stands here."""
    cursor.phrase("on")
    on = day(cursor)
    if on is None:
        return None
    cursor.phrase("at")
    at = clock(cursor)
    if at is None:
        cursor.fail()
    return instant(cursor.lexicon, on, at)


def _clocks(cursor: Cursor) -> tuple[Clock, Clock] | None:
    """Between two times of day; None when no time follows the first word."""
    pair = cursor.phrase("from")
    start = clock(cursor) if pair else None
    if pair is None or start is None:
        return None
    if cursor.phrase("until", {pair}) is None:
        cursor.fail()
    end = clock(cursor)
    if end is None:
        cursor.fail()
    return start, end


def _hours(cursor: Cursor) -> tuple[int, int] | None:
    clocks = _clocks(cursor)
    if clocks is None:
        return None
    return _minutes(cursor, clocks[0]), _minutes(cursor, clocks[1])


def _minutes(cursor: Cursor, at: Clock) -> int:
    """Hours of the day are whole minutes without an offset (PHR-012)."""
    if at.minutes is None:
        raise at.span.fault("PHR-012")
    return at.minutes


def _zone(cursor: Cursor) -> str:
    if cursor.phrase("zone_of_time") is None:
        return PARIS_NAME
    first = cursor.index
    if cursor.token.sort != QUOTED:
        cursor.hint("name")
        cursor.fail()
    name = cursor.token.text
    cursor.index += 1
    if not is_zone(name):
        raise cursor.span(first).fault("PHR-012")
    return name


def is_zone(name: str) -> bool:
    """Whether the time zone data of the machine know that name."""
    try:
        return bool(ZoneInfo(name).key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def window_text(lexicon: Lexicon, window: Window, whole_dates: bool) -> str:
    """A window in words; `whole_dates`: both ends with their dates, also on one day."""
    start, end = local(window.start), local(window.end)
    if start is None or end is None:
        return f"{lexicon.say('generic', 'window')}{window.start}; {window.end})"
    if not whole_dates:
        short = _short(lexicon, start, end)
        if short:
            return short
    first, last = (
        f"{lexicon.say('on', 'on')} {written(lexicon, at.date())} {lexicon.say('at', 'at')} "
        + clock_text(lexicon, at)
        for at in (start, end)
    )
    return f"{lexicon.say('from', 'between')} {first} {lexicon.say('until', 'between')} {last}"


def _short(lexicon: Lexicon, start: datetime, end: datetime) -> str:
    """A window of one day; "" when it is longer."""
    next_day = start.date() + timedelta(days=1)
    midnight = end.date() == next_day and _since(end) == 0
    if end.date() != start.date() and not midnight:
        return ""
    on = f"{lexicon.say('on', 'on')} {written(lexicon, start.date())}"
    if midnight and _since(start) == 0:
        return on
    last = since_text(lexicon, 24 * 3600 * MICROSECONDS) if midnight else clock_text(lexicon, end)
    return f"{on} {_pair(lexicon, clock_text(lexicon, start), last)}"


def _since(moment: datetime) -> int:
    seconds = (moment.hour * 60 + moment.minute) * 60 + moment.second
    return seconds * MICROSECONDS + moment.microsecond


def _pair(lexicon: Lexicon, first: str, last: str) -> str:
    return f"{lexicon.say('from', 'between')} {first} {lexicon.say('until', 'between')} {last}"


def hours_text(lexicon: Lexicon, hours: Hours) -> str:
    """Hours of the day in words, their days first."""
    days = _days_text(lexicon, hours.days)
    first, last = (
        since_text(lexicon, minutes * 60 * MICROSECONDS) for minutes in (hours.start, hours.end)
    )
    zone = ""
    if hours.zone != PARIS_NAME:
        zone = f" {lexicon.say('zone_of_time', 'zone')} {quoted(hours.zone)}"
    return f"{days} {_pair(lexicon, first, last)}{zone}".strip()


def _days_text(lexicon: Lexicon, days: tuple[int, ...]) -> str:
    """Days of the week: from the first to the last when they are three or more in a row."""
    names = [lexicon.say("day", str(one)) for one in days]
    run = all((one + 1) % 7 == other for one, other in pairwise(days))
    if run and 3 <= len(days) <= 7:
        first, last = (lexicon.say(word, "from") for word in ("from", "until"))
        return f"{first} {names[0]} {last} {names[-1]}"
    joint = f" {lexicon.say('and', 'and')} "
    return joint.join(f"{lexicon.say('on', 'on')} {name}" for name in names)
