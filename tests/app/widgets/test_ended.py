from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.ended import CODES, Ended
from app.words import Words
from tests.app.doorstep import nameless
from vsa_core.errors import Refused


def test_it_says_what_ended_when_and_what_to_do(qtbot: QtBot, words: Words, theme: Theme) -> None:
    page = Ended(words, theme)
    qtbot.addWidget(page)
    page.tell(Refused("LAW-033", person="alice", ended="2024-03-05", article="CPP art. 230-25"))
    assert "alice" in page.cause.text()
    assert "05/03/2024" in page.cause.text()
    assert page.code.text() == "LAW-033"
    with qtbot.waitSignal(page.closed):
        page.back.click()
    assert nameless(page) == []


def test_every_refusal_it_is_shown_for_has_words(words: Words) -> None:
    assert all(words.knows(f"LAW.{code}.cause") for code in CODES)
