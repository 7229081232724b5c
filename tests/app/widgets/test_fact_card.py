from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.fact_card import FactCard


def test_a_card_opens_only_where_there_is_something(qtbot: QtBot, theme: Theme) -> None:
    card = FactCard(theme, "shield", "Refusals")
    qtbot.addWidget(card)
    assert (card.count.text(), card.isEnabled()) == ("–", False)
    card.tell(0, "a rule")
    assert (card.count.text(), card.isEnabled()) == ("0", False)
    card.tell(12, "a rule")
    assert card.isEnabled()
    assert (card.accessibleName(), card.accessibleDescription()) == ("Refusals: 12", "a rule")


def test_nothing_in_a_card_is_cut(qtbot: QtBot, theme: Theme) -> None:
    card = FactCard(theme, "shield", "Refusals of a very long name")
    qtbot.addWidget(card)
    card.tell(123456, "")
    assert card.minimumSizeHint().width() >= card.fontMetrics().horizontalAdvance(
        "Refusals of a very long name"
    )
