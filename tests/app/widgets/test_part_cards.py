import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.part_cards import PartCards, Shown

ONE = Shown("a person crosses the line", chosen=True)
OTHER = Shown("a car stays in the zone", "Draw a zone first.", excepted=True)


@pytest.fixture
def cards(qtbot: QtBot, theme: Theme) -> PartCards:
    made = PartCards(theme)
    qtbot.addWidget(made)
    made.resize(288, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_one_part_needs_no_card_unless_only_words_say_it(cards: PartCards) -> None:
    cards.show_parts([ONE], "and", exceptions=True)
    assert cards.cards == []
    cards.show_parts([Shown("( … )", written=True)], "and", exceptions=True)
    assert len(cards.cards) == 1
    assert cards.cards[0].remove.isHidden()


def test_cards_tell_their_sentence_their_joint_and_what_they_lack(cards: PartCards) -> None:
    cards.show_parts([ONE, OTHER], "and", exceptions=True)
    first, second = cards.cards
    assert first.joint.isHidden()
    assert second.joint.text() == "and"
    assert second.lacking.text() == "Draw a zone first."
    assert second.but.isChecked()
    assert not first.edit.isEnabled()
    cards.show_parts([ONE, OTHER], "then", exceptions=False)
    assert second.but.isHidden()


def test_a_card_is_taken_up_removed_and_excepted(qtbot: QtBot, cards: PartCards) -> None:
    cards.show_parts([ONE, OTHER], "and", exceptions=True)
    second = cards.cards[1]
    with qtbot.waitSignal(cards.shown) as shown:
        second.edit.click()
    with qtbot.waitSignal(cards.removed) as removed:
        second.remove.click()
    with qtbot.waitSignal(cards.excepted) as excepted:
        second.but.click()
    assert (shown.args, removed.args, excepted.args) == ([1], [1], [1, False])
    with qtbot.waitSignal(cards.shown):
        qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(cards.added):
        cards.add.click()


def test_a_sentence_takes_the_width_of_its_card(qtbot: QtBot, cards: PartCards) -> None:
    cards.show_parts([ONE, Shown("a car stays in the zone")], "and", exceptions=True)
    qtbot.waitUntil(lambda: cards.cards[1].sentence.width() > 200)
