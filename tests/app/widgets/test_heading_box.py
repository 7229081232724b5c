from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.heading_box import HeadingBox
from vsa_core.domain.filters import Heading


def test_a_way_is_asked_turned_and_given_up(qtbot: QtBot, theme: Theme) -> None:
    box = HeadingBox(theme, lambda heading: f"{heading.towards}°")
    qtbot.addWidget(box)
    box.changed.connect(box.show_heading)
    box.dropped.connect(lambda: box.show_heading(None))
    told: list[Heading] = []
    box.changed.connect(told.append)
    box.on.click()
    box.compass.turned.emit(45)
    box.spread.moved.emit(90)
    assert told == [Heading(90), Heading(45), Heading(45, 90)]
    assert box.value.text() == "45°"
    with qtbot.waitSignal(box.dropped):
        box.on.click()
    assert box.compass.isHidden() or not box.compass.isVisible()
