"""The form that enrols a person: role, names, habilitation, and a passphrase typed twice."""

import unicodedata
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from app.state.validity import Newcomer
from app.theme import Theme
from app.widgets.field import Field
from app.widgets.form import Form
from app.widgets.habilitation_form import HabilitationForm
from app.widgets.passphrase import PassphraseEdit
from app.words import Words
from vsa_core.domain.case import Role

NARROW = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class PersonForm(QWidget):
    """Asks for one person; `submitted` when Enter is pressed in the last field.

    today: an instant of today, microseconds since 1970 UTC.
    """

    submitted = Signal()

    def __init__(
        self,
        words: Words,
        theme: Theme,
        shortest: int,
        today: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shortest = shortest
        self._today = today
        self.roles = QComboBox()
        self.roles.setSizeAdjustPolicy(NARROW)
        self.roles.setMinimumContentsLength(16)
        for known in Role:
            self.roles.addItem(words.name("cli.roles", known.value), known)
        self.short, self.full = QLineEdit(), QLineEdit()
        self.habilitation = HabilitationForm(theme, self)
        self.reference = self.habilitation.reference
        self.reference_field = self.habilitation.reference_field
        self.secret, self.again = PassphraseEdit(), PassphraseEdit()
        self._fields(theme)
        self._lay_out()
        self._listen()
        self.begin(Role.ANALYST)

    @property
    def role(self) -> Role:
        """The role chosen."""
        return Role(self.roles.currentData())

    @property
    def name(self) -> str:
        """The short name, without spaces around it."""
        return self.short.text().strip()

    @property
    def full_name(self) -> str:
        """The full name, printed on papers."""
        return self.full.text().strip()

    @property
    def new(self) -> Newcomer:
        """The person as they were written down."""
        full_name = self.full_name or self.name
        return Newcomer(self.name, self.role, full_name, self.habilitation.value)

    def begin(self, role: Role) -> None:
        """Empty everything, and propose that role."""
        self.roles.setCurrentIndex(self.roles.findData(role))
        for control in (self.short, self.full, self.secret, self.again):
            control.clear()
        self.habilitation.begin(self._today())
        for field in self.fields:
            field.complain("")
        self._tell_role()
        self._count()

    def forget(self) -> None:
        """Empty both passphrases."""
        self.secret.clear()
        self.again.clear()

    def checked(self) -> bool:
        """Whether all is there; says beside each field what is not, and goes to the first."""
        missing = self.tr("Needed.")
        self.short_field.complain("" if self.name.isprintable() and self.name else missing)
        self.habilitation.check()
        self.secret_field.complain("" if self._long_enough() else self._too_short())
        self.again_field.complain("" if self._same() else self._different())
        for field in self.fields:
            if field.complaint:
                field.control.setFocus()
                return False
        return True

    def _long_enough(self) -> bool:
        return self._length() >= self._shortest

    def _same(self) -> bool:
        return self.secret.text() == self.again.text()

    def _different(self) -> str:
        return self.tr("Not the same passphrase.")

    def _length(self) -> int:
        """As the desk counts: an accent is one character however the keyboard composed it."""
        return len(unicodedata.normalize("NFC", self.secret.text()))

    def _too_short(self) -> str:
        return self.tr("Too short: {shortest} characters at least.").format(shortest=self._shortest)

    def _count(self) -> None:
        rule = self.tr(
            "{shortest} characters at least, {typed} typed. Five words without a link between"
            " them, for example. Nobody can find a forgotten passphrase again."
        )
        self.secret_field.explain(rule.format(shortest=self._shortest, typed=self._length()))
        if self.secret_field.complaint == self._too_short() and self._long_enough():
            self.secret_field.complain("")

    def _compare(self) -> None:
        if self.again_field.complaint == self._different() and self._same():
            self.again_field.complain("")

    def _warn(self, field: Field, capitals: bool) -> None:
        """Caps Lock in a field of dots is the likeliest reason for two that differ."""
        told = self.tr("Caps Lock is on.")
        if capitals:
            field.complain(told)
        elif field.complaint == told:
            field.complain("")

    def _tell_role(self) -> None:
        """What the role chosen may do."""
        meaning = {
            Role.ANALYST: self.tr("Opens cases, searches the footage, exports what is kept."),
            Role.SUPERVISOR: self.tr("Directs the inquiry: opens cases, searches and exports."),
            Role.DPO: self.tr("Reads the journal, never the footage."),
            Role.MAGISTRATE: self.tr(
                "Reads cases and the journal, orders erasure, completion or rectification."
            ),
            Role.ADMINISTRATOR: self.tr(
                "Enrols people and adds models, never sees footage. From then on, only they enrol."
            ),
        }
        self.role_field.explain(meaning[self.role])

    def _fields(self, theme: Theme) -> None:
        self.role_field = Field(theme, self.tr("Role"), self.roles)
        self.short_field = Field(
            theme,
            self.tr("Short name"),
            self.short,
            self.tr("What is typed to sign in, and what the journal names."),
        )
        self.full_field = Field(
            theme, self.tr("Full name"), self.full, self.tr("Printed on the papers of a case.")
        )
        self.secret_field = Field(theme, self.tr("Passphrase"), self.secret)
        self.again_field = Field(theme, self.tr("Passphrase again"), self.again)
        self.fields = (
            self.role_field,
            self.short_field,
            self.full_field,
            *self.habilitation.fields,
            self.secret_field,
            self.again_field,
        )

    def _lay_out(self) -> None:
        form = Form()
        for field in self.fields:
            form.add(field)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(form)

    def _listen(self) -> None:
        self.roles.currentIndexChanged.connect(lambda _: self._tell_role())
        self.secret.textChanged.connect(lambda _: self._count())
        for secret, field in ((self.secret, self.secret_field), (self.again, self.again_field)):
            secret.textChanged.connect(lambda _: self._compare())
            secret.capitals.connect(partial(self._warn, field))
        self.again.returnPressed.connect(self.submitted)
        self.short.textChanged.connect(lambda _: self.short_field.complain(""))
