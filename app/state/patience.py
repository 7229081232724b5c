"""How long a name must wait, after wrong passphrases, before another is worth typing."""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.state.session import Session

TICK = 250
"""Milliseconds between two looks at the clock: a second is never told late."""


def milliseconds() -> int:
    """Of a clock that never goes back."""
    return time.monotonic_ns() // 1_000_000


class Patience(QObject):
    """What the desk said of each name asked about, counted down; the desk alone decides.

    `changed` at each second that passes, and when there is no wait any more.
    """

    changed = Signal()

    def __init__(
        self,
        session: Session,
        parent: QObject | None = None,
        *,
        clock: Callable[[], int] = milliseconds,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._clock = clock
        self._until: dict[str, int] = {}
        self._told: dict[str, int] = {}
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.look)

    def left(self, name: str) -> int:
        """Whole seconds that `name` must still wait, 0 for none that is known of."""
        return max(0, -(-(self._until.get(name, 0) - self._clock()) // 1000))

    def ask(self, name: str) -> None:
        """Ask the desk how long `name` must wait; nothing is recorded by it."""
        people = self._session.desks.people
        self._session.tasks.ask(lambda: people.wait(name), partial(self._take, name))

    def look(self) -> None:
        """Tell what has changed since the last look."""
        told = {name: self.left(name) for name in self._until}
        self._until = {name: until for name, until in self._until.items() if told[name]}
        if not self._until:
            self._timer.stop()
        if told != self._told:
            self._told = told
            self.changed.emit()

    def _take(self, name: str, seconds: int) -> None:
        if seconds:
            self._until[name] = self._clock() + seconds * 1000
            self._timer.start()
        self.look()
