import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.compass import SIDE, Compass


@pytest.fixture
def compass(qtbot: QtBot, theme: Theme) -> Compass:
    made = Compass(theme, "Way")
    qtbot.addWidget(made)
    made.turned.connect(lambda to: made.show_heading(to, made.spread, f"{to}"))
    return made


def test_keys_turn_it_all_the_way_round(qtbot: QtBot, compass: Compass) -> None:
    qtbot.keyClick(compass, Qt.Key.Key_Left)
    assert compass.towards == 355
    qtbot.keyClick(compass, Qt.Key.Key_PageDown)
    assert compass.towards == 40
    assert compass.accessibleDescription() == "40"


@pytest.mark.parametrize(
    ("x", "y", "towards"), [(SIDE, 0, 0), (0, SIDE, 90), (-SIDE, 0, 180), (0, -SIDE, 270)]
)
def test_a_click_points_the_way_it_lies(
    qtbot: QtBot, compass: Compass, x: int, y: int, towards: int
) -> None:
    middle = SIDE // 2
    at = QPoint(middle + x * 2 // 5, middle + y * 2 // 5)
    qtbot.mouseClick(compass, Qt.MouseButton.LeftButton, pos=at)
    assert compass.towards == towards


def test_it_is_painted_as_it_points(compass: Compass) -> None:
    before = compass.grab().toImage()
    compass.show_heading(90, 10, "down")
    assert compass.grab().toImage() != before
