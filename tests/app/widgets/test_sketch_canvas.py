import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.theme import LIGHT, Theme
from app.widgets.sketch_canvas import SketchCanvas
from vsa_core.domain.geometry import UNITS, Line, Place, Point, Zone, corners_of

WIDE, HIGH = 640, 360
SHAPE = [(0.2, 0.3), (0.7, 0.2), (0.8, 0.8), (0.5, 0.6), (0.3, 0.9)]
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def sketch(theme: Theme, shape: str, size: tuple[int, int] = (WIDE, HIGH)) -> SketchCanvas:
    canvas = SketchCanvas(theme)
    canvas.resize(*size)
    canvas.show_picture(np.full((HIGH, WIDE, 3), 90, np.uint8))
    canvas.show_place(shape, None)
    return canvas


def place_of(canvas: SketchCanvas) -> list[tuple[Place, bool]]:
    """What the canvas tells, as it comes; each place is put on show, as a state would."""
    told: list[tuple[Place, bool]] = []

    def drawn(place: Place, nudged: bool) -> None:
        told.append((place, nudged))
        canvas.show_place(canvas.pencil.shape, place)

    canvas.drawn.connect(drawn)
    return told


def at(canvas: SketchCanvas, x: float, y: float) -> QPoint:
    return canvas.to_widget(x * UNITS, y * UNITS).toPoint()


def click(qtbot: QtBot, canvas: SketchCanvas, x: float, y: float) -> None:
    qtbot.mousePress(canvas, LEFT, NONE, at(canvas, x, y))
    qtbot.mouseRelease(canvas, LEFT, NONE, at(canvas, x, y))


def drag(qtbot: QtBot, canvas: SketchCanvas, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(canvas, LEFT, NONE, start)
    qtbot.mouseMove(canvas, (start + end) / 2)
    qtbot.mouseMove(canvas, end)
    qtbot.mouseRelease(canvas, LEFT, NONE, end)


def near(canvas: SketchCanvas, place: Place, wanted: list[tuple[float, float]]) -> bool:
    """Whether each corner lies within one screen pixel of where it was wanted."""
    area = canvas.area()
    across, down = UNITS / area.width(), UNITS / area.height()
    return len(corners_of(place)) == len(wanted) and all(
        abs(corner.x - x * UNITS) <= across and abs(corner.y - y * UNITS) <= down
        for corner, (x, y) in zip(corners_of(place), wanted, strict=True)
    )


@pytest.mark.parametrize("size", [(WIDE, HIGH), (1237, 641), (333, 900)])
def test_a_zone_drawn_by_mouse_has_the_corners_that_were_clicked(
    qtbot: QtBot, theme: Theme, size: tuple[int, int]
) -> None:
    canvas = sketch(theme, "zone", size)
    qtbot.addWidget(canvas)
    told = place_of(canvas)
    for x, y in SHAPE:
        click(qtbot, canvas, x, y)
    click(qtbot, canvas, *SHAPE[0])
    assert len(told) == 1
    assert near(canvas, told[0][0], SHAPE)


def test_a_zone_drawn_under_zoom_is_exact_to_a_pixel_of_the_screen(
    qtbot: QtBot, theme: Theme
) -> None:
    canvas = sketch(theme, "zone")
    qtbot.addWidget(canvas)
    told = place_of(canvas)
    canvas.zoom(6.0, QPointF(200, 100))
    shape = [(0.30, 0.26), (0.36, 0.27), (0.35, 0.33)]
    for x, y in shape:
        assert canvas.rect().contains(at(canvas, x, y))
        click(qtbot, canvas, x, y)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert near(canvas, told[0][0], shape)


def test_a_line_is_drawn_by_press_and_drag(qtbot: QtBot, theme: Theme) -> None:
    canvas = sketch(theme, "line")
    qtbot.addWidget(canvas)
    told = place_of(canvas)
    drag(qtbot, canvas, at(canvas, 0.25, 0.75), at(canvas, 0.75, 0.25))
    (place, nudged) = told[0]
    assert isinstance(place, Line)
    assert not nudged
    assert near(canvas, place, [(0.25, 0.75), (0.75, 0.25)])


def test_a_corner_is_dragged_afterwards(qtbot: QtBot, theme: Theme) -> None:
    canvas = sketch(theme, "zone")
    qtbot.addWidget(canvas)
    told = place_of(canvas)
    for x, y in SHAPE:
        click(qtbot, canvas, x, y)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    drag(qtbot, canvas, at(canvas, *SHAPE[1]), at(canvas, 0.9, 0.1))
    moved = [SHAPE[0], (0.9, 0.1), *SHAPE[2:]]
    assert len(told) == 2
    assert near(canvas, told[1][0], moved)


def test_a_double_click_closes_a_zone_and_then_adds_a_corner(qtbot: QtBot, theme: Theme) -> None:
    canvas = sketch(theme, "zone")
    qtbot.addWidget(canvas)
    told = place_of(canvas)
    for x, y in SHAPE[:3]:
        click(qtbot, canvas, x, y)
    qtbot.mouseDClick(canvas, LEFT, NONE, at(canvas, *SHAPE[2]))
    qtbot.mouseRelease(canvas, LEFT, NONE, at(canvas, *SHAPE[2]))
    assert near(canvas, told[0][0], SHAPE[:3])
    middle = ((SHAPE[0][0] + SHAPE[1][0]) / 2, (SHAPE[0][1] + SHAPE[1][1]) / 2)
    qtbot.mouseDClick(canvas, LEFT, NONE, at(canvas, *middle))
    assert near(canvas, told[1][0], [SHAPE[0], middle, *SHAPE[1:3]])


def test_a_zone_is_drawn_by_keyboard_alone(qtbot: QtBot, theme: Theme) -> None:
    canvas = sketch(theme, "zone")
    qtbot.addWidget(canvas)
    told = place_of(canvas)
    key, ctrl, shift = (
        qtbot.keyClick,
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.ShiftModifier,
    )
    key(canvas, Qt.Key.Key_Space)
    key(canvas, Qt.Key.Key_Right, ctrl)
    key(canvas, Qt.Key.Key_Space)
    key(canvas, Qt.Key.Key_Down, ctrl)
    key(canvas, Qt.Key.Key_Right, shift)
    key(canvas, Qt.Key.Key_Left)
    key(canvas, Qt.Key.Key_Space)
    assert told == []
    key(canvas, Qt.Key.Key_Return)
    wanted = [(320, 180), (420, 180), (429, 280)]
    assert near(canvas, told[0][0], [(x / WIDE, y / HIGH) for x, y in wanted])
    key(canvas, Qt.Key.Key_PageDown)
    key(canvas, Qt.Key.Key_Up)
    assert told[1][1]
    assert near(
        canvas, told[1][0], [(0.5, 0.5), (420 / WIDE, 179 / HIGH), (429 / WIDE, 280 / HIGH)]
    )
    key(canvas, Qt.Key.Key_Insert)
    assert len(corners_of(told[2][0])) == 4
    key(canvas, Qt.Key.Key_Delete)
    assert told[3][0] == told[1][0]


def test_backspace_takes_a_corner_back_and_escape_all_of_them(qtbot: QtBot, theme: Theme) -> None:
    canvas = sketch(theme, "zone")
    qtbot.addWidget(canvas)
    for x, y in SHAPE[:3]:
        click(qtbot, canvas, x, y)
    qtbot.keyClick(canvas, Qt.Key.Key_Backspace)
    assert canvas.pencil.stroke is not None
    assert len(canvas.pencil.stroke.corners) == 2
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.pencil.stroke is None


def test_keys_that_draw_are_kept_from_the_window(qtbot: QtBot, theme: Theme) -> None:
    canvas = sketch(theme, "zone")
    qtbot.addWidget(canvas)

    def kept(key: Qt.Key) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, NONE)
        event.ignore()
        QApplication.sendEvent(canvas, event)
        return event.isAccepted()

    assert all(kept(key) for key in (Qt.Key.Key_Left, Qt.Key.Key_Space, Qt.Key.Key_PageUp))
    assert not kept(Qt.Key.Key_Tab)
    assert not kept(Qt.Key.Key_Escape)
    canvas.show_picture(None)
    assert not kept(Qt.Key.Key_Space)


def test_without_a_picture_nothing_is_drawn(qtbot: QtBot, theme: Theme) -> None:
    canvas = sketch(theme, "line")
    qtbot.addWidget(canvas)
    told = place_of(canvas)
    canvas.show_picture(None)
    drag(qtbot, canvas, QPoint(20, 20), QPoint(300, 300))
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    assert told == []
    assert canvas.pencil.stroke is None


def test_the_middle_button_pans_and_draws_nothing(qtbot: QtBot, theme: Theme) -> None:
    canvas = sketch(theme, "zone")
    qtbot.addWidget(canvas)
    canvas.zoom(4.0, QPointF(320, 180))
    before = canvas.area()
    qtbot.mousePress(canvas, Qt.MouseButton.MiddleButton, NONE, QPoint(300, 200))
    qtbot.mouseMove(canvas, QPoint(340, 210))
    qtbot.mouseRelease(canvas, Qt.MouseButton.MiddleButton, NONE, QPoint(340, 210))
    assert canvas.area().left() == pytest.approx(before.left() + 40)
    assert canvas.pencil.stroke is None


def test_plus_and_minus_zoom_at_the_corner_with_the_focus(qtbot: QtBot, theme: Theme) -> None:
    canvas = sketch(theme, "zone")
    qtbot.addWidget(canvas)
    corner = Point(UNITS // 2, UNITS // 2)
    canvas.show_place("zone", Zone((corner, Point(60_000, 0), Point(60_000, 60_000))))
    before = canvas.to_widget(corner.x, corner.y)
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.area().width() > WIDE
    after = canvas.to_widget(corner.x, corner.y)
    assert (after - before).manhattanLength() < 2
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.area().width() == pytest.approx(WIDE)


def test_another_shape_lets_the_stroke_go(qtbot: QtBot, theme: Theme) -> None:
    canvas = sketch(theme, "zone")
    qtbot.addWidget(canvas)
    click(qtbot, canvas, 0.5, 0.5)
    canvas.show_place("line", None)
    assert canvas.pencil.stroke is None


@pytest.mark.parametrize("grey", [0, 250])
def test_what_is_drawn_is_seen_on_any_picture(qtbot: QtBot, theme: Theme, grey: int) -> None:
    canvas = sketch(theme, "zone")
    qtbot.addWidget(canvas)
    canvas.show_picture(np.full((HIGH, WIDE, 3), grey, np.uint8))
    canvas.show_place(
        "zone", Zone((Point(10_000, 10_000), Point(50_000, 10_000), Point(9, 60_000)))
    )
    seen = at(canvas, 30_000 / UNITS, 10_000 / UNITS)
    colours = [QColor(canvas.grab().toImage().pixel(seen + QPoint(0, dy))) for dy in range(-4, 5)]
    brightness = [colour.lightness() for colour in colours]
    assert max(brightness) - min(brightness) > 100


@given(
    st.lists(st.tuples(st.floats(0.02, 0.98), st.floats(0.02, 0.98)), min_size=2, max_size=2),
    st.floats(1.0, 16.0),
    st.tuples(st.integers(0, WIDE - 1), st.integers(0, HIGH - 1)),
)
def test_what_a_pixel_of_the_screen_means_comes_back_to_that_pixel(
    ends: list[tuple[float, float]], zoom: float, where: tuple[int, int]
) -> None:
    canvas = sketch(LIGHT, "line")
    canvas.zoom(zoom, QPointF(*where))
    for x, y in ends:
        pixel = canvas.to_widget(x * UNITS, y * UNITS).toPoint()
        back = canvas.to_frame(QPointF(pixel))
        assert abs(back.x - x * UNITS) <= UNITS / canvas.area().width() + 1
        assert abs(back.y - y * UNITS) <= UNITS / canvas.area().height() + 1
