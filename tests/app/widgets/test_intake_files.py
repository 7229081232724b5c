import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.intake_files import IntakeFiles
from tests.app.stock import unnamed


@pytest.fixture
def files(qtbot: QtBot, theme: Theme) -> IntakeFiles:
    """Three files."""
    made = IntakeFiles(theme)
    qtbot.addWidget(made)
    made.take(("/s/c.mp4", "/t/a.mp4", "/s/b.mp4"))
    return made


def choose(files: IntakeFiles, *rows: int) -> None:
    """Choose these rows alone."""
    files.list.clearSelection()
    for row in rows:
        item = files.list.topLevelItem(row)
        assert item is not None
        item.setSelected(True)


def test_files_come_in_the_order_of_their_names_and_once(files: IntakeFiles) -> None:
    assert files.paths == ("/t/a.mp4", "/s/b.mp4", "/s/c.mp4")
    files.take(("/s/c.mp4", "/s/aa.mp4"))
    assert files.names == ("a.mp4", "b.mp4", "c.mp4", "aa.mp4")


def test_what_is_chosen_goes_away(qtbot: QtBot, files: IntakeFiles) -> None:
    assert not files.remove.isEnabled()
    choose(files, 0, 2)
    assert not files.up.isEnabled()
    with qtbot.waitSignal(files.changed):
        files.remove.click()
    assert files.names == ("b.mp4",)
    files.clear()
    assert files.paths == ()


def test_a_file_is_moved_and_stays_chosen(qtbot: QtBot, files: IntakeFiles) -> None:
    choose(files, 2)
    assert not files.down.isEnabled()
    files.up.click()
    with qtbot.waitSignal(files.changed):
        files.up.click()
    assert files.names == ("c.mp4", "a.mp4", "b.mp4")
    assert not files.up.isEnabled()
    files.down.click()
    assert files.names == ("a.mp4", "c.mp4", "b.mp4")


def test_what_is_said_of_each_file_stands_beside_it(files: IntakeFiles, theme: Theme) -> None:
    files.tell((("13:00", True), ("no time", False), ("–", True)))
    items = [files.list.topLevelItem(row) for row in range(3)]
    assert [item.text(1) for item in items if item] == ["13:00", "no time", "–"]
    assert items[1] is not None
    assert items[1].foreground(1).color() == theme.colour("bad")
    assert items[1].toolTip(1)


def test_a_spoofed_name_is_shown_as_it_is(files: IntakeFiles) -> None:
    files.take(("/s/z\u202e4pm.exe",))
    item = files.list.topLevelItem(3)
    assert item is not None
    assert "\u202e" not in item.text(0) + item.toolTip(0)


def test_files_are_asked_for_without_stopping_the_window(qtbot: QtBot, files: IntakeFiles) -> None:
    dialog = files.ask()
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    dialog.filesSelected.emit(["/s/d.mp4"])
    assert files.names[-1] == "d.mp4"
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


def test_it_is_worked_by_keyboard_and_read_aloud(files: IntakeFiles) -> None:
    files.setAccessibleName("Files")
    files.setAccessibleDescription("in order")
    assert (files.list.accessibleName(), files.list.accessibleDescription()) == (
        "Files",
        "in order",
    )
    assert unnamed(files) == []
