"""Handing the journal over: to whom, and into which folder; a step of the ceremony, or alone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.state.audit_handing import Handing, Taken
from app.theme import Theme
from app.widgets.field import Field
from app.widgets.folder_dialog import ask_folder
from app.widgets.form import Form
from app.widgets.label import Label
from app.widgets.notice import Notice
from app.words import Words, visible

WIDE = 560


class HandingForm(QWidget):
    """`done` when the folder is written."""

    done = Signal()

    def __init__(
        self, handing: Handing, theme: Theme, recipient: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._handing = handing
        self._writing = False
        self.recipient, self.folder = QLineEdit(recipient), QLineEdit()
        self.browse = QPushButton(theme.icon("folder-open"), self.tr("Choose…"))
        self.go = QPushButton(theme.icon("export"), self.tr("Write the folder"))
        self.go.setProperty("use", "primary")
        self.told = Label(wraps=True, use="good")
        self._lay_out(theme)
        for field in (self.recipient, self.folder):
            field.textChanged.connect(lambda _: self._allow())
        self.browse.clicked.connect(self._choose)
        self.go.clicked.connect(self._export)
        handing.exported.connect(self._exported)
        handing.failed.connect(self._failed)
        self._allow()

    def _allow(self) -> None:
        filled = all(field.text().strip() for field in (self.recipient, self.folder))
        self.go.setEnabled(filled and not self._writing)

    def _choose(self) -> None:
        ask_folder(self, self.tr("New or empty folder"), self.folder.text(), self.folder.setText)

    def _export(self) -> None:
        self._writing = True
        self._allow()
        self.told.setText("")
        self._handing.export(self.folder.text().strip(), self.recipient.text().strip())

    def _exported(self, made: Taken) -> None:
        self._writing = False
        text = self.tr("Written: {count} records, their verifier and a leaflet, in {folder}")
        self.told.setText(text.format(count=made.records, folder=visible(made.folder)))
        self._allow()
        self.done.emit()

    def _failed(self, _: object) -> None:
        self._writing = False
        self._allow()

    def _lay_out(self, theme: Theme) -> None:
        place = QWidget()
        place.setFocusProxy(self.folder)
        across = QHBoxLayout(place)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.folder, 1)
        across.addWidget(self.browse)
        self.recipient.setAccessibleName(self.tr("Recipient"))
        self.folder.setAccessibleName(self.tr("New or empty folder"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        form = Form()
        form.add(Field(theme, self.tr("Recipient"), self.recipient))
        hint = self.tr("On a USB key, for example.")
        form.add(Field(theme, self.tr("New or empty folder"), place, hint))
        rows.addWidget(form)
        begin = QHBoxLayout()
        begin.addWidget(self.go)
        begin.addStretch()
        rows.addLayout(begin)
        rows.addWidget(self.told)
        rows.addStretch()


class HandOverDialog(QDialog):
    """The journal for the CNIL, or for whoever asks for it with a right to it."""

    def __init__(
        self, handing: Handing, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Hand the journal over"))
        self.setMinimumWidth(WIDE)
        self.notice = Notice(words, theme)
        self.form = HandingForm(handing, theme, "CNIL")
        why = self.tr(
            "The folder holds every record, a table for a spreadsheet, and a verifier that runs"
            " on any PC with Python, without Relecture. Nothing sealed is opened. The handing"
            " over and its recipient are recorded."
        )
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        handing.failed.connect(self.notice.tell)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(12)
        rows.addWidget(self.notice)
        rows.addWidget(Label(why, wraps=True))
        rows.addWidget(self.form, 1)
        rows.addWidget(self.buttons)
