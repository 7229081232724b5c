"""The data protection impact assessment (AIPD): its reference, and the digest of its document."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLineEdit, QPushButton, QWidget

from app.theme import Theme
from app.widgets.label import Label
from vsa_core.domain.case import Aipd

DIGEST = re.compile(r"[0-9a-f]{64}")


class AipdForm(QWidget):
    """Reference and SHA-256; `document_wanted` carries the file to read for the digest.

    What was told when the installation was founded stands there already, and
    may be replaced for one case.
    """

    document_wanted = Signal(str)
    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reference, self.digest = QLineEdit(), QLineEdit()
        self.reference.setPlaceholderText(self.tr("Reference"))
        self.reference.setAccessibleName(self.tr("Reference of the impact assessment"))
        self.digest.setPlaceholderText(self.tr("SHA-256 of the document, 64 digits"))
        self.digest.setAccessibleName(self.tr("SHA-256 of the impact assessment"))
        self.digest.setProperty("use", "mono")
        self.choose = QPushButton(theme.icon("folder-open"), self.tr("Choose the document…"))
        self.said = Label(use="muted", wraps=True)
        self.said.hide()
        self.setFocusProxy(self.reference)
        self.choose.clicked.connect(self._ask)
        for edit in (self.reference, self.digest):
            edit.textChanged.connect(lambda _: self.changed.emit())
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(8)
        rows.setVerticalSpacing(4)
        rows.addWidget(self.reference, 0, 0)
        rows.addWidget(self.choose, 0, 1)
        rows.addWidget(self.digest, 1, 0, 1, 2)
        rows.addWidget(self.said, 2, 0, 1, 2)

    @property
    def value(self) -> Aipd:
        """What was told; both parts may be empty."""
        return Aipd(self.reference.text().strip(), self.digest.text().strip().lower())

    @property
    def is_whole(self) -> bool:
        """Whether there is a reference and a digest."""
        value = self.value
        return bool(value.reference) and bool(DIGEST.fullmatch(value.digest))

    def show_aipd(self, aipd: Aipd, said: str = "") -> None:
        """Show that assessment, and where it comes from."""
        self.reference.setText(aipd.reference)
        self.digest.setText(aipd.digest)
        self.said.setText(said)
        self.said.setVisible(bool(said))

    def take(self, name: str, digest: str) -> None:
        """The document was read: its digest, and its name where no reference was typed."""
        self.digest.setText(digest)
        if not self.reference.text().strip():
            self.reference.setText(name)

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Document of the impact assessment"))
        dialog.setHistory([])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.document_wanted)
        dialog.open()
