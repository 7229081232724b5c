import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.case_list import CaseList
from app.widgets.table import Row
from tests.app.doorstep import nameless

ROWS = (Row(("1", "/one", "today"), "/one"), Row(("2", "/two", "today"), "/two"))


@pytest.fixture
def cases(qtbot: QtBot, theme: Theme) -> CaseList:
    made = CaseList(theme)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


def test_it_says_that_it_is_reading_then_that_there_is_none(cases: CaseList) -> None:
    assert "Reading" in cases.empty.title.text()
    cases.fill(())
    assert "No case" in cases.empty.title.text()
    assert cases.empty.isVisible()
    assert not cases.enter.isVisible()
    assert not cases.remove.isVisible()


def test_cases_are_shown_and_chosen(qtbot: QtBot, cases: CaseList) -> None:
    cases.fill(ROWS)
    assert cases.table.isVisible()
    with qtbot.waitSignal(cases.chosen) as chosen:
        cases.enter.click()
    assert chosen.args == ["/one"]
    cases.table.setCurrentItem(cases.table.topLevelItem(1))
    with qtbot.waitSignal(cases.chosen) as chosen:
        qtbot.keyClick(cases.table, Qt.Key.Key_Return)
    assert chosen.args == ["/two"]


def test_a_case_is_taken_off_the_list(qtbot: QtBot, cases: CaseList) -> None:
    cases.fill(ROWS)
    with qtbot.waitSignal(cases.removed) as removed:
        cases.remove.click()
    assert removed.args == ["/one"]
    cases.setFocus()
    with qtbot.waitSignal(cases.removed) as removed:
        qtbot.keyClick(cases.table, Qt.Key.Key_Delete)
    assert removed.args == ["/one"]


def test_who_may_not_open_a_case_is_not_offered_it(cases: CaseList) -> None:
    cases.fill(())
    before = cases.empty.text.text()
    cases.allow(False)
    cases.fill(())
    assert not cases.new.isVisible()
    assert cases.open.isVisible()
    assert cases.empty.text.text() != before
    cases.setFocus()
    assert cases.open.hasFocus()


def test_the_ways_to_another_case_are_told(qtbot: QtBot, cases: CaseList) -> None:
    with qtbot.waitSignal(cases.new_wanted):
        cases.new.click()
    with qtbot.waitSignal(cases.open_wanted):
        cases.open.click()


def test_everything_has_a_name_and_a_key(cases: CaseList) -> None:
    cases.empty.button.setText("unused here")
    assert nameless(cases) == []
