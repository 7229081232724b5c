"""A case that was erased: its certificate, where it lies, and what it does not prove."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.state.approving import Destroyed
from app.theme import Theme
from app.widgets.copyable import Copyable
from app.widgets.facts import Facts
from app.widgets.label import Label
from app.words import Words, visible

SIDE = 20


class DestroyedPane(QFrame):
    """Hidden until `tell`."""

    def __init__(self, words: Words, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words, self._theme = words, theme
        picture = Label()
        picture.setPixmap(theme.icon("shield-check", "good").pixmap(QSize(SIDE, SIDE)))
        self.title = Label(use="strong", wraps=True)
        self.facts = Facts()
        limits = Label(
            self.tr(
                "It proves that this key and these files are gone from here. It does not prove that"
                " nobody copied them before: what left, and to whom, is listed in it."
            ),
            use="muted",
            wraps=True,
        )
        told = QVBoxLayout()
        for widget in (self.title, self.facts, limits):
            told.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)
        self.hide()

    def tell(self, destroyed: Destroyed) -> None:
        """Show what was destroyed, and the certificate as it was read back."""
        erased, checked = destroyed.erased, destroyed.certificate
        number = visible(erased.number)
        self.title.setText(self.tr("Case {number} is erased").format(number=number))
        certificate, digest = self.tr("Certificate"), self.tr("Its SHA-256")
        self.facts.fill(
            (
                (self.tr("Files destroyed"), str(erased.files)),
                (certificate, Copyable(self._theme, certificate, visible(erased.certificate))),
                (digest, Copyable(self._theme, digest, erased.digest)),
                (self.tr("Signature"), self.tr("holds; read back from the file")),
                (self.tr("Journal"), Copyable(self._theme, self.tr("Journal"), checked.head)),
            )
        )
        self.show()
