"""The lanes on the screen: names on the left, pixels from the painter, and what lies over them."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.state.lanes import Lane, Runs
from app.state.marks import Marks
from app.state.visible import instant, position
from app.theme import Theme
from app.widgets.lane_names import paint_name
from app.widgets.lane_painter import COMPACT, NORMAL, LanePainter, Row
from vsa_core.domain.event import Hit
from vsa_core.domain.moment import Window

NAMES = 200
"""Width of the column of names, in logical pixels."""

NEAR = 5
"""Pixels within which the pointer is on a thing."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that is painted. Times are corrected microseconds.

    version: another whenever lanes, marks or coverage are; hits: what
    `Marks.row` counts in; grid:
    where days begin; cursor and chosen: camera and time, camera and span.
    """

    lanes: tuple[Lane, ...]
    marks: Mapping[str, Marks]
    coverage: Mapping[str, Runs] | None
    version: int
    window: Window
    hits: tuple[Hit, ...] = ()
    grid: tuple[int, ...] = ()
    row: int = 0
    cursor: tuple[str, int] | None = None
    chosen: tuple[str, int, int] | None = None
    asked: Window | None = None
    selection: Window | None = None


EMPTY = Scene((), {}, None, 0, Window(0, 1))


class LaneBoard(QWidget):
    """Paints a scene; `top` is how many logical pixels are scrolled away."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.scene = EMPTY
        self.message = ""
        self.hovered: int | None = None
        self.top = 0
        self._bands = NORMAL
        self._painter: LanePainter | None = None
        self._key: object = None
        self.picture = QImage()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(NAMES + 400, 4 * NORMAL.height)

    def minimumSizeHint(self) -> QSize:
        return QSize(NAMES + 200, 2 * COMPACT.height)

    def show_scene(self, scene: Scene) -> None:
        """Paint this from now on."""
        self.scene = scene
        self.update()

    @property
    def compact(self) -> bool:
        """Whether lanes are low."""
        return self._bands is COMPACT

    def set_compact(self, compact: bool) -> None:
        """Low lanes, or lanes of the usual height."""
        self._bands = COMPACT if compact else NORMAL
        self._painter = None
        self.update()

    @property
    def pitch(self) -> float:
        """From one lane to the next, in logical pixels."""
        return self._paints().lane_height / self.devicePixelRatioF()

    @property
    def content_height(self) -> int:
        """Height of all lanes, in logical pixels."""
        return round(self.pitch * len(self.scene.lanes))

    @property
    def room(self) -> int:
        """Width of the lanes without their names."""
        return max(self.width() - NAMES, 1)

    def at(self, x: float) -> int:
        """The instant under a place of the widget."""
        return instant(self.scene.window, x - NAMES, self.room)

    def x_of(self, at: int) -> float:
        """Where an instant lies in the widget."""
        return NAMES + position(self.scene.window, at, self.room)

    def row_at(self, y: float) -> int | None:
        """The row of the lane under a place, None below the last."""
        row = int((y + self.top) // self.pitch)
        return row if 0 <= row < len(self.scene.lanes) else None

    def row_box(self, row: int) -> QRectF:
        """Where a lane lies, names included."""
        return QRectF(0, row * self.pitch - self.top, self.width(), self.pitch)

    def over_hits(self, y: float, row: int) -> bool:
        """Whether a height is in the band of the results of that lane."""
        return y - self.row_box(row).y() <= self._bands.hits[1] + 1

    def edge_near(self, x: float) -> int | None:
        """The other end of the selection when the pointer holds one of its ends."""
        chosen = self.scene.selection
        if chosen is None:
            return None
        if abs(self.x_of(chosen.start) - x) <= NEAR:
            return chosen.end
        return chosen.start if abs(self.x_of(chosen.end) - x) <= NEAR else None

    def rows(self) -> range:
        """The rows that are on the screen."""
        first = max(int(self.top // self.pitch), 0)
        last = int((self.top + self.height()) // self.pitch) + 1
        return range(first, min(last, len(self.scene.lanes)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.colour("panel"))
        self._names(painter)
        painter.setClipRect(QRect(NAMES, 0, self.room, self.height()))
        if self.message:
            self._tell(painter)
        else:
            self._lanes(painter)
            self._over(painter)
        painter.setClipping(False)
        painter.setPen(self.theme.colour("line"))
        painter.drawLine(NAMES - 1, 0, NAMES - 1, self.height())
        if self.hasFocus():
            painter.setPen(QPen(self.theme.colour("accent"), 2))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paints(self) -> LanePainter:
        scale = self.devicePixelRatioF()
        if self._painter is None or self._painter.scale != scale:
            self._painter = LanePainter(self.theme, self._bands, scale)
        return self._painter

    def _lanes(self, painter: QPainter) -> None:
        scale, rows = self.devicePixelRatioF(), self.rows()
        scene = self.scene
        key = (scene.version, scene.window, rows, self.top, self.size(), scale, self._bands)
        if key != self._key:
            self._key, self.picture = key, self._painted(rows, scale)
        painter.drawImage(QPointF(NAMES, 0), self.picture)

    def _painted(self, rows: range, scale: float) -> QImage:
        scene, paints = self.scene, self._paints()
        cover = scene.coverage
        shown = [
            Row(lane, scene.marks.get(lane.camera), cover.get(lane.camera) if cover else None)
            for lane in scene.lanes[rows.start : rows.stop]
        ]
        gone = round((self.top - rows.start * self.pitch) * scale)
        wide, high = round(self.room * scale), round(self.height() * scale)
        image = paints.paint(shown, scene.window, wide, high, gone)
        image.setDevicePixelRatio(scale)
        return image

    def _names(self, painter: QPainter) -> None:
        for row in self.rows():
            lane, box = self.scene.lanes[row], self.row_box(row)
            cell = QRectF(0, box.y(), NAMES, box.height())
            marks = self.scene.marks.get(lane.camera)
            paint_name(painter, self.theme, lane, marks, cell, row == self.scene.row)

    def _over(self, painter: QPainter) -> None:
        scene = self.scene
        painter.setPen(self.theme.colour("edge", 120))
        for at in scene.grid:
            self._line(painter, at)
        self._veils(painter)
        self._selected(painter)
        self._chosen(painter)
        if self.hovered is not None:
            painter.setPen(QPen(self.theme.colour("muted"), 1, Qt.PenStyle.DashLine))
            self._line(painter, self.hovered)
        self._cursor(painter)

    def _line(self, painter: QPainter, at: int) -> None:
        x = round(self.x_of(at))
        painter.drawLine(x, 0, x, self.height())

    def _veils(self, painter: QPainter) -> None:
        """What the question left out is under a veil: time before and after, other cameras."""
        veil = self.theme.colour("ground", 165)
        asked = self.scene.asked
        if asked is not None:
            left, right = self.x_of(asked.start), self.x_of(asked.end)
            painter.fillRect(QRectF(NAMES, 0, left - NAMES, self.height()), veil)
            painter.fillRect(QRectF(right, 0, self.width() - right, self.height()), veil)
            painter.setPen(QPen(self.theme.colour("muted"), 1, Qt.PenStyle.DotLine))
            self._line(painter, asked.start)
            self._line(painter, asked.end)
        if self.scene.coverage is not None:
            for row in self.rows():
                if self.scene.lanes[row].camera not in self.scene.coverage:
                    painter.fillRect(self.row_box(row), veil)

    def _selected(self, painter: QPainter) -> None:
        """The span of a clip, between two brackets."""
        chosen = self.scene.selection
        if chosen is None:
            return
        left, right = round(self.x_of(chosen.start)), round(self.x_of(chosen.end))
        painter.fillRect(
            QRect(left, 0, right - left, self.height()), self.theme.colour("accent", 40)
        )
        painter.setPen(QPen(self.theme.colour("accent"), 2))
        bottom = self.height() - 1
        for x, inward in ((left, 6), (right, -6)):
            painter.drawLine(x, 0, x, bottom)
            painter.drawLine(x, 1, x + inward, 1)
            painter.drawLine(x, bottom, x + inward, bottom)

    def _chosen(self, painter: QPainter) -> None:
        """A frame around the result that is chosen."""
        if self.scene.chosen is None:
            return
        camera, start, end = self.scene.chosen
        for row in self.rows():
            if self.scene.lanes[row].camera == camera:
                box = self.row_box(row)
                left, right = self.x_of(start), self.x_of(end)
                spare = max(14 - (right - left), 0) / 2
                frame = QRectF(
                    left - spare, box.y() + 1, right - left + 2 * spare, box.height() - 3
                )
                painter.setPen(QPen(self.theme.colour("accent"), 2))
                painter.drawRoundedRect(frame, 3, 3)

    def _cursor(self, painter: QPainter) -> None:
        if self.scene.cursor is None:
            return
        camera, at = self.scene.cursor
        x = round(self.x_of(at))
        painter.setPen(QPen(self.theme.colour("panel"), 3))
        painter.drawLine(x, 0, x, self.height())
        painter.setPen(QPen(self.theme.colour("accent"), 1))
        painter.drawLine(x, 0, x, self.height())
        for row in self.rows():
            if self.scene.lanes[row].camera == camera:
                box = self.row_box(row)
                painter.fillRect(
                    QRectF(x - 1, box.y(), 3, box.height()), self.theme.colour("accent")
                )

    def _tell(self, painter: QPainter) -> None:
        painter.setPen(self.theme.colour("muted"))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(self.rect().adjusted(NAMES + 24, 8, -24, -8), flags, self.message)
