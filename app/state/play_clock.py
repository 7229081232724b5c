"""The clock that a film runs by: corrected time since it was started, at a rate, both ways."""

from collections.abc import Callable
from fractions import Fraction

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

BEAT = 8
"""Milliseconds between two looks at the clock: five for each picture at 25 a second."""


class PlayClock(QObject):
    """Ticks while it runs; `elapsed` gives microseconds of real time since some fixed instant."""

    ticked = Signal(object)  # int, corrected microseconds

    def __init__(
        self, parent: QObject | None = None, elapsed: Callable[[], int] | None = None
    ) -> None:
        super().__init__(parent)
        self._elapsed = elapsed or _stopwatch()
        self._timer = QTimer(self, interval=BEAT)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self.ticked.emit(self.now))
        self._began = self._base = 0
        self._rate = Fraction(1)

    @property
    def running(self) -> bool:
        """Whether it ticks."""
        return self._timer.isActive()

    @property
    def now(self) -> int:
        """Corrected time by this clock, in microseconds."""
        return self._base + ((self._elapsed() - self._began) * self._rate).__floor__()

    def start(self, at: int, rate: Fraction) -> None:
        """Run from corrected time `at`; `rate` 1 is real time, below 0 runs backwards."""
        self._base, self._rate, self._began = at, rate, self._elapsed()
        self._timer.start()

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()


def _stopwatch() -> Callable[[], int]:
    timer = QElapsedTimer()
    timer.start()
    return lambda: timer.nsecsElapsed() // 1000
