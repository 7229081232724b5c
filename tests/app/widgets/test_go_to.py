import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDateTimeEdit
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.go_to import GoTo
from tests.desk.scene import START

MINUTE = 60_000_000


@pytest.fixture
def go_to(qtbot: QtBot, theme: Theme) -> GoTo:
    go_to = GoTo(theme)
    qtbot.addWidget(go_to)
    return go_to


def test_it_begins_where_one_is_and_goes_there(qtbot: QtBot, go_to: GoTo) -> None:
    go_to.open_at(QPoint(0, 400), START + 1_040_000, 0)
    assert go_to.instant.field.currentSection() is QDateTimeEdit.Section.HourSection
    with qtbot.waitSignal(go_to.wanted) as told:
        qtbot.keyClick(go_to.instant.field, Qt.Key.Key_Return)
    assert told.args == [START + 1_040_000]
    assert not go_to.isVisible()


def test_the_time_in_the_picture_may_be_typed(qtbot: QtBot, go_to: GoTo) -> None:
    """The recorder is 47 minutes fast: what it shows is later than what is true."""
    go_to.open_at(QPoint(0, 400), START, -47 * MINUTE)
    go_to.shown.setChecked(True)
    assert go_to.instant.microseconds == START + 47 * MINUTE
    go_to.instant.set_microseconds(START + 50 * MINUTE)
    with qtbot.waitSignal(go_to.wanted) as told:
        go_to.button.click()
    assert told.args == [START + 3 * MINUTE]


def test_going_back_to_the_corrected_clock_changes_nothing(qtbot: QtBot, go_to: GoTo) -> None:
    go_to.open_at(QPoint(0, 400), START, 5 * MINUTE)
    go_to.shown.setChecked(True)
    go_to.corrected.setChecked(True)
    assert go_to.instant.microseconds == START


def test_where_nobody_claimed_the_clock_there_is_one_time_only(go_to: GoTo) -> None:
    go_to.open_at(QPoint(0, 400), START, None)
    assert not go_to.shown.isEnabled()
    assert go_to.corrected.isChecked()


def test_escape_goes_nowhere(qtbot: QtBot, go_to: GoTo) -> None:
    go_to.open_at(QPoint(0, 400), START, 0)
    with qtbot.assertNotEmitted(go_to.wanted):
        qtbot.keyClick(go_to, Qt.Key.Key_Escape)
    assert not go_to.isVisible()
