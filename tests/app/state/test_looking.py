from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.state.looking import NOTHING, Headway, LookingState
from app.state.session import Session
from app.tasks import Tasks
from tests.app.laid import inside
from tests.app.state.stage import seated
from tests.app.stock import LookDesk
from tests.desk.records import acts, count
from tests.desk.scene import office
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Level
from vsa_core.errors import Fault, Tampered


class Hand:
    """A clock that tests set by hand, in milliseconds."""

    def __init__(self) -> None:
        self.now = 1000

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def desk() -> LookDesk:
    """A desk that looks until it is told to end."""
    return LookDesk()


@pytest.fixture
def session(tasks: Tasks, desk: LookDesk) -> Iterator[Session]:
    """An analyst in a case."""
    at = inside(tasks, indexing=desk)
    yield at
    desk.gate.set()
    at.sign_out()


@pytest.fixture
def hand() -> Hand:
    """A clock."""
    return Hand()


@pytest.fixture
def looking(session: Session, hand: Hand) -> LookingState:
    """Nothing runs yet."""
    return LookingState(session, clock=hand)


def begun(qtbot: QtBot, looking: LookingState) -> None:
    """An indexing that has told where it stands."""
    looking.start(Level.SCAN, ("rue",), "M06")
    qtbot.waitUntil(lambda: looking.headway.file == "a.mp4")


def test_what_was_asked_is_looked_at_and_told(
    qtbot: QtBot, looking: LookingState, desk: LookDesk
) -> None:
    assert (looking.busy, looking.headway) == (False, NOTHING)
    begun(qtbot, looking)
    assert looking.busy
    assert looking.headway.per_mille == 250
    with qtbot.waitSignal(looking.ended) as told:
        desk.gate.set()
    assert told.args == [looking.outcome]
    assert looking.outcome is not None
    assert looking.outcome.level is Level.SCAN
    assert desk.orders == [(Level.SCAN, ("rue",), "M06")]
    assert not looking.busy
    looking.dismiss()
    assert looking.outcome is None


def test_one_at_a_time(qtbot: QtBot, looking: LookingState, desk: LookDesk) -> None:
    begun(qtbot, looking)
    looking.start(Level.FULL, (), "M01")
    desk.gate.set()
    qtbot.waitUntil(lambda: not looking.busy)
    assert len(desk.orders) == 1


def test_work_is_counted_from_the_first_word_and_pauses_are_not(
    qtbot: QtBot, looking: LookingState, hand: Hand
) -> None:
    begun(qtbot, looking)
    hand.now += 7000
    looking.pause()
    assert looking.paused
    hand.now += 60_000
    looking._tell()
    assert looking.headway.elapsed == 7
    looking.resume()
    assert not looking.paused
    hand.now += 3000
    looking._tell()
    assert looking.headway.elapsed == 10


def test_the_rest_is_judged_from_the_pace_and_not_before_there_is_one(
    looking: LookingState, hand: Hand
) -> None:
    looking._advance(0, 100_000, "a.mp4")
    for second in range(1, 21):
        hand.now += 1000
        looking._advance(second * 1000, 100_000, "a.mp4")
        if second < 8:
            assert looking.headway.remaining is None
    assert looking.headway == Headway(200, "a.mp4", 20, 80)


def test_a_stall_is_seen_without_a_word_from_the_work(looking: LookingState, hand: Hand) -> None:
    looking._advance(0, 100_000, "a.mp4")
    for second in range(1, 21):
        hand.now += 1000
        looking._advance(second * 1000, 100_000, "a.mp4")
    for _ in range(60):
        hand.now += 1000
        looking._tell()
    assert looking.headway.remaining is None


def test_a_pause_is_taken_back_by_stopping(
    qtbot: QtBot, looking: LookingState, desk: LookDesk
) -> None:
    begun(qtbot, looking)
    looking.pause()
    looking.cancel()
    assert looking.stopping
    looking.pause()
    assert not looking.paused
    qtbot.waitUntil(lambda: not looking.busy)
    assert looking.outcome is not None
    assert looking.outcome.cancelled
    assert not looking.stopping


def test_one_that_still_waits_never_begins(
    qtbot: QtBot, looking: LookingState, desk: LookDesk, tasks: Tasks
) -> None:
    tasks.errand(lambda progress, cancel: desk.gate.wait(), lambda _: None)
    looking.start(Level.SCAN, (), "M01")
    looking.cancel()
    assert (looking.busy, looking.outcome) == (False, None)
    desk.gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert desk.orders == []


def test_with_nothing_running_nothing_is_paused_or_stopped(looking: LookingState) -> None:
    looking.pause()
    looking.resume()
    looking.cancel()
    assert (looking.busy, looking.paused, looking.stopping) == (False, False, False)


def test_a_failure_is_told_and_stays_until_the_next(
    qtbot: QtBot, looking: LookingState, desk: LookDesk
) -> None:
    told: list[Fault] = []
    looking.failed.connect(told.append)
    desk.fault = Tampered("SRC-009", name="a.mp4")
    desk.gate.set()
    looking.start(Level.SCAN, (), "M01")
    qtbot.waitUntil(lambda: not looking.busy)
    assert told == [desk.fault]
    assert looking.fault is desk.fault
    desk.fault = None
    looking.start(Level.SCAN, (), "M01")
    assert looking.fault is None
    qtbot.waitUntil(lambda: not looking.busy)


def test_on_leaving_it_stops_and_is_forgotten(
    qtbot: QtBot, looking: LookingState, session: Session, tasks: Tasks
) -> None:
    begun(qtbot, looking)
    session.leave()
    assert (looking.busy, looking.headway) == (False, NOTHING)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert looking.outcome is None


def test_a_real_desk_is_paused_goes_on_and_records_its_end(
    qtbot: QtBot, tasks: Tasks, tmp_path_factory: pytest.TempPathFactory
) -> None:
    at = office(tmp_path_factory.mktemp("case"))
    at.desks.people.sign_out(at.who)
    with seated(qtbot, tasks, at) as session:
        looking, before = LookingState(session), count(at)
        looking.start(Level.SCAN, (), "M01")
        looking.pause()
        looking.resume()
        qtbot.waitUntil(lambda: looking.outcome is not None, timeout=30_000)
        assert looking.outcome is not None
        assert (looking.outcome.files, looking.outcome.failures) == (1, ())
        assert acts(at, before) == [Act.INDEX, Act.RESULT]
