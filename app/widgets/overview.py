"""The whole of the timeline in one strip, and where in it the screen stands."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.state.lanes import Instants, Lane
from app.state.marks import Marks
from app.state.visible import columns, hull, instant, position
from app.theme import Theme
from app.widgets.patterns import mixed, picture, pixel
from vsa_core.domain.moment import Window

HEIGHT = 22
FOOTAGE = 5
NARROWEST = 6.0


class Overview(QWidget):
    """Footage below, hits above, a frame around the screen. `wanted`: the middle to show."""

    wanted = Signal(object)  # int

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lanes: tuple[Lane, ...] = ()
        self._marks: Mapping[str, Marks] = {}
        self._whole = self._shown = Window(0, 1)
        self._version = -1
        self._key: object = None
        self._known: tuple[object, NDArray[np.float64]] | None = None
        self._image = QImage()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Where the screen stands in the whole footage"))

    def sizeHint(self) -> QSize:
        return QSize(400, HEIGHT)

    def show_all(
        self, lanes: tuple[Lane, ...], marks: Mapping[str, Marks], span: Window, version: int
    ) -> None:
        """Show these lanes; a `version` that was shown already is not worked out again."""
        self._lanes, self._marks, self._version = lanes, marks, version
        self._whole = span
        self.update()

    def show_window(self, window: Window) -> None:
        """Frame what is on the screen."""
        self._shown = window
        self.update()

    @property
    def whole(self) -> Window:
        """What the strip reaches over: the footage, and the screen when it lies outside."""
        return hull(self._whole, self._shown) or self._whole

    def frame(self) -> QRectF:
        """The frame around the screen, never too narrow to be seen."""
        left = position(self.whole, self._shown.start, self.width())
        right = position(self.whole, self._shown.end, self.width())
        wide = max(right - left, NARROWEST)
        left = min(max((left + right - wide) / 2, 0.0), self.width() - wide)
        return QRectF(left + 0.5, 0.5, wide - 1, self.height() - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("panel"))
        painter.drawImage(0, 0, self._drawn())
        frame = self.frame()
        for veil in (
            QRectF(0, 0, frame.left(), self.height()),
            QRectF(frame.right(), 0, self.width() - frame.right(), self.height()),
        ):
            painter.fillRect(veil, self._theme.colour("ground", 150))
        painter.setPen(self._theme.colour("accent"))
        painter.setBrush(self._theme.colour("accent", 30))
        painter.drawRect(frame)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._want(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._want(event)

    def _want(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.wanted.emit(instant(self.whole, event.position().x(), self.width()))

    def _drawn(self) -> QImage:
        scale = self.devicePixelRatioF()
        key = (self._version, self.whole, self.size(), scale, self._theme)
        if key != self._key:
            self._key = key
            self._image = self._draw(round(self.width() * scale), round(self.height() * scale))
            self._image.setDevicePixelRatio(scale)
        return self._image

    def _recorded(self, edges: Instants) -> NDArray[np.float64]:
        """Which share of the lanes has footage; worked out again for other lanes only."""
        key = (self._lanes, self.whole, len(edges))
        if self._known is None or self._known[0] != key:
            self._known = (key, recorded(self._lanes, edges))
        return self._known[1]

    def _draw(self, width: int, height: int) -> QImage:
        edges = columns(self.whole, max(width, 1))
        theme, paper = self._theme, pixel(mixed(self._theme, "ground", "panel", 0.5))
        sheet = np.full((max(height, 1), max(width, 1)), paper, np.uint32)
        foot = max(round(height * FOOTAGE / HEIGHT), 1)
        shades = np.array([pixel(mixed(theme, "track", "panel", s / 8)) for s in range(9)])
        sheet[-foot:] = shades[np.ceil(self._recorded(edges) * 8).astype(np.intp)]
        total = begun(self._marks.values(), edges)
        share = np.log1p(total) / np.log1p(max(int(total.max()), 4))
        tall = np.where(total > 0, np.maximum(np.ceil(share * (height - foot - 2)), 2), 0)
        up = np.arange(height - foot, 0, -1)[:, None]
        sheet[:-foot][up <= tall] = pixel(theme.colour("hit"))
        return picture(sheet)


def recorded(lanes: Sequence[Lane], edges: Instants) -> NDArray[np.float64]:
    """(n - 1,) in each column, which share of the lanes has footage."""
    found = np.zeros(len(edges) - 1)
    for lane in lanes:
        begins = np.searchsorted(lane.runs.start, edges[1:], "left")
        found += begins > np.searchsorted(lane.runs.end, edges[:-1], "right")
    return found / max(len(lanes), 1)


def begun(marks: Iterable[Marks], edges: Instants) -> Instants:
    """(n - 1,) hits of all lanes that begin in each column."""
    total = np.zeros(len(edges) - 1, np.int64)
    for one in marks:
        total += np.diff(np.searchsorted(one.start, edges, "left"))
    return total
