"""The frame of the house: one page after another, the menus, and the way out."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from app.actions import IN_CASE, fill, make
from app.allowances import allowances
from app.pages import Pages, Ways
from app.state.bench import Bench
from app.state.diagnosis import Diagnosis
from app.state.preferences import MINUTES, Preferences
from app.theme import Theme
from app.views.audit_replays import ReplaysView
from app.views.cases import CasesView
from app.views.diagnosis import DiagnosisDialog
from app.views.keys import Keys
from app.views.retention_line import RetentionLine
from app.views.status import StatusView
from app.widgets.clipping import clear_clipboard
from app.widgets.notice_dialog import NoticeDialog
from app.widgets.own_keys import OwnKeys
from app.widgets.stopping import ask_to_stop
from app.words import Words, visible
from vsa_core.domain.case import Role
from vsa_core.errors import Fault

if TYPE_CHECKING:
    from app.workbench import Workbench  # slow to import: not before a case is entered

LEAST = (1280, 720)
USUAL = (1440, 900)
HOMES = {Role.DPO: "journal"}
"""Where a role works, if not on the cases."""

PLACES = ("papers", "approvals", "retention", "validation", "capabilities")
"""Pages that a menu leads to."""

RESUMED = frozenset({"journal", *PLACES})
"""Pages that a person who was locked out comes back to; in a case, it is the case's."""


class Window(QMainWindow):
    """Shows one page at a time (see `Pages`), from the door to a case.

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
        ways = Ways(self.show_page, self.go_back, self._give_way)
        self._make = Pages(bench, words, theme, preferences, ways).make
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
        if self._inside:
            self.bench.lock.page = name
        self.stack.setCurrentWidget(self._pages[name])
        if name == "case":
            self._pages[name].setFocus()  # keys are the player's, not the first field's
        self.late.stand_on(name)
        self._allow()
        self._entitle()

    def go_back(self) -> None:
        """Show the page where the person belongs now."""
        session = self.bench.session
        if not self._inside:
            self.show_page("sign_in" if session.founded else "founding")
        else:
            assert session.person is not None
            self.show_page("case" if session.in_case else HOMES.get(session.person.role, "cases"))

    @property
    def _inside(self) -> bool:
        """Whether somebody is signed in, and sees what they work on."""
        return self.bench.session.person is not None and not self.bench.lock.is_covered

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
        lock = f"lock_{self._preferences.minutes}"
        for name in (self.theme.scheme.value, self.words.language, lock):
            self.acts[name].setChecked(True)
        bench, frame = self.bench, QWidget()
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self.late = RetentionLine(bench.retention, self.words, self.theme, frame)
        self.status = QWidget(frame)
        rows.addWidget(ReplaysView(bench.replays, self.words, self.theme, frame))
        self.late.wanted.connect(partial(self.show_page, "retention"))
        for widget in (self.late, self.stack, self.status):
            rows.addWidget(widget, int(widget is self.stack))
        foot = QVBoxLayout(self.status)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(StatusView(bench.session, bench.lock, self.words, self.theme, self.status))
        self.setCentralWidget(frame)
        self.setWindowIcon(self.theme.icon("relecture"))
        self.setMinimumSize(*LEAST)
        self.resize(*USUAL)
        self.restoreGeometry(self._preferences.layout("window"))

    def _connect(self) -> None:
        for name, act in self._answers().items():
            self.acts[name].triggered.connect(lambda *_, act=act: act())
        session, lock = self.bench.session, self.bench.lock
        session.signed_in.connect(self.go_back)
        session.entered.connect(self.go_back)
        session.left.connect(self._put_away)
        session.signed_out.connect(self._forget)
        lock.minutes = self._preferences.minutes
        lock.covered.connect(self._forget)
        lock.uncovered.connect(self.go_back)
        lock.resumed.connect(self._resume)
        for silent in (self.bench.playback, self.bench.timeline, self.bench.recents):
            silent.failed.connect(self.tell)

    def _answers(self) -> dict[str, Callable[[], object]]:
        language, look = self.language_wanted, self.look_wanted
        return {
            "new_case": lambda: self._leave(self._new_case),
            "open_case": lambda: self._leave(self._open_case),
            "lock": self._lock,
            "sign_out": lambda: self._leave(self.bench.session.sign_out),
            "quit": self.close,
            "full_screen": self._fill_screen,
            "light": lambda: look.emit("light"),
            "dark": lambda: look.emit("dark"),
            "contrast": lambda: look.emit("contrast"),
            "fr": lambda: language.emit("fr"),
            "en": lambda: language.emit("en"),
            "keys": lambda: Keys(self.theme, self).open(),
            "doctor": self._examine,
            **{name: partial(self.show_page, name) for name in PLACES},
            **{f"lock_{minutes}": partial(self._lock_after, minutes) for minutes in MINUTES},
            **{name: self._in_case(name) for name in IN_CASE},
        }

    def _lock(self) -> None:
        """In the sample, to which nobody has a passphrase, as signing out."""
        session = self.bench.session
        self._leave(session.sign_out) if session.in_sample else self.bench.lock.lock()

    def _lock_after(self, minutes: int) -> None:
        self._preferences.minutes = self.bench.lock.minutes = minutes

    def _in_case(self, name: str) -> Callable[[], object]:
        return lambda: self.case.act(name) if self.case is not None else None

    def _allow(self) -> None:
        for name, allowed in allowances(self.bench.session, self._inside, self.page).items():
            self.acts[name].setEnabled(allowed)
        self.status.setVisible(self._inside)

    def _entitle(self) -> None:
        session = self.bench.session
        in_case = session.in_case and self._inside
        number = f"{visible(session.where.case.number)} – " if in_case else ""
        self.setWindowTitle(f"{number}Relecture")

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
        box = ask_to_stop(self, self.theme, then)
        self.bench.session.left.connect(box.close)  # the next one was not asked

    def _quit(self) -> None:
        self.keep_layout()
        self.hide()
        self.bench.session.sign_out(self.over.emit)

    def _forget(self) -> None:
        """Pages of somebody who left show nothing to the next one; nor does the clipboard."""
        self.keep_layout()
        for dialog in self.findChildren(QDialog):
            dialog.close()
        gone, self._pages = list(self._pages.values()), {}
        clear_clipboard()
        self.go_back()  # first, else Qt shows each of them for a moment
        for page in gone:
            self._discard(page)

    def _resume(self, page: str) -> None:
        """Back on the page that was left, where it can be made again."""
        if page in RESUMED:
            self.show_page(page)

    def _give_way(self) -> None:
        """Somebody else stands at the door while the work of the one before still runs."""

        def go() -> None:
            self.bench.lock.forget()
            self.bench.session.sign_out()

        self._leave(go)

    def _put_away(self) -> None:
        """The page of a case goes with it: what was typed or shown there never meets the next."""
        case = self._pages.pop("case", None)
        if case is not None:
            cast("Workbench", case).keep_layout()
        self.go_back()
        if case is not None:
            self._discard(case)

    def _discard(self, page: QWidget) -> None:
        self.stack.removeWidget(page)
        page.deleteLater()
