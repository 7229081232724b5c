"""The page tells what cannot be done, each with its test, and nothing in it can be changed."""

from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from app.state.capabilities import Capabilities
from app.theme import Theme
from app.views.capabilities import CapabilitiesView
from app.widgets.label import Label
from app.words import Words
from tests.app.doorstep import nameless
from tests.desk.test_capabilities_list import VIGIE, made
from vsa_core.desk.capabilities import Signed
from vsa_core.errors import Unreadable

SIGNED = Signed(made(), "12" * 32, "34" * 64, "56" * 32)


class Desk(QObject):
    """Answers when a test says so."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.signed: Signed | None = None
        self.asked = 0

    def refresh(self) -> None:
        self.asked += 1

    def answer(self, signed: Signed) -> None:
        self.signed = signed
        self.changed.emit()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    """A desk that was not asked yet."""
    return Desk()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, words: Words, theme: Theme) -> CapabilitiesView:
    """The page, on show."""
    made = CapabilitiesView(cast(Capabilities, desk), words, theme)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    return made


def read(page: CapabilitiesView) -> list[str]:
    """Every text that is on show, from the top."""
    return [label.text() for label in page.findChildren(Label) if label.isVisibleTo(page)]


def test_it_asks_when_it_is_shown_and_again_when_shown_again(
    desk: Desk, page: CapabilitiesView
) -> None:
    assert desk.asked == 1
    page.hide()
    page.show()
    assert desk.asked == 2


def test_all_twelve_lines_are_told_with_their_tests(
    desk: Desk, page: CapabilitiesView, words: Words
) -> None:
    desk.answer(SIGNED)
    texts = read(page)
    for red in SIGNED.listing.cannot:
        assert words.say(f"capabilities.cannot.{red.line}") in texts
        assert red.test in texts
    assert texts.index("What this program cannot do") < texts.index("What it can do")


def test_models_questions_and_absent_modules_are_told(
    desk: Desk, page: CapabilitiesView, words: Words
) -> None:
    desk.answer(SIGNED)
    whole = "\n".join(read(page))
    assert "vigie (cdcdcdcdcdcdcdcd…)" in whole
    assert words.say("kinds.kind.line_crossing") in whole
    assert words.say("capabilities.state.absent") in whole


def test_an_unsigned_list_says_so(desk: Desk, page: CapabilitiesView) -> None:
    desk.answer(replace(SIGNED, signature="", public_key=""))
    assert "none: nobody is enrolled here yet" in read(page)


def test_models_that_could_not_be_named_are_told(desk: Desk, page: CapabilitiesView) -> None:
    desk.answer(replace(SIGNED, listing=made(VIGIE, fault="MOD-012")))
    assert "could not be named" in read(page)


def test_a_list_told_twice_stands_there_once(
    qtbot: QtBot, desk: Desk, page: CapabilitiesView
) -> None:
    desk.answer(SIGNED)
    once = sorted(read(page))
    desk.answer(SIGNED)
    assert sorted(read(page)) == once


def test_a_name_with_markup_is_shown_as_it_is(desk: Desk, page: CapabilitiesView) -> None:
    sheet = replace(VIGIE, name="<b>yolo\u202e</b>")
    desk.answer(replace(SIGNED, listing=made(sheet)))
    assert any("<b>yolo⟨U+202E⟩</b>" in text for text in read(page))


def test_what_goes_wrong_is_said_on_the_page(desk: Desk, page: CapabilitiesView) -> None:
    desk.failed.emit(Unreadable("CAS-120", file="engine.py", why="x"))
    assert page.notice.isVisible()


def test_nothing_can_be_changed_and_everything_has_a_name(
    desk: Desk, page: CapabilitiesView
) -> None:
    desk.answer(SIGNED)
    assert nameless(page) == []
    assert all(field.isReadOnly() for field in page.findChildren(QLineEdit))
    assert len(page.findChildren(QAbstractButton)) < 12


def test_one_goes_back(qtbot: QtBot, page: CapabilitiesView) -> None:
    with qtbot.waitSignal(page.closed):
        qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
