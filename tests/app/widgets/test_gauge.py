from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.theme import LIGHT, Theme
from app.widgets.gauge import Gauge

amounts = st.integers(-(10**6), 10**6)


def painted(qtbot: QtBot, gauge: Gauge) -> QImage:
    """The gauge as it is painted, 100 pixels wide."""
    qtbot.addWidget(gauge)
    gauge.resize(100, 12)
    return gauge.grab().toImage()


@given(amounts, st.none() | amounts, st.integers(0, 1000))
def test_whatever_is_measured_stands_on_the_scale(
    qapp: object, value: int, threshold: int | None, full: int
) -> None:
    gauge = Gauge(LIGHT, value, threshold, full)
    assert 0 <= gauge.share(value) <= 1
    if threshold is not None:
        assert 0 <= gauge.share(threshold) <= 1
        assert (gauge.share(value) >= gauge.share(threshold)) or value < threshold


def test_the_bar_ends_at_the_value_and_the_line_stands_at_the_threshold(
    qtbot: QtBot, theme: Theme
) -> None:
    image = painted(qtbot, Gauge(theme, 600, 300, 1000))
    accent, text = theme.colour("accent").rgb(), theme.colour("text").rgb()
    assert image.pixel(50, 6) == accent
    assert image.pixel(80, 6) != accent
    assert text in {image.pixel(x, 1) for x in range(28, 33)}
    assert text not in {image.pixel(x, 1) for x in range(40, 100)}


def test_without_a_threshold_no_line_stands_there(qtbot: QtBot, theme: Theme) -> None:
    image = painted(qtbot, Gauge(theme, 600, None, 1000))
    text = theme.colour("text").rgb()
    assert text not in {image.pixel(x, 1) for x in range(100)}
