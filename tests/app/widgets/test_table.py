import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.table import Row, Table
from tests.app.doorstep import nameless

ROWS = (
    Row(("1", "/cases/one", "today"), "/cases/one", "folder"),
    Row(("2", "/cases/two", "Not found"), "/cases/two", "warning", faded=True, tip="<b>Moved"),
)


@pytest.fixture
def table(qtbot: QtBot, theme: Theme) -> Table:
    made = Table(theme, "Recent cases", ("Case", "Folder", "Entered"), 1)
    qtbot.addWidget(made)
    made.fill(ROWS)
    made.resize(500, 200)
    made.show()
    return made


def test_the_first_line_is_chosen_and_then_the_same(table: Table) -> None:
    assert table.value == "/cases/one"
    table.setCurrentItem(table.topLevelItem(1))
    table.fill(tuple(reversed(ROWS)))
    assert table.value == "/cases/two"
    table.fill(())
    assert table.value == ""


def test_enter_acts_on_the_line_chosen(qtbot: QtBot, table: Table) -> None:
    with qtbot.waitSignal(table.acted) as acted:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert acted.args == ["/cases/one"]


def test_what_is_out_of_reach_is_grey_and_says_why(table: Table, theme: Theme) -> None:
    there, gone = (table.topLevelItem(row) for row in range(2))
    assert gone.foreground(1).color() == theme.colour("muted")
    assert there.foreground(1).style() is Qt.BrushStyle.NoBrush
    assert "&lt;b&gt;Moved" in gone.toolTip(0)


def test_names_from_outside_show_what_is_in_them(table: Table) -> None:
    table.fill([Row(("1", "/a\u202eb", ""), "/a\u202eb", tip="/a\u202eb")])
    item = table.topLevelItem(0)
    assert "\u202e" not in item.text(1) + item.toolTip(1)
    assert table.value == "/a\u202eb"


def test_long_paths_give_up_their_middle(table: Table) -> None:
    assert table.textElideMode() is Qt.TextElideMode.ElideMiddle


def test_it_has_a_name_and_a_key(qtbot: QtBot, table: Table) -> None:
    assert table.accessibleName()
    assert nameless(table) == []
    assert not table.tabKeyNavigation()
