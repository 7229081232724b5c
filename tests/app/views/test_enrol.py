from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.state.people import People
from app.state.session import Session
from app.tasks import Tasks
from app.theme import Theme
from app.views.enrol import EnrolView
from app.words import Words
from tests.app.doorstep import at_the_door, nameless, sign_in
from tests.desk.records import last
from tests.desk.scene import SECRET
from vsa_core.domain.case import Role


@pytest.fixture
def session(tasks: Tasks, tmp_path: Path) -> Session:
    people = (("alice", Role.ANALYST), ("zoe", Role.ADMINISTRATOR))
    return at_the_door(tmp_path / "home", tasks, *people)


@pytest.fixture
def view(qtbot: QtBot, session: Session, words: Words, theme: Theme) -> EnrolView:
    made = EnrolView(session, People(session, session), words, theme)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


def fill(view: EnrolView, name: str = "dan") -> None:
    form = view.form
    form.roles.setCurrentIndex(form.roles.findData(Role.DPO))
    form.short.setText(name)
    form.full.setText("Dan D.")
    form.reference.setText("H-3")
    form.habilitation.signatory.setText("M. le directeur")
    form.secret.setText(SECRET)
    form.again.setText(SECRET)


def test_an_administrator_enrols(
    qtbot: QtBot, view: EnrolView, session: Session, tmp_path: Path
) -> None:
    sign_in(qtbot, session, "zoe")
    fill(view)
    with qtbot.waitSignal(view.done) as done:
        view.enrol.click()
    assert done.args == ["dan"]
    qtbot.waitUntil(lambda: not session.tasks.busy)
    session.sign_out()
    sign_in(qtbot, session, "dan")
    assert session.person is not None
    assert (session.person.role, session.person.full_name) == (Role.DPO, "Dan D.")


@pytest.mark.parametrize("who", ["", "alice"])
def test_anybody_else_is_refused_and_told_whom_to_ask(
    who: str, qtbot: QtBot, view: EnrolView, session: Session, tmp_path: Path
) -> None:
    if who:
        sign_in(qtbot, session, who)
    fill(view)
    with qtbot.waitSignal(session.failed), qtbot.assertNotEmitted(view.done):
        view.enrol.click()
    assert view.notice.isVisible()
    assert view.notice.code.text() == "CAS-014"
    assert last(tmp_path / "home")["act"] == "denied"


def test_a_name_that_is_taken_is_told(qtbot: QtBot, view: EnrolView, session: Session) -> None:
    sign_in(qtbot, session, "zoe")
    fill(view, "alice")
    with qtbot.waitSignal(session.failed):
        view.enrol.click()
    assert view.notice.code.text() == "CAS-012"


def test_what_is_lacking_is_not_asked_of_the_desk(
    qtbot: QtBot, view: EnrolView, session: Session
) -> None:
    with qtbot.assertNotEmitted(session.busy):
        view.enrol.click()
    assert view.form.short_field.complaint


def test_nothing_is_left_when_the_page_is_left(qtbot: QtBot, view: EnrolView) -> None:
    fill(view)
    with qtbot.waitSignal(view.cancelled):
        view.cancel.click()
    view.hide()
    assert view.form.name == view.form.secret.text() == ""


def test_everything_has_a_name_and_a_key(view: EnrolView) -> None:
    assert nameless(view) == []
