from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.phrase_line import PhraseLine
from vsa_core.domain.phrase import Completion

OFFERS = (Completion(9, 13, "franchit", "event"), Completion(9, 13, "franchissent", "event"))


@pytest.fixture
def line(qtbot: QtBot, theme: Theme) -> PhraseLine:
    def complete(at: int) -> Sequence[Completion]:
        return OFFERS if at == 13 else ()

    made = PhraseLine(theme, complete)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_enter_is_told_and_breaks_no_line(qtbot: QtBot, line: PhraseLine) -> None:
    qtbot.keyClicks(line, "person")
    with qtbot.waitSignal(line.entered):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.toPlainText() == "person"


def test_what_is_typed_is_completed(qtbot: QtBot, line: PhraseLine) -> None:
    qtbot.keyClicks(line, "personne fran")
    assert line.offered == ("franchit", "franchissent")
    assert line.list.isVisible()
    qtbot.keyClick(line.list, Qt.Key.Key_Tab)
    assert line.toPlainText() == "personne franchit"
    assert not line.list.isVisible()


def test_nothing_to_offer_shows_nothing(qtbot: QtBot, line: PhraseLine) -> None:
    qtbot.keyClicks(line, "pers")
    assert line.offered == ()
    assert not line.list.isVisible()


def test_a_wrong_word_is_underlined_where_it_stands(line: PhraseLine) -> None:
    line.show_text("personne franchitt")
    line.underline(9, 18)
    (wrong,) = line.extraSelections()
    assert wrong.cursor.selectedText() == "franchitt"
    line.underline(0, 0)
    assert line.extraSelections() == []
    line.underline(9, 99)
    assert line.extraSelections()[0].cursor.selectedText() == "franchitt"


def test_a_text_shown_is_not_typed(qtbot: QtBot, line: PhraseLine) -> None:
    with qtbot.assertNotEmitted(line.typed):
        line.show_text("voiture est vue")
    assert line.toPlainText() == "voiture est vue"
    assert line.tabChangesFocus()
