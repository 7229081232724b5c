"""The real window in a copy of a room, walked to what a picture is to show."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.front import Front, Means
from app.gallery import Photographer
from app.sample import Sample
from app.state.preferences import Preferences
from app.workbench import Workbench
from tests.app.laboratory import Laboratory
from tests.desk.scene import SECRET
from tests.screens.picture import Picture
from tests.screens.rooms import ANALYST, TODAY, Room, Rooms
from vsa_core.desk.desks import Desks
from vsa_core.domain.ports import Cancel, Progress
from vsa_core.settings import PROGRAM

Swap = Callable[[Desks], Desks]
BAR = 28
"""Height of the bar that a window manager would put over a dialog."""

SHADE = 70
"""How much, of 255, the window is darkened behind a dialog."""

STILL = 5
"""Looks in a row that find no call on its way before the window is held to be at rest."""


class Stage:
    """One picture's own installation and window; `close` lets go of everything."""

    def __init__(self, application: QApplication, rooms: Rooms, picture: Picture) -> None:
        self._application = application
        self.rooms = rooms
        self._picture = picture
        self._gates: list[threading.Event] = []
        self._camera = Photographer(rooms.folder)
        self._front: Front | None = None
        self.room = Room(rooms.folder)

    @property
    def front(self) -> Front:
        """The window and what it knows."""
        assert self._front is not None
        return self._front

    @property
    def table(self) -> Workbench:
        """The page of the case."""
        assert self.front.window.case is not None
        return self.front.window.case

    def open(
        self,
        name: str,
        swap: Swap = lambda desks: desks,
        now: int = TODAY,
        laboratory: Laboratory | None = None,
    ) -> Front:
        """Open the window in a copy of a room, on desks that `swap` may put doubles among."""
        laboratory = laboratory or Laboratory()
        self.room = self.rooms.copy(name)
        preferences = Preferences(self.room.home / "window", self._picture.language)
        preferences.look = self._picture.look
        desks = swap(self.room.desks(now))
        means = Means(
            self.room.home,
            lambda: desks,
            _no_sample,
            self._picture.language,
            str(PROGRAM),
            laboratory.validate,
            laboratory.report,
        )
        self._front = Front(self._application, means)
        self.front.open()
        self.front.window.resize(*self._picture.size)
        self.front.window.activateWindow()
        self.until(self.front.window.isActiveWindow)
        return self.front

    def sign_in(self, name: str = ANALYST) -> None:
        """Sign somebody in."""
        self.front.session.sign_in(name, SECRET)
        self.until(lambda: self.front.session.person is not None)

    def case(
        self, name: str = "indexed", swap: Swap = lambda desks: desks, now: int = TODAY
    ) -> Front:
        """The analyst in the case, its footage listed."""
        front = self.open(name, swap, now)
        self.sign_in()
        front.session.enter(str(self.room.case))
        self.until(lambda: front.session.in_case and _listed(front))
        front.bench.timeline.fit()
        self.settle()
        return front

    def until(self, seen: Callable[[], bool]) -> None:
        """Let the window live until `seen`."""
        self._camera.until(seen)

    def settle(self) -> None:
        """Let the window live until nothing is on its way to it."""
        quiet = 0

        def still() -> bool:
            nonlocal quiet
            quiet = 0 if self.front.tasks.busy else quiet + 1
            return quiet >= STILL

        self.until(still)
        self._camera.rest(300)

    def gate(self) -> threading.Event:
        """What a double waits for; opened at the end."""
        self._gates.append(threading.Event())
        return self._gates[-1]

    def window(self) -> QPixmap:
        """The window as it is."""
        self._camera.rest(300)
        return self.front.window.grab()

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """The dialog of that kind that is on show."""
        for widget in self.front.window.findChildren(kind):
            if widget.isVisible():
                return widget
        raise LookupError(kind.__name__)

    def under(self, dialog: QWidget) -> QPixmap:
        """The window with a dialog over it, under the bar that a window manager would draw."""
        self._camera.rest(300)
        whole = self.front.window.grab()
        inside = dialog.grab()
        size = dialog.size()
        corner = QPoint(
            (self.front.window.width() - size.width()) // 2,
            max(BAR, (self.front.window.height() - size.height()) // 2),
        )
        painter = QPainter(whole)
        painter.fillRect(self.front.window.rect(), QColor(0, 0, 0, SHADE))
        bar = QRect(corner - QPoint(0, BAR), size)
        bar.setHeight(BAR)
        theme = self.front.window.theme
        painter.fillRect(bar, theme.colour("ground"))
        painter.setPen(theme.colour("text"))
        painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, dialog.windowTitle())
        painter.drawPixmap(corner, inside)
        painter.setPen(theme.colour("edge"))
        painter.drawRect(bar.united(QRect(corner, size)).adjusted(-1, -1, 0, 0))
        painter.end()
        return whole

    def close(self) -> None:
        """Let what is held go on, and leave."""
        for gate in self._gates:
            gate.set()
        if self._front is None:
            return
        gone: list[bool] = []
        self.front.session.sign_out(lambda: gone.append(True))
        self.until(lambda: bool(gone))
        self.front.end()

    def path(self, *names: str) -> Path:
        """A place beside the installation."""
        return self.room.folder.joinpath(*names)


def _listed(front: Front) -> bool:
    return front.bench.archive.known or front.bench.archive.fault is not None


def _no_sample(progress: Progress, cancel: Cancel) -> Sample:
    raise AssertionError("nobody asked for it")
