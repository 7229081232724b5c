import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.state.audit_chart import Bar, Group
from app.theme import CONTRAST, DARK, LIGHT, Theme
from app.widgets.usage_chart import HEIGHT, LEFT, TOP, UsageChart

BARS = (
    Bar(0, 10, "24/11/2026", (3, 1, 0, 2, 0)),
    Bar(10, 20, "25/11/2026", (0, 0, 0, 0, 0)),
    Bar(20, 30, "26/11/2026", (0, 0, 1, 0, 7)),
)


@pytest.fixture
def chart(qtbot: QtBot, theme: Theme) -> UsageChart:
    """Three days."""
    held = UsageChart(theme)
    qtbot.addWidget(held)
    held.resize(600, HEIGHT)
    held.show_bars(BARS, weekly=False)
    held.show()
    return held


def drawn(chart: UsageChart) -> QImage:
    """What is painted."""
    return chart.grab().toImage()


def test_keys_go_from_bar_to_bar_and_enter_chooses(qtbot: QtBot, chart: UsageChart) -> None:
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.at == 0
    assert "24/11/2026" in chart.accessibleDescription()
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.at == 2
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.at == 2
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    with qtbot.waitSignal(chart.chosen) as chosen:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert chosen.args == [BARS[1]]
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.at == 0


def test_left_from_nowhere_is_the_newest_bar(qtbot: QtBot, chart: UsageChart) -> None:
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.at == 2


def test_a_click_on_a_bar_chooses_it_and_beside_them_nothing(
    qtbot: QtBot, chart: UsageChart
) -> None:
    with qtbot.waitSignal(chart.chosen) as chosen:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(LEFT + 45, 80))
    assert chosen.args == [BARS[1]]
    with qtbot.assertNotEmitted(chart.chosen):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(2, 80))
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(590, 80))


def test_each_bar_is_told_in_words(chart: UsageChart) -> None:
    assert chart.words(BARS[0]) == (
        "24/11/2026: questions 3, pictures looked at, decisions 1, refusals 2"
    )
    assert chart.words(BARS[1]) == "25/11/2026: no act"
    assert "14" in chart.accessibleName()


def test_a_chart_of_nothing_is_painted_and_answers_no_key(qtbot: QtBot, theme: Theme) -> None:
    empty = UsageChart(theme)
    qtbot.addWidget(empty)
    empty.show()
    qtbot.keyClick(empty, Qt.Key.Key_Right)
    qtbot.keyClick(empty, Qt.Key.Key_End)
    assert empty.at == -1


def test_the_higher_bar_is_painted_higher(chart: UsageChart) -> None:
    picture = drawn(chart)
    ground = picture.pixelColor(LEFT + 60, TOP + 20)

    def height(x: int) -> int:
        column = (picture.pixelColor(x, y) for y in range(TOP, HEIGHT - 23))
        return sum(colour != ground for colour in column)

    assert height(LEFT + 100) > height(LEFT + 20) > height(LEFT + 60)


@pytest.mark.parametrize("look", [LIGHT, DARK, CONTRAST])
def test_parts_are_told_apart_in_every_look(qtbot: QtBot, look: Theme) -> None:
    chart = UsageChart(look)
    qtbot.addWidget(chart)
    told = {
        (colour.name(), over.style()) for colour, over in (chart.swatch(group) for group in Group)
    }
    assert len(told) == len(Group)


def test_leaving_the_chart_points_at_nothing(qtbot: QtBot, chart: UsageChart) -> None:
    chart.point(1)
    seen: list[object] = []
    chart.pointed.connect(seen.append)
    chart.point(1)
    chart.point(-1)
    assert seen == [None]
