"""How many are usually together at an hour of the day, judged from the other days of the film."""

from dataclasses import dataclass

import numpy as np

from vsa_core.events.anchor import Ints

HOUR = 3_600_000_000
"""Microseconds; hours are those of UTC."""

DAY_HOURS = 24
LEAST_DAYS = 3
"""From a film of so many days on there is a norm."""

THOUSANDTHS = 1000


@dataclass(frozen=True, slots=True)
class HourNorm:
    """Object-microseconds together in each hour of a film, from `first` to `last` excluded.

    first, last: the hours (since 1970 UTC) that the film covers whole;
    sums: (last - first,).
    """

    first: int
    last: int
    sums: Ints

    def at(self, instant: int) -> int | None:
        """Mean number together at that hour of the other days, in thousandths; None: no norm."""
        hour = instant // HOUR
        begin = (hour - self.first) % DAY_HOURS
        others = np.arange(begin, self.last - self.first, DAY_HOURS)
        others = others[others != hour - self.first]
        if len(others) == 0:
            return None
        return int(self.sums[others].sum()) * THOUSANDTHS // (len(others) * HOUR)


def hour_norm(at: Ints, lasted: Ints, number: Ints, film: tuple[int, int]) -> HourNorm | None:
    """The norm of a film from `film[0]` to `film[1]`; None when it is shorter than LEAST_DAYS.

    at: (n,) when so many (`number`) came together, for `lasted` microseconds;
    all of that counts for the hour in which it begins.
    """
    start, end = film
    if end - start < LEAST_DAYS * DAY_HOURS * HOUR:
        return None
    first, last = -(-start // HOUR), end // HOUR
    hour = at // HOUR - first
    whole = (hour >= 0) & (hour < last - first)
    sums = np.zeros(last - first, np.int64)
    np.add.at(sums, hour[whole], (lasted * number)[whole])
    return HourNorm(first, last, sums)
