"""What has only a coarse name where a finer one was asked for is counted, and said."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.state.hits import Hits, Stage
from app.tasks import Tasks
from app.theme import Theme
from app.views.hits import HitsView
from app.widgets.coarse_line import CoarseLine
from app.words import Words
from tests.app.answers import QUESTION, WHOLE, Office, Part, close, enter, hit, office, tuning

NAMES = ("vehicle", "car", "vehicle", "two-wheeler")
FOUND = tuple(hit(1000 * n, object_class=name) for n, name in enumerate(NAMES))


@pytest.fixture
def at(tasks: Tasks) -> Iterator[Office]:
    """An analyst about to enter a case."""
    yield (desk := office(tasks))
    close(desk)


def answer(qtbot: QtBot, at: Office, hits: Hits, *classes: str) -> None:
    """Ask for these classes; the same four hits answer, in two parts."""
    at.answers.parts = [Part(FOUND[:2]), Part(FOUND[2:], WHOLE)]
    hits.ask(replace(QUESTION, classes=classes), "M01")
    qtbot.waitUntil(lambda: hits.state is Stage.ANSWERED)


def test_nothing_is_said_while_every_name_is_as_fine_as_the_question(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    line = CoarseLine(words, theme)
    qtbot.addWidget(line)
    line.tell({})
    assert line.isHidden()


def test_each_coarse_name_is_said_with_its_count(qtbot: QtBot, theme: Theme, words: Words) -> None:
    line = CoarseLine(words, theme)
    qtbot.addWidget(line)
    line.tell({"vehicle": 3, "two-wheeler": 1})
    assert not line.isHidden()
    said = line.text.text()
    assert "«\u00a0véhicule\u00a0» (3), «\u00a0deux-roues\u00a0» (1)\u00a0:" in said
    line.tell({})
    assert line.isHidden()


def test_hits_are_counted_by_the_coarse_name_that_answered(qtbot: QtBot, at: Office) -> None:
    hits = Hits(at.session)
    enter(at)
    for classes, counted in (
        (("car",), {"vehicle": 2}),
        (("car", "bicycle"), {"vehicle": 2, "two-wheeler": 1}),
        (("vehicle",), {}),
        ((), {}),
    ):
        answer(qtbot, at, hits, *classes)
        assert hits.coarse == counted
    answer(qtbot, at, hits, "car")
    at.answers.gate.clear()
    hits.ask(replace(QUESTION, classes=("car",)), "M01")
    assert hits.coarse == {}, "a new answer begins with none"


def test_the_answer_on_the_screen_says_so(
    qtbot: QtBot, at: Office, theme: Theme, words: Words
) -> None:
    hits = Hits(at.session)
    view = HitsView(hits, tuning(hits), words, theme)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    enter(at)
    answer(qtbot, at, hits, "car")
    assert view.coarse.isVisible()
    assert "«\u00a0véhicule\u00a0» (2)" in view.coarse.text.text()
    answer(qtbot, at, hits, "vehicle")
    assert view.coarse.isHidden()
