"""The frame of the house: one page after another, the menus, and the way out."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from app.actions import IN_CASE, fill, make
from app.pages import Pages
from app.state.bench import Bench
from app.state.diagnosis import Diagnosis
from app.state.preferences import Preferences
from app.state.validation import MEASURERS
from app.theme import Theme
from app.views.cases import CasesView
from app.views.diagnosis import DiagnosisDialog
from app.views.keys import Keys
from app.views.status import StatusView
from app.widgets.notice_dialog import NoticeDialog
from app.widgets.own_keys import OwnKeys
from app.words import Words, visible
from vsa_core.domain.case import Role
from vsa_core.errors import Fault

if TYPE_CHECKING:
    from app.workbench import Workbench  # slow to import: not before a case is entered

LEAST = (1280, 720)
USUAL = (1440, 900)
OPENERS = frozenset({Role.ANALYST, Role.SUPERVISOR})
ENTERERS = OPENERS | {Role.MAGISTRATE}


class Window(QMainWindow):
    """Shows one page: the door, the cases, a case, the journal, the validation.

    `language_wanted` and `look_wanted` carry what was chosen in a menu;
    `over` comes when the person has left and the program may end.
    """

    language_wanted = Signal(str)
    look_wanted = Signal(str)
    over = Signal()

    def __init__(self, bench: Bench, words: Words, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self.bench = bench
        self.words = words
        self.theme = theme
        self._preferences = preferences
        self._final = False
        self._pages: dict[str, QWidget] = {}
        self._make = Pages(bench, words, theme, preferences, self.show_page, self.go_back).make
        self.page = ""
        self.stack = QStackedWidget()
        self.acts = make(self, theme.icon)
        self._dress()
        self._connect()
        OwnKeys(self)
        self.go_back()

    def show_page(self, name: str) -> None:
        """Show the page of that name (see `Pages`), made now if it never was."""
        if name not in self._pages:
            self._pages[name] = self._make(name)
            self.stack.addWidget(self._pages[name])
        self.page = name
        self.stack.setCurrentWidget(self._pages[name])
        if name == "case":
            self._pages[name].setFocus()  # keys are the player's, not the first field's
        self._allow()
        self._entitle()

    def go_back(self) -> None:
        """Show the page where the person belongs now."""
        session = self.bench.session
        if session.person is None:
            self.show_page("sign_in" if session.founded else "founding")
        else:
            self.show_page("case" if session.in_case else "cases")

    @property
    def current(self) -> QWidget:
        """The page on show."""
        return self._pages[self.page]

    @property
    def case(self) -> "Workbench | None":
        """The page of a case, once it was shown."""
        return cast("Workbench | None", self._pages.get("case"))

    def tell(self, fault: Fault) -> None:
        """Say what went wrong where no page says it."""
        NoticeDialog(self.words, self.theme, fault, self).open()

    def take_place_of(self, old: "Window") -> None:
        """Stand where the other window stood, with the same page."""
        self.setGeometry(old.geometry())
        self.acts["full_screen"].setChecked(old.isFullScreen())
        self.show_page(old.page)
        if self.case is not None and old.case is not None:
            self.case.take_place_of(old.case)
        if old.isVisible():
            self.show()

    def keep_layout(self) -> None:
        """Remember size and splitters."""
        self._preferences.keep_layout("window", self.saveGeometry())
        if self.case is not None:
            self.case.keep_layout()

    def close_for_good(self) -> None:
        """Close this window; nobody is signed out by it."""
        self._final = True
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._final:
            event.accept()
        else:
            event.ignore()
            self._leave(self._quit)

    def _dress(self) -> None:
        fill(self.menuBar(), self.acts)
        self.acts[self.theme.scheme.value].setChecked(True)
        self.acts[self.words.language].setChecked(True)
        frame = QWidget()
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.stack, 1)
        rows.addWidget(StatusView(self.bench.session, self.words, self.theme, frame))
        self.setCentralWidget(frame)
        self.setWindowIcon(self.theme.icon("relecture"))
        self.setMinimumSize(*LEAST)
        self.resize(*USUAL)
        self.restoreGeometry(self._preferences.layout("window"))

    def _connect(self) -> None:
        for name, act in self._answers().items():
            self.acts[name].triggered.connect(lambda *_, act=act: act())
        session = self.bench.session
        session.signed_in.connect(self.go_back)
        session.entered.connect(self.go_back)
        session.left.connect(self._put_away)
        session.signed_out.connect(self._forget)
        for silent in (self.bench.playback, self.bench.timeline, self.bench.recents):
            silent.failed.connect(self.tell)

    def _answers(self) -> dict[str, Callable[[], object]]:
        language, look = self.language_wanted, self.look_wanted
        return {
            "new_case": lambda: self._leave(self._new_case),
            "open_case": lambda: self._leave(self._open_case),
            "lock": lambda: self._leave(self.bench.session.sign_out),
            "quit": self.close,
            "full_screen": self._fill_screen,
            "light": lambda: look.emit("light"),
            "dark": lambda: look.emit("dark"),
            "contrast": lambda: look.emit("contrast"),
            "fr": lambda: language.emit("fr"),
            "en": lambda: language.emit("en"),
            "keys": lambda: Keys(self.theme, self).open(),
            "doctor": self._examine,
            "validation": lambda: self.show_page("validation"),
            **{name: self._in_case(name) for name in IN_CASE},
        }

    def _in_case(self, name: str) -> Callable[[], object]:
        return lambda: self.case.act(name) if self.case is not None else None

    def _allow(self) -> None:
        """Let a menu offer what can be done now, and nothing else; the sample has one case."""
        session = self.bench.session
        person = None if session.in_sample else session.person
        self.acts["new_case"].setEnabled(person is not None and person.role in OPENERS)
        self.acts["open_case"].setEnabled(person is not None and person.role in ENTERERS)
        self.acts["validation"].setEnabled(person is not None and person.role in MEASURERS)
        self.acts["lock"].setEnabled(session.person is not None)
        for name in IN_CASE:
            self.acts[name].setEnabled(self.page == "case")

    def _entitle(self) -> None:
        session = self.bench.session
        parts = ["Relecture"]
        if session.in_case:
            parts.insert(0, visible(session.where.case.number))
        self.setWindowTitle(" – ".join(parts))

    def _new_case(self) -> None:
        """The case before is left at once: leaving it later would tear the draft away."""
        self.bench.session.leave()
        self.show_page("new_case")

    def _open_case(self) -> None:
        """Back to the cases, where a folder is asked for."""
        self.bench.session.leave()
        self.show_page("cases")
        cases = self.current
        assert isinstance(cases, CasesView)
        cases.open_folder()

    def _fill_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def _examine(self) -> None:
        # Of the bench: what was asked comes back, also when another window stands here by then.
        diagnosis = Diagnosis(self.bench.session, self.words, self.bench)
        DiagnosisDialog(diagnosis, self.words, self.theme, self).open()

    def _leave(self, then: Callable[[], None]) -> None:
        """Ask first when something long is running."""
        if not self.bench.working:
            then()
            return
        box = QMessageBox(self)
        box.setWindowTitle("Relecture")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIconPixmap(self.theme.icon("warning", "warning").pixmap(40, 40))
        box.setText(self.tr("Something is still running"))
        box.setInformativeText(
            self.tr("What is finished is kept; the rest can be done later, from where it stopped.")
        )
        stop = box.addButton(self.tr("Stop and leave"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(self.tr("Go on"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        stop.clicked.connect(then)
        self.bench.session.left.connect(box.close)  # the next one was not asked
        box.open()

    def _quit(self) -> None:
        self.keep_layout()
        self.hide()
        self.bench.session.sign_out(self.over.emit)

    def _forget(self) -> None:
        """Pages of somebody who left show nothing to the next one."""
        for name in list(self._pages):
            self._discard(name)
        self.go_back()

    def _put_away(self) -> None:
        """The page of a case goes with it: what was typed or shown there never meets the next."""
        if self.case is not None:
            self.case.keep_layout()
            self._discard("case")
        self.go_back()

    def _discard(self, name: str) -> None:
        page = self._pages.pop(name)
        self.stack.removeWidget(page)
        page.deleteLater()
