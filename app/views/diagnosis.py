"""What the doctor found, one line each: good, to watch, or to be put right, and how."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.state.diagnosis import Diagnosis, Line
from app.theme import Theme
from app.widgets.label import Label
from app.widgets.notice import Notice
from app.words import Words
from vsa_core.errors import Fault

MARKS = {"good": "check", "warning": "warning", "bad": "error"}


class DiagnosisDialog(QDialog):
    """Looks at the machine when it opens; it does not block the window."""

    def __init__(
        self, diagnosis: Diagnosis, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._diagnosis = diagnosis
        self._words = words
        self._theme = theme
        self.setWindowTitle(self.tr("Check this machine"))
        self.verdict = Label(use="heading")
        self.notice = Notice(words, theme)
        self.pane = QScrollArea()
        self.pane.setWidgetResizable(True)
        self.pane.setFrameShape(QFrame.Shape.NoFrame)
        self.pane.setAccessibleName(self.tr("What was found"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.again = self.buttons.addButton(
            self.tr("Look again"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.again.setAutoDefault(False)
        self._lay_out()
        self.buttons.rejected.connect(self.reject)
        self.again.clicked.connect(diagnosis.examine)
        diagnosis.began.connect(self._wait)
        diagnosis.ended.connect(self._tell)
        diagnosis.failed.connect(self._fail)
        diagnosis.examine()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(12)
        for widget in (self.verdict, self.notice):
            rows.addWidget(widget)
        rows.addWidget(self.pane, 1)
        rows.addWidget(self.buttons)
        self.resize(760, 640)

    def _wait(self) -> None:
        self.notice.clear()
        self.verdict.setText(self.tr("Looking at the machine…"))
        self.again.setEnabled(False)

    def _fail(self, fault: Fault) -> None:
        self.verdict.setText("")
        self.notice.tell(fault)
        self.again.setEnabled(True)

    def _tell(self) -> None:
        lines = self._diagnosis.lines
        bad = sum(line[0] == "bad" for line in lines)
        watched = sum(line[0] == "warning" for line in lines)
        text = self.tr("To be put right: {bad} · To watch: {watched} · Good: {good}")
        good = len(lines) - bad - watched
        self.verdict.setText(text.format(bad=bad, watched=watched, good=good))
        self.again.setEnabled(True)
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for row, line in enumerate(lines):
            self._add(grid, row, line)
        grid.setRowStretch(len(lines), 1)
        self.pane.setWidget(sheet)

    def _add(self, grid: QGridLayout, row: int, line: Line) -> None:
        state, subject, found, following = line
        mark = Label()
        mark.setPixmap(self._theme.icon(MARKS[state], state).pixmap(QSize(18, 18)))
        mark.setAccessibleName(self._words.say(f"doctor.{state}"))
        name = Label(subject, use="strong")
        top = Qt.AlignmentFlag.AlignTop
        text = found if state == "good" or not following else f"{found}\n{following}"
        grid.addWidget(mark, row, 0, top)
        grid.addWidget(name, row, 1, top)
        grid.addWidget(Label(text, wraps=True), row, 2, top)
