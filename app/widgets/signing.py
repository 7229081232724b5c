"""Signing somebody else's request: its exact terms, and the passphrase of whoever signs."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.theme import Theme
from app.widgets.asking import Asking
from app.widgets.facts import Facts
from app.widgets.field import Field
from app.widgets.passphrase import PassphraseEdit
from app.words import Words

translate = QCoreApplication.translate


class SigningDialog(Asking):
    """`secret` is asked for although somebody is signed in: a desk left open signs nothing."""

    def __init__(
        self,
        words: Words,
        theme: Theme,
        terms: tuple[tuple[str, str], ...],
        parent: QWidget | None = None,
    ) -> None:
        self.secret = PassphraseEdit()
        self.secret_field = Field(theme, translate("SigningDialog", "Your passphrase"), self.secret)
        told = translate(
            "SigningDialog",
            "You sign exactly what stands here, with your own key. It goes into the journal;"
            " nothing is carried out by it yet.",
        )
        super().__init__(
            words,
            theme,
            translate("SigningDialog", "Approve and sign"),
            told,
            (self.secret_field,),
            parent,
        )
        self.facts = Facts()
        self.facts.fill(terms)
        self.rows.insertWidget(1, self.facts)
        self.secret.setFocus()

    def lacks(self) -> dict[Field, str]:
        """The passphrase."""
        return (
            {} if self.secret.text() else {self.secret_field: translate("SigningDialog", "Needed.")}
        )
