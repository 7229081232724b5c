from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from app.state.hit_order import Order, Sieve
from app.state.hits import Hits, Stage
from app.tasks import Tasks
from tests.app.answers import PARTIAL, QUESTION, WHOLE, Office, Part, close, enter, hit, office
from tests.app.answers import hits as made
from tests.app.state.stage import film, seated, street
from tests.desk.records import acts, count
from tests.desk.scene import crossing
from vsa_core.desk.reviews import Judged
from vsa_core.domain.case import Act
from vsa_core.domain.event import Hit
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Fault, Refused, Tampered

MATCH, REJECT, _ = Verdict
TEN = made(10)


@pytest.fixture
def at(tasks: Tasks) -> Iterator[Office]:
    """An analyst about to enter a case whose answer is ten hits, whole."""
    desk = office(tasks)
    desk.answers.parts = [Part(TEN[:6]), Part(TEN[6:], PARTIAL)]
    yield desk
    close(desk)


@pytest.fixture
def answered(qtbot: QtBot, at: Office) -> Hits:
    shown = Hits(at.session)
    enter(at)
    shown.ask(QUESTION, "M02")
    qtbot.waitUntil(lambda: shown.state is Stage.ANSWERED)
    return shown


def listed(shown: Hits) -> list[str]:
    rows = (shown.listed.hit(row) for row in range(shown.listed.rowCount()))
    return [one.name for one in rows if one is not None]


def test_an_answer_grows_and_its_coverage_comes_with_the_end(qtbot: QtBot, at: Office) -> None:
    shown = Hits(at.session)
    enter(at)
    told: list[str] = []
    shown.begun.connect(lambda: told.append("begun"))
    shown.grew.connect(lambda some: told.append(f"{len(some)}, {shown.coverage is not None}"))
    shown.ended.connect(lambda: told.append("ended"))
    shown.ask(QUESTION, "M02")
    assert shown.state is Stage.ASKING
    qtbot.waitUntil(lambda: shown.state is Stage.ANSWERED)
    assert told == ["begun", "6, False", "4, True", "ended"]
    assert shown.hits == TEN
    assert shown.coverage == PARTIAL
    assert shown.query == QUESTION
    assert at.answers.asked == [(QUESTION, "M02")]


def test_a_new_question_puts_the_old_answer_away(qtbot: QtBot, at: Office, answered: Hits) -> None:
    answered.choose(3)
    at.answers.parts = [Part((), WHOLE)]
    answered.ask(QUESTION, "M01")
    assert (answered.hits, answered.current, answered.coverage) == ((), None, None)
    qtbot.waitUntil(lambda: answered.state is Stage.ANSWERED)
    assert answered.hits == ()


def test_a_question_in_place_of_another_closes_the_other(qtbot: QtBot, at: Office) -> None:
    shown = Hits(at.session)
    enter(at)
    at.answers.gate.clear()
    shown.ask(QUESTION, "M01")
    qtbot.waitUntil(lambda: len(at.answers.asked) == 1)
    shown.ask(QUESTION, "M02")
    at.answers.gate.set()
    qtbot.waitUntil(lambda: shown.state is Stage.ANSWERED)
    assert shown.hits == TEN
    assert at.answers.closed == 2


def test_what_is_stopped_keeps_what_was_told_and_claims_no_coverage(
    qtbot: QtBot, at: Office, tasks: Tasks
) -> None:
    shown = Hits(at.session)
    enter(at)
    at.answers.gate.clear()
    at.answers.free = 1
    shown.ask(QUESTION, "M01")
    qtbot.waitUntil(lambda: bool(shown.hits))
    shown.stop()
    assert shown.state is Stage.STOPPED
    at.answers.gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert shown.hits == TEN[:6]
    assert shown.coverage is None
    assert at.answers.closed == 1
    shown.stop()
    assert shown.state is Stage.STOPPED


def test_a_failing_desk_is_told_and_what_came_before_stays(qtbot: QtBot, at: Office) -> None:
    at.answers.parts, at.answers.fault = [Part(TEN)], Tampered("STO-003", what="tracks")
    shown = Hits(at.session)
    enter(at)
    told: list[Fault] = []
    shown.failed.connect(told.append)
    shown.ask(QUESTION, "M01")
    qtbot.waitUntil(lambda: shown.state is Stage.FAILED)
    assert [fault.code for fault in told] == ["STO-003"]
    assert shown.fault is told[0]
    assert (shown.hits, shown.coverage) == (TEN, None)


def test_recordings_that_could_not_be_read_come_with_the_coverage(qtbot: QtBot, at: Office) -> None:
    failure = SimpleNamespace(recording="a" * 64, code="STO-004")
    at.answers.parts = [Part((), PARTIAL, (failure,))]
    shown = Hits(at.session)
    enter(at)
    shown.ask(QUESTION, "M01")
    qtbot.waitUntil(lambda: shown.state is Stage.ANSWERED)
    assert [one.code for one in shown.failures] == ["STO-004"]


def test_a_hit_is_chosen_by_row_and_by_name_and_told_once(answered: Hits) -> None:
    told: list[Hit | None] = []
    answered.chosen.connect(told.append)
    answered.choose(0)
    answered.choose(TEN[0].name)
    answered.choose(TEN[4].name)
    answered.choose("of another answer")
    answered.choose(None)
    assert told == [TEN[0], TEN[4], None]


def test_steps_stay_within_the_list(answered: Hits) -> None:
    answered.previous()
    assert answered.current == TEN[0]
    answered.previous()
    assert answered.current == TEN[0]
    for _ in range(20):
        answered.next()
    assert answered.current == TEN[-1]


def test_nothing_is_chosen_in_an_empty_list(at: Office) -> None:
    shown = Hits(at.session)
    shown.next()
    assert shown.current is None
    shown.judge(MATCH, "M01")
    assert at.decisions.written == []


def test_verdicts_of_before_are_known_on_entering(qtbot: QtBot, tasks: Tasks) -> None:
    before = (Judged(TEN[1].name, 1, "rue", MATCH), Judged(TEN[2].name, 0, "rue", REJECT))
    at = office(tasks, before)
    at.answers.parts = [Part(TEN, WHOLE)]
    shown = Hits(at.session)
    enter(at)
    qtbot.waitUntil(lambda: shown.verdict(TEN[1].name) is MATCH)
    shown.ask(QUESTION, "M01")
    qtbot.waitUntil(lambda: shown.state is Stage.ANSWERED)
    assert [shown.verdict(one.name) for one in TEN[1:3]] == [MATCH, REJECT]
    assert list(shown.counts.values()) == [10, 8, 1, 1, 0]
    close(at)


def test_a_decision_is_written_under_its_own_motive_and_told(
    qtbot: QtBot, at: Office, answered: Hits
) -> None:
    answered.choose(2)
    with qtbot.waitSignal(answered.judged) as told:
        answered.judge(MATCH, "M03")
    assert at.decisions.written == [(TEN[2].name, MATCH, "M03")]
    assert told.args is not None
    assert told.args[0].hit == TEN[2].name
    assert answered.verdict(TEN[2].name) is MATCH
    assert answered.current == TEN[2]
    answered.choose(5)  # while the motive is asked for: the decision stays that of its hit
    with qtbot.waitSignal(answered.judged):
        answered.judge(REJECT, "M03", TEN[2])
    assert answered.verdict(TEN[2].name) is REJECT


def test_a_refused_decision_changes_nothing(qtbot: QtBot, at: Office, answered: Hits) -> None:
    at.decisions.fault = Refused("LAW-001", role="dpo")
    answered.choose(2)
    with qtbot.waitSignal(answered.failed):
        answered.judge(MATCH, "M03")
    assert answered.verdict(TEN[2].name) is None


def test_a_decided_hit_that_the_sieve_lets_go_hands_the_choice_to_the_next(
    qtbot: QtBot, answered: Hits
) -> None:
    answered.arrange(sieve=Sieve.TO_VERIFY)
    answered.choose(9)
    with qtbot.waitSignal(answered.judged):
        answered.judge(REJECT, "M03")
    assert answered.current == TEN[8]
    answered.choose(4)
    with qtbot.waitSignal(answered.judged):
        answered.judge(REJECT, "M03")
    assert answered.current == TEN[5]
    assert listed(answered) == [TEN[n].name for n in (0, 1, 2, 3, 5, 6, 7, 8)]


def test_a_sieve_that_hides_the_chosen_hit_chooses_nothing(answered: Hits) -> None:
    answered.choose(3)
    answered.arrange(order=Order.SCORE)
    assert answered.current == TEN[3]
    answered.arrange(sieve=Sieve.MATCHED)
    assert answered.current is None
    assert listed(answered) == []


def test_thumbnails_are_wanted_for_what_is_seen_and_what_is_chosen(
    qtbot: QtBot, at: Office, answered: Hits
) -> None:
    answered.see([one.name for one in TEN[:3]])
    answered.choose(TEN[7].name)
    qtbot.waitUntil(lambda: answered.thumbnails.picture(TEN[2].name) is not None)
    assert at.pictures.pages == [(TEN[7].name, *(one.name for one in TEN[:3]))]
    assert at.pictures.motives == ["M02"]


def test_a_decision_makes_the_thumbnails_of_its_recording_anew(qtbot: QtBot, at: Office) -> None:
    other = hit(500, camera="cour")
    at.answers.parts = [Part((*TEN[:2], other), WHOLE)]
    shown = Hits(at.session)
    enter(at)
    shown.ask(QUESTION, "M01")
    qtbot.waitUntil(lambda: shown.state is Stage.ANSWERED)
    shown.see([one.name for one in shown.hits])
    qtbot.waitUntil(lambda: shown.thumbnails.picture(other.name) is not None)
    shown.choose(TEN[0].name)
    with qtbot.waitSignal(shown.judged):
        shown.judge(MATCH, "M01")
    qtbot.waitUntil(lambda: len(at.pictures.pages) == 2)
    assert set(at.pictures.pages[1]) == {TEN[0].name, TEN[1].name}


def test_on_leaving_everything_is_forgotten(qtbot: QtBot, at: Office, answered: Hits) -> None:
    answered.know((film("a" * 64, (0, 40)),))
    answered.choose(2)
    with qtbot.waitSignal(answered.judged):
        answered.judge(MATCH, "M03")
    at.session.sign_out()
    assert (answered.hits, answered.current, answered.coverage) == ((), None, None)
    assert answered.state is Stage.IDLE
    assert answered.verdict(TEN[2].name) is None
    assert dict(answered.files) == {}


def test_a_verdict_that_comes_after_leaving_is_not_kept(
    qtbot: QtBot, at: Office, answered: Hits, tasks: Tasks
) -> None:
    answered.choose(2)
    answered.judge(MATCH, "M03")
    at.session.leave()
    qtbot.waitUntil(lambda: not tasks.busy)
    at.session.tasks.ask(lambda: None, lambda _: at.answers.gate.clear())
    qtbot.waitUntil(lambda: not at.answers.gate.is_set())
    assert at.decisions.written == [(TEN[2].name, MATCH, "M03")]
    assert answered.verdict(TEN[2].name) is None


def test_a_real_case_answers_shows_masked_pictures_and_keeps_the_decision(
    qtbot: QtBot, tasks: Tasks
) -> None:
    at = street()
    with seated(qtbot, tasks, at) as session:
        shown = Hits(session)
        shown.ask(crossing(), "M02")
        qtbot.waitUntil(lambda: shown.state is Stage.ANSWERED, timeout=20_000)
        (one,) = shown.hits
        assert shown.coverage is not None
        assert shown.coverage.asked > 0
        shown.see([one.name])
        qtbot.waitUntil(lambda: shown.thumbnails.picture(one.name) is not None, timeout=20_000)
        masked = shown.thumbnails.picture(one.name)
        shown.choose(one.name)
        before = count(at)
        with qtbot.waitSignal(shown.judged):
            shown.judge(MATCH, "M03")
        assert acts(at, before)[0] is Act.MATCH
        qtbot.waitUntil(lambda: shown.thumbnails.picture(one.name) is not None, timeout=20_000)
        assert shown.thumbnails.picture(one.name) != masked
        with qtbot.waitSignal(shown.judged):
            shown.judge(REJECT, "M03")
        qtbot.waitUntil(lambda: shown.thumbnails.picture(one.name) is not None, timeout=20_000)
        assert shown.thumbnails.picture(one.name) == masked
        again = Hits(session)
        again._read_verdicts()
        qtbot.waitUntil(lambda: again.verdict(one.name) is REJECT)
