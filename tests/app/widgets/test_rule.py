from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.rule import Rule


def test_it_is_one_pixel_of_the_colour_of_lines(qtbot: QtBot, theme: Theme) -> None:
    rule = Rule(theme)
    qtbot.addWidget(rule)
    rule.resize(40, 1)
    assert rule.height() == 1
    assert rule.grab().toImage().pixelColor(20, 0) == theme.colour("line")
