import pytest
from pytestqt.qtbot import QtBot

from app.state.loan import Loan
from app.tasks import Tasks
from tests.app.state.stage import MemoryDesk, film, seated_at
from tests.desk.scene import START
from vsa_core.domain.moment import Window
from vsa_core.errors import Refused

WINDOW = Window(START, START + 1_000_000)


def lent(tasks: Tasks, desk: MemoryDesk) -> Loan:
    session = seated_at(tasks, desk)
    return Loan(session.desks.playing, session.who, session.where, "rue", WINDOW)


def test_a_reel_is_closed_once(qtbot: QtBot, tasks: Tasks) -> None:
    desk = MemoryDesk((film("a", [0, 40]), [0, 40]))
    loan = lent(tasks, desk)
    loan.open("M01")
    loan.close()
    loan.close()
    assert desk.closed == [1]


def test_what_was_never_opened_is_never_closed(qtbot: QtBot, tasks: Tasks) -> None:
    desk = MemoryDesk()
    desk.refusal = Refused("LAW-001")
    loan = lent(tasks, desk)
    with pytest.raises(Refused):
        loan.open("M01")
    loan.close()
    assert desk.closed == []


def test_it_shows_and_examines_under_its_own_tickets(qtbot: QtBot, tasks: Tasks) -> None:
    desk = MemoryDesk((film("a", [0, 40]), [0, 40]))
    loan = lent(tasks, desk)
    loan.open("M01")
    assert loan.shot("a", 40, 32).picture.shape == (36, 32, 3)
    loan.warm("a", 40, 32, -1, lambda: False)
    assert desk.warmed == [(40, -1)]
    found = loan.glimpse("a", 0, 32, None)
    assert found is not None
    assert found.at.pts == 0
    loan.examine(3, WINDOW, "M02")
    assert desk.lifted == [(3, WINDOW, "M02")]


def test_nothing_is_shown_of_a_reel_that_is_not_open(qtbot: QtBot, tasks: Tasks) -> None:
    with pytest.raises(RuntimeError):
        lent(tasks, MemoryDesk()).shot("a", 0, 0)


@pytest.mark.parametrize(
    ("camera", "at", "held"),
    [("rue", START, True), ("rue", START + 1_000_000, False), ("cour", START, False)],
)
def test_it_holds_the_times_of_its_window(
    qtbot: QtBot, tasks: Tasks, camera: str, at: int, held: bool
) -> None:
    assert lent(tasks, MemoryDesk()).holds(camera, at) is held
