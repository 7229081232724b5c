import threading
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.sample import Sample
from app.state.session import ROUTINE, Session
from app.tasks import Lane, Tasks
from tests.app.doorstep import at_the_door, draft, sign_in
from tests.desk.records import records
from tests.desk.scene import MOTIVE, SECRET, START, enrolled, office
from tools.sample.archive import SampleArchive
from vsa_core.desk.cases import NewCase
from vsa_core.desk.people import NewPerson
from vsa_core.domain.case import Act, Role
from vsa_core.domain.ports import Cancel, Progress
from vsa_core.errors import Fault, Refused

ALICE = ("alice", Role.ANALYST)


def open_case(qtbot: QtBot, session: Session, folder: Path) -> None:
    new = draft(folder)
    with qtbot.waitSignal(session.entered):
        session.open_case(str(folder), NewCase(new.number, new.basis(), (), new.erase_by), MOTIVE)


def acts(home: Path) -> list[tuple[str, str]]:
    return [(record["who"], record["act"]) for record in records(home)]


def test_an_installation_is_founded_by_the_first_enrolment(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    session = at_the_door(tmp_path / "home", tasks)
    assert not session.founded
    told: list[bool] = []
    alice = NewPerson("alice", Role.ANALYST, "Alice A.", "H-1")
    session.enrol(alice, SECRET, lambda: told.append(True))
    qtbot.waitUntil(lambda: bool(told))
    assert session.founded
    assert session.person is None


def test_who_signs_in_is_known_and_who_leaves_is_forgotten(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    session = sign_in(qtbot, at_the_door(tmp_path / "home", tasks, ALICE))
    assert session.person is not None
    assert session.person.name == "alice"
    with qtbot.waitSignals([session.left, session.signed_out]):
        session.sign_out()
    assert session.person is None
    with pytest.raises(RuntimeError):
        _ = session.who
    qtbot.waitUntil(lambda: not tasks.busy)
    assert acts(tmp_path / "home")[-1] == ("alice", Act.SESSION_CLOSE)


def test_a_wrong_passphrase_is_a_fault_and_nobody_is_signed_in(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    session = at_the_door(tmp_path / "home", tasks, ALICE)
    busy: list[bool] = []
    session.busy.connect(busy.append)
    with qtbot.waitSignal(session.failed) as failed:
        session.sign_in("alice", "not her passphrase")
    fault: Fault = failed.args[0]
    assert fault.code == "KEY-002"
    assert session.person is None
    assert busy == [True, False]


def test_a_case_is_opened_entered_left_and_entered_again(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    session = sign_in(qtbot, at_the_door(tmp_path / "home", tasks, ALICE))
    open_case(qtbot, session, tmp_path / "case")
    assert session.where.case.number == "2024/17"
    session.motive = "M03"
    with qtbot.waitSignal(session.left):
        session.leave()
    assert not session.in_case
    assert session.motive == ROUTINE
    with qtbot.assertNotEmitted(session.left):
        session.leave()
    with qtbot.waitSignal(session.entered):
        session.enter(str(tmp_path / "case"))
    assert session.where.case.number == "2024/17"
    session.leave()
    with pytest.raises(RuntimeError):
        _ = session.where


def test_going_to_another_case_leaves_the_first(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> None:
    session = sign_in(qtbot, at_the_door(tmp_path / "home", tasks, ALICE))
    open_case(qtbot, session, tmp_path / "case")
    new = draft(tmp_path / "other")
    with qtbot.waitSignals([session.left, session.entered], order="strict"):
        session.open_case(new.folder, NewCase("2024/18", new.basis(), (), new.erase_by), MOTIVE)
    assert session.where.case.number == "2024/18"


def test_the_motive_of_an_opening_is_the_one_given(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    session = sign_in(qtbot, at_the_door(tmp_path / "home", tasks, ALICE))
    new = draft(tmp_path / "case")
    with qtbot.waitSignal(session.entered):
        session.open_case(new.folder, NewCase(new.number, new.basis(), (), new.erase_by), "M04")
    assert records(tmp_path / "home")[-1]["motive"] == "M04"
    assert session.motive == ROUTINE


def test_what_comes_back_after_they_left_is_not_theirs(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    session = sign_in(qtbot, at_the_door(tmp_path / "home", tasks, ALICE))
    open_case(qtbot, session, tmp_path / "case")
    session.leave()
    busy: list[bool] = []
    session.busy.connect(busy.append)
    with qtbot.assertNotEmitted(session.entered):
        session.enter(str(tmp_path / "case"))
        session.sign_out()
        qtbot.waitUntil(lambda: not tasks.busy)
        qtbot.wait(1)
    assert not session.in_case
    assert busy[-1] is False


def sample_at(folder: Path) -> Sample:
    at = office(folder)
    return Sample(at.desks, at.who, at.where, SampleArchive(folder, (), folder, False))


def test_the_sample_is_entered_without_anybody_enrolled(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    def render(progress: Progress, cancel: Cancel) -> Sample:
        progress(1, 4, "rue.mp4")
        return sample_at(tmp_path / "sample")

    session = at_the_door(tmp_path / "home", tasks, sample=render)
    shares: list[tuple[int, int]] = []
    session.advanced.connect(lambda done, total: shares.append((done, total)))
    with qtbot.waitSignals([session.signed_in, session.entered]):
        session.try_sample()
        assert session.rendering
    assert shares == [(250, 1000)]
    assert not session.rendering
    assert session.in_sample
    assert not session.founded
    session.leave()
    assert session.person is None
    assert not session.in_sample
    qtbot.waitUntil(lambda: not tasks.busy)
    assert not (tmp_path / "home").exists()


def test_whoever_goes_on_to_the_sample_is_signed_out_of_their_own_installation(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    session = at_the_door(
        tmp_path / "home", tasks, ALICE, sample=lambda p, c: sample_at(tmp_path / "sample")
    )
    sign_in(qtbot, session)
    with qtbot.waitSignal(session.entered):
        session.try_sample()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert acts(tmp_path / "home")[-1] == ("alice", Act.SESSION_CLOSE)
    session.sign_out()
    qtbot.waitUntil(lambda: not tasks.busy)


def test_a_sample_given_up_is_not_entered(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> None:
    stopped: list[bool] = []

    def render(progress: Progress, cancel: Cancel) -> Sample:
        while not cancel():
            progress(0, 1, "rue.mp4")
        stopped.append(True)
        return sample_at(tmp_path / "sample")

    session = at_the_door(tmp_path / "home", tasks, sample=render)
    busy: list[bool] = []
    session.busy.connect(busy.append)
    with qtbot.assertNotEmitted(session.entered):
        session.try_sample()
        session.give_up_sample()
        session.give_up_sample()
        qtbot.waitUntil(lambda: not tasks.busy)
        qtbot.wait(1)
    assert busy == [True, False]
    assert not session.rendering
    assert session.person is None


def test_a_sample_that_cannot_be_made_is_told(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> None:
    def render(progress: Progress, cancel: Cancel) -> Sample:
        raise Refused("CAS-016", home="sample")

    session = at_the_door(tmp_path / "home", tasks, sample=render)
    with qtbot.waitSignal(session.failed) as failed:
        session.try_sample()
    assert failed.args[0].code == "CAS-016"
    assert not session.rendering


def test_the_time_is_the_machines(tasks: Tasks, tmp_path: Path) -> None:
    desks, _ = enrolled(tmp_path / "home")
    session = Session(desks, tasks, lambda p, c: sample_at(tmp_path))
    assert session.now() > START


def test_of_two_clicks_the_first_is_done(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> None:
    session = at_the_door(tmp_path / "home", tasks, ALICE, ("bob", Role.SUPERVISOR))
    session.sign_in("alice", SECRET)
    session.sign_in("bob", SECRET)
    qtbot.waitUntil(lambda: session.person is not None and not tasks.busy)
    assert [one for one in acts(tmp_path / "home") if one[1] == Act.SESSION_OPEN] == [
        ("alice", Act.SESSION_OPEN)
    ]
    open_case(qtbot, session, tmp_path / "case")
    session.leave()
    entered: list[str] = []
    session.entered.connect(lambda: entered.append(session.where.folder))
    session.enter(str(tmp_path / "case"))
    session.enter(str(tmp_path / "elsewhere"))
    qtbot.waitUntil(lambda: bool(entered) and not tasks.busy)
    assert entered == [str(tmp_path / "case")]


def test_a_sample_being_made_does_not_come_in_the_middle_of_a_case(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    begun = threading.Event()

    def render(progress: Progress, cancel: Cancel) -> Sample:
        begun.set()
        while not cancel():
            time.sleep(0.001)
        raise Refused("CAS-016", home="sample")

    session = sign_in(qtbot, at_the_door(tmp_path / "home", tasks, ALICE, sample=render))
    session.try_sample()
    qtbot.waitUntil(begun.is_set)
    open_case(qtbot, session, tmp_path / "case")
    assert not session.rendering
    qtbot.waitUntil(lambda: not tasks.busy)
    assert session.in_case


def test_who_locks_and_quits_at_once_is_still_recorded_as_leaving(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    session = sign_in(qtbot, at_the_door(tmp_path / "home", tasks, ALICE))
    gate = threading.Event()
    tasks.ask(gate.wait, lambda _: None, lane=Lane.ERRANDS)
    session.sign_out()
    session.sign_out()
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert acts(tmp_path / "home")[-1] == ("alice", Act.SESSION_CLOSE)


def test_a_session_closed_by_the_window_says_why(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    session = sign_in(qtbot, at_the_door(tmp_path / "home", tasks, ALICE))
    gone: list[bool] = []
    session.sign_out(lambda: gone.append(True), "idle")
    qtbot.waitUntil(lambda: bool(gone))
    last = records(tmp_path / "home")[-1]
    assert (last["act"], last["about"]) == (Act.SESSION_CLOSE, {"reason": "idle"})


def test_a_passphrase_that_is_only_checked_leaves_nobody_behind(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    session = sign_in(qtbot, at_the_door(tmp_path / "home", tasks, ALICE))
    who = session.who
    with qtbot.waitSignal(session.proven):
        session.prove(SECRET)
    assert session.who is who
    assert [act for _, act in acts(tmp_path / "home")][-2:] == [
        Act.SESSION_OPEN,
        Act.SESSION_CLOSE,
    ]
    with qtbot.waitSignal(session.failed), qtbot.assertNotEmitted(session.proven):
        session.prove("not her passphrase")
    assert session.who is who
