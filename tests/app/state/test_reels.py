import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from app.state.reels import LENGTH, Reels, around
from app.tasks import Tasks
from tests.app.state.stage import MemoryDesk, film, seated_at
from tests.desk.scene import START
from vsa_core.desk.playing import Reel
from vsa_core.errors import Fault, Refused


class Told:
    """What became of the reels asked for."""

    def __init__(self) -> None:
        self.opened: list[int] = []
        self.refused: list[str] = []
        self.failed: list[str] = []

    def came(self, reel: Reel) -> None:
        self.opened.append(reel.number)

    def no(self, fault: Fault) -> None:
        self.refused.append(fault.code)

    def bad(self, fault: Fault) -> None:
        self.failed.append(fault.code)


@pytest.fixture
def desk() -> MemoryDesk:
    pts = range(0, 2_000_000, 1000)
    return MemoryDesk((film("a", pts), pts))


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def reels(tasks: Tasks, desk: MemoryDesk, told: Told) -> Reels:
    return Reels(seated_at(tasks, desk), told.came, told.no, told.bad)


@given(st.integers(0, 2 * START))
def test_every_instant_lies_in_one_reel_of_ten_minutes(at: int) -> None:
    window = around(at)
    assert window.start <= at < window.end
    assert window.end - window.start == LENGTH
    assert around(window.start) == around(window.end - 1) == window


def test_the_next_is_opened_after_the_one_before_was_closed(
    qtbot: QtBot, tasks: Tasks, desk: MemoryDesk, reels: Reels, told: Told
) -> None:
    reels.open("rue", START)
    assert reels.opening
    qtbot.waitUntil(lambda: told.opened == [1])
    assert reels.holds("rue", START)
    assert not reels.holds("cour", START)
    reels.open("rue", START + LENGTH)
    assert not reels.holds("rue", START)
    qtbot.waitUntil(lambda: told.opened == [1, 2])
    assert desk.closed == [1]
    reels.close()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert desk.closed == [1, 2]


def test_of_many_asked_at_once_every_one_that_opened_is_closed(
    qtbot: QtBot, tasks: Tasks, desk: MemoryDesk, reels: Reels, told: Told
) -> None:
    for number in range(6):
        reels.open("rue", START + number * LENGTH // 4)
    reels.close()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert told.opened == []
    assert desk.closed == [number + 1 for number in range(len(desk.opened))]
    assert not reels.opening


def test_a_refusal_leaves_none(qtbot: QtBot, desk: MemoryDesk, reels: Reels, told: Told) -> None:
    desk.refusal = Refused("LAW-001")
    reels.open("rue", START)
    qtbot.waitUntil(lambda: told.refused == ["LAW-001"])
    assert not reels.holds("rue", START)
    assert not reels.opening
    assert told.failed == []
