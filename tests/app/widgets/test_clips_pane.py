import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.clips_pane import ClipsPane
from app.widgets.copyable import CopyButton
from app.widgets.empty import Empty
from app.widgets.label import Label
from app.words import Words
from tests.app.doorstep import nameless
from tests.app.laboratory import CLIPS, assessment, nothing


def cells(pane: ClipsPane, row: int) -> list[str]:
    """The texts of a line."""
    item = pane.table.topLevelItem(row)
    assert item is not None
    return [item.text(column) for column in range(item.columnCount())]


@pytest.fixture
def pane(qtbot: QtBot, words: Words, theme: Theme) -> ClipsPane:
    """Two films, a folder of pictures, and a sequence without a film."""
    made = ClipsPane(assessment(), words, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_was_looked_at_is_told_of_all_there_was(pane: ClipsPane) -> None:
    assert cells(pane, 0) == [
        "entree-nord.mp4",
        "0:04:44,000 of 0:05:00,000 (94,7\u202f%)",
        "0:00:00,000",
        "0:00:14,000",
        "0:00:02,000",
        "0",
    ]
    assert "100,0" in cells(pane, 1)[1]


def test_pictures_have_no_time(pane: ClipsPane) -> None:
    assert cells(pane, 2)[1:] == ["no time: pictures only", "–", "–", "–", "795"]
    assert cells(pane, 3)[1] == "not looked at"


def test_the_digests_of_the_one_chosen_can_be_copied(qtbot: QtBot, pane: ClipsPane) -> None:
    assert [b.whole for b in _buttons(pane)] == [CLIPS[0].digest, CLIPS[0].truth]
    qtbot.keyClick(pane.table, Qt.Key.Key_End)
    assert [b.whole for b in _buttons(pane)] == [CLIPS[3].truth]
    told = [label.text() for label in pane.told.findChildren(Label)]
    assert any("no film" in text for text in told)


def test_without_a_film_it_says_so(qtbot: QtBot, words: Words, theme: Theme) -> None:
    pane = ClipsPane(nothing(), words, theme)
    qtbot.addWidget(pane)
    assert len(pane.findChildren(Empty)) == 1


def test_everything_has_a_name(pane: ClipsPane) -> None:
    assert nameless(pane) == []


def _buttons(pane: ClipsPane) -> list[CopyButton]:
    """Those on show: what is replaced dies a turn later."""
    return [button for button in pane.told.findChildren(CopyButton) if button.isVisible()]
