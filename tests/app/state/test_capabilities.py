"""The list is asked for away from the window, by nobody in particular."""

import threading
from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from app.state.capabilities import Capabilities
from app.state.session import Session
from app.tasks import Tasks
from tests.app.answers import office
from vsa_core.errors import Unreadable


@pytest.fixture
def session(tasks: Tasks) -> Session:
    """A session whose desk a test puts in place."""
    return office(tasks).session


def test_what_the_desk_says_is_kept(qtbot: QtBot, session: Session) -> None:
    asked: list[threading.Thread] = []

    def listed() -> str:
        asked.append(threading.current_thread())
        return "the list"

    session.desks.__dict__["capabilities"] = SimpleNamespace(listed=listed)
    state = Capabilities(session)
    assert state.signed is None
    with qtbot.waitSignal(state.changed):
        state.refresh()
    assert state.signed == "the list"  # type: ignore[comparison-overlap]  # a double's
    assert asked[0] is not threading.main_thread()


def test_what_goes_wrong_is_told_and_the_list_before_is_kept(
    qtbot: QtBot, session: Session
) -> None:
    def listed() -> str:
        raise Unreadable("CAS-120", file="engine.py", why="x")

    session.desks.__dict__["capabilities"] = SimpleNamespace(listed=listed)
    state = Capabilities(session)
    with qtbot.waitSignal(state.failed) as told:
        state.refresh()
    assert told.args[0].code == "CAS-120"
    assert state.signed is None
