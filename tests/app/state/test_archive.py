from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.claims import Statement
from app.state.admission import Intake
from app.state.archive import ArchiveState
from app.state.session import Session
from app.tasks import Tasks
from tests.app.laid import WHOLE, footage, inside, sheet
from tests.app.state.stage import seated
from tests.app.stock import StockDesk
from tests.desk.records import acts, count
from tests.desk.scene import START, film, office
from vsa_core.desk.footage import FootageSheet
from vsa_core.domain.case import Act
from vsa_core.domain.moment import ClockClaim
from vsa_core.errors import Fault, Refused, Tampered

TWO = Intake(("/s/a.mp4", "/s/b.mp4"), "rue", "S1", Statement("alice", START))


@pytest.fixture
def desk() -> StockDesk:
    """A case with one file."""
    return StockDesk([sheet(footage("first.mp4"))])


@pytest.fixture
def session(tasks: Tasks, desk: StockDesk) -> Iterator[Session]:
    """An analyst in that case."""
    at = inside(tasks, ("rue", "cour"), footage=desk)
    yield at
    at.sign_out()


@pytest.fixture
def archive(session: Session) -> ArchiveState:
    """What is known of it: nothing yet."""
    return ArchiveState(session)


def names(archive: ArchiveState) -> list[str]:
    """The files that are listed."""
    return [one.footage.name for one in archive.sheets]


def test_the_list_is_read_when_it_is_asked_for_and_once(
    qtbot: QtBot, archive: ArchiveState, desk: StockDesk
) -> None:
    assert (archive.known, archive.sheets, desk.readings) == (False, (), 0)
    archive.refresh()
    qtbot.waitUntil(lambda: archive.known)
    assert (names(archive), desk.readings) == (["first.mp4"], 1)
    known = archive.sheets[0]
    assert archive.sheet(known.footage.digest) is known
    assert archive.sheet("nothing") is None


def test_what_the_dialogs_need_of_the_case_is_told(archive: ArchiveState, session: Session) -> None:
    assert (archive.cameras, archive.window) == (("rue", "cour"), WHOLE)
    assert archive.motive == session.motive
    session.sign_out()
    assert (archive.cameras, archive.window) == ((), None)


def test_a_list_that_cannot_be_read_is_told(
    qtbot: QtBot, archive: ArchiveState, desk: StockDesk
) -> None:
    desk.refusal = Refused("CAS-040", name="a", known="b", camera="c")
    with qtbot.waitSignal(archive.failed):
        archive.refresh()
    assert archive.fault is desk.refusal
    desk.refusal = None
    archive.refresh()
    qtbot.waitUntil(lambda: archive.known)
    assert archive.fault is None


def test_files_go_in_and_the_list_is_read_again(
    qtbot: QtBot, archive: ArchiveState, desk: StockDesk
) -> None:
    with qtbot.waitSignal(archive.admitted) as told:
        archive.admit(TWO, "M03")
    assert told.args is not None
    assert told.args[0] is archive.outcome
    assert archive.outcome is not None
    assert len(archive.outcome.footage) == 2
    assert {motive for _, motive in desk.admissions} == {"M03"}
    qtbot.waitUntil(lambda: archive.known)
    assert names(archive) == ["first.mp4", "a.mp4", "b.mp4"]
    assert not archive.busy


def test_a_refused_file_is_told_with_the_others_in(
    qtbot: QtBot, archive: ArchiveState, desk: StockDesk
) -> None:
    desk.faults["a.mp4"] = Refused("SRC-001", name="a.mp4")
    with qtbot.waitSignal(archive.admitted):
        archive.admit(Intake(TWO.paths, "rue", "S1", Statement("alice")), "M01")
    assert archive.outcome is not None
    assert [name for name, _ in archive.outcome.refused] == ["a.mp4"]
    qtbot.waitUntil(lambda: names(archive) == ["first.mp4", "b.mp4"])


def test_how_far_it_is_is_told_and_a_second_admission_waits_for_nobody(
    qtbot: QtBot, archive: ArchiveState, desk: StockDesk
) -> None:
    desk.gate.clear()
    archive.admit(TWO, "M01")
    assert (archive.busy, archive.entering.total) == (True, 2)
    qtbot.waitUntil(lambda: archive.entering.name == "a.mp4")
    archive.admit(TWO, "M05")
    desk.gate.set()
    qtbot.waitUntil(lambda: not archive.busy)
    assert {motive for _, motive in desk.admissions} == {"M01"}


def test_stopping_ends_after_the_file_that_is_read(
    qtbot: QtBot, archive: ArchiveState, desk: StockDesk
) -> None:
    desk.gate.clear()
    archive.admit(TWO, "M01")
    qtbot.waitUntil(lambda: len(desk.admissions) == 1)
    archive.cancel()
    assert archive.stopping
    desk.gate.set()
    qtbot.waitUntil(lambda: not archive.busy)
    assert archive.outcome is not None
    assert (len(archive.outcome.footage), archive.outcome.untried) == (1, 1)
    assert not archive.stopping
    archive.cancel()
    assert not archive.stopping


def test_an_admission_that_still_waits_never_begins(
    qtbot: QtBot, archive: ArchiveState, desk: StockDesk, tasks: Tasks
) -> None:
    desk.gate.clear()
    tasks.errand(lambda progress, cancel: desk.gate.wait(), lambda _: None)
    archive.admit(TWO, "M01")
    archive.cancel()
    assert archive.outcome is not None
    assert archive.outcome.untried == 2
    desk.gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert desk.admissions == []


def test_what_stops_everything_is_told_and_what_went_in_is_listed(
    qtbot: QtBot, archive: ArchiveState, desk: StockDesk
) -> None:
    told: list[Fault] = []
    archive.failed.connect(told.append)
    desk.faults["b.mp4"] = Tampered("SRC-009", name="a.mp4")
    archive.admit(TWO, "M01")
    qtbot.waitUntil(lambda: names(archive) == ["first.mp4", "a.mp4"])
    assert told == [desk.faults["b.mp4"]]
    assert (archive.busy, archive.outcome) == (False, None)


def test_a_clock_is_stated_and_the_list_read_again(
    qtbot: QtBot, archive: ArchiveState, desk: StockDesk
) -> None:
    digest = desk.sheets[0].footage.digest
    claim = ClockClaim(START, -83_000_000, 1, "alice")
    with qtbot.waitSignal(archive.clocked) as told:
        archive.claim_clock(digest, claim, "M06")
    assert told.args is not None
    assert told.args[0].clock == claim
    assert desk.claims == [(digest, claim, "M06")]
    qtbot.waitUntil(lambda: archive.known)
    assert archive.sheets[0].footage.clock == claim


def test_a_refused_clock_is_told(qtbot: QtBot, archive: ArchiveState, desk: StockDesk) -> None:
    desk.refusal = Refused("CAS-040", name="a", known="b", camera="c")
    with qtbot.waitSignal(archive.failed):
        archive.claim_clock("x", ClockClaim(START, 0, 0, "alice"), "M06")


def test_on_leaving_nothing_is_known_any_more(
    qtbot: QtBot, archive: ArchiveState, desk: StockDesk, session: Session, tasks: Tasks
) -> None:
    archive.refresh()
    qtbot.waitUntil(lambda: archive.known)
    desk.gate.clear()
    archive.admit(TWO, "M01")
    qtbot.waitUntil(lambda: len(desk.admissions) == 1)
    session.leave()
    assert (archive.sheets, archive.known, archive.busy) == ((), False, False)
    desk.gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert len(desk.admissions) == 1
    assert (archive.sheets, archive.outcome) == ((), None)


def test_a_real_desk_admits_and_records_each_act(
    qtbot: QtBot, tasks: Tasks, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("case")
    at = office(folder)
    at.desks.people.sign_out(at.who)
    with seated(qtbot, tasks, at) as session:
        archive, before = ArchiveState(session), count(at)
        path = str(film(folder / "second.mp4", 3, seed=9))
        clock = Statement("alice", START + 60_000_000)
        archive.admit(Intake((path, path), "rue", "S2", clock), "M01")
        qtbot.waitUntil(lambda: len(archive.sheets) == 2, timeout=20_000)
        assert archive.outcome is not None
        assert [fault.code for _, fault in archive.outcome.refused] == ["CAS-040"]
        assert acts(at, before) == [Act.ADMIT, Act.ADMIT, Act.ADMIT, Act.DENIED, Act.CONSULT]
        assert isinstance(archive.sheets[0], FootageSheet)
