import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.widgets.strokes import (
    FAULTY,
    HALO,
    INK,
    paint_corner,
    paint_cross,
    paint_crossing,
    paint_line,
    paint_open,
    paint_word,
    paint_zone,
    right_of,
)
from vsa_core.domain.geometry import UNITS, Line, Point, side

SIDE = 200
A, B = QPointF(20, 100), QPointF(180, 100)
TRIANGLE = [QPointF(40, 40), QPointF(160, 40), QPointF(100, 160)]


def canvas(grey: int) -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB888)
    image.fill(QColor(grey, grey, grey))
    return image


def pixels(image: QImage) -> np.ndarray:
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(SIDE, image.bytesPerLine())
    return rows[:, : SIDE * 3].reshape(SIDE, SIDE, 3).astype(int)


def luminance(colour: QColor) -> float:
    """Relative luminance of WCAG 2."""
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4
             for c in (colour.redF(), colour.greenF(), colour.blueF())]  # fmt: skip
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ink", [INK, FAULTY])
def test_ink_stands_out_of_its_halo(ink: QColor) -> None:
    assert contrast(ink, HALO) >= 7


@pytest.mark.parametrize("grey", range(0, 256, 15))
def test_over_any_picture_the_ink_or_the_halo_stands_out(grey: int) -> None:
    ground = QColor(grey, grey, grey)
    assert max(contrast(INK, ground), contrast(HALO, ground)) >= 3


@pytest.mark.parametrize("grey", [0, 128, 255])
def test_a_stroke_lies_in_ink_on_a_darker_halo(qapp: QApplication, grey: int) -> None:
    image = canvas(grey)
    painter = QPainter(image)
    paint_open(painter, [A, B])
    painter.end()
    column = pixels(image)[:, 100]
    inked = np.abs(column - [INK.red(), INK.green(), INK.blue()]).sum(axis=1) < 40
    assert inked[99:101].any()
    assert not inked[:97].any()
    assert column[97].sum() <= 3 * grey


points = st.builds(Point, st.integers(0, UNITS), st.integers(0, UNITS))


@given(points, points, st.integers(1, 4000), st.integers(1, 4000))
def test_the_right_hand_side_is_that_of_the_domain_whatever_the_picture(
    a: Point, b: Point, wide: int, high: int
) -> None:
    assume(a != b)
    seen = [QPointF(p.x / UNITS * wide, p.y / UNITS * high) for p in (a, b)]
    assume((seen[1] - seen[0]).manhattanLength() > 1e-3)
    beside = (seen[0] + seen[1]) / 2 + right_of(*seen) * 10
    x, y = np.array([beside.x() / wide * UNITS]), np.array([beside.y() / high * UNITS])
    assert side(Line(a, b), x, y)[0] > 0


def test_the_side_that_a_crossing_leads_to_is_shaded(qapp: QApplication) -> None:
    shades = {}
    for direction in ("", "to_left", "to_right"):
        image = canvas(0)
        painter = QPainter(image)
        paint_line(painter, A, B, direction)
        painter.end()
        lit = pixels(image).sum(axis=2)
        # Walking to the right of the picture, the left hand is above.
        shades[direction] = (lit[85, 60] > 0, lit[115, 60] > 0)
    assert shades == {"": (True, True), "to_left": (True, False), "to_right": (False, True)}


def test_arrows_across_the_line_lead_where_a_crossing_leads(qapp: QApplication) -> None:
    tips = {}
    for direction in ("", "to_left", "to_right"):
        image = canvas(0)
        painter = QPainter(image)
        paint_crossing(painter, A, B, direction, 30)
        painter.end()
        lit = pixels(image).sum(axis=2) > 300
        tips[direction] = (int(lit[72:78].sum()), int(lit[123:129].sum()))
    assert tips["to_left"][0] > 1.5 * tips["to_left"][1]
    assert tips["to_right"][1] > 1.5 * tips["to_right"][0]
    assert abs(tips[""][0] - tips[""][1]) <= 8


def test_a_zone_is_tinted_inside_and_clear_outside(qapp: QApplication) -> None:
    image = canvas(0)
    painter = QPainter(image)
    paint_zone(painter, TRIANGLE)
    painter.end()
    lit = pixels(image).sum(axis=2)
    assert lit[80, 100] > 0
    assert lit[190, 10] == 0


def test_the_corner_with_the_focus_is_larger(qapp: QApplication) -> None:
    sizes = []
    for focused in (False, True):
        image = canvas(128)
        painter = QPainter(image)
        paint_corner(painter, QPointF(100, 100), focused=focused)
        painter.end()
        sizes.append(int((pixels(image) != 128).any(axis=2).sum()))
    assert sizes[1] > 1.5 * sizes[0]


def test_the_cross_leaves_the_point_itself_to_be_seen(qapp: QApplication) -> None:
    image = canvas(128)
    painter = QPainter(image)
    paint_cross(painter, QPointF(100, 100))
    painter.end()
    changed = (pixels(image) != 128).any(axis=2)
    assert not changed[100, 100]
    assert changed[100, 110]
    assert changed[90, 100]


@pytest.mark.parametrize("at", [QPointF(-50, -50), QPointF(999, 999), QPointF(100, 100)])
def test_a_word_stays_within_its_bounds(qapp: QApplication, at: QPointF) -> None:
    image = canvas(255)
    painter = QPainter(image)
    painter.setClipRect(0, 0, SIDE, SIDE)
    paint_word(painter, at, "gauche", QRectF(0, 0, SIDE, SIDE))
    painter.end()
    dark = (pixels(image).sum(axis=2) < 300).sum()
    assert dark > 400
