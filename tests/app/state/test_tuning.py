from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.state.hits import Hits, Stage
from app.state.question import Question
from app.state.tuning import REST, Tuning
from app.tasks import Tasks
from tests.app.answers import WHOLE, Office, Part, close, enter, hits, office
from tests.app.inquiry import LINE, sheet
from tests.desk.scene import START
from vsa_core.domain.query import Query, Setting
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Refused

TEN = hits(10)
ASKED = Query("line_crossing", ("rue",), place=LINE, settings=(Setting("settle", 10, 0, 20),))


@pytest.fixture
def at(tasks: Tasks) -> Iterator[Office]:
    made = office(tasks)
    yield made
    close(made)


@pytest.fixture
def shown(at: Office) -> Hits:
    return Hits(at.session)


@pytest.fixture
def tuning(qtbot: QtBot, at: Office, shown: Hits) -> Tuning:
    made = Tuning(at.session, Question(at.session), shown, shown)
    enter(at)
    at.answers.parts = [Part(TEN, WHOLE)]
    shown.ask(ASKED, "M01")
    qtbot.waitUntil(lambda: shown.state is Stage.ANSWERED)
    return made


def test_a_moved_slider_answers_at_once_and_one_record_follows(
    qtbot: QtBot, at: Office, shown: Hits, tuning: Tuning
) -> None:
    (slid,) = tuning.sliders
    assert (slid.setting.value, slid.unit) == (10, "ms")
    for value in (9, 4, 3):
        tuning.move(0, "settle", value)
    qtbot.waitUntil(lambda: len(shown.hits) == 3)
    qtbot.waitUntil(lambda: tuning.settled is not None)
    assert tuning.settled == START
    assert [query.setting("settle") for query in at.answers.settled] == [3]
    assert shown.query == at.answers.settled[0]
    assert not shown.provisional
    assert REST == 300


def test_nothing_is_decided_of_values_that_are_not_recorded(
    qtbot: QtBot, at: Office, shown: Hits, tuning: Tuning
) -> None:
    shown.choose(0)
    tuning.move(0, "settle", 5)
    qtbot.waitUntil(lambda: shown.provisional)
    shown.judge(Verdict.MATCH, "M01")
    assert at.decisions.written == []
    assert shown.current == TEN[0]
    qtbot.waitUntil(lambda: tuning.settled is not None)
    with qtbot.waitSignal(shown.judged):
        shown.judge(Verdict.DOUBT, "M01")
    assert shown.verdict(TEN[0].name) is Verdict.DOUBT


def test_the_question_follows_the_values_that_were_recorded(
    qtbot: QtBot, at: Office, shown: Hits
) -> None:
    question = Question(at.session)
    tuning = Tuning(at.session, question, shown, shown)
    question.asked.connect(shown.ask)
    enter(at)
    question.know([sheet("rue"), sheet("parking")])
    question.drawing.draw(LINE)
    at.answers.parts = [Part(TEN, WHOLE)]
    question.ask("M01")
    qtbot.waitUntil(lambda: shown.state is Stage.ANSWERED)
    tuning.move(0, "settle", 700)
    qtbot.waitUntil(lambda: tuning.settled is not None)
    assert question.choice.value("settle") == 700
    assert not question.stale


def test_a_refusal_is_told_and_another_question_begins_anew(
    qtbot: QtBot, at: Office, shown: Hits, tuning: Tuning
) -> None:
    at.answers.fault = Refused("LAW-005", case="2024/17", expired="2024-06-04")
    with qtbot.waitSignal(tuning.failed):
        tuning.move(0, "settle", 5)
    assert not tuning.busy
    at.answers.fault = None
    shown.ask(ASKED, "M01")
    assert tuning.sliders == ()
    assert tuning.settled is None
