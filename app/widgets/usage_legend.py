"""What the parts of the bars mean, and what the bar pointed at holds, on one line."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.state.audit_chart import Bar, Group
from app.theme import Theme
from app.widgets.label import Label
from app.widgets.usage_chart import UsageChart

SIDE = 12


class UsageLegend(QStackedWidget):
    """Below a chart: the legend, or the words of the bar under the hand or the keys."""

    def __init__(self, chart: UsageChart, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self.words = Label(wraps=True)
        keys = QWidget()
        row = QHBoxLayout(keys)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for group, name in chart.names().items():
            sign = Label()
            sign.setPixmap(self._drawn(group))
            row.addWidget(sign)
            row.addWidget(Label(name, use="muted"))
            row.addSpacing(10)
        row.addStretch()
        told = QWidget()
        rows = QVBoxLayout(told)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.words)
        self.addWidget(keys)
        self.addWidget(told)
        chart.pointed.connect(self._tell)

    def _tell(self, bar: Bar | None) -> None:
        self.words.setText(self._chart.words(bar) if bar else "")
        self.setCurrentIndex(1 if bar else 0)

    def _drawn(self, group: Group) -> QPixmap:
        picture = QPixmap(QSize(SIDE, SIDE))
        colour, over = self._chart.swatch(group)
        picture.fill(colour)
        painter = QPainter(picture)
        painter.fillRect(QRectF(0, 0, SIDE, SIDE), over)
        painter.end()
        return picture
