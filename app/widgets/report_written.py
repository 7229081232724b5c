"""A report that was written: where it lies, and what its files must hash to."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.state.report_writing import Written
from app.theme import Theme
from app.widgets.copy_line import CopyLine
from app.widgets.facts import Facts
from app.widgets.icon_button import IconButton
from app.widgets.label import Label
from app.words import visible

SIDE = 20


class ReportWritten(QFrame):
    """Hidden until `tell`; `dismissed` when the person closes it."""

    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = Label(self.tr("The report is saved, and the journal says so"), use="heading")
        self.facts = Facts()
        self.close_button = IconButton(theme, "close", self.tr("Close this message"))
        self.close_button.clicked.connect(self.dismissed)
        mark = Label()
        mark.setPixmap(theme.icon("check", "good").pixmap(QSize(SIDE, SIDE)))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(mark)
        line.addWidget(self.title, 1)
        line.addWidget(self.close_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 8, 12)
        rows.setSpacing(4)
        rows.addLayout(line)
        rows.addWidget(self.facts)
        self.hide()

    def tell(self, written: Sequence[Written]) -> None:
        """Show the folder, and the digest of each file; nothing hides it."""
        self.setVisible(bool(written))
        if not written:
            return
        folder = str(PurePath(written[0].path).parent)
        name = self.tr("Folder")
        rows: list[tuple[str, str | QWidget]] = [
            (name, CopyLine(self._theme, name, visible(folder), folder))
        ]
        for one in written:
            file = visible(PurePath(one.path).name)
            digest = self.tr("SHA-256 of {file}").format(file=file)
            rows.append((file, CopyLine(self._theme, digest, one.digest)))
        self.facts.fill(tuple(rows))
