"""What the colours, patterns and signs of the timeline mean."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from app.state.looks import ORDER
from app.state.marks import Verdict
from app.theme import Theme
from app.widgets.label import Label
from app.widgets.lane_words import LaneWords
from app.widgets.patterns import Pixels, picture, swatch
from app.widgets.sprites import alarm_sign, verdict_sign

WIDE, HIGH = 32, 12
SIDE = 13
BARS = tuple(QRectF(4 * n, HIGH - tall, 3, tall) for n, tall in enumerate((5, 9, 12, 7, 5, 10)))
LINE = QRectF(0, HIGH - 3, WIDE, 3)


class Legend(QFrame):
    """A sheet that opens over the timeline; Escape or a click elsewhere closes it."""

    def __init__(self, theme: Theme, say: LaneWords, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self._say = say
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Legend of the timeline"))
        self.rows: list[str] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 12, 12, 12)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        self._column(grid, 0, self.tr("Footage"), self._fates())
        self._column(grid, 3, self.tr("Results"), self._signs())
        grid.setColumnMinimumWidth(2, 16)

    def _column(
        self, grid: QGridLayout, column: int, title: str, rows: Iterator[tuple[QPixmap, str]]
    ) -> None:
        grid.addWidget(Label(title, use="strong"), 0, column, 1, 2)
        for number, (pixmap, text) in enumerate(rows, 1):
            sign = Label()
            sign.setPixmap(pixmap)
            grid.addWidget(sign, number, column, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(Label(text), number, column + 1)
            self.rows.append(text)

    def _fates(self) -> Iterator[tuple[QPixmap, str]]:
        scale = self.devicePixelRatioF()
        for fate in ORDER:
            image = swatch(self._theme, scale, fate, WIDE, HIGH)
            yield QPixmap.fromImage(image), self._say.fate(fate)

    def _signs(self) -> Iterator[tuple[QPixmap, str]]:
        scale = self.devicePixelRatioF()
        side = round(SIDE * scale)
        for verdict in Verdict:
            yield self._sign(verdict_sign(self._theme, verdict, side)), self._say.verdict(verdict)
        yield self._sign(alarm_sign(self._theme, side)), self.tr("something could not be read")
        yield self._boxes("hit", BARS), self.tr("several results: the taller, the more")
        yield self._boxes("hit", (LINE,)), self.tr("how long a result lasts")
        yield self._boxes("track", (LINE,)), self.tr("what the answer covers")

    def _boxes(self, use: str, boxes: tuple[QRectF, ...]) -> QPixmap:
        scale = self.devicePixelRatioF()
        pixmap = QPixmap(round(WIDE * scale), round(HIGH * scale))
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(self._theme.colour("panel"))
        painter = QPainter(pixmap)
        for box in boxes:
            painter.fillRect(box, self._theme.colour(use))
        painter.end()
        return pixmap

    def _sign(self, pixels: Pixels) -> QPixmap:
        image = picture(pixels)
        image.setDevicePixelRatio(self.devicePixelRatioF())
        return QPixmap.fromImage(image)
