import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.widgets.offset import LONGEST, OffsetEdit, Seconds


@pytest.mark.parametrize(
    "offset", [0, 1000, -1000, 83_000_000, -83_500_000, -LONGEST * 1_000_000, 3_599_999_000]
)
def test_an_offset_comes_back_as_it_was_shown(qtbot: QtBot, offset: int) -> None:
    edit = OffsetEdit()
    qtbot.addWidget(edit)
    edit.set_microseconds(offset)
    assert edit.microseconds == offset
    assert edit.much.isEnabled() is bool(offset)


def test_a_fast_clock_is_put_back(qtbot: QtBot) -> None:
    edit = OffsetEdit()
    qtbot.addWidget(edit)
    edit.way.setCurrentIndex(1)
    with qtbot.waitSignal(edit.changed):
        edit.much.setValue(83)
    assert edit.microseconds == -83_000_000
    edit.way.setCurrentIndex(2)
    assert edit.microseconds == 83_000_000
    edit.way.setCurrentIndex(0)
    assert edit.microseconds == 0


def test_what_is_below_a_millisecond_is_cut(qtbot: QtBot) -> None:
    field = Seconds(10)
    qtbot.addWidget(field)
    field.set_microseconds(1_999_999)
    assert field.microseconds == 1_999_000


def test_both_parts_have_names_and_take_the_keyboard(qtbot: QtBot) -> None:
    edit = OffsetEdit()
    qtbot.addWidget(edit)
    edit.setAccessibleName("The recorder")
    assert edit.way.accessibleName() == "The recorder"
    assert edit.much.accessibleName()
    for part in (edit.way, edit.much):
        assert part.focusPolicy() is Qt.FocusPolicy.StrongFocus
