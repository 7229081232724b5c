"""The norm of an hour: the other days of the film at that hour, and nothing else."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.events.company_worlds import HOUR, MIDNIGHT
from vsa_core.events.hour_norm import hour_norm

DAY = 24 * HOUR
FILM = (MIDNIGHT, MIDNIGHT + 4 * DAY)


def ints(*values: int) -> np.ndarray:
    return np.array(values, np.int64)


def test_the_mean_over_the_hour_of_the_other_days() -> None:
    """At ten: day 0 two for the whole hour, day 1 none, day 2 four for half of it."""
    at = ints(MIDNIGHT + 10 * HOUR, MIDNIGHT + 2 * DAY + 10 * HOUR)
    norm = hour_norm(at, ints(HOUR, HOUR // 2), ints(2, 4), FILM)
    assert norm is not None
    assert norm.at(MIDNIGHT + 3 * DAY + 10 * HOUR + 7) == 1333  # (2 + 0 + 2) / 3
    assert norm.at(MIDNIGHT + 10 * HOUR) == 666  # (0 + 2 + 0) / 3
    assert norm.at(MIDNIGHT + 3 * DAY + 11 * HOUR) == 0


def test_a_short_film_has_no_norm() -> None:
    none = ints()
    assert hour_norm(none, none, none, (MIDNIGHT, MIDNIGHT + 3 * DAY - 1)) is None
    assert hour_norm(none, none, none, (MIDNIGHT, MIDNIGHT + 3 * DAY)) is not None


def test_an_hour_that_the_film_covers_in_part_is_not_counted() -> None:
    start = MIDNIGHT + HOUR // 2
    at = ints(start, start + DAY)
    norm = hour_norm(at, ints(HOUR // 2, HOUR // 2), ints(4, 4), (start, start + 3 * DAY))
    assert norm is not None
    assert norm.at(start + 2 * DAY) == 2000  # day 1 alone: half an hour of four
    assert norm.at(start + DAY) == 0


@given(
    st.lists(
        st.tuples(st.integers(0, 4 * 24 * 60 - 1), st.integers(0, 60), st.integers(1, 9)),
        max_size=20,
    ),
    st.integers(0, 4 * 24 - 1),
)
def test_what_a_day_shows_is_no_part_of_its_own_norm(
    told: list[tuple[int, int, int]], hour: int
) -> None:
    minute = HOUR // 60
    at = ints(*(MIDNIGHT + m * minute for m, _, _ in told))
    lasted, number = ints(*(n * minute for _, n, _ in told)), ints(*(k for _, _, k in told))
    norm = hour_norm(at, lasted, number, FILM)
    assert norm is not None
    mine = at // HOUR == MIDNIGHT // HOUR + hour
    without = hour_norm(at[~mine], lasted[~mine], number[~mine], FILM)
    assert without is not None
    asked = MIDNIGHT + hour * HOUR
    assert norm.at(asked) == without.at(asked)
