from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.label import Label
from app.widgets.side import NARROWEST, Side


def test_facts_follow_the_title_and_the_foot_is_below(qtbot: QtBot, theme: Theme) -> None:
    side = Side(theme, "Relecture")
    qtbot.addWidget(side)
    first, second, button = Label("one"), Label("two"), QPushButton("out")
    side.fact("disk", first)
    side.foot(button)
    side.fact("journal", second)
    side.resize(side.width(), 600)
    side.show()
    qtbot.waitExposed(side)
    heights = [
        widget.mapTo(side, widget.rect().topLeft()).y()
        for widget in (side.title, first, second, button)
    ]
    assert heights == sorted(heights)
    assert heights[3] - heights[2] > 200


def test_it_grows_with_the_letters(qtbot: QtBot, theme: Theme) -> None:
    side = Side(theme, "Relecture")
    qtbot.addWidget(side)
    assert side.width() >= NARROWEST
    assert side.minimumWidth() == side.maximumWidth()
