"""Where a ruler of local time has its strokes: milliseconds to years, over changes of hour."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from functools import lru_cache
from zoneinfo import ZoneInfo

from vsa_core.domain.moment import MICROSECONDS, Window

SECOND = MICROSECONDS
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FINER = 7
"""A label has at most this many finer strokes."""

LONGEST_WATCHED = 62 * DAY
"""Over a longer window changes of hour are not looked for: nobody could see them."""


class Unit(Enum):
    """What a ruler counts in; `length` is its usual length in microseconds."""

    EXACT = 1
    HOUR = HOUR
    DAY = DAY
    WEEK = 7 * DAY
    MONTH = 30 * DAY
    YEAR = 365 * DAY


@dataclass(frozen=True, slots=True)
class Step:
    """So many units from one stroke to the next."""

    unit: Unit
    count: int

    @property
    def length(self) -> int:
        """The usual length in microseconds."""
        return self.unit.value * self.count


def _exact(unit: int, *counts: int) -> list[Step]:
    return [Step(Unit.EXACT, unit * count) for count in counts]


STEPS = (
    *_exact(1000, 1, 2, 5, 10, 20, 50, 100, 200, 500),
    *_exact(SECOND, 1, 2, 5, 10, 15, 30),
    *_exact(MINUTE, 1, 2, 5, 10, 15, 30),
    *_exact(HOUR, 1),
    *(Step(Unit.HOUR, count) for count in (2, 3, 6, 12)),
    Step(Unit.DAY, 1),
    Step(Unit.DAY, 2),
    Step(Unit.WEEK, 1),
    *(Step(Unit.MONTH, count) for count in (1, 3, 6)),
    *(Step(Unit.YEAR, count) for count in (1, 2, 5, 10, 20, 50)),
)

CHAPTERS = (
    (Step(Unit.EXACT, SECOND), Step(Unit.EXACT, SECOND)),
    (Step(Unit.DAY, 1), Step(Unit.DAY, 1)),
    (Step(Unit.MONTH, 1), Step(Unit.MONTH, 1)),
    (Step(Unit.YEAR, 1), Step(Unit.YEAR, 1)),
)
"""Strokes closer than the first of a pair stand in chapters of the second."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """The strokes of a window, in corrected microseconds.

    major: strokes of `step`, each with a label; minor: those of `fine`;
    chapters: where a day (or a second, a month, a year) begins, the first at
    or before the window's start, so that a date always stands somewhere;
    shifts: where the local hour is set forward or back.
    """

    step: Step
    fine: Step
    chapter: Step | None
    major: tuple[int, ...]
    minor: tuple[int, ...]
    chapters: tuple[int, ...]
    shifts: tuple[int, ...]


@lru_cache(maxsize=64)
def ruling(window: Window, most: int, zone: ZoneInfo) -> Ruling:
    """The finest ruling with at most `most` labels over the window."""
    span = window.end - window.start
    wide = next((n for n, s in enumerate(STEPS) if s.length * most >= span), len(STEPS) - 1)
    step = STEPS[wide]
    fine = next(s for s in STEPS if s.length * FINER >= step.length and _divides(s, step))
    chapter = next((above for below, above in CHAPTERS if step.length < below.length), None)
    return Ruling(
        step,
        fine,
        chapter,
        tuple(at for at in strokes(step, window, zone) if at >= window.start),
        tuple(at for at in strokes(fine, window, zone) if at >= window.start),
        strokes(chapter, window, zone) if chapter else (),
        shifts(window, zone),
    )


def strokes(step: Step, window: Window, zone: ZoneInfo) -> tuple[int, ...]:
    """Every stroke of that step in the window, and the last one at or before its start."""
    if step.unit is Unit.EXACT:
        return _even(step.count, window, zone)
    moment = _floored(step, local(window.start, zone))
    found = [instant_of(moment)]
    while (moment := _after(step, moment)) and (at := instant_of(moment)) < window.end:
        if at <= window.start:
            found = [at]
        elif at > found[-1]:
            found.append(at)
    return tuple(found)


def next_stroke(at: int, by: int, step: Step, zone: ZoneInfo) -> int:
    """The next stroke after `at` (`by` positive) or the last before it."""
    reach = step.length * 2 + (0 if step.unit is Unit.EXACT else 2 * HOUR)
    if by > 0:
        after = strokes(step, Window(at, at + reach), zone)
        return next((stroke for stroke in after if stroke > at), at)
    before = strokes(step, Window(at - reach, at), zone)
    return next((stroke for stroke in reversed(before) if stroke < at), at)


def shifts(window: Window, zone: ZoneInfo) -> tuple[int, ...]:
    """Where the local hour changes in the window, to the second; none over long windows."""
    if window.end - window.start > LONGEST_WATCHED:
        return ()
    days = range(window.start, window.end + DAY, DAY)
    found = [_shift(a, min(a + DAY, window.end), zone) for a in days if a < window.end]
    return tuple(at for at in found if at is not None)


def offset(at: int, zone: ZoneInfo) -> int:
    """What local time is ahead of UTC at that moment, in microseconds."""
    ahead = local(at, zone).utcoffset()
    return (ahead or timedelta()) // timedelta(microseconds=1)


def is_twice(at: int, zone: ZoneInfo) -> bool:
    """Whether the local clock shows this time twice, an hour before or after."""
    moment = local(at, zone)
    return moment.utcoffset() != moment.replace(fold=1 - moment.fold).utcoffset()


def local(at: int, zone: ZoneInfo) -> datetime:
    """The local date and time of a corrected time."""
    return (EPOCH + timedelta(microseconds=at)).astimezone(zone)


def instant_of(moment: datetime) -> int:
    """The corrected time of a local date and time; one that the clock leaps over comes after."""
    return (moment.astimezone(UTC) - EPOCH) // timedelta(microseconds=1)


def _divides(fine: Step, step: Step) -> bool:
    """Whether every stroke of `step` is one of `fine`."""
    if fine.unit is Unit.MONTH and step.unit is Unit.YEAR:
        return 12 % fine.count == 0
    if step.unit is Unit.MONTH and fine.unit is not Unit.MONTH:
        return False
    return step.length % fine.length == 0


def _even(step: int, window: Window, zone: ZoneInfo) -> tuple[int, ...]:
    ahead = offset(window.start, zone)
    first = (window.start + ahead) // step * step - ahead
    return tuple(range(first, window.end, step))


def _shift(start: int, end: int, zone: ZoneInfo) -> int | None:
    before = offset(start, zone)
    if offset(end, zone) == before:
        return None
    while end - start > SECOND:
        middle = (start + end) // 2
        start, end = (middle, end) if offset(middle, zone) == before else (start, middle)
    return end // SECOND * SECOND


def _floored(step: Step, moment: datetime) -> datetime:
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    if step.unit is Unit.HOUR:
        return day.replace(hour=moment.hour // step.count * step.count)
    if step.unit is Unit.DAY:
        return day - timedelta(days=day.toordinal() % step.count)
    if step.unit is Unit.WEEK:
        return day - timedelta(days=day.weekday())
    if step.unit is Unit.MONTH:
        return day.replace(day=1, month=(day.month - 1) // step.count * step.count + 1)
    return day.replace(day=1, month=1, year=max(day.year // step.count * step.count, 1))


def _after(step: Step, moment: datetime) -> datetime:
    if step.unit is Unit.HOUR:
        return moment + timedelta(hours=step.count)
    if step.unit is Unit.MONTH:
        month = moment.month - 1 + step.count
        return moment.replace(year=moment.year + month // 12, month=month % 12 + 1)
    if step.unit is Unit.YEAR:
        return moment.replace(year=moment.year + step.count)
    return moment + timedelta(days=step.count * (7 if step.unit is Unit.WEEK else 1))
