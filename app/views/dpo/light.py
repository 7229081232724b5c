"""Whether the journal is whole: a light, its words, and the exact place of a break."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from app.state.audit import Audit, Checked
from app.theme import Theme
from app.widgets.label import Label
from vsa_core.errors import Fault

SIDE = 40


class LightPane(QWidget):
    """Grey until somebody asks, green when every record holds, red at the first that does not."""

    def __init__(self, audit: Audit, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._audit = audit
        self._theme = theme
        self.light = Label()
        self.state = Label(use="strong", wraps=True)
        self.place = Label(wraps=True)
        self.head, self.printed = QLineEdit(), QLineEdit()
        self.check = QPushButton(theme.icon("shield-check"), self.tr("Check the journal"))
        self._lay_out()
        self.check.clicked.connect(self.verify)
        self.printed.returnPressed.connect(self.verify)
        audit.verified.connect(self._whole)
        audit.broken.connect(self._broken)
        audit.failed.connect(self._undone)
        self._say("shield", "muted", self.tr("The journal has not been checked yet"))

    def verify(self) -> None:
        """Check every record, and the printed head where one was typed."""
        self.check.setEnabled(False)
        self._say("shield", "muted", self.tr("Checking every record…"))
        self._audit.verify(self.printed.text().strip())

    def _whole(self, whole: Checked) -> None:
        text = self.tr("{count} records, each with its seal. Cosignatures that hold: {cosigned}.")
        told = text.format(count=whole.total, cosigned=whole.cosigned)
        if whole.given_up:
            damaged = self.tr("Volumes found damaged before, and followed by another: {names}.")
            told = f"{told} {damaged.format(names=', '.join(whole.given_up))}"
        self.check.setEnabled(True)
        self._say("shield-check", "good", self.tr("The journal is whole"), told, whole.printed)

    def _broken(self, fault: Fault) -> None:
        place, shard = fault.values.get("place"), fault.values.get("shard", "")
        told = self.tr("File {file}.").format(file=fault.values.get("file", ""))
        if isinstance(place, int) and place >= 0:
            exact = self.tr("Record no. {place} of volume {shard}, file {file}.")
            told = exact.format(place=place, shard=shard, file=fault.values.get("file", ""))
        self.check.setEnabled(True)
        self._say("shield-broken", "bad", self.tr("The journal has been altered"), told)

    def _undone(self, _: Fault) -> None:
        if not self.check.isEnabled():
            self.check.setEnabled(True)
            self._say("shield", "muted", self.tr("The journal could not be checked"))

    def _say(self, icon: str, use: str, text: str, told: str = "", head: str = "") -> None:
        self.light.setPixmap(self._theme.icon(icon, use).pixmap(QSize(SIDE, SIDE)))
        self.state.setText(text)
        self.place.setText(told)
        self.place.setVisible(bool(told))
        self.head.setText(head)
        self.head.setCursorPosition(0)
        self.head.setVisible(bool(head))
        self.setAccessibleName(f"{text}. {told}" if told else text)

    def _lay_out(self) -> None:
        self.head.setReadOnly(True)
        self.head.setProperty("use", "mono")
        self.head.setAccessibleName(self.tr("Head of the journal"))
        self.head.setToolTip(self.tr("Size and root of the volume in use, as on an export"))
        self.printed.setPlaceholderText(self.tr("Printed head to find again"))
        self.printed.setAccessibleName(self.tr("Head printed on paper, to be found again"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.addWidget(self.light, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.state, 0, 1)
        for row, widget in enumerate((self.place, self.head, self.printed, self.check), 1):
            grid.addWidget(widget, row, 0, 1, 2)
        grid.setColumnStretch(1, 1)
