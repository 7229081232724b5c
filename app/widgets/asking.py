"""A dialog that asks the desk for one act: it stays until the desk has done it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.theme import Theme
from app.widgets.field import Field
from app.widgets.form import Form
from app.widgets.label import Label
from app.widgets.notice import Notice
from app.words import Words
from vsa_core.errors import Fault

WIDE = 600


class Asking(QDialog):
    """Fields, and a button that says what it does; `agreed` when nothing is lacking.

    A refusal is told inside, where what was typed can be mended. A subclass
    overrides `lacks`. It does not block the window.
    """

    agreed = Signal()

    def __init__(
        self,
        words: Words,
        theme: Theme,
        title: str,
        explanation: str,
        fields: tuple[Field, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDE)
        self.fields = fields
        self.explanation = Label(explanation, wraps=True)
        self.notice = Notice(words, theme)
        box = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(box.Ok | box.Cancel)
        self.agree = self.buttons.button(box.Ok)
        self.agree.setText(title)
        self.buttons.accepted.connect(self._agree)
        self.buttons.rejected.connect(self.reject)
        form = Form()
        for field in fields:
            form.add(field)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(16, 16, 16, 16)
        self.rows.setSpacing(12)
        self.rows.addWidget(self.explanation)
        self.rows.addWidget(_Sheet(form), 1)
        self.rows.addWidget(self.notice)
        self.rows.addWidget(self.buttons)

    def lacks(self) -> dict[Field, str]:
        """What is lacking, by field; nothing by default."""
        return {}

    def refuse(self, fault: Fault) -> None:
        """The desk said no: what was typed stays."""
        self.notice.tell(fault)

    def _agree(self) -> None:
        lacks = self.lacks()
        for field in self.fields:
            field.complain(lacks.get(field, ""))
        wrong = next((field for field in self.fields if field in lacks), None)
        if wrong is not None:
            wrong.control.setFocus()
            return
        self.notice.clear()
        self.agreed.emit()


class _Sheet(QScrollArea):
    """As large as the fields, where the screen is; else it scrolls, and nothing is cut."""

    def __init__(self, form: Form) -> None:
        super().__init__()
        self._form = form
        self.setWidget(form)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        return self._form.sizeHint()
