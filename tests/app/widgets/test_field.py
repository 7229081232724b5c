import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.field import Field


@pytest.fixture
def field(qtbot: QtBot, theme: Theme) -> Field:
    made = Field(theme, "Number", QLineEdit(), "As on the file.")
    qtbot.addWidget(made)
    qtbot.addWidget(made.title)
    return made


def test_a_reader_is_told_title_and_hint(field: Field) -> None:
    assert field.control.accessibleName() == "Number"
    assert field.control.accessibleDescription() == "As on the file."
    assert field.title.buddy() is field.control


def test_a_complaint_is_seen_by_an_icon_and_words(field: Field) -> None:
    assert field.wrong.isHidden()
    assert field.mark.isHidden()
    field.complain("Needed.")
    assert not field.wrong.isHidden()
    assert not field.mark.isHidden()
    assert not field.mark.pixmap().isNull()
    assert field.complaint == "Needed."
    assert field.control.accessibleDescription() == "Needed. As on the file."
    field.complain("")
    assert field.wrong.isHidden()
    assert field.control.accessibleDescription() == "As on the file."


def test_a_hint_that_is_empty_takes_no_room(field: Field) -> None:
    field.explain("")
    assert field.hint.isHidden()


def test_words_are_plain(field: Field) -> None:
    field.complain("<b>bold</b>")
    assert field.wrong.text() == "<b>bold</b>"
    assert field.wrong.textFormat() is field.title.textFormat()
