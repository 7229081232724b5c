"""Refusals, acts out of hours, broad questions: three figures, their rules and their records."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.state.audit import Audit
from app.theme import Theme
from app.widgets.fact_card import FactCard
from app.widgets.label import Label

REFUSALS, LATE, BROAD = range(3)


class FactsPane(QWidget):
    """`opened` carries the card whose records are wanted, -1 when none is any more."""

    opened = Signal(int)

    def __init__(self, audit: Audit, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._audit = audit
        self.cards = (
            FactCard(theme, "shield", self.tr("Refusals")),
            FactCard(theme, "moon", self.tr("Out of hours")),
            FactCard(theme, "zoom-out", self.tr("Broad questions")),
        )
        self.rule = Label(wraps=True, use="muted")
        across = QHBoxLayout()
        across.setSpacing(8)
        for number, card in enumerate(self.cards):
            across.addWidget(card, 1)
            card.clicked.connect(lambda checked, one=number: self._clicked(one, checked))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addLayout(across)
        rows.addWidget(self.rule)
        self.rule.hide()
        audit.seen.connect(self._tell)

    def shut(self) -> None:
        """No card is open any more."""
        for card in self.cards:
            card.setChecked(False)
        self.rule.hide()

    def _tell(self) -> None:
        overview = self._audit.overview
        if overview is None:
            return
        self.shut()
        brought = (overview.refusals, overview.out_of_hours, overview.broad)
        for card, one, rule in zip(self.cards, brought, self._rules(), strict=True):
            card.tell(one.total, rule)

    def _rules(self) -> tuple[str, str, str]:
        rule = self._audit.rule
        late = self.tr(
            "Acts that a person began in a case outside {first}:00–{last}:00, or on a Saturday,"
            " a Sunday or a public holiday. A duty at night is no fault: it is to be explained."
        )
        broad = self.tr(
            "Questions for which at least two of three hold: every camera of a basis that names"
            " several; more than {hours} h; more than {classes} classes, or every one."
        )
        return (
            self.tr("What the law, the basis or the role refused; each was recorded."),
            late.format(first=rule.hours.first, last=rule.hours.last),
            broad.format(hours=rule.breadth.hours, classes=rule.breadth.classes),
        )

    def _clicked(self, number: int, checked: bool) -> None:
        for place, card in enumerate(self.cards):
            card.setChecked(checked and place == number)
        self.rule.setText(self._rules()[number])
        self.rule.setVisible(checked)
        self.opened.emit(number if checked else -1)
