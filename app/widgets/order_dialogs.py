"""Orders of a magistrate and requests of a person: written down, then said to be carried out."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.theme import Theme
from app.widgets.asking import Asking
from app.widgets.field import Field
from app.words import Words
from vsa_core.domain.order import NewOrder, Order, OrderKind, Origin

translate = QCoreApplication.translate

LINES = 4
PADDING = 12


class OrderDialog(Asking):
    """`order` is what was typed; the magistrate needs no reference, they are the order."""

    def __init__(
        self, words: Words, theme: Theme, *, own: bool, parent: QWidget | None = None
    ) -> None:
        self._own = own
        self.kinds, self.origins = QComboBox(), QComboBox()
        for kind in OrderKind:
            self.kinds.addItem(words.name("cli.orders.kinds", kind.value), kind)
        for origin in Origin:
            self.origins.addItem(words.name("cli.orders.origins", origin.value), origin)
        self.reference, self.text = QLineEdit(), _paragraph()
        self.reference_field = Field(theme, translate("Orders", "Reference"), self.reference)
        self.text_field = Field(
            theme,
            translate("Orders", "What it says"),
            self.text,
            translate(
                "Orders",
                "Sealed in the journal: only those who hold the key of this case can read it.",
            ),
        )
        fields = (
            Field(theme, translate("Orders", "What is ordered"), self.kinds),
            Field(theme, translate("Orders", "On whose request"), self.origins),
            self.reference_field,
            self.text_field,
        )
        told = translate(
            "Orders",
            "It stays on the papers of the case until somebody says how it was carried out.",
        )
        super().__init__(words, theme, translate("Orders", "Enter an order"), told, fields, parent)

    @property
    def order(self) -> NewOrder:
        """What was typed."""
        return NewOrder(
            kind=OrderKind(self.kinds.currentData()),
            origin=Origin(self.origins.currentData()),
            reference=self.reference.text().strip(),
            text=self.text.toPlainText().strip(),
        )

    def lacks(self) -> dict[Field, str]:
        """A reference, from anybody but the magistrate; what it says."""
        found = {}
        if not self._own and not self.order.reference:
            found[self.reference_field] = translate("Orders", "Needed.")
        if not self.order.text:
            found[self.text_field] = translate("Orders", "Needed.")
        return found


class CarriedOutDialog(Asking):
    """`what` is how an order was carried out."""

    def __init__(
        self, words: Words, theme: Theme, order: Order, parent: QWidget | None = None
    ) -> None:
        self.text = _paragraph()
        self.text_field = Field(theme, translate("Orders", "What was done"), self.text)
        kind = words.name("cli.orders.kinds", order.kind.value)
        told = translate("Orders", "Order {name}: {kind}. {text}")
        super().__init__(
            words,
            theme,
            translate("Orders", "Say it was carried out"),
            told.format(name=order.name, kind=kind, text=order.text),
            (self.text_field,),
            parent,
        )

    @property
    def what(self) -> str:
        """What was typed."""
        return self.text.toPlainText().strip()

    def lacks(self) -> dict[Field, str]:
        """At least a word."""
        return {} if self.what else {self.text_field: translate("Orders", "Needed.")}


def _paragraph() -> QPlainTextEdit:
    """A few lines; Tab goes on to the next field."""
    edit = QPlainTextEdit()
    edit.setTabChangesFocus(True)
    edit.setFixedHeight(edit.fontMetrics().lineSpacing() * LINES + PADDING)
    return edit
