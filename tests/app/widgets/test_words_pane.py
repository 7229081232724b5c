import pytest
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.words_pane import WordsPane


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> WordsPane:
    made = WordsPane(theme, lambda at: ())
    qtbot.addWidget(made)
    return made


def test_what_is_wrong_is_told_below_and_underlined(pane: WordsPane) -> None:
    pane.tell("personne vole", "Unknown word.", (9, 13), typed=True)
    assert not pane.wrong.isHidden()
    assert len(pane.line.extraSelections()) == 1
    assert pane.line.accessibleDescription() == "Unknown word."
    pane.tell("personne", "", (0, 0), typed=True)
    assert pane.wrong.isHidden()
    assert not pane.hint.isHidden()


def test_only_what_was_typed_is_to_be_taken(qtbot: QtBot, pane: WordsPane) -> None:
    pane.tell("personne est vue", "", (0, 0), typed=False)
    assert not pane.go.isEnabled()
    assert pane.hint.isHidden()
    pane.tell("personne est vue", "", (0, 0), typed=True)
    with qtbot.waitSignal(pane.entered):
        pane.go.click()
