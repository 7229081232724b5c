"""The lock: what it waits for, what it closes, and who comes back to what."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.state.bench import Bench
from app.state.lock import LONGEST, MINUTE, SHORTEST, Lock, Reason
from app.state.session import Session
from app.tasks import Tasks
from app.theme import Theme
from app.views.sign_in import SignInView
from app.window import Window
from app.words import Words
from tests.app.doorstep import at_the_door, draft, sign_in
from tests.app.frame import answer, case_in, window_on
from tests.desk.records import records
from tests.desk.scene import MOTIVE, SECRET
from vsa_core.desk.cases import NewCase
from vsa_core.domain.case import Act, Role

PEOPLE = (("alice", Role.ANALYST), ("bob", Role.SUPERVISOR))


class Hand:
    """A lock on clocks that a test turns, over work that it says runs."""

    def __init__(self, session: Session) -> None:
        self.at = 0
        self.wall = session.now()
        self.works = False
        session.now = lambda: self.wall  # type: ignore[method-assign]
        self.lock = Lock(session, lambda: self.works, session, clock=lambda: self.at)
        self.lock._timer.setInterval(10**6)  # the test looks, not the timer

    def wait(self, milliseconds: int) -> None:
        """So much time passes, with a look each second."""
        for _ in range(milliseconds // 1000):
            self.at += 1000
            self.wall += 1_000_000
            self.lock.look()


@pytest.fixture
def session(tasks: Tasks, tmp_path: Path) -> Session:
    return at_the_door(tmp_path / "home", tasks, *PEOPLE)


@pytest.fixture
def hand(session: Session) -> Hand:
    return Hand(session)


def here(session: Session) -> bool:
    """Whether somebody is signed in."""
    return session.person is not None


def inside(session: Session) -> bool:
    """Whether they are in a case."""
    return session.in_case


def closed(qtbot: QtBot, session: Session, home: Path) -> dict[str, object]:
    """The last record, once nothing is on its way."""
    qtbot.waitUntil(lambda: not session.tasks.busy)
    return records(home)[-1]


def test_five_minutes_without_a_touch_close_the_session_and_say_why(
    qtbot: QtBot, session: Session, hand: Hand, tmp_path: Path
) -> None:
    sign_in(qtbot, session)
    hand.wait(5 * MINUTE - 1000)
    assert here(session)
    hand.wait(1000)
    assert not here(session)
    last = closed(qtbot, session, tmp_path / "home")
    assert (last["who"], last["act"]) == ("alice", Act.SESSION_CLOSE)
    assert last["about"] == {"reason": "idle"}


def test_a_touch_begins_the_five_minutes_anew_and_takes_the_warning_back(
    qtbot: QtBot, session: Session, hand: Hand
) -> None:
    sign_in(qtbot, session)
    warned: list[int] = []
    hand.lock.warned.connect(warned.append)
    hand.wait(5 * MINUTE - 10_000)
    assert warned[0] == 30
    hand.lock.touch()
    assert warned[-1] == 0
    hand.wait(4 * MINUTE)
    assert here(session)


@pytest.mark.parametrize("slept", ["wall", "both"])
def test_a_machine_that_slept_is_locked_when_it_wakes(
    slept: str, qtbot: QtBot, session: Session, hand: Hand, tmp_path: Path
) -> None:
    sign_in(qtbot, session)
    hand.wait(2000)
    hand.wall += 60_000_000
    hand.at += 60_000 if slept == "both" else 0
    hand.lock.look()
    assert not here(session)
    assert closed(qtbot, session, tmp_path / "home")["about"] == {"reason": "suspend"}


def test_a_clock_set_back_locks_nobody_out(qtbot: QtBot, session: Session, hand: Hand) -> None:
    sign_in(qtbot, session)
    hand.wait(2000)
    hand.wall -= 3_600_000_000
    hand.lock.look()
    assert here(session)


def test_the_minutes_are_held_between_one_and_fifteen(hand: Hand) -> None:
    for asked, kept in ((0, SHORTEST), (7, 7), (600, LONGEST)):
        hand.lock.minutes = asked
        assert hand.lock.minutes == kept


def test_the_same_person_comes_back_to_their_case_and_page(
    qtbot: QtBot, session: Session, hand: Hand, tmp_path: Path
) -> None:
    sign_in(qtbot, session)
    new = draft(tmp_path / "case")
    with qtbot.waitSignal(session.entered):
        session.open_case(new.folder, NewCase(new.number, new.basis(), (), new.erase_by), MOTIVE)
    hand.lock.page = "papers"
    hand.lock.lock()
    assert not inside(session)
    qtbot.waitUntil(lambda: not session.tasks.busy)
    with qtbot.waitSignal(hand.lock.resumed) as resumed:
        session.sign_in("alice", SECRET)
    assert resumed.args == ["papers"]
    assert inside(session)
    assert hand.lock.left is None
    acts = [record["act"] for record in records(tmp_path / "home")]
    assert acts[-3:] == [Act.SESSION_CLOSE, Act.SESSION_OPEN, Act.CASE_READ]


def test_somebody_else_begins_at_their_own_beginning(
    qtbot: QtBot, session: Session, hand: Hand
) -> None:
    sign_in(qtbot, session)
    hand.lock.lock()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    with qtbot.assertNotEmitted(hand.lock.resumed):
        sign_in(qtbot, session, "bob")
    assert hand.lock.left is None


def test_a_case_that_is_gone_leaves_the_person_on_the_list(
    qtbot: QtBot, session: Session, hand: Hand, tmp_path: Path
) -> None:
    sign_in(qtbot, session)
    new = draft(tmp_path / "case")
    with qtbot.waitSignal(session.entered):
        session.open_case(new.folder, NewCase(new.number, new.basis(), (), new.erase_by), MOTIVE)
    hand.lock.lock()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    (tmp_path / "case").rename(tmp_path / "elsewhere")
    with qtbot.waitSignal(session.failed) as failed:
        session.sign_in("alice", SECRET)
    assert failed.args[0].code == "CAS-023"
    assert here(session)
    assert hand.lock.left is None


def test_where_something_runs_the_screen_is_covered_and_the_session_closes_at_its_end(
    qtbot: QtBot, session: Session, hand: Hand, tmp_path: Path
) -> None:
    sign_in(qtbot, session)
    hand.works = True
    with qtbot.waitSignal(hand.lock.covered):
        hand.lock.lock(Reason.IDLE)
    hand.wait(MINUTE)
    assert here(session)
    hand.works = False
    hand.wait(1000)
    assert not here(session)
    assert not hand.lock.is_covered
    assert closed(qtbot, session, tmp_path / "home")["about"] == {"reason": "idle"}


def test_a_passphrase_uncovers_what_still_runs(qtbot: QtBot, session: Session, hand: Hand) -> None:
    sign_in(qtbot, session)
    who = session.who
    hand.works = True
    hand.lock.lock()
    with qtbot.waitSignal(session.failed), qtbot.assertNotEmitted(hand.lock.uncovered):
        session.prove("not her passphrase")
    with qtbot.waitSignals([hand.lock.uncovered, hand.lock.resumed]):
        session.prove(SECRET)
    assert session.who is who
    assert not hand.lock.is_covered


def test_nobody_is_locked_out_before_they_came(hand: Hand, session: Session) -> None:
    hand.lock.lock()
    hand.wait(10 * MINUTE)
    assert hand.lock.left is None


@pytest.fixture
def window(qtbot: QtBot, session: Session, words: Words, theme: Theme, tmp_path: Path) -> Window:
    """The window of that installation, which keeps what somebody works on out of sight."""
    made = window_on(session, words, theme, tmp_path / "home" / "window")
    qtbot.addWidget(made, before_close_func=lambda _: made.close_for_good())
    return made


@pytest.fixture
def working(monkeypatch: pytest.MonkeyPatch) -> None:
    """Something long runs, says the bench."""
    monkeypatch.setattr(Bench, "working", property(lambda bench: True))


@pytest.mark.usefixtures("working")
def test_what_runs_goes_on_behind_the_door_without_a_picture(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    session = sign_in(qtbot, window.bench.session)
    case_in(qtbot, session, tmp_path / "case")
    window.acts["lock"].trigger()
    assert (window.page, window.stack.count(), window.case) == ("sign_in", 1, None)
    assert inside(session)
    assert window.bench.playback.shot is None
    assert not window.status.isVisible()
    with qtbot.waitSignal(window.bench.lock.uncovered):
        session.prove(SECRET)
    assert window.page == "case"
    assert window.case is not None


@pytest.mark.usefixtures("working")
def test_somebody_else_at_a_covered_screen_is_asked_before_what_runs_is_stopped(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    session = sign_in(qtbot, window.bench.session)
    case_in(qtbot, session, tmp_path / "case")
    window.acts["lock"].trigger()
    door = window.current
    assert isinstance(door, SignInView)
    door.locked.other.click()
    answer(QMessageBox.ButtonRole.AcceptRole)
    assert not here(session)
    assert window.bench.lock.left is None


def test_where_the_program_has_ended_there_is_nothing_to_lock(
    hand: Hand, session: Session, tasks: Tasks, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.signed_in):
        session.sign_in("alice", SECRET)
    tasks.close()
    hand.wait(2 * LONGEST * MINUTE)
    assert hand.lock.left is None
