import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.ground_canvas import POINTS, GroundCanvas

SPOTS = [QPoint(80, 150), QPoint(240, 150), QPoint(220, 90), QPoint(100, 90)]


@pytest.fixture
def canvas(qtbot: QtBot, theme: Theme) -> GroundCanvas:
    made = GroundCanvas(theme)
    made.resize(320, 180)
    qtbot.addWidget(made)
    made.show_picture(np.full((360, 640, 3), 90, np.uint8))
    made.size_of_picture = (640, 360)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_four_clicks_set_four_points_and_no_fifth(qtbot: QtBot, canvas: GroundCanvas) -> None:
    for spot in (*SPOTS, QPoint(20, 20)):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot)
    assert canvas.whole
    assert len(canvas.points) == POINTS
    seen = canvas.to_widget(canvas.points[2].x, canvas.points[2].y).toPoint()
    assert (seen - SPOTS[2]).manhattanLength() <= 1


def test_a_point_is_dragged(qtbot: QtBot, canvas: GroundCanvas) -> None:
    for spot in SPOTS:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(canvas.moved):
        qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=SPOTS[0])
        qtbot.mouseMove(canvas, QPoint(60, 160))
        qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(60, 160))
    seen = canvas.to_widget(canvas.points[0].x, canvas.points[0].y).toPoint()
    assert (seen - QPoint(60, 160)).manhattanLength() <= 1


def test_the_keyboard_alone_sets_moves_and_takes_away(qtbot: QtBot, canvas: GroundCanvas) -> None:
    for way in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down):
        for _ in range(5):
            qtbot.keyClick(canvas, way, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert canvas.whole
    before = canvas.points[0]
    qtbot.keyClick(canvas, Qt.Key.Key_PageDown)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.points[0].x > before.x
    qtbot.keyClick(canvas, Qt.Key.Key_Backspace)
    assert len(canvas.points) == 3


def test_points_are_painted_and_begun_anew(canvas: GroundCanvas) -> None:
    bare = canvas.grab().toImage()
    canvas.show_points(tuple(canvas.to_frame(spot.toPointF()) for spot in SPOTS))
    assert canvas.grab().toImage() != bare
    canvas.show_points(())
    assert not canvas.points
