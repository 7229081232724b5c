from pytestqt.qtbot import QtBot

from app.widgets.level_choice import LevelChoice
from app.words import Words
from vsa_core.domain.coverage import Level


def test_the_standard_level_is_offered_and_another_can_be_chosen(
    qtbot: QtBot, words: Words
) -> None:
    choice = LevelChoice(words)
    qtbot.addWidget(choice)
    assert choice.level is Level.STANDARD
    with qtbot.waitSignal(choice.changed):
        choice.buttons[Level.FULL].click()
    assert choice.level is Level.FULL


def test_every_level_has_a_name_and_says_what_it_sees(qtbot: QtBot, words: Words) -> None:
    choice = LevelChoice(words)
    qtbot.addWidget(choice)
    assert list(choice.buttons) == list(Level)
    told = {button.accessibleDescription() for button in choice.buttons.values()}
    assert len(told) == len(Level)
    assert choice.buttons[Level.SCAN].text() == "Balayage"
