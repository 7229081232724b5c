from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.sample import Sample
from app.state.people import People
from app.state.session import Session
from app.tasks import Tasks
from app.theme import Theme
from app.views.founding import FoundingView
from app.words import Words
from tests.app.doorstep import at_the_door, nameless
from tests.desk.records import records
from tests.desk.scene import SECRET
from vsa_core.domain.case import Role
from vsa_core.domain.ports import Cancel, Progress
from vsa_core.errors import Refused


def endless(progress: Progress, cancel: Cancel) -> Sample:
    while not cancel():
        progress(1, 2, "rue.mp4")
    raise Refused("CAS-001", name="demo")


@pytest.fixture
def session(tasks: Tasks, tmp_path: Path) -> Session:
    return at_the_door(tmp_path / "home", tasks, sample=endless)


@pytest.fixture
def view(qtbot: QtBot, session: Session, words: Words, theme: Theme) -> FoundingView:
    made = FoundingView(session, People(session, session), words, theme)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


def fill(view: FoundingView, name: str = "alice", role: Role = Role.ANALYST) -> None:
    form = view.form
    form.roles.setCurrentIndex(form.roles.findData(role))
    form.short.setText(name)
    form.reference.setText("H-1")
    form.habilitation.signatory.setText("M. le directeur")
    form.secret.setText(SECRET)
    form.again.setText(SECRET)


def enrol(qtbot: QtBot, view: FoundingView) -> None:
    with qtbot.waitSignal(view._people.enrolled):
        qtbot.keyClick(view.form.again, Qt.Key.Key_Return)


def test_the_first_person_founds_the_installation(
    qtbot: QtBot, view: FoundingView, session: Session, tmp_path: Path
) -> None:
    qtbot.waitUntil(view.form.short.hasFocus)
    assert view.form.role is Role.ANALYST
    fill(view)
    enrol(qtbot, view)
    assert session.founded
    assert view.sign_in.hasFocus()
    assert "alice" in view.standing.text()
    assert view.another.isVisible()
    with qtbot.waitSignal(view.done) as done:
        view.sign_in.click()
    assert done.args == ["alice"]
    assert [r["act"] for r in records(tmp_path / "home")] == [
        "inception",
        "capabilities",
        "person_add",
    ]


def test_passphrases_are_gone_once_they_served(qtbot: QtBot, view: FoundingView) -> None:
    fill(view)
    enrol(qtbot, view)
    assert view.form.secret.text() == view.form.again.text() == ""


def test_others_may_follow_a_dpo_first(qtbot: QtBot, view: FoundingView) -> None:
    fill(view)
    enrol(qtbot, view)
    view.another.click()
    assert view.form.role is Role.DPO
    assert view.form.short.hasFocus()
    fill(view, "dan", Role.DPO)
    enrol(qtbot, view)
    with qtbot.waitSignal(view.done) as done:
        view.sign_in.click()
    assert done.args == ["alice"]


def test_after_an_administrator_nobody_else_is_enrolled_here(
    qtbot: QtBot, view: FoundingView
) -> None:
    fill(view, "zoe", Role.ADMINISTRATOR)
    enrol(qtbot, view)
    assert not view.another.isVisible()


def test_what_is_lacking_is_told_and_founds_nothing(
    qtbot: QtBot, view: FoundingView, session: Session, tmp_path: Path
) -> None:
    fill(view)
    view.form.again.setText("another passphrase")
    with qtbot.assertNotEmitted(session.busy):
        view.enrol.click()
    assert view.form.again_field.complaint
    assert not (tmp_path / "home").exists()


def test_the_desks_refusal_is_told(qtbot: QtBot, view: FoundingView, tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "something").write_bytes(b"")
    fill(view)
    with qtbot.waitSignal(view._session.failed):
        view.enrol.click()
    assert view.notice.isVisible()
    assert view.notice.code.text() == "CAS-016"
    assert view.pages.currentIndex() == 0


def test_the_sample_needs_no_enrolment_and_can_be_stopped(
    qtbot: QtBot, view: FoundingView, session: Session, tmp_path: Path
) -> None:
    offer = view.entrance.offer
    with qtbot.waitSignal(session.advanced):
        offer.button.click()
    assert not view.pages.isEnabled()
    assert offer.stop.isVisible()
    qtbot.waitUntil(lambda: offer.bar.value() == 500)
    offer.stop.click()
    assert view.pages.isEnabled()
    assert offer.button.isVisible()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert not (tmp_path / "home" / "installation.json").exists()


def test_everything_has_a_name_and_a_key(view: FoundingView) -> None:
    assert nameless(view) == []
