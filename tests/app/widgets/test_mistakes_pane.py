"""Every mistake by keys alone: through the list, its picture beside it, large and back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.empty import Empty
from app.widgets.label import Label
from app.widgets.mistake_dialog import MistakeDialog
from app.widgets.mistakes_pane import MistakesPane
from app.words import Words
from tests.app.doorstep import nameless
from tests.app.laboratory import assessment, mistakes, nothing


@pytest.fixture
def pane(qtbot: QtBot, words: Words, theme: Theme) -> MistakesPane:
    """Six mistakes, two of them without a picture."""
    made = MistakesPane(assessment(), words, theme)
    qtbot.addWidget(made)
    made.resize(930, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def told(pane: MistakesPane) -> list[str]:
    """What stands below the picture."""
    shown = [label for label in pane.facts.findChildren(Label) if label.isVisible()]
    return [label.text() for label in shown]


def large(pane: MistakesPane) -> MistakeDialog:
    """The dialog that is on the screen."""
    (dialog,) = [one for one in pane.findChildren(MistakeDialog) if one.isVisible()]
    return dialog


def test_the_first_is_shown_with_its_picture(pane: MistakesPane) -> None:
    assert pane.table.topLevelItemCount() == 6
    assert pane.still.has_image
    text = told(pane)
    assert "missed event" in text
    assert "0:01:14,480 after the first picture" in text
    assert "vers la gauche de l’image" in text
    assert "derrière le pilier" in text


def test_keys_go_through_them_and_what_has_no_picture_says_so(
    qtbot: QtBot, pane: MistakesPane
) -> None:
    assert pane.table.hasFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_Down)
    assert "false alarm" in told(pane)
    assert pane.still.has_image
    for row in (4, 5):
        qtbot.keyClick(pane.table, Qt.Key.Key_End)
        qtbot.keyClick(pane.table, Qt.Key.Key_Up) if row == 4 else None
        assert not pane.still.has_image


def test_what_is_not_known_of_one_is_left_out(qtbot: QtBot, pane: MistakesPane) -> None:
    qtbot.keyClick(pane.table, Qt.Key.Key_End)
    assert "Note" not in told(pane)
    assert "Way" not in told(pane)


def test_enter_enlarges_and_arrows_move_both(qtbot: QtBot, pane: MistakesPane) -> None:
    qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    dialog = large(pane)
    assert dialog.count.text() == "1 of 6"
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_Right)
    assert dialog.count.text() == "2 of 6"
    assert "False alarm" in dialog.title.text()
    assert pane.table.value == "1"
    dialog.reject()
    qtbot.keyClick(pane.table, Qt.Key.Key_Down)
    assert pane.table.value == "2"
    assert dialog.count.text() == "2 of 6"


def test_beyond_the_last_there_is_nothing(qtbot: QtBot, pane: MistakesPane) -> None:
    qtbot.keyClick(pane.table, Qt.Key.Key_End)
    pane.enlarge.click()
    dialog = large(pane)
    dialog.moved.emit(1)
    assert dialog.count.text() == "6 of 6"
    dialog.reject()


def test_one_sort_alone_can_be_listed_under_the_same_numbers(pane: MistakesPane) -> None:
    pane.wanted.setCurrentIndex(2)
    assert pane.wanted.currentText() == "False alarms (3)"
    items = [pane.table.topLevelItem(row) for row in range(pane.table.topLevelItemCount())]
    assert [item.text(1) for item in items if item is not None] == ["2", "5", "6"]
    assert "false alarm" in told(pane)
    pane.wanted.setCurrentIndex(0)
    assert pane.table.topLevelItemCount() == 6


def test_a_sort_of_which_there_is_none_is_not_offered(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    missed = tuple(one for one in mistakes() if one.missed)
    pane = MistakesPane(assessment(mistakes=missed), words, theme)
    qtbot.addWidget(pane)
    offered = [pane.wanted.itemText(n) for n in range(pane.wanted.count())]
    assert offered == ["All mistakes (3)", "Missed events (3)"]


def test_how_many_have_no_picture_because_there_were_too_many_is_told(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    for count, said in ((7, True), (0, False)):
        pane = MistakesPane(assessment(unpictured=count), words, theme)
        qtbot.addWidget(pane)
        texts = [label.text() for label in pane.findChildren(Label)]
        assert any("too many: 7" in text for text in texts) is said


def test_without_a_mistake_it_says_over_how_much(qtbot: QtBot, words: Words, theme: Theme) -> None:
    for found, words_of_it in (
        (assessment(mistakes=()), "26. Nothing else was said in 20,2\u00a0min"),
        (nothing(), "no question was asked"),
    ):
        pane = MistakesPane(found, words, theme)
        qtbot.addWidget(pane)
        (empty,) = pane.findChildren(Empty)
        assert words_of_it in empty.text.text()


def test_everything_has_a_name(pane: MistakesPane) -> None:
    assert nameless(pane) == []
