"""A measurement goes on by itself, can be stopped, and is shown once its record is written."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.records import told
from app.state.session import Session
from app.state.validation import MEASURERS, Step, Validation
from app.tasks import Tasks
from app.words import read_words
from tests.app.doorstep import at_the_door, sign_in
from tests.app.laboratory import Laboratory, ModelsDesk
from tests.app.laid import inside
from tests.desk.records import records
from vsa_core.domain.case import Act, Role
from vsa_core.domain.coverage import Level
from vsa_core.errors import Refused, Tampered, Unreadable
from vsa_core.legal.roles import MAY

FOLDER = "/videos/vérité"


@pytest.fixture
def laboratory() -> Laboratory:
    """Measures until it is told to end."""
    return Laboratory()


@pytest.fixture
def desk() -> ModelsDesk:
    """Where the journal is told."""
    return ModelsDesk()


@pytest.fixture
def session(tasks: Tasks, desk: ModelsDesk, laboratory: Laboratory) -> Iterator[Session]:
    """An analyst in a case."""
    at = inside(tasks, models=desk)
    yield at
    laboratory.gate.set()
    at.sign_out()


@pytest.fixture
def validation(session: Session, laboratory: Laboratory) -> Validation:
    """Nothing was measured yet."""
    return Validation(session, laboratory.validate)


def begun(qtbot: QtBot, validation: Validation) -> None:
    """A measurement that has told where it stands."""
    validation.measure(FOLDER, Level.SCAN)
    qtbot.waitUntil(lambda: validation.course.headway.file != "")


def measured(qtbot: QtBot, validation: Validation, laboratory: Laboratory) -> None:
    """A measurement that has ended."""
    laboratory.gate.set()
    validation.measure(FOLDER, Level.SCAN)
    qtbot.waitUntil(lambda: not validation.busy)


def test_those_may_measure_whom_the_law_lets() -> None:
    assert {role for role in Role if Act.VALIDATE in MAY[role]} == MEASURERS


def test_what_was_asked_is_measured_recorded_and_shown(
    qtbot: QtBot, validation: Validation, laboratory: Laboratory, desk: ModelsDesk
) -> None:
    assert (validation.step, validation.busy) == (Step.CHOOSING, False)
    begun(qtbot, validation)
    assert (validation.step, validation.folder) == (Step.MEASURING, FOLDER)
    assert validation.course.headway.per_mille == 250
    assert [record["what"] for record in desk.records] == ["validation_begins"]
    laboratory.gate.set()
    qtbot.waitUntil(lambda: not validation.busy)
    assert validation.step is Step.MEASURED
    assert validation.found is not None
    assert validation.found.subject.level is Level.SCAN
    assert laboratory.orders == [(FOLDER, Level.SCAN)]
    _, record = desk.records
    assert (record["what"], record["name"], record["level"]) == ("validation", "vérité", "scan")


def test_without_a_record_there_is_no_result(
    qtbot: QtBot, validation: Validation, laboratory: Laboratory, desk: ModelsDesk
) -> None:
    begun(qtbot, validation)
    desk.refusal = Refused("CAS-001", name="alice")
    laboratory.gate.set()
    qtbot.waitUntil(lambda: not validation.busy)
    assert validation.found is None
    assert validation.step is Step.CHOOSING
    assert validation.fault is desk.refusal


def test_who_may_not_is_told_before_anything_is_measured(
    qtbot: QtBot, validation: Validation, laboratory: Laboratory, desk: ModelsDesk
) -> None:
    desk.refusal = Refused("LAW-001", person="alice", role="dpo", act="validate")
    measured(qtbot, validation, laboratory)
    assert validation.fault is desk.refusal
    assert laboratory.orders == []


def test_one_at_a_time(qtbot: QtBot, validation: Validation, laboratory: Laboratory) -> None:
    begun(qtbot, validation)
    validation.measure("/elsewhere", Level.FULL)
    laboratory.gate.set()
    qtbot.waitUntil(lambda: not validation.busy)
    assert laboratory.orders == [(FOLDER, Level.SCAN)]


def test_stopping_ends_it_and_nothing_of_it_is_kept(
    qtbot: QtBot, validation: Validation, laboratory: Laboratory, desk: ModelsDesk
) -> None:
    begun(qtbot, validation)
    validation.cancel()
    assert validation.step is Step.STOPPING
    validation.cancel()
    qtbot.waitUntil(lambda: not validation.busy)
    assert (validation.stopped, validation.fault, validation.found) == (True, None, None)
    assert [record["what"] for record in desk.records] == ["validation_begins"]
    assert not laboratory.gate.is_set()
    validation.dismiss()
    assert not validation.stopped


def test_one_that_still_waits_is_stopped_at_once_and_never_begins(
    qtbot: QtBot, validation: Validation, laboratory: Laboratory, tasks: Tasks
) -> None:
    gate = threading.Event()
    tasks.errand(lambda progress, cancel: gate.wait(), lambda _: None)
    validation.measure(FOLDER, Level.SCAN)
    validation.cancel()
    assert (validation.step, validation.stopped) == (Step.CHOOSING, True)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert laboratory.orders == []


def test_what_else_goes_wrong_while_it_stops_is_told(
    qtbot: QtBot, validation: Validation, laboratory: Laboratory
) -> None:
    laboratory.fault = Tampered("SRC-009", name="a.mp4")
    begun(qtbot, validation)
    laboratory.gate.set()
    validation.cancel()
    qtbot.waitUntil(lambda: not validation.busy)
    assert validation.fault is laboratory.fault
    assert not validation.stopped


def test_a_fault_is_kept_until_it_is_dismissed_or_the_next_begins(
    qtbot: QtBot, validation: Validation, laboratory: Laboratory
) -> None:
    laboratory.fault = Unreadable("VAL-040", folder="x")
    measured(qtbot, validation, laboratory)
    assert validation.fault is laboratory.fault
    assert validation.folder == FOLDER
    laboratory.fault = None
    measured(qtbot, validation, laboratory)
    assert validation.fault is None


def test_what_was_found_can_be_looked_at_again(
    qtbot: QtBot, validation: Validation, laboratory: Laboratory
) -> None:
    validation.look()
    assert validation.step is Step.CHOOSING
    measured(qtbot, validation, laboratory)
    found = validation.found
    validation.again()
    assert validation.step is Step.CHOOSING
    laboratory.fault = Unreadable("SRC-012", name="a.mp4")
    measured(qtbot, validation, laboratory)
    validation.look()
    assert validation.found is found
    assert (validation.step, validation.fault) == (Step.MEASURED, None)


def test_leaving_a_case_stops_what_runs_and_keeps_what_was_found(
    qtbot: QtBot, validation: Validation, laboratory: Laboratory, session: Session, tasks: Tasks
) -> None:
    measured(qtbot, validation, laboratory)
    session.left.emit()
    assert validation.found is not None
    assert validation.step is Step.MEASURED
    laboratory.gate.clear()
    validation.again()
    begun(qtbot, validation)
    session.left.emit()
    assert (validation.step, validation.busy) == (Step.CHOOSING, False)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert not laboratory.gate.is_set()


def test_nothing_of_it_is_left_to_the_next_person(
    qtbot: QtBot, validation: Validation, laboratory: Laboratory, session: Session
) -> None:
    measured(qtbot, validation, laboratory)
    session.sign_out()
    assert (validation.found, validation.folder) == (None, "")
    assert validation.step is Step.CHOOSING


def test_the_journal_of_this_installation_holds_who_measured_and_what_came_out(
    qtbot: QtBot, tasks: Tasks, laboratory: Laboratory, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    session = sign_in(qtbot, at_the_door(home, tasks, ("zoe", Role.ADMINISTRATOR)), "zoe")
    validation = Validation(session, laboratory.validate)
    measured(qtbot, validation, laboratory)
    begins, ends = (one for one in records(home) if one["act"] == Act.VALIDATE)
    assert begins["who"] == ends["who"] == "zoe"
    assert ends["about"]["found"] == 26
    about = told(ends, read_words("fr")).about
    for text in (
        "nom\u00a0: vérité",
        "retrouvés\u00a0: 26",
        "manqués\u00a0: 3",
        "en trop\u00a0: 3",
    ):
        assert text in about
    session.sign_out()
    qtbot.waitUntil(lambda: not tasks.busy)
