from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.theme import LIGHT, Theme
from app.widgets.rate_bar import RateBar
from vsa_core.domain.assessment import Rate


def painted(qtbot: QtBot, bar: RateBar) -> QImage:
    """The bar as it is painted, 200 pixels wide."""
    qtbot.addWidget(bar)
    bar.resize(200, 14)
    return bar.grab().toImage()


@given(st.integers(1, 10**6), st.data())
def test_whatever_was_counted_lies_on_the_bar_and_within_its_band(
    qapp: object, of: int, data: st.DataObject
) -> None:
    bar = RateBar(LIGHT, Rate(data.draw(st.integers(0, of)), of))
    bar.resize(200, 14)
    band, line = bar.band(), bar.line()
    assert line is not None
    assert band.left() >= 0
    assert band.right() <= 201
    assert line.left() >= 0
    assert line.right() <= 200
    assert band.left() <= line.right()
    assert line.left() <= band.right()


def test_the_line_stands_at_the_share_and_the_band_around_it(qtbot: QtBot, theme: Theme) -> None:
    image = painted(qtbot, RateBar(theme, Rate(15, 30)))
    text, accent, edge = (theme.colour(use).rgb() for use in ("text", "accent", "edge"))
    assert image.pixel(99, 1) == image.pixel(99, 7) == text
    assert image.pixel(80, 7) == image.pixel(80, 5) == accent
    assert image.pixel(80, 1) != accent
    assert image.pixel(20, 7) == edge
    assert image.pixel(20, 5) not in (edge, accent)


def test_of_nothing_there_is_no_line_and_the_band_is_all(qtbot: QtBot, theme: Theme) -> None:
    bar = RateBar(theme, Rate(0, 0))
    image = painted(qtbot, bar)
    assert bar.line() is None
    assert bar.band().width() == 200
    marks = {theme.colour(use).rgb() for use in ("text", "accent")}
    assert not marks & {image.pixel(x, 7) for x in range(200)}
