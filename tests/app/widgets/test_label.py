"""A label shows text as it is written."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.widgets.label import Label

SPOOF = '<b>beau.mp4</b><img src="file:///nowhere.png">'


def test_a_name_is_never_read_as_rich_text(qtbot: QtBot) -> None:
    label = Label(SPOOF)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == SPOOF
    assert label.sizeHint().width() >= label.fontMetrics().horizontalAdvance(SPOOF)


def test_a_name_set_later_is_not_either(qtbot: QtBot) -> None:
    label, plain = Label(), Label()
    for each, text in ((label, SPOOF), (plain, "x" * len(SPOOF))):
        qtbot.addWidget(each)
        each.setText(text)
    assert label.sizeHint().height() == plain.sizeHint().height()
    assert label.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("wraps", [True, False])
def test_it_wraps_when_told_so(qtbot: QtBot, wraps: bool) -> None:
    label = Label("un texte assez long pour deux lignes", wraps=wraps)
    qtbot.addWidget(label)
    assert label.wordWrap() is wraps
    assert (label.heightForWidth(60) > label.fontMetrics().height()) is wraps


def test_its_use_is_a_style_of_the_theme(qtbot: QtBot) -> None:
    label = Label("x", use="muted")
    qtbot.addWidget(label)
    assert label.property("use") == "muted"
