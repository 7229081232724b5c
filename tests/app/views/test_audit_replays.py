from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.state.audit_replays import WaitingReplays
from app.state.session import Session
from app.tasks import Tasks
from app.theme import Theme
from app.views.audit_replays import ReplaysView
from app.words import Words
from tests.app.desk_of_dpo import Watched, signed_in, worked
from tests.desk.scene import SECRET


@pytest.fixture
def at(tmp_path: Path) -> Watched:
    """An installation where the DPO asks for a replay."""
    watched = worked(tmp_path)
    dan = watched.desks.people.sign_in("dan", SECRET)
    watched.desks.replays.ask(dan, watched.question())
    watched.desks.people.sign_out(dan)
    return watched


@pytest.fixture
def session(qtbot: QtBot, at: Watched, tasks: Tasks) -> Session:
    """The analyst, before she enters the case."""
    return signed_in(qtbot, at, tasks, "alice")


def test_the_banner_comes_with_the_case_and_goes_with_it(
    qtbot: QtBot, at: Watched, session: Session, words: Words, theme: Theme
) -> None:
    waiting = WaitingReplays(session)
    banner = ReplaysView(waiting, words, theme)
    qtbot.addWidget(banner)
    assert banner.isHidden()
    with qtbot.waitSignal(waiting.changed):
        session.enter(str(at.case))
    assert not banner.isHidden()
    number = at.question().partition("/")[2]
    assert f"no. {number}" in banner.text.text()
    qtbot.mouseClick(banner.run, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: waiting.outcome is not None and not waiting.running)
    assert "0 résultats" in banner.why.text()
    assert banner.run.isHidden()
    qtbot.mouseClick(banner.later, Qt.MouseButton.LeftButton)
    assert banner.isHidden()
    session.sign_out()


def test_what_is_put_off_is_hidden(
    qtbot: QtBot, at: Watched, session: Session, words: Words, theme: Theme
) -> None:
    waiting = WaitingReplays(session)
    banner = ReplaysView(waiting, words, theme)
    qtbot.addWidget(banner)
    with qtbot.waitSignal(waiting.changed):
        session.enter(str(at.case))
    qtbot.mouseClick(banner.later, Qt.MouseButton.LeftButton)
    assert banner.isHidden()
    session.sign_out()
