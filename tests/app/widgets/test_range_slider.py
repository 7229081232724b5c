import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.range_slider import RangeSlider


@pytest.fixture
def slider(qtbot: QtBot, theme: Theme) -> RangeSlider:
    made = RangeSlider(theme, "at least", "at most")
    made.set_stops(11)
    made.resize(216, 24)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def ends(slider: RangeSlider) -> tuple[int, int]:
    return slider.low.at, slider.high.at


def test_keys_move_either_end_and_neither_passes_the_other(
    qtbot: QtBot, slider: RangeSlider
) -> None:
    told: list[tuple[int, int]] = []
    slider.changed.connect(lambda *at: told.append(at))
    for _ in range(3):
        qtbot.keyClick(slider.low, Qt.Key.Key_Right)
    qtbot.keyClick(slider.high, Qt.Key.Key_PageDown)
    assert told[-1] == (3, 9)
    qtbot.keyClick(slider.low, Qt.Key.Key_End)
    assert ends(slider) == (9, 9)
    qtbot.keyClick(slider.high, Qt.Key.Key_Home)
    assert ends(slider) == (9, 9)
    qtbot.keyClick(slider.high, Qt.Key.Key_End)
    qtbot.keyClick(slider.low, Qt.Key.Key_Home)
    assert ends(slider) == (0, 10)


def test_a_knob_is_dragged_and_a_click_brings_the_nearer_one(
    qtbot: QtBot, slider: RangeSlider
) -> None:
    qtbot.mousePress(slider.low, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    qtbot.mouseMove(slider.low, QPoint(68, 12))
    qtbot.mouseRelease(slider.low, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    assert ends(slider) == (3, 10)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(8 + 180, 12))
    assert ends(slider) == (3, 9)


def test_both_ends_have_a_name_and_are_reached_by_keyboard(slider: RangeSlider) -> None:
    slider.describe("from 1", "to 2")
    for knob, name in ((slider.low, "at least"), (slider.high, "at most")):
        assert knob.accessibleName() == name
        assert knob.accessibleDescription()
        assert knob.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_showing_is_not_changing(qtbot: QtBot, slider: RangeSlider) -> None:
    with qtbot.assertNotEmitted(slider.changed):
        slider.show_ends(2, 4)
    assert not slider.grab().toImage().isNull()
