import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from app.state.lanes import lanes_of
from app.state.marks import Gathering, Marks
from app.theme import LIGHT, THEMES, Scheme, Theme
from app.widgets.lane_names import paint_name
from tests.app.laid import footage, found, sheet

LONG = "rue de la République, angle nord de la place du Marché"


def painted(camera: str, marks: Marks | None, here: bool = False, theme: Theme = LIGHT) -> QImage:
    """A cell of the column of names, 200 by 34."""
    lane = lanes_of([sheet(footage("a.mp4", camera=camera))], (), None).lanes[0]
    image = QImage(200, 34, QImage.Format.Format_RGB32)
    image.fill(LIGHT.colour("panel"))
    painter = QPainter(image)
    paint_name(painter, theme, lane, marks, QRectF(0, 0, 200, 34), here)
    painter.end()
    return image


def inked(image: QImage, left: int, right: int) -> bool:
    """Whether anything is drawn between two columns, above the line at the foot."""
    paper = image.pixel(2, 1)
    return any(image.pixel(x, y) != paper for x in range(left, right) for y in range(2, 31))


def counted(count: int) -> Marks:
    gathering = Gathering()
    gathering.take(tuple(found(n, track=n) for n in range(count)), lambda name: None)
    return gathering.marks()["rue"]


def test_a_camera_without_results_has_no_count(qtbot: QtBot) -> None:
    assert not inked(painted("rue", None), 150, 199)


def test_a_camera_tells_how_many_results_it_has(qtbot: QtBot) -> None:
    assert inked(painted("rue", counted(7)), 180, 194)


def test_a_long_name_leaves_room_for_the_count(qtbot: QtBot) -> None:
    image = painted(LONG, counted(7))
    assert inked(image, 40, 160)
    assert not inked(image, 178, 182)
    assert not inked(image, 193, 199)


@pytest.mark.parametrize("scheme", list(Scheme))
def test_the_lane_of_the_keyboard_is_marked_by_a_bar(qtbot: QtBot, scheme: Scheme) -> None:
    theme = THEMES[scheme]
    image = painted("rue", None, here=True, theme=theme)
    assert image.pixelColor(1, 10).name() == theme.colour("accent").name()
