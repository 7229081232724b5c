from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.state.audit import Audit
from app.state.session import Session
from app.tasks import Tasks
from app.words import Words
from tests.app.desk_of_dpo import signed_in, worked
from vsa_core.desk.audit_hours import Hours
from vsa_core.domain.case import Act
from vsa_core.errors import Fault


@pytest.fixture
def session(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> Session:
    """A DPO at the desk of an installation with one analyst."""
    return signed_in(qtbot, worked(tmp_path), tasks)


@pytest.fixture
def audit(session: Session, words: Words) -> Audit:
    """The journal, nothing read yet."""
    return Audit(session, words)


def test_the_journal_is_read_newest_first(qtbot: QtBot, audit: Audit) -> None:
    with qtbot.waitSignal(audit.read_out):
        audit.read()
    table = audit.records
    assert table.said(0).act == "lecture du journal"
    numbers = [table.said(row).sequence for row in range(table.rowCount())]
    assert numbers == sorted(numbers, reverse=True)
    assert audit.leaf is not None
    assert audit.leaf.total == table.rowCount()


def test_the_overview_brings_records_forward_and_the_page_comes_back(
    qtbot: QtBot, audit: Audit
) -> None:
    with qtbot.waitSignal(audit.read_out):
        audit.read()
    audit.keep_hours(8, 9)
    with qtbot.waitSignal(audit.seen):
        audit.survey()
    assert audit.overview is not None
    assert audit.overview.rule.hours == Hours(8, 9)
    whole = audit.records.rowCount()
    audit.show_facts(0)
    assert 0 < audit.records.rowCount() == audit.overview.refusals.total < whole
    assert all(audit.records.said(row).refused for row in range(audit.records.rowCount()))
    audit.show_page()
    assert audit.records.rowCount() == whole


def test_a_remark_is_read_beside_its_record(qtbot: QtBot, audit: Audit) -> None:
    with qtbot.waitSignal(audit.read_out):
        audit.read(act=Act.QUERY)
    place = str(audit.records.record(0).place)
    with qtbot.waitSignals([audit.remarked, audit.read_out]):
        audit.remark(place, "à revoir")
    row = audit.records.row_of(place)
    assert [remark.text for remark in audit.records.record(row).remarks] == ["à revoir"]


def test_an_empty_remark_fails_and_is_said(qtbot: QtBot, audit: Audit) -> None:
    with qtbot.waitSignal(audit.failed) as failed:
        audit.remark("0", " ")
    assert failed.args is not None
    assert failed.args[0].code == "CAS-104"


def test_a_whole_journal_is_said_whole_and_a_changed_one_broken(
    qtbot: QtBot, audit: Audit, tmp_path: Path
) -> None:
    with qtbot.waitSignal(audit.verified) as whole:
        audit.verify()
    assert whole.args is not None
    assert whole.args[0].records > 0
    log = next((tmp_path / "home" / "audit").rglob("audit.jsonl"))
    log.write_bytes(log.read_bytes().replace(b'"alice"', b'"alina"', 1))
    told: list[Fault] = []
    audit.broken.connect(told.append)
    audit.verify()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].code.startswith("AUD-")


def test_a_root_that_is_none_is_refused_not_called_broken(qtbot: QtBot, audit: Audit) -> None:
    with qtbot.waitSignal(audit.failed):
        audit.verify("not a root")


def test_nothing_of_the_journal_stays_on_the_screen_after_leaving(
    qtbot: QtBot, session: Session, audit: Audit
) -> None:
    with qtbot.waitSignal(audit.read_out):
        audit.read()
    with qtbot.waitSignal(audit.seen):
        audit.survey()
    session.sign_out()
    assert audit.records.rowCount() == 0
    assert (audit.leaf, audit.overview) == (None, None)


def test_what_is_read_after_they_left_is_not_kept(
    qtbot: QtBot, tasks: Tasks, session: Session, audit: Audit
) -> None:
    with qtbot.assertNotEmitted(audit.read_out):
        audit.read()
        session.sign_out()
        qtbot.waitUntil(lambda: not tasks.busy)
        qtbot.wait(1)
    assert audit.records.rowCount() == 0
