"""Renewing a person's habilitation: the old one told, the new one asked for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.state.validity import Held
from app.theme import Theme
from app.widgets.form import Form
from app.widgets.habilitation_form import HabilitationForm
from app.widgets.label import Label
from app.words import visible
from vsa_core.domain.case import Person

WIDE = 560


class RenewalDialog(QDialog):
    """`renewed` carries the new habilitation; it does not block the window."""

    renewed = Signal(object)  # Held

    def __init__(
        self, theme: Theme, person: Person, today: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Renew a habilitation"))
        self.setMinimumWidth(WIDE)
        self.form = HabilitationForm(theme, self)
        self.form.begin(today)
        self.form.signatory.setText(person.signatory)
        self.form.data.setText(person.data or self.form.data.text())
        box = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(box.Ok | box.Cancel)
        self.agree = self.buttons.button(box.Ok)
        self.agree.setText(self.tr("Renew"))
        self.buttons.accepted.connect(self._agree)
        self.buttons.rejected.connect(self.reject)
        self._lay_out(person)

    def _agree(self) -> None:
        self.form.check()
        for field in self.form.fields:
            if field.complaint:
                field.control.setFocus()
                return
        value: Held = self.form.value
        self.accept()
        self.renewed.emit(value)

    def _lay_out(self, person: Person) -> None:
        told = self.tr(
            "{name}: the habilitation {reference} is replaced. Role, passphrase and cases do"
            " not change; the journal records both references."
        )
        name, reference = visible(person.full_name), visible(person.habilitation)
        form = Form()
        for field in self.form.fields:
            form.add(field)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(12)
        rows.addWidget(Label(told.format(name=name, reference=reference), wraps=True))
        rows.addWidget(form)
        rows.addStretch()
        rows.addWidget(self.buttons)
        self.form.reference.setFocus()
