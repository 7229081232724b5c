from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.views.dpo.facts import BROAD, LATE, REFUSALS
from tests.app.views.dpo.conftest import Desk


def test_each_card_has_its_figure_and_tells_its_rule(desk: Desk) -> None:
    cards = desk.view.facts.cards
    assert cards[REFUSALS].count.text() == "1"
    assert "7:00–20:00" in cards[LATE].accessibleDescription()
    assert "24 h" in cards[BROAD].accessibleDescription()


def test_one_card_is_open_at_a_time(qtbot: QtBot, desk: Desk) -> None:
    facts = desk.view.facts
    for card in facts.cards:
        card.setEnabled(True)
    qtbot.mouseClick(facts.cards[0], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(facts.cards[1], Qt.MouseButton.LeftButton)
    assert [card.isChecked() for card in facts.cards] == [False, True, False]
    facts.shut()
    assert not any(card.isChecked() for card in facts.cards)
