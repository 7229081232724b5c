import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.figure_table import FigureTable
from app.widgets.table import Row

RIGHT = Qt.AlignmentFlag.AlignRight


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> FigureTable:
    """Three lines of two names and a number."""
    made = FigureTable(theme, "Figures", ("Film", "Question", "Found"), (0, 1), (2,))
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    made.fill([Row((f"{n}.mp4", "q", str(n)), str(n)) for n in range(3)])
    return made


def test_numbers_stand_at_the_right_in_the_head_too(table: FigureTable) -> None:
    for item in (table.headerItem(), table.topLevelItem(1)):
        assert item is not None
        assert item.textAlignment(2) & RIGHT
        assert not item.textAlignment(0) & RIGHT


def test_the_line_come_to_is_told(qtbot: QtBot, table: FigureTable) -> None:
    told: list[str] = []
    table.told.connect(told.append)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert told == ["1", "2"]


def test_other_lines_are_told_once_and_the_same_one_stays_chosen(table: FigureTable) -> None:
    told: list[str] = []
    table.setCurrentItem(table.topLevelItem(1))
    table.told.connect(told.append)
    table.fill([Row((f"{n}.mp4", "q", str(n)), str(n)) for n in range(1, 200)])
    assert told == ["1"]
    table.fill(())
    assert told == ["1"]


def test_long_names_share_the_room_and_leave_numbers_theirs(table: FigureTable) -> None:
    header = table.header()
    assert header.sectionResizeMode(0) == header.sectionResizeMode(1) == QHeaderView.Stretch
    table.fill([Row(("x" * 200 + ".mp4", "y" * 200, "12"), "0")])
    assert header.length() <= table.viewport().width()
    assert abs(header.sectionSize(0) - header.sectionSize(1)) <= 1
