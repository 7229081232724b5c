from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.setting_row import SettingRow

VALUES = (0, 100, 400, 1500, 10_000)


def row(theme: Theme, *, named: bool = False) -> SettingRow:
    return SettingRow(theme, "Settle", VALUES, 400, lambda value: f"{value} ms", named=named)


def test_a_value_is_told_in_words_with_its_name(qtbot: QtBot, theme: Theme) -> None:
    it = row(theme)
    qtbot.addWidget(it)
    assert (it.name.text(), it.value.text()) == ("Settle", "400 ms")
    assert it.slider.accessibleName() == "Settle"
    assert it.slider.accessibleDescription() == "400 ms"
    it.show_value(1500)
    assert (it.slider.value(), it.value.text()) == (3, "1500 ms")


def test_showing_a_value_moves_nothing(qtbot: QtBot, theme: Theme) -> None:
    it = row(theme)
    qtbot.addWidget(it)
    with qtbot.assertNotEmitted(it.moved):
        it.show_value(10_000)


def test_a_key_moves_to_the_next_stop(qtbot: QtBot, theme: Theme) -> None:
    it = row(theme)
    qtbot.addWidget(it)
    with qtbot.waitSignal(it.moved) as moved:
        qtbot.keyClick(it.slider, Qt.Key.Key_Right)
    assert moved.args == [1500]


def test_the_way_back_is_open_once_a_value_moved(qtbot: QtBot, theme: Theme) -> None:
    it = row(theme)
    qtbot.addWidget(it)
    assert not it.reset.isEnabled()
    it.show_value(1500)
    assert it.reset.isEnabled()
    assert it.reset.accessibleName() == "Back to 400 ms"
    with qtbot.waitSignal(it.moved) as moved:
        it.reset.click()
    assert moved.args == [400]


def test_a_choice_is_told_by_its_names(qtbot: QtBot, theme: Theme) -> None:
    it = row(theme, named=True)
    qtbot.addWidget(it)
    assert it.field is it.choice
    assert [it.choice.itemText(i) for i in range(3)] == ["0 ms", "100 ms", "400 ms"]
    assert it.value.isHidden()
    with qtbot.waitSignal(it.moved) as moved:
        it.choice.setCurrentIndex(4)
    assert moved.args == [10_000]


def test_a_wheel_that_scrolls_the_panel_moves_no_setting(qtbot: QtBot, theme: Theme) -> None:
    it = row(theme)
    qtbot.addWidget(it)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPointF(0, 120).toPoint(),
        QPointF(0, 120).toPoint(),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    with qtbot.assertNotEmitted(it.moved):
        QApplication.sendEvent(it.slider, wheel)
