import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.empty import Empty
from app.widgets.label import Label
from app.widgets.tracks_pane import TracksPane
from app.words import Words
from tests.app.doorstep import nameless
from tests.app.laboratory import assessment, nothing


def cells(pane: TracksPane, row: int) -> list[str]:
    """The texts of a line."""
    item = pane.table.topLevelItem(row)
    assert item is not None
    return [item.text(column) for column in range(item.columnCount())]


@pytest.fixture
def pane(qtbot: QtBot, words: Words, theme: Theme) -> TracksPane:
    """Two sequences."""
    made = TracksPane(assessment(), words, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_sequence_has_its_scores_and_what_they_were_counted_over(pane: TracksPane) -> None:
    assert cells(pane, 0) == [
        "quai/img1",
        "our own",
        "795",
        "0,612",
        "0,764",
        "0,803",
        "23",
        "4\u202f098 of 4\u202f476",
        "214",
    ]
    assert cells(pane, 1)[1] == "published"
    assert cells(pane, 1)[5] == "−0,021"


def test_the_line_chosen_by_keys_is_told_in_detail(qtbot: QtBot, pane: TracksPane) -> None:
    qtbot.keyClick(pane.table, Qt.Key.Key_Down)
    told = [label.text() for label in pane.told.findChildren(Label)]
    assert "12 in the truth, 15 of ours, over 436 pictures" in told
    assert "DetA 0,402, AssA 0,487, LocA 0,744; fragments: 17" in told
    assert any(text.startswith("59,9\u202f% (1\u202f201 of 2\u202f005), from") for text in told)


def test_without_tracks_it_says_why(qtbot: QtBot, words: Words, theme: Theme) -> None:
    pane = TracksPane(nothing(), words, theme)
    qtbot.addWidget(pane)
    (empty,) = pane.findChildren(Empty)
    assert "MOTChallenge" in empty.text.text()


def test_everything_has_a_name(pane: TracksPane) -> None:
    assert nameless(pane) == []
