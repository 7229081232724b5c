from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.widgets.facts import Facts
from app.widgets.label import Label


def shown(facts: Facts) -> list[str]:
    """The texts of the labels that are not hidden, row by row."""
    return [label.text() for label in facts.findChildren(Label) if not label.isHidden()]


def test_rows_take_the_place_of_the_rows_before(qtbot: QtBot) -> None:
    facts = Facts()
    qtbot.addWidget(facts)
    facts.fill((("Camera", "rue"), ("Length", "0:00:04")))
    assert shown(facts) == ["Camera", "rue", "Length", "0:00:04"]
    facts.fill((("Camera", "<b>cour</b>"),))
    assert shown(facts) == ["Camera", "<b>cour</b>"]


def test_a_value_may_be_a_widget(qtbot: QtBot) -> None:
    facts = Facts()
    qtbot.addWidget(facts)
    button = QPushButton("x")
    facts.fill((("Address", button),))
    assert button.parent() is facts
    assert not button.isHidden()


def test_a_screen_reader_hears_the_name_with_the_value(qtbot: QtBot) -> None:
    facts = Facts()
    qtbot.addWidget(facts)
    facts.fill((("Camera", "rue"),))
    assert [label.accessibleName() for label in facts.findChildren(Label)][1] == "Camera: rue"
