"""The window on an installation with one person of every role: what its tests do with it."""

from pathlib import Path

from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.sample import MOTIVE, Sample
from app.state.bench import Bench
from app.state.preferences import Preferences
from app.state.session import Session
from app.theme import Theme
from app.window import Window
from app.words import Words
from tests.app import opened
from tests.app.doorstep import draft
from tests.app.laboratory import Laboratory
from vsa_core.desk.cases import NewCase
from vsa_core.domain.case import Role
from vsa_core.domain.coverage import Level

EVERYBODY = (
    ("alice", Role.ANALYST),
    ("bob", Role.SUPERVISOR),
    ("dan", Role.DPO),
    ("mia", Role.MAGISTRATE),
    ("zoe", Role.ADMINISTRATOR),
)


def window_on(session: Session, words: Words, theme: Theme, folder: Path) -> Window:
    """A window on that session, on the screen."""
    bench = Bench(session, folder, Laboratory().instruments, session)
    window = Window(bench, words, theme, Preferences(folder, "fr"))
    window.show()
    return window


def leave(qtbot: QtBot, window: Window) -> None:
    """Sign out whoever is there."""
    gone: list[bool] = []
    window.bench.session.sign_out(lambda: gone.append(True))
    qtbot.waitUntil(lambda: bool(gone), timeout=opened.PATIENCE)


def case_in(qtbot: QtBot, session: Session, folder: Path) -> None:
    """Open a new case."""
    new = draft(folder)
    with qtbot.waitSignal(session.entered):
        session.open_case(str(folder), NewCase(new.number, new.basis(), (), new.erase_by), MOTIVE)


def sampled(qtbot: QtBot, window: Window, sample: Sample) -> Window:
    """The same window, in the sample case."""
    window.bench.session.take(sample)
    qtbot.waitUntil(lambda: bool(window.bench.archive.sheets), timeout=opened.PATIENCE)
    return window


def allowed(window: Window) -> set[str]:
    """The actions that a menu offers now."""
    return {name for name, act in window.acts.items() if act.isEnabled()}


def busy(qtbot: QtBot, window: Window) -> None:
    """Have footage looked at, and hold in the middle of a film."""
    looking = window.bench.looking
    looking.start(Level.FULL, (), MOTIVE)
    qtbot.waitUntil(lambda: looking.headway.file != "", timeout=opened.PATIENCE)
    looking.pause()


def answer(role: QMessageBox.ButtonRole) -> None:
    """Press the button of that role in the question that was put."""
    (box,) = opened.dialogs(QMessageBox)
    (button,) = [one for one in box.buttons() if box.buttonRole(one) == role]
    button.click()
