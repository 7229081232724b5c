"""A wider basis, asked for under a magistrate's decision: what is there may only grow."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from app.theme import Theme
from app.widgets.asking import Asking
from app.widgets.day import DayEdit
from app.widgets.field import Field
from app.widgets.instant import InstantEdit
from app.widgets.motive import MotiveBox
from app.widgets.name_list import NameList
from app.words import Words
from vsa_core.domain.case import Case
from vsa_core.domain.moment import Window
from vsa_core.domain.widening import Wider

translate = QCoreApplication.translate


class WideningDialog(Asking):
    """Begins with the basis as it stands; `wider` holds what was made wider, and no more."""

    def __init__(
        self, words: Words, theme: Theme, case: Case, today: int, parent: QWidget | None = None
    ) -> None:
        self._case = case
        self.decision, self.decided = QLineEdit(), DayEdit()
        names = (
            translate("WideningDialog", "Add"),
            translate("WideningDialog", "Remove"),
            translate("WideningDialog", "Cameras to add"),
        )
        self.cameras = NameList(theme, *names)
        self.start, self.end = InstantEdit(theme), InstantEdit(theme)
        self.expires, self.erase_by = InstantEdit(theme), InstantEdit(theme)
        self.motive = MotiveBox(words)
        self._show(today)
        self.decision_field = Field(
            theme,
            translate("WideningDialog", "Decision"),
            self.decision,
            translate("WideningDialog", "Reference of the magistrate’s decision that allows it."),
        )
        self.window_field = Field(theme, translate("WideningDialog", "Footage to"), self.end)
        self.motive_field = Field(theme, translate("WideningDialog", "Motive"), self.motive)
        fields = (
            self.decision_field,
            Field(theme, translate("WideningDialog", "Dated"), self.decided),
            Field(theme, translate("WideningDialog", "Cameras to add"), self.cameras),
            Field(theme, translate("WideningDialog", "Footage from"), self.start),
            self.window_field,
            Field(theme, translate("WideningDialog", "Basis expires"), self.expires),
            Field(theme, translate("WideningDialog", "Erase by"), self.erase_by),
            self.motive_field,
        )
        told = translate(
            "WideningDialog",
            "You sign these terms; somebody of another role approves them within 24 hours, then"
            " you put them in force. Both signatures go into the journal.",
        )
        super().__init__(
            words, theme, translate("WideningDialog", "Ask for a wider basis"), told, fields, parent
        )

    @property
    def wider(self) -> Wider:
        """What is asked for; microseconds since 1970 UTC."""
        case, basis = self._case, self._case.basis
        start, end = self.start.microseconds, self.end.microseconds
        changed = (start, end) != (basis.window.start, basis.window.end)
        expires, erase_by = self.expires.microseconds, self.erase_by.microseconds
        return Wider(
            decision=self.decision.text().strip(),
            decided=self.decided.start or 0,
            cameras=self.cameras.names,
            window=Window(start, end) if changed and start < end else None,
            expires=expires if expires != basis.expires else None,
            erase_by=erase_by if erase_by != case.erase_by else None,
        )

    def lacks(self) -> dict[Field, str]:
        """A decision, a window that is one, a motive; the desk decides the rest."""
        found = {}
        if not self.decision.text().strip():
            found[self.decision_field] = translate("WideningDialog", "Needed.")
        if self.end.microseconds <= self.start.microseconds:
            found[self.window_field] = translate(
                "WideningDialog", "The end must come after the beginning."
            )
        if not self.motive.code:
            found[self.motive_field] = translate("WideningDialog", "Needed.")
        return found

    def _show(self, today: int) -> None:
        case = self._case
        self.decided.show_day(today)
        self.start.set_microseconds(case.basis.window.start)
        self.end.set_microseconds(case.basis.window.end)
        self.expires.set_microseconds(case.basis.expires)
        self.erase_by.set_microseconds(case.erase_by)
