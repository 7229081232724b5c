import pytest
from PySide6.QtCore import QTime
from pytestqt.qtbot import QtBot

from app.widgets.hours_box import HoursBox
from app.words import Words
from vsa_core.domain.filters import Hours


@pytest.fixture
def box(qtbot: QtBot, words: Words) -> HoursBox:
    made = HoursBox(words)
    qtbot.addWidget(made)
    made.changed.connect(made.show_hours)
    made.dropped.connect(lambda: made.show_hours(None))
    return made


def test_hours_and_days_are_asked_and_given_up(qtbot: QtBot, box: HoursBox) -> None:
    told: list[Hours] = []
    box.changed.connect(told.append)
    box.on.click()
    box.start.setTime(QTime(20, 30))
    box.days[4].click()
    assert told == [Hours(1320, 300), Hours(1230, 300), Hours(1230, 300, (4,))]
    assert "midnight" in box.note.text()
    with qtbot.waitSignal(box.dropped):
        box.on.click()


def test_a_whole_day_ends_at_its_last_hour(box: HoursBox) -> None:
    told: list[Hours] = []
    box.changed.connect(told.append)
    box.on.click()
    box.end.setTime(QTime(22, 0))
    assert told[-1] == Hours(0, 1440)
    assert (box.start.time(), box.end.time()) == (QTime(0, 0), QTime(0, 0))


def test_days_have_whole_names_for_who_does_not_see_them(box: HoursBox) -> None:
    assert [day.accessibleName() for day in box.days][:2] == ["lundi", "mardi"]
