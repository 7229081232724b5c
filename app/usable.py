"""Opens the window, tells when it can be used, and closes it: what `relecture bench window` times.

    python -m app.usable SINCE          the program's own window
    python -m app.usable SINCE --bare   a bare Qt window with one field, to compare with

SINCE is what `time.monotonic_ns` said when the process was asked for; the
clock of Linux is the same for all processes of one boot.
"""

import json
import sys
import time
from collections.abc import Callable

MILLION = 1_000_000


def measured(since: int, opened: Callable[[], Callable[[], object]]) -> dict[str, object]:
    """Milliseconds to a window that has painted itself and answers, and the processor's share.

    `opened` opens the window and gives what closes it.
    """
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    application = QApplication(["relecture"])
    figures: dict[str, object] = {}

    def answer() -> None:
        figures["wall_ms"] = (time.monotonic_ns() - since) // MILLION
        figures["cpu_ms"] = time.process_time_ns() // MILLION
        figures["torch"] = "torch" in sys.modules
        application.quit()

    class FirstPaint(QObject):
        """Waits for the first picture of the window: a timer alone comes before it."""

        def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own name
            if event.type() == QEvent.Type.Paint:
                application.removeEventFilter(self)
                # After what is left of this first picture, all widgets of it.
                QTimer.singleShot(0, answer)
            return False

    watching = FirstPaint()
    application.installEventFilter(watching)
    close = opened()
    application.exec()
    close()
    return figures


def own() -> Callable[[], object]:
    """The program's window, as `relecture` opens it."""
    from PySide6.QtWidgets import QApplication

    from app.__main__ import house
    from app.front import Front

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    front = Front(application, house().means())
    front.open()
    return front.end


def bare() -> Callable[[], object]:
    """A window with one field."""
    from PySide6.QtWidgets import QLineEdit

    field = QLineEdit()
    field.show()
    return field.close


def main(arguments: list[str]) -> None:
    """Print the figures as one JSON object."""
    print(json.dumps(measured(int(arguments[0]), bare if "--bare" in arguments else own)))


if __name__ == "__main__":
    main(sys.argv[1:])
