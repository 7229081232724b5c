from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.boxes_pane import BoxesPane
from app.widgets.empty import Empty
from app.words import Words
from tests.app.doorstep import nameless
from tests.app.laboratory import SUBJECT, assessment, nothing


def cells(pane: BoxesPane, row: int) -> list[str]:
    """The texts of a line."""
    item = pane.table.topLevelItem(row)
    assert item is not None
    return [item.text(column) for column in range(item.columnCount())]


@pytest.fixture
def pane(qtbot: QtBot, words: Words, theme: Theme) -> BoxesPane:
    """Three classes, one of them by size."""
    made = BoxesPane(assessment(), words, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_class_has_its_counts_beside_every_figure(pane: BoxesPane) -> None:
    assert cells(pane, 0) == [
        "quai/img1",
        "personne",
        "toutes tailles",
        "0,906",
        "91,6\u202f% (4\u202f098 of 4\u202f476)",
        "378",
        "214",
        "2,4\u202f% (1 of 41)",
    ]


def test_a_size_tells_nothing_of_empty_pictures_and_stands_back(
    pane: BoxesPane, theme: Theme
) -> None:
    assert cells(pane, 1)[2] == "petite"
    assert cells(pane, 1)[-1] == ""
    whole, small = pane.table.topLevelItem(0), pane.table.topLevelItem(1)
    assert whole is not None
    assert small is not None
    assert small.foreground(0).color() == theme.colour("muted")
    assert whole.foreground(0).color() != theme.colour("muted")


def test_a_class_that_nobody_labelled_has_no_share(pane: BoxesPane) -> None:
    assert cells(pane, 5)[1:5] == ["bagage", "toutes tailles", "–", "– (0 of 0)"]


def test_where_no_picture_is_empty_it_says_so(qtbot: QtBot, words: Words, theme: Theme) -> None:
    full = replace(assessment().boxes[0], empty=0, alarmed=0)
    pane = BoxesPane(assessment(boxes=(full,)), words, theme)
    qtbot.addWidget(pane)
    assert cells(pane, 0)[-1] == "none is empty"


@pytest.mark.parametrize(("named", "why"), [(True, "COCO"), (False, "Motion alone")])
def test_without_boxes_it_says_why(
    qtbot: QtBot, words: Words, theme: Theme, named: bool, why: str
) -> None:
    pane = BoxesPane(nothing(subject=replace(SUBJECT, named=named)), words, theme)
    qtbot.addWidget(pane)
    (empty,) = pane.findChildren(Empty)
    assert why in empty.text.text()


def test_everything_has_a_name(pane: BoxesPane) -> None:
    assert nameless(pane) == []
