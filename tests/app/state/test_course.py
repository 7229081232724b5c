import pytest
from PySide6.QtWidgets import QApplication

from app.state.course import Course
from app.state.looking import NOTHING, Headway


class Hand:
    """A clock that tests set by hand, in milliseconds."""

    def __init__(self) -> None:
        self.now = 1000

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def hand() -> Hand:
    """A clock."""
    return Hand()


@pytest.fixture
def course(qapp: QApplication, hand: Hand) -> Course:
    """An errand that has just begun."""
    made = Course(clock=hand)
    made.start()
    return made


def go(course: Course, hand: Hand, seconds: int, *, total: int = 100_000, step: int = 1000) -> None:
    """Let it work for so many seconds, from the beginning of a stage."""
    course.advance(0, total, "a.mp4")
    for second in range(1, seconds + 1):
        hand.now += 1000
        course.advance(second * step, total, "a.mp4")


def test_nothing_is_known_before_the_first_word(course: Course, hand: Hand) -> None:
    assert course.headway == NOTHING
    hand.now += 60_000
    course.advance(0, 100, "")
    assert course.headway == Headway(0, "", 0, None)


def test_the_rest_is_judged_from_the_pace(course: Course, hand: Hand) -> None:
    go(course, hand, 20)
    assert course.headway == Headway(200, "a.mp4", 20, 80)


def test_another_stage_is_judged_by_its_own_pace_and_the_time_goes_on(
    course: Course, hand: Hand
) -> None:
    go(course, hand, 20)
    course.advance(0, 500, "b.mp4")
    assert course.headway == Headway(0, "b.mp4", 20, None)
    go(course, hand, 20, total=500, step=5)
    assert course.headway == Headway(200, "a.mp4", 40, 80)


def test_a_stage_of_the_same_length_begins_anew_too(course: Course, hand: Hand) -> None:
    go(course, hand, 20)
    course.advance(0, 100_000, "b.mp4")
    assert course.headway.remaining is None


def test_a_second_errand_knows_nothing_of_the_first(course: Course, hand: Hand) -> None:
    told: list[Headway] = []
    course.advanced.connect(told.append)
    go(course, hand, 3)
    course.end()
    assert told[-1].elapsed == 3
    course.start()
    assert course.headway == NOTHING
