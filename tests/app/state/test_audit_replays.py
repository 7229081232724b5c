from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.state.audit_replays import ReplayRequests, WaitingReplays
from app.state.session import Session
from app.tasks import Tasks
from tests.app.desk_of_dpo import Watched, signed_in, worked


@pytest.fixture
def at(tmp_path: Path) -> Watched:
    """An installation where a question waits to be asked again."""
    return worked(tmp_path)


def asked(qtbot: QtBot, session: Session, at: Watched) -> ReplayRequests:
    """The DPO's request."""
    requests = ReplayRequests(session)
    with qtbot.waitSignal(requests.changed):
        requests.ask(at.question())
    return requests


def entered(qtbot: QtBot, at: Watched, tasks: Tasks) -> tuple[Session, WaitingReplays]:
    """The analyst in the case, and what waits there."""
    session = signed_in(qtbot, at, tasks, "alice")
    waiting = WaitingReplays(session)
    with qtbot.waitSignal(waiting.changed):
        session.enter(str(at.case))
    return session, waiting


def test_what_the_dpo_asks_is_run_by_a_keyholder_and_both_see_counts(
    qtbot: QtBot, tasks: Tasks, at: Watched
) -> None:
    dan = signed_in(qtbot, at, tasks)
    requests = asked(qtbot, dan, at)
    (one,) = requests.of(at.question())
    assert one.open
    _, waiting = entered(qtbot, at, tasks)
    assert [request.place for request in waiting.waiting] == [one.place]
    waiting.run()
    qtbot.waitUntil(lambda: waiting.outcome is not None and not waiting.running)
    assert waiting.waiting == ()
    with qtbot.waitSignal(requests.changed):
        requests.refresh()
    assert requests.listed == (waiting.outcome,)
    dan.sign_out()
    assert requests.listed == ()


def test_a_second_request_for_the_same_question_is_refused(
    qtbot: QtBot, tasks: Tasks, at: Watched
) -> None:
    requests = asked(qtbot, signed_in(qtbot, at, tasks), at)
    with qtbot.waitSignal(requests.failed) as failed:
        requests.ask(at.question())
    assert failed.args is not None
    assert failed.args[0].code == "CAS-106"


def test_what_is_put_aside_waits_for_another_day(qtbot: QtBot, tasks: Tasks, at: Watched) -> None:
    requests = asked(qtbot, signed_in(qtbot, at, tasks), at)
    _, waiting = entered(qtbot, at, tasks)
    waiting.put_aside()
    assert (waiting.waiting, waiting.outcome) == ((), None)
    waiting.run()
    assert not waiting.running
    with qtbot.waitSignal(requests.changed):
        requests.refresh()
    assert requests.listed[0].open


def test_nothing_is_shown_to_the_next_person(qtbot: QtBot, tasks: Tasks, at: Watched) -> None:
    asked(qtbot, signed_in(qtbot, at, tasks), at)
    session, waiting = entered(qtbot, at, tasks)
    assert waiting.waiting
    session.sign_out()
    assert waiting.waiting == ()


def test_a_replay_that_fails_is_told_and_may_be_tried_again(
    qtbot: QtBot, tasks: Tasks, at: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vsa_core.desk.queries import Queries
    from vsa_core.errors import Refused

    asked(qtbot, signed_in(qtbot, at, tasks), at)
    _, waiting = entered(qtbot, at, tasks)

    def refused(*_: object) -> object:
        raise Refused("LAW-005", case="2024/17", expired="hier")

    monkeypatch.setattr(Queries, "ask", refused)
    with qtbot.waitSignal(waiting.failed):
        waiting.run()
    assert (len(waiting.waiting), waiting.running) == (1, False)
