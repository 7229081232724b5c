"""What two people do where the journal is damaged and nobody can sign in: one command, to copy."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.copy_line import CopyLine
from app.widgets.label import Label

COMMAND = "relecture audit renew --as ADMIN --with DPO"


class Damaged(QFrame):
    """Hidden until the door finds the journal broken."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        told = self.tr(
            "Once a copy is set aside, the administrator and the DPO begin the journal again"
            " together, in a terminal of this machine. The command first shows what is broken; the"
            " damaged files stay as they are."
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(Label(told, wraps=True))
        rows.addWidget(CopyLine(theme, self.tr("Begin the journal again"), COMMAND))
        self.hide()
