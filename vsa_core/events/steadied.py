"""A column without its short excursions: what leaps away and comes back at once never left."""

import numpy as np

from vsa_core.events.anchor import Floats, Ints
from vsa_core.events.spells import Spells, highest, lowest


def steadied(values: Floats, spells: Spells, settle: int) -> Floats:
    """(m,) `values` without the excursions that last at most `settle` microseconds.

    The mean of opening then closing and closing then opening (Serra, 1982)
    over windows of that length, so that up and down, and before and after,
    are treated alike. A motion one way stays as it is. What lasts until the
    end of a spell stays too: nobody saw how long it would have lasted. Two
    excursions with less than `settle` between them are one.
    """
    if settle == 0 or len(values) == 0:
        return values
    windows = _Windows(spells, settle)
    opened, closed = windows.opened(values), windows.closed(values)
    middle: Floats = (windows.closed(opened) + windows.opened(closed)) / 2
    return middle


class _Windows:
    """The windows of one length that hold each point: those begun, and those ended, at a point.

    Where points lie unevenly the two are not the same.
    """

    def __init__(self, spells: Spells, settle: int) -> None:
        self._here: Ints = np.arange(len(spells.clock), dtype=np.int64)
        self._back, self._ahead = spells.back(settle), spells.ahead(settle)

    def opened(self, values: Floats) -> Floats:
        """The highest level below which no whole window around the point falls."""
        begun = lowest(values, self._here, self._ahead)
        ended = lowest(values, self._back, self._here)
        of_begun = highest(begun, self._back, self._here)
        return np.maximum(of_begun, highest(ended, self._here, self._ahead))

    def closed(self, values: Floats) -> Floats:
        """The same from above."""
        return -self.opened(-values)
