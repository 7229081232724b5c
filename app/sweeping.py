"""Collects Python's garbage in the window's own thread: a Qt object must die where it was made."""

import gc

from PySide6.QtCore import QObject, QTimer

OFTEN = 500
"""Milliseconds between two looks at how much garbage there may be."""


class Sweeping(QObject):
    """While it lives nothing is collected elsewhere.

    Python collects in whatever thread happens to allocate. A dialog caught in
    a circle of references then died in a worker, with its timers: "Timers
    cannot be stopped from another thread", and a crash at the next event.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=OFTEN)
        self._timer.timeout.connect(self.sweep)
        self._timer.start()

    def sweep(self) -> None:
        """Collect the oldest generation that Python itself would collect by now."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def end(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()
