"""Working hours: which acts lie outside them, by a rule that is told with every answer."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from vsa_core.errors import WrongUsage

PARIS = ZoneInfo("Europe/Paris")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIXED = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
_AFTER_EASTER = (1, 39, 50)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Hours:
    """From `first` to `last` o'clock in Paris, Monday to Friday, no public holiday.

    0 <= first < last <= 24, else WrongUsage (CAS-100).
    """

    first: int = 7
    last: int = 20

    def __post_init__(self) -> None:
        if not 0 <= self.first < self.last <= 24:
            raise WrongUsage("CAS-100", first=self.first, last=self.last)

    def outside(self, at: int) -> bool:
        """Whether an instant (microseconds since 1970 UTC) lies outside these hours."""
        there = paris(at)
        if there.weekday() >= SATURDAY or there.date() in holidays(there.year):
            return True
        return not self.first <= there.hour < self.last


def paris(at: int) -> datetime:
    """The date and time that clocks in Paris show at microseconds since 1970 UTC."""
    return (_EPOCH + timedelta(microseconds=at)).astimezone(PARIS)


def midnight(day: date) -> int:
    """When a day begins in Paris, in microseconds since 1970 UTC."""
    begun = datetime(day.year, day.month, day.day, tzinfo=PARIS)
    return (begun.astimezone(UTC) - _EPOCH) // timedelta(microseconds=1)


@lru_cache(maxsize=64)
def holidays(year: int) -> frozenset[date]:
    """The eleven public holidays of metropolitan France (code du travail, art. L. 3133-1)."""
    moving = (easter(year) + timedelta(days=days) for days in _AFTER_EASTER)
    return frozenset({*(date(year, month, day) for month, day in _FIXED), *moving})


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
