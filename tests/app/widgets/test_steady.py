"""A wheel changes the field that has the focus, and no other."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.widgets.steady import steady

Fields = tuple[QSpinBox, QSpinBox]


def wheel() -> QWheelEvent:
    """One notch down."""
    return QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


@pytest.fixture
def fields(qtbot: QtBot) -> Iterator[Fields]:
    """Two numbers on a page, the first with the focus."""
    page = QWidget()
    qtbot.addWidget(page)
    rows = QVBoxLayout(page)
    made = (QSpinBox(), QSpinBox())
    for field in made:
        field.setValue(50)
        steady(field)
        rows.addWidget(field)
    page.show()
    made[0].setFocus()
    qtbot.waitUntil(made[0].hasFocus)
    yield made
    page.close()


def test_the_field_with_the_focus_follows_the_wheel(fields: Fields) -> None:
    field, _ = fields
    QApplication.sendEvent(field, wheel())
    assert field.value() == 49


def test_another_field_stays_and_leaves_the_wheel_to_its_page(fields: Fields) -> None:
    _, other = fields
    passing = wheel()
    QApplication.sendEvent(other, passing)
    assert other.value() == 50
    assert not passing.isAccepted()


def test_a_wheel_does_not_take_the_focus(fields: Fields) -> None:
    _, other = fields
    assert other.focusPolicy() is Qt.FocusPolicy.StrongFocus
