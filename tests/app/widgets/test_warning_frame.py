from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.widgets.ink import EXAMINED
from app.widgets.warning_frame import BAR, SIDE, WarningFrame


def test_a_warning_stands_around_the_picture_and_covers_none_of_it(qtbot: QtBot) -> None:
    held = QWidget()
    frame = WarningFrame(held)
    qtbot.addWidget(frame)
    frame.resize(400, 300)
    frame.show()
    assert held.size() == frame.size()
    frame.warn("EXAMEN — affichage seul")
    qtbot.waitUntil(lambda: held.height() == 300 - BAR - SIDE)
    assert held.pos() == QPoint(SIDE, BAR)
    assert held.width() == 400 - 2 * SIDE
    picture = frame.grab().toImage()
    assert picture.pixelColor(5, 5).name() == EXAMINED
    edge = {picture.pixelColor(2, y).name() for y in range(BAR, 300)}
    assert len(edge) > 1
    assert frame.accessibleName() == "EXAMEN — affichage seul"


def test_without_a_warning_there_is_no_frame(qtbot: QtBot) -> None:
    held = QWidget()
    frame = WarningFrame(held)
    qtbot.addWidget(frame)
    frame.resize(400, 300)
    frame.show()
    frame.warn("x")
    frame.warn("")
    qtbot.waitUntil(lambda: held.size() == frame.size())
    assert frame.grab().toImage().pixelColor(5, 5).name() != EXAMINED
