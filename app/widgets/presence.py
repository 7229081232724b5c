"""Whether somebody is there: every key and every movement of the mouse in the program's windows."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QWindow

TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class Presence(QObject):
    """`felt` at each touch of a window that had the focus once; other programs are not watched.

    It listens on the windows of the system, which receive nothing but what a
    person does: a filter on the whole application would see every event there is.
    """

    felt = Signal()

    def __init__(self, application: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        application.focusWindowChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self.felt.emit()
        return False

    def _watch(self, window: QWindow | None) -> None:
        """Qt moves a filter that is there already to the front: it is never there twice."""
        if window is not None:
            window.installEventFilter(self)
            self.felt.emit()
