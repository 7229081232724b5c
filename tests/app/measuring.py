"""The page of validation and everything behind it, on a laboratory that tests hold by hand."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.state.known_models import KnownModels
from app.state.report_writing import ReportWriting
from app.state.session import Session
from app.state.validation import Validation
from app.tasks import Tasks
from app.theme import Theme
from app.views.validation import ValidationView
from app.words import Words
from tests.app.laboratory import Laboratory, ModelsDesk
from tests.app.laid import inside
from vsa_core.domain.coverage import Level

FOLDER = "/videos/verites"
LEFT = Qt.MouseButton.LeftButton


class Room:
    """The page and everything behind it."""

    def __init__(self, tasks: Tasks, words: Words, theme: Theme) -> None:
        self.laboratory = Laboratory()
        self.desk = ModelsDesk()
        self.session: Session = inside(tasks, models=self.desk)
        self.validation = Validation(self.session, self.laboratory.validate)
        self.report = ReportWriting(self.session, self.laboratory.report)
        self.models = KnownModels(self.session)
        self._words, self._theme = words, theme
        self.view = self.made()

    def made(self) -> ValidationView:
        """A page on the same states."""
        states = (self.validation, self.report, self.models)
        return ValidationView(*states, self._words, self._theme)


def begun(qtbot: QtBot, room: Room) -> None:
    """A measurement on its way."""
    room.view.begin.begin(FOLDER, Level.STANDARD)
    qtbot.mouseClick(room.view.go, LEFT)
    qtbot.waitUntil(lambda: room.validation.course.headway.file != "")


def measured(qtbot: QtBot, room: Room) -> None:
    """A result on show."""
    room.laboratory.gate.set()
    begun(qtbot, room)
    qtbot.waitUntil(lambda: not room.validation.busy)
