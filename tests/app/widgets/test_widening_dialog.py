import pytest
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.widening_dialog import WideningDialog
from app.words import Words
from tests.app.doorstep import nameless
from tests.desk.scene import HOUR, START, basis
from vsa_core.domain.case import Case
from vsa_core.domain.moment import Window

CASE = Case("2024/17", basis(), ("alice",), START + 100 * HOUR, START, "alice")


@pytest.fixture
def dialog(qtbot: QtBot, words: Words, theme: Theme) -> WideningDialog:
    made = WideningDialog(words, theme, CASE, START)
    qtbot.addWidget(made)
    return made


def test_what_was_not_touched_changes_nothing(dialog: WideningDialog) -> None:
    wider = dialog.wider
    assert (wider.cameras, wider.window, wider.expires, wider.erase_by) == ((), None, None, None)


def test_what_was_touched_is_asked_for(dialog: WideningDialog) -> None:
    start, end = CASE.basis.window.start, CASE.basis.window.end
    dialog.decision.setText(" ordonnance ")
    dialog.cameras.set_names(("gare",))
    dialog.end.set_microseconds(end + HOUR)
    dialog.expires.set_microseconds(CASE.basis.expires + HOUR)
    dialog.erase_by.set_microseconds(CASE.erase_by + HOUR)
    wider = dialog.wider
    assert (wider.decision, wider.cameras) == ("ordonnance", ("gare",))
    assert wider.window == Window(start, end + HOUR)
    assert (wider.expires, wider.erase_by) == (CASE.basis.expires + HOUR, CASE.erase_by + HOUR)
    assert wider.decided <= START


def test_a_decision_a_window_and_a_motive_are_needed(dialog: WideningDialog) -> None:
    dialog.end.set_microseconds(dialog.start.microseconds)
    assert set(dialog.lacks()) == {
        dialog.decision_field,
        dialog.window_field,
        dialog.motive_field,
    }
    assert dialog.wider.window is None
    dialog.end.set_microseconds(dialog.start.microseconds + HOUR)
    dialog.decision.setText("ordonnance")
    dialog.motive.choose("M01")
    assert dialog.lacks() == {}


def test_everything_has_a_name_and_a_key(dialog: WideningDialog) -> None:
    assert nameless(dialog) == []
