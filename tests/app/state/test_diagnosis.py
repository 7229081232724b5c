"""The doctor is asked away from the window, and what is found is put into words."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from app.state import diagnosis
from app.state.diagnosis import Diagnosis
from app.state.session import Session
from app.tasks import Tasks
from app.words import Words
from tests.app.answers import office
from vsa_core.desk.health import Finding, State
from vsa_core.errors import Unreadable

FOUND = (
    Finding("libraries", State.GOOD, "found", (("count", "7"),)),
    Finding("display", State.WARNING, "lacking", (("names", "libegl1"), ("line", "apt x"))),
    Finding("hook", State.BAD, "open"),
)


@pytest.fixture
def session(tasks: Tasks) -> Session:
    """Nobody is signed in; the desk has a doctor."""
    at = office(tasks)
    health: dict[str, object] = {"health": "the doctor"}
    at.session.desks.__dict__.update(health)
    return at.session


def test_every_finding_is_a_line_of_state_subject_and_words(
    qtbot: QtBot, session: Session, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, threading.Thread]] = []

    def examine(health: object) -> tuple[Finding, ...]:
        asked.append((health, threading.current_thread()))
        return FOUND

    monkeypatch.setattr(diagnosis, "examine", examine)
    state = Diagnosis(session, words)
    with qtbot.waitSignals([state.began, state.ended]):
        state.examine()
    ((doctor, thread),) = asked
    assert doctor == "the doctor"
    assert thread is not threading.main_thread()
    assert [line[0] for line in state.lines] == ["good", "warning", "bad"]
    assert [line[1] for line in state.lines] == [
        words.say(f"doctor.{finding.what}.name") for finding in FOUND
    ]
    assert "7" in state.lines[0][2]
    assert "libegl1" in state.lines[1][2] + state.lines[1][3]
    assert "apt x" in state.lines[1][2] + state.lines[1][3]


def test_a_doctor_who_cannot_look_says_so(
    qtbot: QtBot, session: Session, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = Unreadable("SYS-013")

    def examine(health: object) -> tuple[Finding, ...]:
        raise fault

    monkeypatch.setattr(diagnosis, "examine", examine)
    state = Diagnosis(session, words)
    with qtbot.waitSignal(state.failed) as told:
        state.examine()
    assert told.args == [fault]
    assert state.lines == ()
