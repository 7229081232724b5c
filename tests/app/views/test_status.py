"""The foot of the window: who is here, and why they do what they do."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.state.lock import Lock
from app.state.session import ROUTINE, Session
from app.tasks import Tasks
from app.theme import Theme
from app.views.status import StatusView
from app.words import Words
from tests.app.answers import Office, close, enter, office
from tests.app.doorstep import nameless


@pytest.fixture
def at(tasks: Tasks) -> Iterator[Office]:
    """An analyst about to enter a case."""
    desk = office(tasks)
    yield desk
    close(desk)


@pytest.fixture
def view(qtbot: QtBot, at: Office, words: Words, theme: Theme) -> StatusView:
    """The line, which shows itself when there is something to tell."""
    line = StatusView(at.session, Lock(at.session, lambda: False), words, theme)
    qtbot.addWidget(line)
    return line


def test_while_nobody_is_signed_in_there_is_no_line(view: StatusView) -> None:
    assert not view.isVisible()


def test_a_person_is_named_with_their_role(at: Office, view: StatusView) -> None:
    enter(at)
    assert view.isVisible()
    assert view.person.text() == "Alice A. – analyste"
    assert view.told.text()


def test_in_a_case_the_motive_of_ordinary_acts_is_shown_and_chosen(
    at: Office, view: StatusView
) -> None:
    enter(at)
    session: Session = at.session
    assert view.motive.isVisible()
    assert view.motive.code == session.motive == ROUTINE
    view.motive.choose("M06")
    assert session.motive == "M06"
    view.motive.choose("")
    assert session.motive == "M06"
    session.leave()
    assert not view.motive.isVisible()
    assert session.motive == ROUTINE


def test_the_next_case_begins_with_the_ordinary_motive(at: Office, view: StatusView) -> None:
    enter(at)
    view.motive.choose("M06")
    at.session.leave()
    enter(at)
    assert view.motive.code == at.session.motive == ROUTINE


def test_whoever_left_is_shown_no_longer(at: Office, view: StatusView) -> None:
    enter(at)
    at.session.sign_out()
    assert not view.isVisible()


def test_the_sample_is_said_to_be_one(
    at: Office, view: StatusView, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(at)
    assert not view.sample.isVisible()
    monkeypatch.setattr(Session, "in_sample", property(lambda session: True))
    view.refresh()
    assert view.sample.isVisible()


def test_everything_has_a_name(at: Office, view: StatusView) -> None:
    enter(at)
    assert nameless(view) == []


def test_the_lock_is_announced_and_taken_back(
    qtbot: QtBot, at: Office, words: Words, theme: Theme
) -> None:
    lock = Lock(at.session, lambda: False, at.session)
    line = StatusView(at.session, lock, words, theme)
    qtbot.addWidget(line)
    enter(at)
    lock.warned.emit(12)
    assert line.soon.isVisible()
    assert "12" in line.soon.text()
    lock.warned.emit(0)
    assert not line.soon.isVisible()
    assert line.told.isVisible()
