from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.footage_tree import SPOKEN, FootageTree, Group
from tests.app.widgets.test_footage_line import GOOD

A, B, C = (
    replace(GOOD, value=value, name=f"{value}.mp4", spoken=f"{value} spoken") for value in "abc"
)
TWO = (Group("rue", "files: 2", (A, B)), Group("cour", "files: 1", (C,)), Group("toit", "none", ()))


def made(qtbot: QtBot, theme: Theme) -> FootageTree:
    """Two cameras with files, and one without."""
    tree = FootageTree(theme)
    qtbot.addWidget(tree)
    tree.resize(320, 400)
    tree.show()
    tree.fill(TWO)
    return tree


def heading(tree: FootageTree, row: int) -> str:
    """What a camera's heading says."""
    item = tree.topLevelItem(row)
    assert item is not None
    return item.text(0)


def test_files_stand_under_their_camera_and_the_first_is_chosen(qtbot: QtBot, theme: Theme) -> None:
    tree = made(qtbot, theme)
    assert [heading(tree, row) for row in range(3)] == [
        "rue  ·  files: 2",
        "cour  ·  files: 1",
        "toit  ·  none",
    ]
    assert tree.value == "a"
    assert tree.accessibleName()


def test_a_screen_reader_is_told_the_whole_line(qtbot: QtBot, theme: Theme) -> None:
    tree = made(qtbot, theme)
    assert tree.currentItem().data(0, SPOKEN) == "a spoken"
    assert tree.currentItem().toolTip(0)


def test_what_is_chosen_is_told_and_stays_when_the_list_is_read_again(
    qtbot: QtBot, theme: Theme
) -> None:
    tree, told = made(qtbot, theme), []
    tree.chosen.connect(told.append)
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert told == ["b"]
    tree.fill((Group("rue", "", (C, B, A)),))
    assert (tree.value, told) == ("b", ["b", "b"])
    tree.fill((Group("rue", "", (C,)),))
    assert tree.value == "c"
    tree.fill(())
    assert (tree.value, told[-1]) == ("", "")


def test_a_heading_is_no_file_and_a_click_closes_it_for_good(qtbot: QtBot, theme: Theme) -> None:
    tree = made(qtbot, theme)
    item = tree.topLevelItem(0)
    assert item is not None
    place = tree.visualItemRect(item).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert tree.value == ""
    assert not item.isExpanded()
    tree.fill(TWO)
    again = tree.topLevelItem(0)
    assert again is not None
    assert not again.isExpanded()
    other = tree.topLevelItem(1)
    assert other is not None
    assert other.isExpanded()
