from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.state.explaining import Explaining
from app.tasks import Tasks
from tests.app.answers import Office, close, enter, office
from vsa_core.errors import Refused


@pytest.fixture
def at(tasks: Tasks) -> Iterator[Office]:
    made = office(tasks)
    enter(made)
    yield made
    close(made)


def test_a_hit_is_explained_once(qtbot: QtBot, at: Office) -> None:
    explaining = Explaining(at.session)
    explaining.ask("h")
    assert explaining.busy("h")
    qtbot.waitUntil(lambda: explaining.told("h") is not None)
    explaining.ask("h")
    assert len(at.answers.explained) == 1
    told = explaining.told("h")
    assert told is not None
    assert told.misses[0].by == 100
    at.session.sign_out()
    assert explaining.told("h") is None


def test_why_there_is_no_explanation_is_told(qtbot: QtBot, at: Office) -> None:
    at.answers.fault = Refused("LAW-005", case="2024/17", expired="2024-06-04")
    explaining = Explaining(at.session)
    with qtbot.waitSignal(explaining.failed):
        explaining.ask("h")
    assert explaining.fault("h") is at.answers.fault
    assert not explaining.busy("h")
