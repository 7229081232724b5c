"""A fault is told whole, in plain text, in the colour and the icon of its branch."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.notice import Notice
from app.words import Words
from vsa_core.errors import Bug, Fault, Refused, Tampered, Unreadable, WrongUsage


@pytest.fixture
def notice(qtbot: QtBot, words: Words, theme: Theme) -> Notice:
    """A notice that says nothing yet."""
    made = Notice(words, theme)
    qtbot.addWidget(made)
    return made


def test_it_is_hidden_until_it_is_told_something(notice: Notice) -> None:
    assert notice.isHidden()
    notice.tell(WrongUsage("USE-014"))
    assert not notice.isHidden()
    notice.clear()
    assert notice.isHidden()


def test_it_tells_cause_consequence_next_step_and_code(notice: Notice, words: Words) -> None:
    fault = Unreadable("SRC-001", name="cam.mp4")
    notice.tell(fault)
    cause, consequence, following = words.explain(fault)
    assert notice.cause.text() == cause
    assert notice.rest.text() == f"{consequence} {following}"
    assert notice.code.text() == "SRC-001"
    for said in (cause, consequence, following, "SRC-001"):
        assert said in notice.accessibleName()


def test_a_name_in_it_is_not_read_as_rich_text(notice: Notice) -> None:
    notice.tell(Unreadable("SRC-001", name="<b>cam</b>.mp4"))
    assert "<b>cam</b>.mp4" in notice.cause.text()
    assert notice.cause.textFormat() is Qt.TextFormat.PlainText


def test_a_code_without_words_is_shown_once(notice: Notice) -> None:
    notice.tell(Bug("XYZ-999"))
    assert notice.cause.text() == "XYZ-999"
    assert notice.code.text() == ""


@pytest.mark.parametrize(
    ("fault", "use"),
    [
        (WrongUsage("USE-014"), "accent"),
        (Refused("XYZ-001"), "warning"),
        (Unreadable("XYZ-001"), "bad"),
        (Tampered("XYZ-001"), "bad"),
        (Bug("XYZ-001"), "bad"),
    ],
)
def test_its_looks_are_those_of_the_branch(notice: Notice, fault: Fault, use: str) -> None:
    notice.tell(fault)
    assert notice.property("use") == use


def test_a_break_and_a_failure_do_not_look_alike(notice: Notice) -> None:
    notice.tell(Tampered("XYZ-001"))
    broken = notice.picture.pixmap().toImage()
    notice.tell(Unreadable("XYZ-001"))
    assert notice.picture.pixmap().toImage() != broken


def test_it_is_closed_by_keyboard_and_says_so(notice: Notice, qtbot: QtBot) -> None:
    notice.tell(WrongUsage("USE-014"))
    assert notice.close_button.accessibleName()
    with qtbot.waitSignal(notice.dismissed):
        qtbot.keyClick(notice.close_button, Qt.Key.Key_Space)
    assert notice.isHidden()
