from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.state.hits import Hits
from app.tasks import Tasks
from app.theme import Theme
from app.views.hits import HitsView
from app.widgets.review_line import ReviewLine
from app.words import Words
from tests.app import answers
from tests.app.answers import WHOLE, Office, Part, ask, tuning
from tests.app.answers import hits as some_hits
from vsa_core.domain.verdict import Verdict

TEN = some_hits(10)


@pytest.fixture
def at(tasks: Tasks) -> Iterator[Office]:
    yield (desk := answers.office(tasks))
    answers.close(desk)


@pytest.fixture
def hits(at: Office) -> Hits:
    return Hits(at.session)


@pytest.fixture
def view(qtbot: QtBot, at: Office, hits: Hits, words: Words, theme: Theme) -> HitsView:
    widget = HitsView(hits, tuning(hits), words, theme)
    qtbot.addWidget(widget)
    answers.enter(at)
    return widget


def test_what_was_decided_is_told_of_the_whole(qtbot: QtBot) -> None:
    line = ReviewLine()
    qtbot.addWidget(line)
    assert line.isHidden()
    line.tell(10, 2, 3, 1)
    assert not line.isHidden()
    assert "6 of 10" in line.told.text()
    assert (line.bar.value(), line.bar.maximum()) == (6, 10)


def test_how_far_the_review_has_come_is_told(
    qtbot: QtBot, at: Office, hits: Hits, view: HitsView
) -> None:
    ask(qtbot, at, hits, Part(TEN, WHOLE))
    assert "0 of 10" in view.review.told.text()
    with qtbot.waitSignal(hits.judged):
        hits.judge(Verdict.DOUBT, "M01", TEN[0])
    assert "1 of 10" in view.review.told.text()
    assert "doubtful 1" in view.review.told.text()
