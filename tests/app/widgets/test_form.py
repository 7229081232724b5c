from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.field import Field
from app.widgets.form import Form


def test_titles_stand_beside_their_fields_in_order(qtbot: QtBot, theme: Theme) -> None:
    form = Form()
    qtbot.addWidget(form)
    fields = [Field(theme, name, QLineEdit()) for name in ("One", "A much longer title", "Three")]
    for field in fields:
        form.add(field)
    form.resize(600, 300)
    form.show()
    qtbot.waitExposed(form)
    lefts = {field.x() for field in fields}
    assert len(lefts) == 1
    assert all(_right(form, field.title) < field.x() for field in fields)
    assert [field.y() for field in fields] == sorted(field.y() for field in fields)
    assert all(_top(form, field.title) >= field.y() for field in fields)


def test_a_complaint_makes_room_for_itself(qtbot: QtBot, theme: Theme) -> None:
    form = Form()
    qtbot.addWidget(form)
    first, second = (Field(theme, name, QLineEdit()) for name in ("One", "Two"))
    form.add(first)
    form.add(second)
    form.resize(600, 300)
    form.show()
    qtbot.waitExposed(form)
    first.complain("Needed.")
    qtbot.waitUntil(lambda: first.wrong.geometry().bottom() < second.y() - first.y())
    assert first.wrong.y() > first.control.geometry().bottom()


def _top(form: Form, title: QWidget) -> int:
    return title.mapTo(form, QPoint(0, 0)).y()


def _right(form: Form, title: QWidget) -> int:
    return title.mapTo(form, QPoint(title.width(), 0)).x()
