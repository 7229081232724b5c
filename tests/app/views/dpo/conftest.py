"""The DPO at her desk, over a small installation."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.state.audit import Audit
from app.state.audit_handing import Handing
from app.state.audit_replays import ReplayRequests
from app.tasks import Tasks
from app.theme import Theme
from app.views.dpo.view import DpoView
from app.words import Words
from tests.app.desk_of_dpo import Watched, signed_in, worked
from tests.desk.scene import START


@pytest.fixture
def at(tmp_path: Path) -> Watched:
    """The installation."""
    return worked(tmp_path)


class Desk:
    """Her view, and the states behind it."""

    def __init__(
        self, qtbot: QtBot, at: Watched, tasks: Tasks, words: Words, theme: Theme, name: str
    ) -> None:
        self.session = signed_in(qtbot, at, tasks, name)
        self.audit = Audit(self.session, words)
        self.requests = ReplayRequests(self.session)
        self.handing = Handing(self.session)
        acts = name == "dan"
        states = (self.audit, self.requests, self.handing)
        self.view = DpoView(*states, words, theme, START, acts=acts)
        qtbot.addWidget(self.view)
        with qtbot.waitSignals([self.audit.read_out, self.audit.seen]):
            self.view.show()
        if acts:
            qtbot.waitUntil(lambda: self.handing.standing is not None)

    def acts(self) -> list[str]:
        """The acts on show."""
        return [self.audit.records.said(row).act for row in range(self.audit.records.rowCount())]

    def choose(self, act: str) -> None:
        """Choose the newest record of an act, in words."""
        self.view.table.selectRow(self.acts().index(act))


@pytest.fixture
def desk(qtbot: QtBot, at: Watched, tasks: Tasks, words: Words, theme: Theme) -> Desk:
    """The DPO's, everything read."""
    return Desk(qtbot, at, tasks, words, theme, "dan")


@pytest.fixture
def court(qtbot: QtBot, at: Watched, tasks: Tasks, words: Words, theme: Theme) -> Desk:
    """A magistrate's, who only reads."""
    return Desk(qtbot, at, tasks, words, theme, "marc")
