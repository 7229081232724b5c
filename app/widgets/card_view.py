"""A list of cards, ten thousand or ten: a grid or rows, of which only the visible ones cost."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.widgets.hit_card import CardPainter

OWN_KEYS = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
    }
)
"""Keys that move in the list while it has the focus, though the window gives them a meaning too."""


class CardView(QListView):
    """Lays cards out by arithmetic; `settled` when other rows may have come into sight."""

    settled = Signal()

    def __init__(self, painter: CardPainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = painter
        self.setItemDelegate(painter)
        self.setProperty("use", "flat")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.settled.emit())
        self.set_shape(as_grid=True)

    @property
    def as_grid(self) -> bool:
        """Whether cards stand in a grid; else one below the other."""
        return self._painter.as_grid

    def set_shape(self, as_grid: bool) -> None:
        """Lay the cards out as a grid, or as rows."""
        self._painter.as_grid = as_grid
        flow = QListView.Flow.LeftToRight if as_grid else QListView.Flow.TopToBottom
        self.setFlow(flow)
        self.setWrapping(as_grid)
        self._fit()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    @property
    def columns(self) -> int:
        """How many cards stand beside each other."""
        return max(self.viewport().width() // max(self.gridSize().width(), 1), 1)

    def rows_in_sight(self) -> range:
        """The rows of which at least a part is visible."""
        model = self.model()
        total = model.rowCount() if model is not None else 0
        top, high = self.verticalScrollBar().value(), self.gridSize().height()
        first = top // high * self.columns
        last = ((top + self.viewport().height() - 1) // high + 1) * self.columns
        return range(min(first, total), min(last, total))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)
        self.settled.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.key() in OWN_KEYS and plain in _PLAIN:
                event.accept()
                return True
        return super().event(event)

    def _fit(self) -> None:
        self.setGridSize(self._painter.fit(self.font(), self.viewport().width()))


_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
