from pytestqt.qtbot import QtBot

from app.theme import Theme
from app.widgets.question_page import QuestionPage
from app.words import Words
from tests.app.inquiry import KINDS


def test_the_sections_stand_in_the_order_of_the_work(
    qtbot: QtBot, words: Words, theme: Theme
) -> None:
    kinds = [(sheet.kind, sheet.place or "eye") for sheet in KINDS]
    page = QuestionPage(kinds, lambda at: (), words, theme)
    qtbot.addWidget(page)
    page.resize(340, 2400)
    with qtbot.waitExposed(page):
        page.show()
    inside = page.widget()
    parts = (page.phrase, page.kind, page.cameras, page.place, page.chips, page.filter_fold)
    wholes = (page.settings, page.cards.add, page.period, page.count)
    tops = [part.mapTo(inside, part.rect().topLeft()).y() for part in (*parts, *wholes)]
    assert tops == sorted(tops)
