from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.sample import Sample
from app.state.audit import COLUMNS, REFUSED, Audit, Records
from app.state.session import Session
from app.tasks import Tasks
from app.words import Words
from tests.desk.scene import CHEAP, SECRET, FixedClock, settings
from vsa_core import engine
from vsa_core.desk.people import NewPerson
from vsa_core.domain.case import Act, Role
from vsa_core.domain.ports import Cancel, Progress
from vsa_core.errors import Fault


def no_sample(progress: Progress, cancel: Cancel) -> Sample:
    raise AssertionError("nobody asked for it")


@pytest.fixture
def session(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> Session:
    """A DPO at the desk of an installation with one analyst."""
    desks = engine.desks(settings(tmp_path), CHEAP, FixedClock())
    desks.people.add(NewPerson("alice", Role.ANALYST, "Alice A.", "H-1"), SECRET)
    desks.people.add(NewPerson("dan", Role.DPO, "Dan D.", "H-2"), SECRET)
    held = Session(desks, tasks, no_sample)
    with qtbot.waitSignal(held.signed_in):
        held.sign_in("dan", SECRET)
    return held


def test_the_journal_is_read_newest_first(qtbot: QtBot, session: Session, words: Words) -> None:
    audit = Audit(session, words)
    with qtbot.waitSignal(audit.read_out):
        audit.read()
    table = audit.records
    assert table.said(0).act == "lecture du journal"
    numbers = [table.said(row).sequence for row in range(table.rowCount())]
    assert numbers == sorted(numbers, reverse=True)
    assert table.record(0)["act"] == Act.AUDIT_READ
    shown = [str(table.data(table.index(0, column))) for column in range(table.columnCount())]
    assert shown[:4] == [str(numbers[0]), table.said(0).when, "lecture du journal", "dan"]
    heading = table.headerData(1, Qt.Orientation.Horizontal)
    assert heading


def test_a_refusal_is_marked(qtbot: QtBot, session: Session, words: Words) -> None:
    with qtbot.waitSignal(session.failed):
        session.enter("/nowhere at all")
    audit = Audit(session, words)
    with qtbot.waitSignal(audit.read_out):
        audit.read()
    marked = [audit.records.data(audit.records.index(row, 0), REFUSED) for row in range(3)]
    assert marked.count(True) <= 1


def test_a_whole_journal_is_said_whole_and_a_changed_one_broken(
    qtbot: QtBot, session: Session, words: Words, tmp_path: Path
) -> None:
    audit = Audit(session, words)
    with qtbot.waitSignal(audit.verified) as whole:
        audit.verify()
    assert whole.args is not None
    assert whole.args[0].records > 0
    log = next((tmp_path / "audit").rglob("audit.jsonl"))
    log.write_bytes(log.read_bytes().replace(b'"alice"', b'"alina"', 1))
    told: list[Fault] = []
    audit.broken.connect(told.append)
    audit.verify()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].code.startswith("AUD-")


def test_a_root_that_is_none_is_refused_not_called_broken(
    qtbot: QtBot, session: Session, words: Words
) -> None:
    audit = Audit(session, words)
    with qtbot.waitSignal(audit.failed):
        audit.verify("not a root")


def test_nothing_of_the_journal_stays_on_the_screen_after_leaving(
    qtbot: QtBot, session: Session, words: Words
) -> None:
    audit = Audit(session, words)
    with qtbot.waitSignal(audit.read_out):
        audit.read()
    session.sign_out()
    assert audit.records.rowCount() == 0


def test_a_name_in_a_tip_is_never_read_as_rich_text(words: Words) -> None:
    fields = {"seq": 1, "us": 1, "act": "person_add", "who": "a", "case": "", "motive": ""}
    table = Records(words)
    table.fill([{**fields, "about": {"name": "<b>nobody</b>"}}])
    tip = table.data(table.index(0, COLUMNS - 1), Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<qt>")
    assert "&lt;b&gt;nobody" in tip


def test_what_is_read_after_they_left_is_not_kept(
    qtbot: QtBot, tasks: Tasks, session: Session, words: Words
) -> None:
    audit = Audit(session, words)
    with qtbot.assertNotEmitted(audit.read_out):
        audit.read()
        session.sign_out()
        qtbot.waitUntil(lambda: not tasks.busy)
        qtbot.wait(1)
    assert audit.records.rowCount() == 0
