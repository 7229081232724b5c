import numpy as np
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.direction_choice import HIGH, WIDE, DirectionChoice, arrows
from tests.app.inquiry import ZONE
from vsa_core.domain.geometry import UNITS, Line, Point

WAYS = [("", "Any"), ("to_left", "to the left"), ("to_right", "to the right")]
ALONG = Line(Point(0, UNITS // 2), Point(UNITS, UNITS // 2))


def accent(theme: Theme, direction: str, place: Line | None) -> tuple[float, float]:
    """Where the accent colour lies in the icon, on average, from its middle; (x, y) pixels."""
    image = arrows(theme, direction, place).pixmap(QSize(WIDE, HIGH), 3.0).toImage()
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    pixels = rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4).astype(int)
    colour = theme.colour("accent")
    wanted = [colour.red(), colour.green(), colour.blue(), 255]
    y, x = np.nonzero(np.abs(pixels - wanted).sum(axis=2) < 30)
    assert len(x) > 20
    return float(x.mean() + 0.5 - image.width() / 2), float(y.mean() + 0.5 - image.height() / 2)


def test_any_comes_first_and_one_is_chosen(qtbot: QtBot, theme: Theme) -> None:
    it = DirectionChoice(theme)
    qtbot.addWidget(it)
    it.offer(WAYS)
    it.show_chosen("to_left", None)
    assert [button.accessibleName() for button in it.buttons.values()] == [n for _, n in WAYS]
    assert [button.isChecked() for button in it.buttons.values()] == [False, True, False]
    with qtbot.waitSignal(it.changed) as changed:
        it.buttons["to_right"].click()
    assert changed.args == ["to_right"]


def test_another_kind_offers_its_own_directions(qtbot: QtBot, theme: Theme) -> None:
    it = DirectionChoice(theme)
    qtbot.addWidget(it)
    it.offer(WAYS)
    kept = it.buttons["to_left"]
    it.offer(WAYS)
    assert it.buttons["to_left"] is kept
    it.offer([("", "Any"), ("enter", "across the border")])
    it.show_chosen("", ZONE)
    assert list(it.buttons) == ["", "enter"]
    assert kept.isHidden()
    assert it.buttons["enter"].icon().isNull()


def test_the_arrow_points_where_a_crossing_of_the_drawn_line_leads(theme: Theme) -> None:
    # Walking to the right of the picture, the left hand is above.
    assert accent(theme, "to_left", ALONG)[1] < -1
    assert accent(theme, "to_right", ALONG)[1] > 1
    assert abs(accent(theme, "", ALONG)[1]) < 1
    back = Line(ALONG.b, ALONG.a)
    assert accent(theme, "to_left", back)[1] > 1


def test_before_a_line_is_drawn_left_is_shown_left(theme: Theme) -> None:
    assert accent(theme, "to_left", None)[0] < -1
    assert accent(theme, "to_right", None)[0] > 1
