from dataclasses import replace

import pytest

from app.state.recorded import Recorded
from tests.app.state.stage import SECOND, film
from tests.desk.scene import START
from vsa_core.domain.footage import Gap
from vsa_core.domain.moment import Span, Window

ALWAYS = Window(0, 2 * START)


def known() -> Recorded:
    """A camera that recorded from 0 to 10 s, but for 4 to 6, and from 60 to 70 s."""
    first = film("a", [0], end=10_000, gaps=[Gap(Span(4000, 6000), "SRC-023")])
    return Recorded((first, film("b", [0], START + 60 * SECOND, end=10_000)))


@pytest.mark.parametrize(
    ("at", "later", "earlier"),
    [(-5, 0, None), (3, 3, 3), (5, 6, 4), (30, 60, 10), (65, 65, 65), (80, None, 70)],
)
def test_the_nearest_recorded_time_is_found_both_ways(
    at: int, later: int | None, earlier: int | None
) -> None:
    on = known().toward("rue", START + at * SECOND, 1, ALWAYS)
    back = known().toward("rue", START + at * SECOND, -1, ALWAYS)
    assert on == (None if later is None else START + later * SECOND)
    ends = START + (earlier or 0) * SECOND - (earlier in (4, 10, 70))
    assert back == (None if earlier is None else ends)


def test_outside_the_basis_nothing_counts_as_recorded() -> None:
    law = Window(START + 2 * SECOND, START + 3 * SECOND)
    assert known().toward("rue", START, 1, law) == START + 2 * SECOND
    assert known().toward("rue", START + 3 * SECOND, 1, law) is None
    assert known().toward("rue", START + 9 * SECOND, -1, law) == START + 3 * SECOND - 1


def test_of_a_camera_that_nothing_is_known_of_any_time_may_be() -> None:
    law = Window(START, START + SECOND)
    assert not Recorded().knows("rue")
    assert Recorded().toward("rue", START + 5, 1, law) == START + 5
    assert Recorded().toward("rue", START + SECOND, 1, law) is None


def test_a_file_without_pictures_is_nowhere() -> None:
    dark = Recorded((replace(film("a", [0]), stream=None),))
    assert dark.knows("rue")
    assert dark.toward("rue", START, 1, ALWAYS) is None
