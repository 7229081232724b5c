import pytest
from pytestqt.qtbot import QtBot

from app.state.absence import Absence, Why
from app.state.head import Head
from app.state.loan import Loan
from app.state.screen import Screen
from app.state.strip import Strip
from app.state.walk import Source
from app.tasks import Tasks
from tests.app.state.stage import SECOND, MemoryDesk, film, seated_at, tracks
from tests.desk.scene import START
from vsa_core.domain.moment import Span, Window
from vsa_core.errors import Fault, Refused, Tampered, Unreadable

PTS = range(0, 4000, 40)
WALK = [(START + n * 200_000, 1000 * n, 30_000) for n in range(20)]


@pytest.fixture
def desk() -> MemoryDesk:
    return MemoryDesk((film("a", PTS), PTS), crowd=tracks(WALK))


@pytest.fixture
def source(tasks: Tasks, desk: MemoryDesk) -> Source:
    session = seated_at(tasks, desk)
    window = Window(START, START + 10 * SECOND)
    loan = Loan(session.desks.playing, session.who, session.where, "rue", window)
    return Source(loan, loan.open("M01"))


@pytest.fixture
def head(source: Source) -> Head:
    return Head(Strip(source.reel.parts, source.reel.window.end))


@pytest.fixture
def screen(tasks: Tasks) -> Screen:
    return Screen(tasks)


def test_a_picture_comes_with_the_boxes_of_its_own_moment(
    qtbot: QtBot, screen: Screen, source: Source, head: Head
) -> None:
    head.seek(START + SECOND)
    with qtbot.waitSignal(screen.shown):
        screen.look(source, head)
    assert screen.shot is not None
    assert screen.shot.at.pts == 1000
    assert screen.drawn.boxes.edges[0].tolist() == [4000, 24_000, 6000, 30_000]
    assert screen.absence is None


def test_what_comes_late_for_a_slate_is_not_shown(
    qtbot: QtBot, tasks: Tasks, screen: Screen, desk: MemoryDesk, source: Source, head: Head
) -> None:
    head.seek(START)
    desk.gate.clear()
    screen.look(source, head)
    screen.blank(Absence(Why.OPENING))
    desk.gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert screen.shot is None
    assert screen.absence == Absence(Why.OPENING)


def test_what_comes_late_of_another_reel_is_not_shown(
    qtbot: QtBot, tasks: Tasks, screen: Screen, desk: MemoryDesk, source: Source, head: Head
) -> None:
    head.seek(START)
    desk.gate.clear()
    screen.look(source, head)
    screen.forget()
    desk.gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert screen.shot is None


def test_nothing_is_asked_of_the_desk_where_nobody_looked_closely(
    qtbot: QtBot, screen: Screen, desk: MemoryDesk, source: Source
) -> None:
    desk.looked = [Span(0, 1)]
    reel = source.loan.open("M01")
    head = Head(Strip(reel.parts, reel.window.end))
    head.seek(START + SECOND)
    screen.look(Source(source.loan, reel), head)
    assert screen.absence == Absence(Why.NOT_LOOKED)
    assert desk.asked == []


def test_a_hole_and_nothing_at_all_are_told_apart(
    qtbot: QtBot, tasks: Tasks, screen: Screen, source: Source
) -> None:
    desk = MemoryDesk((film("a", [0, 40]), [0, 40]), (film("b", [0], START + SECOND), [0]))
    session = seated_at(tasks, desk)
    window = Window(START, START + 9 * SECOND)
    loan = Loan(session.desks.playing, session.who, session.where, "rue", window)
    reel = loan.open("M01")
    head = Head(Strip(reel.parts, reel.window.end))
    head.seek(START + 500_000)
    screen.look(Source(loan, reel), head)
    assert screen.absence == Absence(Why.HOLE, Window(START + 80_000, START + SECOND))
    head.seek(START + 5 * SECOND)
    screen.look(Source(loan, reel), head)
    assert screen.absence == Absence(Why.NOTHING)


@pytest.mark.parametrize(
    ("fault", "why", "alarms"),
    [
        (Unreadable("SRC-022", name="a", pts=0), Why.FAULT, 0),
        (Refused("CAS-050", name="a"), Why.NOT_LOOKED, 0),
        (Tampered("SRC-009", name="a"), Why.FAULT, 1),
    ],
)
def test_a_fault_becomes_a_slate_and_a_broken_seal_an_alarm(
    qtbot: QtBot,
    screen: Screen,
    desk: MemoryDesk,
    source: Source,
    head: Head,
    fault: Fault,
    why: Why,
    alarms: int,
) -> None:
    heard: list[Fault] = []
    screen.alarmed.connect(heard.append)
    desk.faults[0] = fault
    head.seek(START)
    with qtbot.waitSignal(screen.shown):
        screen.look(source, head)
    assert screen.absence == Absence(why, fault=fault)
    assert len(heard) == alarms
    head.step(1)
    with qtbot.waitSignal(screen.shown):
        screen.look(source, head)
    assert screen.absence is None
    assert screen.shot is not None


def test_a_picture_is_fetched_again_when_the_view_grows_and_only_then(
    qtbot: QtBot, tasks: Tasks, screen: Screen, desk: MemoryDesk, source: Source, head: Head
) -> None:
    screen.fit(32)
    head.seek(START)
    with qtbot.waitSignal(screen.shown):
        screen.look(source, head)
    screen.fit(32)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert [width for _, _, width in desk.asked] == [32]
    with qtbot.waitSignal(screen.shown):
        screen.fit(640)
    screen.fit(0)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert [width for _, _, width in desk.asked] == [32, 0]


def test_the_same_slate_is_told_once(qtbot: QtBot, screen: Screen) -> None:
    told: list[object] = []
    screen.shown.connect(told.append)
    for _ in range(3):
        screen.blank(Absence(Why.NOT_LOOKED))
    screen.blank(None)
    assert told == [None, None]


def test_a_lifted_mask_does_not_stay_on_the_screen_when_its_reel_is_gone(
    qtbot: QtBot, screen: Screen, desk: MemoryDesk, source: Source, head: Head
) -> None:
    head.seek(START)
    with qtbot.waitSignal(screen.shown):
        screen.look(source, head)
    screen.forget()
    assert screen.shot is not None  # masked: it stays until the next one comes
    source.loan.examine(1, Window(START, START + SECOND), "M02")
    with qtbot.waitSignal(screen.shown):
        screen.look(source, head)
    assert screen.shot.examined
    screen.forget()
    assert screen.shot is None
    assert screen.absence == Absence(Why.OPENING)


def test_a_picture_beside_is_told_by_its_own_moment_until_the_right_one_comes(
    qtbot: QtBot, screen: Screen, desk: MemoryDesk, source: Source, head: Head
) -> None:
    desk.beside = 400
    desk.warmth.clear()
    head.seek(START + SECOND)
    with qtbot.waitSignal(screen.shown):
        screen.look(source, head)
    assert screen.shot is not None
    assert screen.place is not None
    assert (screen.shot.exact, screen.shot.at.pts) == (False, 400)
    assert (screen.place.number, screen.place.window.start) == (11, START + 400_000)
    assert screen.drawn.boxes.edges[0].tolist() == [1000, 24_000, 3000, 30_000]
    with qtbot.waitSignal(screen.shown):
        desk.warmth.set()
    assert (screen.shot.exact, screen.shot.at.pts, screen.place.number) == (True, 1000, 26)


def test_a_picture_beside_that_is_farther_than_the_one_on_the_screen_is_not_shown(
    qtbot: QtBot, tasks: Tasks, screen: Screen, desk: MemoryDesk, source: Source, head: Head
) -> None:
    head.seek(START + SECOND)
    with qtbot.waitSignal(screen.shown):
        screen.look(source, head)
    told: list[int] = []
    screen.shown.connect(lambda shot: told.append(shot.at.pts))
    desk.beside = 400
    head.step(-1)
    screen.look(source, head)
    qtbot.waitUntil(lambda: told == [960])
