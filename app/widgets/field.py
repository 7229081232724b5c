"""One thing that is asked for: its title, where it is answered, what it means, what is wrong."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.label import Label

SIDE = 16


class Field(QWidget):
    """A control with a hint below it, and a complaint when there is one.

    `title` and `article` are labels of their own, so that a form can put them
    beside; screen readers are told everything by the control.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        control: QWidget,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = Label(title, wraps=True)
        self.title.setBuddy(control)
        self.article = Label(use="muted", wraps=True)
        self.article.hide()
        self.control = control
        self.hint = Label(use="muted", wraps=True)
        self.mark = Label()
        self.mark.setPixmap(theme.icon("error", "bad").pixmap(QSize(SIDE, SIDE)))
        self.wrong = Label(use="bad", wraps=True)
        control.setAccessibleName(title)
        self._lay_out()
        self.complain("")
        self.explain(hint)

    def explain(self, hint: str) -> None:
        """Change what is said below the control."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self._describe()

    def cite(self, article: str) -> None:
        """Say, below the title, which article asks for it."""
        self.article.setText(article)
        self.article.setVisible(bool(article))
        self._describe()

    def complain(self, text: str) -> None:
        """Say what is wrong; nothing is when `text` is empty."""
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))
        self.mark.setVisible(bool(text))
        self._describe()

    @property
    def complaint(self) -> str:
        """What is wrong with it, "" when nothing is."""
        return self.wrong.text()

    def _describe(self) -> None:
        said = (self.complaint, self.hint.text(), self.article.text())
        told = [text for text in said if text]
        self.control.setAccessibleDescription(" ".join(told))

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(self.control)
        complaint = QHBoxLayout()
        complaint.setSpacing(8)
        complaint.addWidget(self.mark, alignment=Qt.AlignmentFlag.AlignTop)
        complaint.addWidget(self.wrong, 1)
        rows.addLayout(complaint)
        rows.addWidget(self.hint)
