from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.widgets.label import Label
from app.widgets.sheet import Sheet


def test_a_column_is_never_wider_than_its_letters(qtbot: QtBot) -> None:
    sheet = Sheet(40)
    qtbot.addWidget(sheet)
    sheet.rows.addWidget(QLineEdit())
    sheet.resize(2000, 400)
    sheet.show()
    qtbot.waitExposed(sheet)
    assert sheet.column.width() <= sheet.fontMetrics().averageCharWidth() * 40


def test_what_does_not_fit_scrolls(qtbot: QtBot) -> None:
    sheet = Sheet(20)
    qtbot.addWidget(sheet)
    sheet.rows.addWidget(Label("a long sentence " * 80, wraps=True))
    sheet.resize(300, 200)
    sheet.show()
    qtbot.waitUntil(lambda: sheet.verticalScrollBar().maximum() > 0)


def test_what_is_being_written_stays_in_sight(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    sheet = Sheet(60)
    fields = [QLineEdit() for _ in range(30)]
    for field in fields:
        sheet.rows.addWidget(field)
    rows = QVBoxLayout(whole)
    rows.addWidget(sheet)
    whole.resize(400, 1400)
    whole.show()
    qtbot.waitActive(whole)
    fields[-1].setFocus()
    whole.resize(400, 200)

    def in_sight() -> bool:
        top = fields[-1].mapTo(sheet.viewport(), QPoint(0, 0)).y()
        return 0 <= top <= sheet.viewport().height() - fields[-1].height()

    qtbot.waitUntil(in_sight)
