"""Closes the session of somebody who went away, and lets the same person go on where they were."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.state.session import Session

TICK = 1000
"""Milliseconds between two looks at the clocks."""

MINUTE = 60_000
SHORTEST, USUAL, LONGEST = 1, 5, 15
"""Minutes without a key or a mouse movement before the window locks."""

WARNED = 30_000
"""Milliseconds before the lock from which the person is warned."""

SLEPT = 30_000
"""Milliseconds that clocks may lose between two looks; more, and the machine was suspended."""


class Reason(StrEnum):
    """Why it locked; the journal writes it beside the end of the session."""

    IDLE = "idle"
    SUSPEND = "suspend"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Left:
    """Who was here, in which case folder ("" for none), on which page of the window, and why not.

    minutes: how long nothing was touched, as it was set.
    """

    name: str
    folder: str
    page: str
    reason: Reason
    minutes: int


def monotonic() -> int:
    """Milliseconds of a clock that nobody can set; a suspended machine may stop it."""
    return time.monotonic_ns() // 1_000_000


class Lock(QObject):
    """Locks by itself, or when asked; the sample case, where nothing is real, never does.

    Where something long runs (`working`), the screen is covered at once and
    the session closes only when that has ended: nobody's night of indexing is
    lost to five minutes without a mouse. `covered` and `uncovered` say so;
    without such work the session's `left` and `signed_out` do. `resumed`
    carries the page of a person who came back; `warned` the seconds left,
    0 when somebody touched something.
    """

    covered = Signal()
    uncovered = Signal()
    resumed = Signal(str)
    warned = Signal(int)
    changed = Signal()

    def __init__(
        self,
        session: Session,
        working: Callable[[], bool],
        parent: QObject | None = None,
        *,
        clock: Callable[[], int] = monotonic,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._working = working
        self._clock = clock
        self._minutes = USUAL
        self._warning = 0
        self.page = ""
        self.left: Left | None = None
        self.is_covered = False
        self._touched = clock()
        self._seen: tuple[int, int] | None = None
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.look)
        session.signed_in.connect(self._arrived)
        session.signed_out.connect(self._gone)
        session.proven.connect(self._uncover)
        session.entered.connect(self._entered)
        session.failed.connect(self._not_entered)

    @property
    def minutes(self) -> int:
        """Minutes without a touch before it locks; set to something else, held within 1 to 15."""
        return self._minutes

    @minutes.setter
    def minutes(self, minutes: int) -> None:
        self._minutes = min(max(minutes, SHORTEST), LONGEST)

    def touch(self) -> None:
        """Somebody is there: a key, the mouse."""
        self._touched = self._clock()
        self._warn(0)

    def look(self) -> None:
        """Read the clocks, and lock when it is time to; the timer does so once a second."""
        if self._session.tasks.closed:  # the program has ended: nobody can be signed out any more
            return
        slept = self._slept()
        if self.is_covered:
            self._close_when_done()
        elif self._session.person is None or self._session.in_sample:
            return
        elif slept:
            self.lock(Reason.SUSPEND)
        else:
            self._count(self._touched + self._minutes * MINUTE - self._clock())

    def lock(self, reason: Reason = Reason.ASKED) -> None:
        """Hide everything now; close the session now, or as soon as what runs has ended."""
        session, person = self._session, self._session.person
        if person is None or session.in_sample or self.is_covered:
            return
        self._warn(0)
        session.give_up_sample()
        folder = session.where.folder if session.in_case else ""
        self.left = Left(person.name, folder, self.page, reason, self._minutes)
        if self._working():
            self.is_covered = True
            self.covered.emit()
            self.changed.emit()
        else:
            session.sign_out(reason=reason.value)
            self.changed.emit()

    def forget(self) -> None:
        """Whoever was here is not waited for any more."""
        self.left = None
        self.changed.emit()

    def _slept(self) -> bool:
        """Whether more time passed since the last look than a machine awake lets pass.

        The wall clock goes on while the machine is suspended, the other may not.
        """
        before, self._seen = self._seen, (self._clock(), self._session.now() // 1000)
        if before is None:
            return False
        return any(now - then > SLEPT for then, now in zip(before, self._seen, strict=True))

    def _count(self, left: int) -> None:
        if left <= 0:
            self.lock(Reason.IDLE)
        elif left <= WARNED:
            self._warn(-(-left // 1000))

    def _warn(self, seconds: int) -> None:
        if seconds != self._warning:
            self._warning = seconds
            self.warned.emit(seconds)

    def _close_when_done(self) -> None:
        """What ran has ended while nobody was there: now the session closes too."""
        if self._working() or self._session.asking or self.left is None:
            return
        self._session.sign_out(reason=self.left.reason.value)

    def _arrived(self) -> None:
        """The same person goes on where they were; anybody else begins at their own beginning."""
        self._touched, self._seen = self._clock(), None
        self._timer.start()
        left, person = self.left, self._session.person
        if left is None or person is None:
            return
        if left.name != person.name or self._session.in_sample:
            self.left = None
        elif left.folder:
            self._session.enter(left.folder)
        else:
            self._resume(left)

    def _entered(self) -> None:
        if self.left is not None and not self.is_covered:
            self._resume(self.left)

    def _not_entered(self, _: object) -> None:
        """The case cannot be entered again: the person stays on the list of cases."""
        if self._session.person is not None and not self.is_covered and self.left is not None:
            self.left = None

    def _resume(self, left: Left) -> None:
        self.left = None
        self.changed.emit()
        # Afterwards: whoever follows the session goes to its first page by the same signal.
        QTimer.singleShot(0, self, partial(self.resumed.emit, left.page))

    def _gone(self) -> None:
        self._timer.stop()
        if self.is_covered:
            self.is_covered = False
            self.changed.emit()

    def _uncover(self) -> None:
        if self.is_covered:
            left = self.left
            self.is_covered = False
            self.touch()
            self.uncovered.emit()
            if left is not None:
                self._resume(left)
