"""What a habilitation says (CPP art. 230-25): reference, signatory, nature of the data, dates."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from app.state.validity import Held
from app.theme import Theme
from app.widgets.day import DayEdit
from app.widgets.field import Field

YEAR = 365 * 86_400 * 1_000_000
"""Microseconds: what is proposed when an end is set."""


class HabilitationForm(QObject):
    """Five fields for a form; it is no widget, so that a longer form can hold them in line.

    Days are of Paris, the last one included.
    """

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reference, self.signatory, self.data = QLineEdit(), QLineEdit(), QLineEdit()
        self.begins = DayEdit()
        self.ends = DayEdit(self.tr("No end was set"))
        self.reference_field = Field(
            theme,
            self.tr("Habilitation"),
            self.reference,
            self.tr("Reference of the individual designation and special habilitation."),
        )
        self.signatory_field = Field(
            theme, self.tr("Signed by"), self.signatory, self.tr("Name and function.")
        )
        self.data_field = Field(
            theme,
            self.tr("Nature of the data"),
            self.data,
            self.tr("What it allows this person to handle."),
        )
        self.begins_field = Field(theme, self.tr("From"), self.begins)
        self.ends_field = Field(
            theme,
            self.tr("Until"),
            self.ends,
            self.tr("That day included; from the next on, everything is refused."),
        )
        self.fields = (
            self.reference_field,
            self.signatory_field,
            self.data_field,
            self.begins_field,
            self.ends_field,
        )
        for edit, field in (
            (self.reference, self.reference_field),
            (self.signatory, self.signatory_field),
            (self.data, self.data_field),
        ):
            edit.textChanged.connect(lambda _, field=field: field.complain(""))
        self.begins.changed.connect(lambda: self.ends_field.complain(""))
        self.ends.changed.connect(lambda: self.ends_field.complain(""))

    @property
    def value(self) -> Held:
        """What was typed; microseconds since 1970 UTC."""
        return Held(
            reference=self.reference.text().strip(),
            signatory=self.signatory.text().strip(),
            data=self.data.text().strip(),
            begins=self.begins.start or 0,
            ends=self.ends.end,
        )

    def begin(self, today: int) -> None:
        """Empty, from today on, for the data that everybody here handles."""
        self.reference.clear()
        self.signatory.clear()
        self.data.setText(self.tr("Recorded images of judicial inquiries"))
        self.begins.show_day(today)
        self.ends.show_day(today + YEAR)
        self.ends.show_day(None)
        for field in self.fields:
            field.complain("")

    def check(self) -> None:
        """Say beside each field what it lacks."""
        missing, value = self.tr("Needed."), self.value
        self.reference_field.complain("" if value.reference else missing)
        self.signatory_field.complain("" if value.signatory else missing)
        self.data_field.complain("" if value.data else missing)
        backwards = value.ends is not None and value.ends <= value.begins
        self.ends_field.complain(
            self.tr("The end must come after the beginning.") if backwards else ""
        )
