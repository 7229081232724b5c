"""The window from its opening to its end: it can be made again in other words or other colours."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QApplication

from app.faults import bug_reported
from app.state.bench import Bench
from app.state.preferences import Preferences
from app.state.session import Installation, SampleMaker, Session
from app.state.validation import Instruments, Report, Validate
from app.sweeping import Sweeping
from app.tasks import Tasks
from app.theme import THEMES, Scheme, dress
from app.translation import install
from app.widgets.presence import Presence
from app.window import Window
from app.words import read_words
from vsa_core.desk.desks import Desks
from vsa_core.errors import Fault

if TYPE_CHECKING:
    from app.sample import Sample


@dataclass(frozen=True, slots=True)
class Means:
    """What the program's start hands to the window.

    home: the installation's folder; desks: all of its desks; sample: makes
    the sample case; language: spoken until the person chooses one; validate,
    report: measure a labelled folder elsewhere, and write what was found.
    """

    home: Path
    desks: Callable[[], Desks]
    sample: SampleMaker
    language: str
    program: str
    validate: Validate
    report: Report


class Front(QObject):
    """Holds what outlives one window: threads, the session, what the screen knows."""

    def __init__(self, application: QApplication, means: Means) -> None:
        super().__init__(application)
        self._application = application
        folder = means.home / "window"
        # Qt's own folder dialog keeps the folders visited, which name cases: with us, and not long.
        self._visited = folder / "qt"
        QSettings.setPath(
            QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(self._visited)
        )
        self.preferences = Preferences(folder, means.language)
        self.tasks = Tasks(partial(bug_reported, means.home), self._unheard, self)
        self.session = Session(
            means.desks(),
            self.tasks,
            means.sample,
            self,
            installation=Installation(str(means.home), means.program),
        )
        self.session.signed_out.connect(self._forget_folders)
        instruments = Instruments(means.validate, means.report)
        self.bench = Bench(self.session, folder, instruments, self)
        self.presence = Presence(application, self)
        self.presence.felt.connect(self.bench.lock.touch)
        self.window = self._made()

    def open(self, sample: "Sample | None" = None) -> None:
        """Show the window; with a sample case, in it."""
        self.window.show()
        if sample is not None:
            self.session.take(sample)

    def end(self) -> None:
        """Let go of everything: after this no thread is left."""
        self.tasks.close()
        self.window.close_for_good()

    def speak(self, language: str) -> None:
        """Go on in another language."""
        self.preferences.language = language
        self._remake()

    def paint(self, look: str) -> None:
        """Go on in other colours."""
        self.preferences.look = look
        self._remake()

    def _remake(self) -> None:
        old = self.window
        old.keep_layout()
        self.window = self._made()
        self.window.take_place_of(old)
        old.close_for_good()

    def _made(self) -> Window:
        language, look = self.preferences.language, self.preferences.look
        theme = THEMES[Scheme(look)]
        install(self._application, language)
        dress(self._application, theme)
        window = Window(self.bench, read_words(language), theme, self.preferences)
        window.language_wanted.connect(self.speak)
        window.look_wanted.connect(self.paint)
        window.over.connect(self._application.quit)
        return window

    def _forget_folders(self) -> None:
        shutil.rmtree(self._visited, ignore_errors=True)

    def _unheard(self, fault: Fault) -> None:
        self.window.tell(fault)


def run(means: Means, sample: "Sample | None" = None) -> int:
    """Open the window, in a sample case when one is given, and come back when it is closed."""
    held = QApplication.instance()
    application = held if isinstance(held, QApplication) else QApplication(["relecture"])
    application.setApplicationName("Relecture")
    application.setDesktopFileName("relecture")
    application.setQuitOnLastWindowClosed(False)
    sweeping = Sweeping()
    front = Front(application, means)
    sys.excepthook = partial(_unforeseen, front, means.home)
    front.open(sample)
    try:
        return application.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        front.end()
        sweeping.end()


def _unforeseen(front: Front, home: Path, _: object, error: BaseException, __: object) -> None:
    """What a slot raised: Qt would print it and go on; a person is told, and a report is left."""
    try:
        with bug_reported(home):
            raise error
    except Fault as fault:
        front.window.tell(fault)
