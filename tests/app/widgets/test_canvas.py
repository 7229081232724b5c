"""Places on the screen and in the frame are one place, at every zoom."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.theme import LIGHT, Theme
from app.widgets.canvas import CLOSEST, Canvas
from vsa_core.domain.geometry import UNITS, Point

UNIT = st.integers(0, UNITS)
SPOT = st.tuples(st.floats(0, 1), st.floats(0, 1))
TURNS = st.lists(st.tuples(SPOT, st.sampled_from([120, -120])), max_size=20)


def made(wide: int, high: int, size: QSize) -> Canvas:
    """A canvas of that size with a picture on show."""
    canvas = Canvas(LIGHT)
    canvas.resize(size)
    canvas.show_picture(np.zeros((high, wide, 3), np.uint8))
    return canvas


def turn(canvas: Canvas, at: QPointF, notch: int) -> None:
    """Turn the wheel by one notch over a place of the widget."""
    event = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, notch),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


@pytest.mark.usefixtures("qapp")
@given(UNIT, UNIT, TURNS, st.sampled_from([(640, 360), (720, 1280), (64, 64)]))
def test_a_place_comes_back_from_the_screen(
    x: int, y: int, turns: list[tuple[tuple[float, float], int]], picture: tuple[int, int]
) -> None:
    canvas = made(*picture, QSize(500, 400))
    for (across, down), notch in turns:
        turn(canvas, QPointF(across * 500, down * 400), notch)
    assert canvas.to_frame(canvas.to_widget(x, y)) == Point(x, y)


@pytest.mark.usefixtures("qapp")
@given(TURNS)
def test_the_picture_never_leaves_the_middle_of_the_frame(
    turns: list[tuple[tuple[float, float], int]],
) -> None:
    canvas = made(640, 360, QSize(500, 400))
    whole = canvas.area()
    for (across, down), notch in turns:
        turn(canvas, QPointF(across * 500, down * 400), notch)
        assert canvas.area().adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(whole)
        assert canvas.area().width() <= whole.width() * CLOSEST * (1 + 1e-9)


@pytest.mark.usefixtures("qapp")
@given(st.tuples(st.floats(0.1, 0.9), st.floats(0.1, 0.9)))
def test_the_wheel_zooms_at_the_pointer(spot: tuple[float, float]) -> None:
    canvas = made(640, 360, QSize(640, 360))
    at = QPointF(spot[0] * 640, spot[1] * 360)
    before = canvas.to_frame(at)
    turn(canvas, at, 120)
    after = canvas.to_frame(at)
    assert (after.x, after.y) == (pytest.approx(before.x, abs=1), pytest.approx(before.y, abs=1))


def test_the_picture_keeps_its_shape_and_is_centred(qtbot: QtBot) -> None:
    canvas = made(640, 360, QSize(600, 600))
    qtbot.addWidget(canvas)
    area = canvas.area()
    assert area.width() / area.height() == pytest.approx(640 / 360)
    assert area.center() == QPointF(300, 300)


def test_fitting_shows_the_whole_picture_again(qtbot: QtBot) -> None:
    canvas = made(640, 360, QSize(640, 360))
    qtbot.addWidget(canvas)
    whole = canvas.area()
    turn(canvas, QPointF(10, 10), 120)
    assert canvas.area() != whole
    canvas.fit()
    assert canvas.area() == whole


def test_the_middle_button_pans_what_is_zoomed(qtbot: QtBot) -> None:
    canvas = made(640, 360, QSize(640, 360))
    qtbot.addWidget(canvas)
    canvas.show()
    for _ in range(4):
        turn(canvas, QPointF(320, 180), 120)
    held = canvas.to_frame(QPointF(320, 180))
    qtbot.mousePress(canvas, Qt.MouseButton.MiddleButton, pos=QPoint(320, 180))
    qtbot.mouseMove(canvas, QPoint(340, 170))
    qtbot.mouseRelease(canvas, Qt.MouseButton.MiddleButton, pos=QPoint(340, 170))
    after = canvas.to_frame(QPointF(340, 170))
    assert (after.x, after.y) == (pytest.approx(held.x, abs=1), pytest.approx(held.y, abs=1))


def test_a_place_off_the_picture_is_the_nearest_on_it(qtbot: QtBot) -> None:
    canvas = made(640, 360, QSize(640, 640))
    qtbot.addWidget(canvas)
    assert canvas.to_frame(QPointF(-50, -50)) == Point(0, 0)
    assert canvas.to_frame(QPointF(9999, 9999)) == Point(UNITS, UNITS)


def test_colours_are_not_swapped(qtbot: QtBot) -> None:
    canvas = Canvas(LIGHT)
    qtbot.addWidget(canvas)
    canvas.resize(320, 180)
    blue = np.zeros((90, 160, 3), np.uint8)
    blue[:, :, 0] = 255
    canvas.show_picture(blue)
    shown = canvas.grab().toImage().pixelColor(160, 90)
    assert (shown.red(), shown.green(), shown.blue()) == (0, 0, 255)


def test_a_picture_that_is_a_cut_of_another_is_shown_right(qtbot: QtBot) -> None:
    canvas = Canvas(LIGHT)
    qtbot.addWidget(canvas)
    canvas.resize(320, 180)
    whole = np.zeros((180, 320, 3), np.uint8)
    whole[:, 160:, 2] = 255
    canvas.show_picture(whole[:, 160:])
    assert canvas.grab().toImage().pixelColor(160, 90).red() == 255


def test_without_a_picture_it_says_why(qtbot: QtBot, theme: Theme) -> None:
    canvas = Canvas(theme)
    qtbot.addWidget(canvas)
    canvas.resize(320, 180)
    canvas.show_picture(None)
    silent = canvas.grab().toImage()
    assert not canvas.has_picture
    assert silent.pixelColor(160, 90) == theme.colour("canvas")
    canvas.show_picture(None, "Aucune image à cette heure.")
    assert canvas.grab().toImage() != silent


def test_the_focus_is_seen(qtbot: QtBot, theme: Theme) -> None:
    canvas = Canvas(theme)
    qtbot.addWidget(canvas)
    canvas.resize(320, 180)
    canvas.show()
    canvas.clearFocus()
    assert canvas.grab().toImage().pixelColor(160, 1) == theme.colour("canvas")
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)
    ring = canvas.grab().toImage()
    assert ring.pixelColor(160, 0) == ring.pixelColor(160, 1) == theme.colour("accent")
    assert ring.pixelColor(160, 2) == theme.colour("canvas")
