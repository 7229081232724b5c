from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.choice_row import ChoiceRow

OFFERED = [("", "fit", "Everywhere"), ("zone", "zone", "Zone")]


def test_one_is_down_and_a_press_is_told(qtbot: QtBot, theme: Theme) -> None:
    row = ChoiceRow(theme)
    qtbot.addWidget(row)
    row.offer(OFFERED)
    row.show_chosen("zone")
    before = row.buttons["zone"]
    row.offer(OFFERED)
    assert row.buttons["zone"] is before
    assert before.isChecked()
    with qtbot.waitSignal(row.chosen) as chosen:
        row.buttons[""].click()
    assert chosen.args == [""]
    assert not before.isChecked()


def test_other_choices_take_the_place_of_the_first(qtbot: QtBot, theme: Theme) -> None:
    row = ChoiceRow(theme)
    qtbot.addWidget(row)
    row.offer(OFFERED)
    row.offer([("line", "line", "Line")])
    assert list(row.buttons) == ["line"]
    assert row.buttons["line"].accessibleName() == "Line"
