"""Asking for a case to be erased: on what ground, under what reference."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.theme import Theme
from app.widgets.asking import Asking
from app.widgets.field import Field
from app.widgets.motive import MotiveBox
from app.words import Words, visible
from vsa_core.domain.case import Case
from vsa_core.domain.erasure import Ground
from vsa_core.domain.order import Order, OrderKind

translate = QCoreApplication.translate


class ErasureDialog(Asking):
    """The ground that the papers already show is proposed."""

    def __init__(
        self,
        words: Words,
        theme: Theme,
        case: Case,
        orders: Sequence[Order],
        parent: QWidget | None = None,
    ) -> None:
        self.grounds, self.orders = QComboBox(), QComboBox()
        for ground, name in (
            (Ground.CLOSURE, translate("ErasureDialog", "The inquiry is closed")),
            (Ground.TERM, translate("ErasureDialog", "The date of erasure has come")),
            (Ground.ORDER, translate("ErasureDialog", "A magistrate ordered it")),
        ):
            self.grounds.addItem(name, ground)
        self.orders.addItem(translate("ErasureDialog", "None"), "")
        for order in orders:
            if order.kind is OrderKind.ERASE and order.done is None:
                self.orders.addItem(visible(f"{order.name} – {order.reference}"), order.name)
        ordered = self.orders.count() > 1
        self.orders.setCurrentIndex(1 if ordered else 0)
        self.grounds.setCurrentIndex(2 if ordered else 0 if case.closed is not None else 1)
        self.reference, self.motive = QLineEdit(), MotiveBox(words)
        self.reference_field = Field(
            theme,
            translate("ErasureDialog", "Reference"),
            self.reference,
            translate(
                "ErasureDialog",
                "Of the closure, the decision or the order; printed on the certificate.",
            ),
        )
        self.motive_field = Field(theme, translate("ErasureDialog", "Motive"), self.motive)
        fields = (
            Field(theme, translate("ErasureDialog", "Ground"), self.grounds),
            Field(theme, translate("ErasureDialog", "Order carried out"), self.orders),
            self.reference_field,
            self.motive_field,
        )
        told = translate(
            "ErasureDialog",
            "Nothing is destroyed yet: you sign this request, somebody of another role approves it"
            " within 24 hours, then a supervisor carries it out. From then on nobody, nowhere, can"
            " open this case again: its key is destroyed first, then its files.",
        )
        super().__init__(
            words, theme, translate("ErasureDialog", "Ask for the erasure"), told, fields, parent
        )

    @property
    def ground(self) -> Ground:
        """Why it is erased."""
        return Ground(self.grounds.currentData())

    @property
    def order(self) -> str:
        """The order that this carries out, "" for none."""
        return str(self.orders.currentData())

    def lacks(self) -> dict[Field, str]:
        """A reference and a motive."""
        found = {}
        if not self.reference.text().strip():
            found[self.reference_field] = translate("ErasureDialog", "Needed.")
        if not self.motive.code:
            found[self.motive_field] = translate("ErasureDialog", "Needed.")
        return found
