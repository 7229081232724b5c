from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.period_box import MINUTE, PeriodBox
from tests.desk.scene import HOUR, START
from vsa_core.domain.moment import Window

ALLOWED = Window(START, START + HOUR)


def test_all_that_is_allowed_comes_first(qtbot: QtBot, theme: Theme) -> None:
    box = PeriodBox(theme)
    qtbot.addWidget(box)
    box.show_period(None, ALLOWED)
    assert box.whole.isChecked()
    assert box.first.isHidden()
    with qtbot.waitSignal(box.changed) as changed:
        box.part.click()
    assert changed.args == [(START, START + HOUR)]


def test_two_instants_are_typed(qtbot: QtBot, theme: Theme) -> None:
    box = PeriodBox(theme)
    qtbot.addWidget(box)
    box.show_period((START, START + MINUTE), ALLOWED)
    assert not box.first.isHidden()
    with qtbot.waitSignal(box.changed) as changed:
        box.last.set_microseconds(START + 2 * MINUTE)
    assert changed.args == [(START, START + 2 * MINUTE)]
    with qtbot.waitSignal(box.changed) as changed:
        box.whole.click()
    assert changed.args == [None]


def test_showing_a_period_emits_nothing_and_loses_no_microsecond(
    qtbot: QtBot, theme: Theme
) -> None:
    box = PeriodBox(theme)
    qtbot.addWidget(box)
    with qtbot.assertNotEmitted(box.changed):
        box.show_period((START + 123_457, START + 999_999), ALLOWED)
        box.show_period((START + 123_457, START + 999_999), ALLOWED)
    assert (box.first.microseconds, box.last.microseconds) == (START + 123_457, START + 999_999)


def test_stretches_are_offered_when_there_is_something_to_take(qtbot: QtBot, theme: Theme) -> None:
    box = PeriodBox(theme)
    qtbot.addWidget(box)
    assert not any(button.isEnabled() for button in box.reaches.values())
    assert not box.selection.isEnabled()
    box.offer(playhead=True, selection=True)
    with qtbot.waitSignal(box.around) as around:
        box.reaches[10 * MINUTE].click()
    assert around.args == [10 * MINUTE]
    with qtbot.waitSignal(box.selection_wanted):
        qtbot.keyClick(box.selection, Qt.Key.Key_Space)


def test_each_part_has_a_name(qtbot: QtBot, theme: Theme) -> None:
    box = PeriodBox(theme)
    qtbot.addWidget(box)
    assert [button.text() for button in box.reaches.values()] == ["± 1 min", "± 10 min", "± 1 h"]
    assert box.first.accessibleName() == "Beginning of the period"
    assert box.last.accessibleName() == "End of the period"
