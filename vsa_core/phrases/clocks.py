"""Dates and times of day in a text, in the time of Paris: ambiguous hours say their offset."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from vsa_core.domain.moment import MICROSECONDS
from vsa_core.phrases.cursor import Cursor, Span
from vsa_core.phrases.lexicon import Lexicon

PARIS = ZoneInfo("Europe/Paris")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
YEARS = (1970, 2100)
"""Years that are written as dates: before and after, a window is told in microseconds."""

_CLOCK = re.compile(
    r"(?P<hour>[0-9]{1,2})\s?"
    r"(?:h\s?(?P<minute>[0-9]{2})?"
    r"|:(?P<minutes>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.(?P<part>[0-9]{1,6}))?)?)"
    r"(?P<offset>z|[+-][0-9]{2}:[0-9]{2})?(?![\w])"
)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})t?(?![0-9])")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?![0-9])")
_DAY = re.compile(r"([0-9]{1,2})(?:er|st|nd|rd|th)?(?![\w:/])")
_YEAR = re.compile(r"([0-9]{4})(?![\w:/])")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: microseconds since midnight, up to 24 h, and an offset when one is said."""

    since: int
    offset: timedelta | None
    span: Span

    @property
    def minutes(self) -> int | None:
        """Whole minutes since midnight; None for a finer time or one with an offset."""
        minutes, rest = divmod(self.since, 60 * MICROSECONDS)
        return None if rest or self.offset is not None else minutes


def clock(cursor: Cursor) -> Clock | None:
    """Take a time of day: 14h, 14h30, 14:30:05.25, with +02:00 or Z where it is said.

    Raises WrongUsage (PHR-012) for one that no clock shows.
    """
    first = cursor.index
    match = cursor.raw(_CLOCK, "clock")
    if match is None:
        return None
    hour, minute, second = (
        int(text or 0)
        for text in (match["hour"], match["minute"] or match["minutes"], match["second"])
    )
    part = int((match["part"] or "0").ljust(6, "0"))
    since = ((hour * 60 + minute) * 60 + second) * MICROSECONDS + part
    if minute > 59 or second > 59 or since > 24 * 3600 * MICROSECONDS:
        raise cursor.span(first).fault("PHR-012")
    return Clock(since, _offset(cursor, first, match["offset"]), cursor.span(first))


def _offset(cursor: Cursor, first: int, text: str | None) -> timedelta | None:
    if text is None:
        return None
    if text == "z":
        return timedelta(0)
    hours, minutes = int(text[1:3]), int(text[4:])
    if hours > 15 or minutes > 59:
        raise cursor.span(first).fault("PHR-012")
    offset = timedelta(hours=hours, minutes=minutes)
    return -offset if text[0] == "-" else offset


def day(cursor: Cursor) -> date | None:
    """Take a date: 5 mars 2024, 2024-03-05, and 05/03/2024 in French.

    Raises WrongUsage: PHR-012 for a day that no calendar has, PHR-007 for
    05/03/2024 in English, which has two readings.
    """
    first = cursor.index
    iso = cursor.raw(_ISO, "date")
    if iso is not None:
        return _date(cursor, first, *map(int, iso.groups()))
    slashed = cursor.raw(_SLASHED, "date")
    if slashed is not None:
        return _slashed(cursor, first, *map(int, slashed.groups()))
    number = cursor.raw(_DAY, "date")
    month = cursor.phrase("month") if number else None
    if number is None or month is None:
        cursor.index = first
        return None
    year = cursor.raw(_YEAR, "year")
    if year is None:
        cursor.fail()
    return _date(cursor, first, int(year.group()), int(month), int(number.group(1)))


def _slashed(cursor: Cursor, first: int, left: int, right: int, year: int) -> date:
    if cursor.lexicon.language == "en" and left != right and max(left, right) <= 12:
        readings = (date(year, right, left), date(year, left, right)) if left and right else None
        if readings and year:
            one, other = (written(cursor.lexicon, reading) for reading in readings)
            raise cursor.span(first).fault("PHR-007", first=one, second=other)
    if cursor.lexicon.language == "en" and right > 12:
        left, right = right, left
    return _date(cursor, first, year, right, left)


def _date(cursor: Cursor, first: int, year: int, month: int, number: int) -> date:
    try:
        found = date(year, month, number)
    except ValueError:
        raise cursor.span(first).fault("PHR-012") from None
    if not YEARS[0] <= year <= YEARS[1]:
        raise cursor.span(first).fault("PHR-012")
    return found


def instant(lexicon: Lexicon, on: date, at: Clock) -> int:
    """Microseconds since 1970 UTC of a local date and time.

    Raises WrongUsage: PHR-012 for an hour that the change to summer time
    skips, PHR-007 for one that comes twice, unless its offset is said.
    """
    shown = datetime(on.year, on.month, on.day) + timedelta(microseconds=at.since)  # noqa: DTZ001
    if at.offset is not None:
        return _microseconds(shown.replace(tzinfo=timezone(at.offset)))
    readings = _readings(shown)
    if not readings:
        raise at.span.fault("PHR-012")
    if len(readings) > 1:
        one, other = (clock_text(lexicon, reading) for reading in readings)
        raise at.span.fault("PHR-007", first=one, second=other)
    return _microseconds(readings[0])


def _readings(shown: datetime) -> list[datetime]:
    """The instants at which the clocks of Paris show that time: none, one or two."""
    found = []
    for fold in (0, 1):
        there = shown.replace(tzinfo=PARIS, fold=fold).astimezone(UTC).astimezone(PARIS)
        if there.replace(tzinfo=None) == shown and there.fold == fold:
            found.append(there)
    return found


def _microseconds(moment: datetime) -> int:
    return (moment.astimezone(UTC) - EPOCH) // timedelta(microseconds=1)


def local(microseconds: int) -> datetime | None:
    """The date and time that the clocks of Paris show; None outside YEARS."""
    try:
        there = (EPOCH + timedelta(microseconds=microseconds)).astimezone(PARIS)
    except OverflowError:
        return None
    return there if YEARS[0] <= there.year < YEARS[1] else None


def written(lexicon: Lexicon, on: date) -> str:
    """A date in words: 5 mars 2024."""
    return f"{on.day} {lexicon.say('month', str(on.month))} {on.year}"


def clock_text(lexicon: Lexicon, moment: datetime) -> str:
    """A time of day, with its offset when the clocks of Paris show it twice."""
    since = (moment.hour * 60 + moment.minute) * 60 + moment.second
    text = since_text(lexicon, since * MICROSECONDS + moment.microsecond)
    twice = len(_readings(moment.replace(tzinfo=None, fold=0))) > 1
    offset = moment.strftime("%z")
    return text + (f"{offset[:3]}:{offset[3:]}" if twice else "")


def since_text(lexicon: Lexicon, since: int) -> str:
    """A time of day, from microseconds since midnight: 14h30, or 14:30 in English."""
    seconds, part = divmod(since, MICROSECONDS)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    if part:
        return f"{hour:02d}:{minute:02d}:{second:02d}." + f"{part:06d}".rstrip("0")
    if second:
        return f"{hour:02d}:{minute:02d}:{second:02d}"
    if lexicon.language == "fr":
        return f"{hour}h{minute:02d}" if minute else f"{hour}h"
    return f"{hour:02d}:{minute:02d}"
