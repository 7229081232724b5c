"""The question in words over its panel: the text, what is wrong with it, a way to try again."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.icon_button import IconButton
from app.widgets.label import Label
from app.widgets.phrase_line import PhraseLine
from vsa_core.domain.phrase import Completion

ICON = 16


class WordsPane(QWidget):
    """`typed` carries the text, `entered` comes when it is to be taken into the panel."""

    typed = Signal(str)
    entered = Signal()

    def __init__(
        self,
        theme: Theme,
        complete: Callable[[int], Sequence[Completion]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.line = PhraseLine(theme, complete)
        self.go = IconButton(theme, "check", self.tr("Take these words (Enter)"))
        self.sign = Label()
        self.sign.setPixmap(theme.icon("error", "bad").pixmap(QSize(ICON, ICON)))
        self.wrong = Label(wraps=True, use="bad")
        self.hint = Label(
            self.tr("Enter takes the words into the panel; nothing is asked yet."),
            wraps=True,
            use="muted",
        )
        self._lay_out()
        self.line.typed.connect(self.typed)
        self.line.entered.connect(self.entered)
        self.go.clicked.connect(self.entered)
        self.tell("", "", (0, 0), typed=False)

    def tell(self, text: str, wrong: str, span: tuple[int, int], *, typed: bool) -> None:
        """Show the text and what is wrong from one character to another; "" when nothing is."""
        self.line.show_text(text)
        self.line.underline(*span)
        self.wrong.setText(wrong)
        for part in (self.wrong, self.sign):
            part.setVisible(bool(wrong))
        self.hint.setVisible(typed and not wrong)
        self.go.setEnabled(typed and bool(text.strip()))
        self.line.setAccessibleDescription(wrong)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(4)
        above.addWidget(self.line, 1)
        above.addWidget(self.go, alignment=Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.sign, alignment=Qt.AlignmentFlag.AlignTop)
        below.addWidget(self.wrong, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(above)
        rows.addLayout(below)
        rows.addWidget(self.hint)
