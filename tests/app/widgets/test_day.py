import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.widgets.day import DayEdit
from tests.app.doorstep import nameless

NOON = 1_709_722_800_000_000
"""6 March 2024, 12:00 in Paris."""

HOUR = 3_600_000_000


@pytest.fixture
def edit(qtbot: QtBot) -> DayEdit:
    made = DayEdit("no end")
    qtbot.addWidget(made)
    return made


def test_a_day_runs_from_midnight_to_midnight_in_paris(edit: DayEdit) -> None:
    edit.show_day(NOON)
    assert edit.start == NOON - 12 * HOUR
    assert edit.end == NOON + 12 * HOUR


def test_the_day_on_which_clocks_change_is_shorter(edit: DayEdit) -> None:
    edit.show_day(1_711_882_800_000_000)  # 31 March 2024, 13:00 in Paris
    assert (edit.end or 0) - (edit.start or 0) == 23 * HOUR


def test_there_may_be_no_day_at_all(qtbot: QtBot, edit: DayEdit) -> None:
    assert edit.start is edit.end is None
    assert not edit.field.isEnabled()
    with qtbot.waitSignal(edit.changed):
        edit.none.click()
    assert edit.field.isEnabled()
    assert edit.start is not None
    edit.show_day(None)
    assert edit.end is None


@given(instant=st.integers(min_value=0, max_value=4_000_000_000_000_000))
def test_every_instant_lies_in_its_day(qapp: QApplication, instant: int) -> None:
    edit = DayEdit()
    edit.show_day(instant)
    assert (edit.start or 0) <= instant < (edit.end or 0)


def test_everything_has_a_name_and_a_key(edit: DayEdit) -> None:
    edit.setAccessibleName("Until")
    assert nameless(edit) == []
