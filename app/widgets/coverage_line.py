"""What was looked at, said on one line with every answer, and stretch by stretch on demand."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.theme import Theme
from app.widgets.coverage_words import rows, sentence
from app.widgets.label import Label
from app.words import Words
from vsa_core.domain.coverage import Coverage

SIDE = 20
MOST = QSize(960, 360)
SLACK = 48
"""Pixels around the rows of the sheet: margins, frame and scroll bar."""


class CoverageLine(QWidget):
    """The sentence, an icon that says whether anything is missing, and a button for the rest."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._theme = theme
        self._coverage: Coverage | None = None
        self._failures: tuple[str, ...] = ()
        self.sign = Label()
        self.text = Label(wraps=True)
        self.button = QPushButton(self.tr("Stretches…"))
        self.button.setAccessibleName(self.tr("What was looked at and what was not, in stretches"))
        self.button.clicked.connect(self.open_sheet)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.button.hide()
        self.hide()

    def tell(self, coverage: Coverage, failures: tuple[str, ...] = ()) -> None:
        """Say a coverage; `failures`: one line for each recording that could not be read."""
        self._coverage, self._failures = coverage, failures
        self._show(sentence(coverage, self._words), complete=coverage.complete and not failures)
        self.button.show()
        self.show()

    def remark(self, text: str) -> None:
        """Say that the coverage is not known, and why; nothing when `text` is empty."""
        self._coverage, self._failures = None, ()
        self._show(text, complete=False)
        self.button.hide()
        self.setVisible(bool(text))

    def open_sheet(self) -> QDialog | None:
        """Open the list of stretches over the line; None where no coverage is told."""
        if self._coverage is None:
            return None
        sheet = CoverageSheet(self._coverage, self._failures, self._words, self)
        place = self.button.mapToGlobal(QPoint(self.button.width(), self.button.height() + 4))
        sheet.move(place - QPoint(sheet.width(), 0))
        sheet.show()
        return sheet

    def _show(self, text: str, complete: bool) -> None:
        icon, use = ("check", "good") if complete else ("coverage", "warning")
        self.sign.setPixmap(self._theme.icon(icon, use).pixmap(QSize(SIDE, SIDE)))
        self.text.setText(text)
        self.setAccessibleName(text)


class CoverageSheet(QDialog):
    """Each stretch with its camera, its times and its fate; Escape or a click elsewhere closes."""

    def __init__(
        self,
        coverage: Coverage,
        failures: tuple[str, ...],
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What was looked at"))
        self.table = QTreeWidget()
        self.table.setAccessibleName(self.windowTitle())
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setHeaderLabels(
            [
                self.tr("Camera"),
                self.tr("What became of it"),
                self.tr("From"),
                self.tr("To"),
                self.tr("Length"),
            ]
        )
        items = (QTreeWidgetItem(list(row)) for row in rows(coverage, words))
        self.table.addTopLevelItems(list(items))
        wide = 0
        for column in range(self.table.columnCount()):
            self.table.resizeColumnToContents(column)
            wide += self.table.columnWidth(column)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        for line in failures:
            box.addWidget(Label(line, wraps=True, use="warning"))
        box.addWidget(self.table)
        self.resize(min(wide + SLACK, MOST.width()), self._high(len(coverage.stretches)))

    def _high(self, rows: int) -> int:
        """High enough for the rows, within reason."""
        row = self.table.sizeHintForRow(0) if rows else 0
        wanted = self.table.header().sizeHint().height() + rows * row + SLACK
        return min(max(wanted, self.minimumSizeHint().height()), MOST.height())
