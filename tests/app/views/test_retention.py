from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.state.approving import Approving
from app.state.retention import Retention
from app.state.session import Session
from app.tasks import Tasks
from app.theme import Theme
from app.views.approvals import ApprovalsView
from app.views.retention import RetentionView
from app.words import Words
from tests.app.doorstep import nameless, no_sample, sign_in
from tests.app.frame import answer
from tests.app.opened import dialogs
from tests.desk.scene import SECRET
from tests.desk.staff import NUMBER
from tests.desk.years import MIDDLE, NOW, OLD, YOUNG, years_later


@pytest.fixture
def session(tasks: Tasks, tmp_path: Path) -> Session:
    return Session(years_later(tmp_path).desks, tasks, no_sample)


def shown(qtbot: QtBot, session: Session, words: Words, theme: Theme, name: str) -> RetentionView:
    retention = Retention(session, session)
    approving = Approving(session, session)
    with qtbot.waitSignal(retention.changed):
        sign_in(qtbot, session, name)
    made = RetentionView(retention, approving, session, words, theme)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    return made


def choose(view: RetentionView, shard: str) -> None:
    items = [view.shards.topLevelItem(row) for row in range(view.shards.topLevelItemCount())]
    view.shards.setCurrentItem(next(one for one in items if one and one.text(0) == shard))


def test_a_dpo_sees_every_case_and_volume_and_may_ask_for_the_old_one(
    qtbot: QtBot, session: Session, words: Words, theme: Theme
) -> None:
    view = shown(qtbot, session, words, theme, "dan")
    assert view.alarm.text()
    first = view.cases.topLevelItem(0)
    assert first is not None
    assert first.text(0) == NUMBER
    for shard, free in ((OLD, False), (MIDDLE, True), (YOUNG, False), (NOW, False)):
        choose(view, shard)
        assert view.purge.isEnabled() is free
    assert nameless(view) == []
    with qtbot.waitSignal(view.closed):
        view.back.click()


def test_an_administrator_sees_no_case_and_a_supervisor_no_volume(
    qtbot: QtBot, session: Session, words: Words, theme: Theme
) -> None:
    view = shown(qtbot, session, words, theme, "adele")
    assert view.cases.isHidden()
    assert not view.shards.isHidden()
    session.sign_out()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    view = shown(qtbot, session, words, theme, "sophie")
    assert view.shards.isHidden()
    assert view.purge.isHidden()
    assert not view.cases.isHidden()


def test_a_volume_is_asked_for_approved_and_destroyed_in_the_window(
    qtbot: QtBot, session: Session, words: Words, theme: Theme, tmp_path: Path
) -> None:
    view = shown(qtbot, session, words, theme, "dan")
    choose(view, MIDDLE)
    view.purge.click()
    with qtbot.waitSignals([view._approving.changed, view.requests_wanted]):
        answer(QMessageBox.ButtonRole.AcceptRole)
    view.close()
    second = session.desks.people.sign_in("adele", SECRET)
    session.desks.approvals.approve(second, view._approving.pendings[0].name)
    approvals = ApprovalsView(view._approving, session, words, theme)
    qtbot.addWidget(approvals)
    with qtbot.waitSignal(view._approving.changed):
        approvals.show()
    told = dict(approvals._request_words.terms(view._approving.pendings[0]))
    assert MIDDLE in told.values()
    assert approvals.carry_out.isEnabled()
    approvals.carry_out.click()
    with qtbot.waitSignal(view._approving.purged) as purged:
        answer(QMessageBox.ButtonRole.AcceptRole)
    assert purged.args == [MIDDLE]
    assert not (tmp_path / "home" / "audit" / MIDDLE).exists()


def test_a_refusal_is_told_on_the_page(
    qtbot: QtBot, session: Session, words: Words, theme: Theme
) -> None:
    view = shown(qtbot, session, words, theme, "dan")
    with qtbot.waitSignal(session.failed):
        view._approving.ask_purge(OLD)
    assert view.notice.code.text() == "AUD-027"
    assert dialogs(QMessageBox) == []
