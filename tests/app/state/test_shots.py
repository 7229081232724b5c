import threading

import pytest
from pytestqt.qtbot import QtBot

from app.state.loan import Loan
from app.state.shots import Aim, Shots
from app.tasks import Tasks
from tests.app.state.stage import MemoryDesk, film, seated_at
from tests.desk.scene import START
from vsa_core.desk.playing import Shot
from vsa_core.domain.moment import Window
from vsa_core.errors import Fault, Refused, Unreadable

PTS = range(0, 4000, 40)


class Told:
    """What came back, in order."""

    def __init__(self) -> None:
        self.shots: list[int] = []
        self.beside: list[int] = []
        self.faults: list[tuple[int, str]] = []
        self.threads: set[bool] = set()

    def fetched(self, aim: Aim, shot: Shot) -> None:
        self.threads.add(threading.current_thread() is threading.main_thread())
        assert (shot.at.pts == aim.pts) == shot.exact
        (self.shots if shot.exact else self.beside).append(aim.index)

    def missed(self, aim: Aim, fault: Fault) -> None:
        self.faults.append((aim.index, fault.code))


@pytest.fixture
def desk() -> MemoryDesk:
    return MemoryDesk((film("a", PTS), PTS))


@pytest.fixture
def loan(tasks: Tasks, desk: MemoryDesk) -> Loan:
    session = seated_at(tasks, desk)
    window = Window(START, START + 1_000_000)
    held = Loan(session.desks.playing, session.who, session.where, "rue", window)
    held.open("M01")
    return held


def aim(loan: Loan, index: int, within: int | None = None) -> Aim:
    return Aim(loan, index, "a", PTS[index], 0, within)


def test_in_a_burst_the_first_and_the_last_are_fetched_and_nothing_is_queued(
    qtbot: QtBot, tasks: Tasks, desk: MemoryDesk, loan: Loan
) -> None:
    told = Told()
    shots = Shots(tasks, told.fetched, told.missed)
    desk.gate.clear()
    for index in range(25):
        shots.want(aim(loan, index))
    assert shots.busy
    desk.gate.set()
    qtbot.waitUntil(lambda: not shots.busy)
    assert told.shots == [0, 24]
    assert [pts for _, pts, _ in desk.asked] == [PTS[0], PTS[24]]
    assert told.threads == {True}


def test_what_is_wanted_no_more_is_not_fetched(
    qtbot: QtBot, tasks: Tasks, desk: MemoryDesk, loan: Loan
) -> None:
    told = Told()
    shots = Shots(tasks, told.fetched, told.missed)
    desk.gate.clear()
    shots.want(aim(loan, 1))
    shots.want(aim(loan, 2))
    shots.forget()
    desk.gate.set()
    qtbot.waitUntil(lambda: not shots.busy)
    assert told.shots == [1]


def test_after_a_fault_the_next_picture_is_fetched(
    qtbot: QtBot, tasks: Tasks, desk: MemoryDesk, loan: Loan
) -> None:
    told = Told()
    shots = Shots(tasks, told.fetched, told.missed)
    desk.faults[PTS[1]] = Unreadable("SRC-022", name="a", pts=PTS[1])
    desk.gate.clear()
    shots.want(aim(loan, 1))
    shots.want(aim(loan, 2))
    desk.gate.set()
    qtbot.waitUntil(lambda: not shots.busy)
    assert (told.faults, told.shots) == ([(1, "SRC-022")], [2])


def test_a_picture_that_leaving_took_back_does_not_hold_up_the_next(
    qtbot: QtBot, tasks: Tasks, desk: MemoryDesk, loan: Loan
) -> None:
    told = Told()
    shots = Shots(tasks, told.fetched, told.missed)
    desk.gate.clear()
    shots.want(aim(loan, 1))
    tasks.halt()
    assert not shots.busy
    shots.want(aim(loan, 2))
    desk.gate.set()
    qtbot.waitUntil(lambda: told.shots == [2])


def test_what_is_had_at_once_comes_first_and_the_right_one_follows(
    qtbot: QtBot, tasks: Tasks, desk: MemoryDesk, loan: Loan
) -> None:
    told = Told()
    shots = Shots(tasks, told.fetched, told.missed)
    desk.beside = PTS[50]
    shots.want(aim(loan, 70))
    qtbot.waitUntil(lambda: told.shots == [70])
    assert told.beside == [70]
    assert desk.warmed == [(PTS[70], 0)]


def test_a_jump_that_is_overtaken_is_dropped_while_it_is_prepared(
    qtbot: QtBot, tasks: Tasks, desk: MemoryDesk, loan: Loan
) -> None:
    told = Told()
    shots = Shots(tasks, told.fetched, told.missed)
    desk.beside = PTS[50]
    desk.warmth.clear()
    shots.want(aim(loan, 70))
    qtbot.waitUntil(lambda: told.beside == [70] and len(desk.warmed) == 1)
    shots.want(aim(loan, 20))
    qtbot.waitUntil(lambda: told.beside == [70, 20] and len(desk.warmed) == 2)
    desk.warmth.set()
    qtbot.waitUntil(lambda: told.shots == [20])
    assert PTS[70] not in desk.ready


def test_where_nothing_nearer_can_be_had_the_right_one_is_waited_for(
    qtbot: QtBot, tasks: Tasks, desk: MemoryDesk, loan: Loan
) -> None:
    told = Told()
    shots = Shots(tasks, told.fetched, told.missed)
    desk.beside = PTS[50]
    shots.want(aim(loan, 70, within=40_000))
    qtbot.waitUntil(lambda: told.shots == [70])
    assert told.beside == []


def test_a_walk_has_the_pictures_on_its_way_prepared_and_a_jump_has_not(
    qtbot: QtBot, tasks: Tasks, desk: MemoryDesk, loan: Loan
) -> None:
    told = Told()
    shots = Shots(tasks, told.fetched, told.missed)
    for index in (60, 61, 60, 59, 5):
        shots.want(aim(loan, index))
        qtbot.waitUntil(lambda index=index: told.shots[-1:] == [index] and not tasks.busy)  # type: ignore[misc]
    assert desk.warmed == [(PTS[61], 1), (PTS[60], -1), (PTS[59], -1)]


def test_a_fault_met_while_preparing_is_told_by_the_picture_itself(
    qtbot: QtBot, tasks: Tasks, desk: MemoryDesk, loan: Loan
) -> None:
    told = Told()
    shots = Shots(tasks, told.fetched, told.missed)
    desk.beside = PTS[50]
    desk.refused_ahead = Refused("CAS-072")
    desk.faults[PTS[70]] = Unreadable("SRC-022", name="a", pts=PTS[70])
    shots.want(aim(loan, 70))
    qtbot.waitUntil(lambda: bool(told.faults))
    assert (told.faults, told.beside) == ([(70, "SRC-022")], [70])


def test_what_is_wanted_no_more_is_not_prepared_either(
    qtbot: QtBot, tasks: Tasks, desk: MemoryDesk, loan: Loan
) -> None:
    told = Told()
    shots = Shots(tasks, told.fetched, told.missed)
    desk.beside = PTS[50]
    desk.warmth.clear()
    shots.want(aim(loan, 70))
    qtbot.waitUntil(lambda: len(desk.warmed) == 1)
    shots.forget()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert desk.ready == set()
    assert told.shots == []
