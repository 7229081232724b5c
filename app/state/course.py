"""How far a long errand has come, told once a second: how much, since when, how long yet."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.state.looking import NOTHING, TICK, Headway, milliseconds
from app.state.pace import Pace
from app.state.stopwatch import Stopwatch


class Course(QObject):
    """Hears the progress of one errand after the other; what came before the first word is no work.

    An errand may have several stages, each with a total of its own: the rest
    is judged by the pace of the stage alone.
    """

    advanced = Signal(object)  # Headway

    def __init__(
        self, parent: QObject | None = None, *, clock: Callable[[], int] = milliseconds
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._tell)
        self._watch = Stopwatch(clock)
        self._pace = Pace()
        self._done, self._total, self._what = 0, 0, ""
        self.headway = NOTHING

    def start(self) -> None:
        """Another errand begins."""
        self._forget()
        self._timer.start()

    def end(self) -> None:
        """It is over; where it stood is kept."""
        self._timer.stop()

    def advance(self, done: int, total: int, what: str) -> None:
        """`done` of `total` is done, `what` is at hand."""
        if not self._total:
            self._watch = Stopwatch(self._clock)
        if total != self._total or done < self._done:
            self._pace = Pace()
        self._done, self._total, self._what = done, total, what
        self._tell()

    def _forget(self) -> None:
        self._watch = Stopwatch(self._clock)
        self._pace = Pace()
        self._done, self._total, self._what = 0, 0, ""
        self.headway = NOTHING

    def _tell(self) -> None:
        elapsed = self._watch.elapsed
        if self._total:
            self._pace.heard(elapsed, self._done)
        left = self._pace.remaining(self._total - self._done)
        self.headway = Headway(
            per_mille=self._done * 1000 // self._total if self._total else 0,
            file=self._what,
            elapsed=elapsed // 1000,
            remaining=None if left is None else -(-left // 1000),
        )
        self.advanced.emit(self.headway)
