"""Asking that a person be given another role: who it is, which role; two people decide it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets.field import Field
from app.widgets.form import Form
from app.widgets.label import Label
from app.widgets.steady import steady
from app.words import Words, visible
from vsa_core.domain.case import Person, Role

WIDE = 560


class RoleDialog(QDialog):
    """`asked` carries the new role; it does not block the window."""

    asked = Signal(object)  # Role

    def __init__(
        self, words: Words, theme: Theme, person: Person, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Ask for another role"))
        self.setMinimumWidth(WIDE)
        self.roles = QComboBox()
        for role in Role:
            if role is not person.role:
                self.roles.addItem(words.name("cli.roles", role.value), role)
        steady(self.roles)
        box = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(box.Ok | box.Cancel)
        self.agree = self.buttons.button(box.Ok)
        self.agree.setText(self.tr("Ask for it"))
        self.buttons.accepted.connect(self._agree)
        self.buttons.rejected.connect(self.reject)
        told = self.tr(
            "{name} is {role}. Nothing changes yet: you sign this request, somebody of another"
            " role approves it within 24 hours, then an administrator carries it out. Whoever"
            " becomes DPO or administrator loses the keys of the cases they were in."
        ).format(name=visible(person.full_name), role=words.name("cli.roles", person.role.value))
        form = Form()
        form.add(Field(theme, self.tr("New role"), self.roles))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(12)
        rows.addWidget(Label(told, wraps=True))
        rows.addWidget(form)
        rows.addStretch()
        rows.addWidget(self.buttons)
        self.roles.setFocus()

    def _agree(self) -> None:
        role = Role(self.roles.currentData())
        self.accept()
        self.asked.emit(role)
