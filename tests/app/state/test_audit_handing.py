from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.state.audit_handing import Handing
from app.state.session import Session
from app.tasks import Tasks
from tests.app.desk_of_dpo import signed_in, worked
from tests.audit.world import cosign
from tests.desk.test_audit_witness import KEY, brought, taken_out


@pytest.fixture
def session(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> Session:
    """The DPO."""
    return signed_in(qtbot, worked(tmp_path), tasks)


def test_the_ceremony_goes_round(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    handing = Handing(session)
    with qtbot.waitSignal(handing.changed):
        handing.refresh()
    assert handing.standing is not None
    assert handing.standing.last is None
    with qtbot.waitSignal(handing.changed):
        handing.name(KEY.written)
    assert handing.standing.name == KEY.name
    note = brought(tmp_path, cosign(taken_out(tmp_path / "home")))
    with qtbot.waitSignals([handing.cosigned, handing.changed]):
        handing.bring_back(note)
    assert handing.standing.last is not None
    session.sign_out()
    assert handing.standing is None


def test_the_journal_is_written_out(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    handing = Handing(session)
    with qtbot.waitSignal(handing.exported) as exported:
        handing.export(str(tmp_path / "out"), "CNIL")
    assert exported.args is not None
    assert exported.args[0].folder == str(tmp_path / "out")
    with qtbot.waitSignal(handing.failed) as failed:
        handing.export(str(tmp_path / "out"), "CNIL")
    assert failed.args is not None
    assert failed.args[0].code == "CAS-111"
