from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.sample import Sample
from app.state.audit import Audit
from app.state.session import Session
from app.tasks import Tasks
from app.theme import Theme
from app.views.audit import AuditView
from app.words import Words
from tests.desk.scene import CHEAP, SECRET, START, FixedClock, settings
from vsa_core import engine
from vsa_core.desk.people import NewPerson
from vsa_core.domain.case import Act, Role
from vsa_core.domain.ports import Cancel, Progress


def no_sample(progress: Progress, cancel: Cancel) -> Sample:
    raise AssertionError("nobody asked for it")


@pytest.fixture
def view(qtbot: QtBot, tasks: Tasks, tmp_path: Path, words: Words, theme: Theme) -> AuditView:
    """The desk of a DPO, before anything was read."""
    desks = engine.desks(settings(tmp_path), CHEAP, FixedClock())
    desks.people.add(NewPerson("alice", Role.ANALYST, "Alice A.", "H-1"), SECRET)
    desks.people.add(NewPerson("dan", Role.DPO, "Dan D.", "H-2"), SECRET)
    session = Session(desks, tasks, no_sample)
    with qtbot.waitSignal(session.signed_in):
        session.sign_in("dan", SECRET)
    audit = Audit(session, words)
    held = AuditView(audit, words, theme, START)
    held.session = session  # type: ignore[attr-defined]
    held.audit = audit  # type: ignore[attr-defined]
    qtbot.addWidget(held)
    held.show()
    return held


def read(qtbot: QtBot, view: AuditView) -> list[str]:
    """The acts on show after reading."""
    with qtbot.waitSignal(view.audit.read_out):  # type: ignore[attr-defined]
        qtbot.mouseClick(view.read, Qt.MouseButton.LeftButton)
    model = view.table.model()
    return [str(model.data(model.index(row, 2))) for row in range(model.rowCount())]


def test_the_records_are_read_and_one_is_shown_whole(qtbot: QtBot, view: AuditView) -> None:
    acts = read(qtbot, view)
    assert acts[0] == "lecture du journal"
    assert acts[-1] == "mise en service"
    view.table.selectRow(0)
    assert '"act": "audit_read"' in view.whole.toPlainText()


def test_the_filters_are_what_is_asked(qtbot: QtBot, view: AuditView) -> None:
    view.act.setCurrentIndex(view.act.findData(Act.PERSON_ADD.value))
    assert set(read(qtbot, view)) == {"inscription d’une personne"}
    view.person.setText("nobody of that name")
    assert read(qtbot, view) == []


def test_a_period_limits_only_when_it_is_ticked(qtbot: QtBot, view: AuditView) -> None:
    view.start.set_microseconds(0)
    view.end.set_microseconds(1_000_000)
    assert read(qtbot, view)
    view.limited.setChecked(True)
    assert read(qtbot, view) == []


def test_a_whole_journal_shows_its_head(qtbot: QtBot, view: AuditView) -> None:
    with qtbot.waitSignal(view.audit.verified):  # type: ignore[attr-defined]
        qtbot.mouseClick(view.check, Qt.MouseButton.LeftButton)
    assert len(view.head.text().split(" : ")[1]) == 64
    assert view.check.isEnabled()


def test_a_changed_journal_is_said_altered_with_its_place(
    qtbot: QtBot, view: AuditView, tmp_path: Path
) -> None:
    log = next((tmp_path / "audit").rglob("audit.jsonl"))
    log.write_bytes(log.read_bytes().replace(b'"alice"', b'"alina"', 1))
    with qtbot.waitSignal(view.audit.broken):  # type: ignore[attr-defined]
        qtbot.mouseClick(view.check, Qt.MouseButton.LeftButton)
    assert view.notice.isVisible()
    assert view.check.isEnabled()


def test_before_it_is_read_a_button_reads_it(qtbot: QtBot, view: AuditView) -> None:
    assert view.pages.currentWidget() is view.empty
    with qtbot.waitSignal(view.audit.read_out):  # type: ignore[attr-defined]
        qtbot.mouseClick(view.empty.button, Qt.MouseButton.LeftButton)
    assert view.pages.currentWidget() is not view.empty


def test_no_record_is_told(qtbot: QtBot, view: AuditView) -> None:
    view.person.setText("nobody")
    assert read(qtbot, view) == []
    assert view.pages.currentWidget() is view.empty
    assert view.empty.title.text() == "No record"


def test_one_can_go_back(qtbot: QtBot, view: AuditView) -> None:
    with qtbot.waitSignal(view.closed):
        qtbot.mouseClick(view.back, Qt.MouseButton.LeftButton)


def test_everything_has_a_name_and_tab_leaves_the_table(view: AuditView) -> None:
    fields = (view.person, view.case, view.act, view.printed, view.table, view.whole)
    assert all(field.accessibleName() for field in fields)
    assert not view.table.tabKeyNavigation()
