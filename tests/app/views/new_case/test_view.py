from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.state.draft import Asked
from app.state.lock import Lock
from app.state.people import People
from app.state.session import Session
from app.tasks import Tasks
from app.theme import Theme
from app.views.founding import FoundingView
from app.views.new_case.view import NewCaseView
from app.views.sign_in import SignInView
from app.words import Words
from tests.app.doorstep import at_the_door, nameless, sign_in
from tests.desk.records import denied, records
from tests.desk.scene import AIPD, HOUR, SECRET, START
from vsa_core.domain.case import Framework, Role

PEOPLE = (("alice", Role.ANALYST), ("bob", Role.MAGISTRATE), ("dan", Role.DPO))


@pytest.fixture
def session(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> Session:
    return sign_in(qtbot, at_the_door(tmp_path / "home", tasks, *PEOPLE))


@pytest.fixture
def view(qtbot: QtBot, session: Session, words: Words, theme: Theme) -> NewCaseView:
    made = NewCaseView(session, People(session, session), words, theme)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    qtbot.waitUntil(lambda: not session.tasks.busy)
    return made


def fill(view: NewCaseView, folder: Path) -> None:
    """Everything that the desk asks for, in flagrance."""
    view.procedure.number.setText("2024/17")
    view.procedure.requisition.setText("R1")
    view.procedure.magistrate.setText("Mme X")
    view.procedure.offence.setText("vol")
    view.scope.cameras.set_names(("rue", "parking"))
    view.scope.start.set_microseconds(START)
    view.scope.end.set_microseconds(START + HOUR)
    view.place.folder.setText(str(folder))


def settle(qtbot: QtBot, view: NewCaseView) -> None:
    qtbot.waitUntil(lambda: not view._session.tasks.busy)
    qtbot.wait(1)


def page(view: NewCaseView) -> int:
    return view.stack.currentIndex()


def test_a_case_is_opened_and_entered(
    qtbot: QtBot, view: NewCaseView, session: Session, tmp_path: Path
) -> None:
    fill(view, tmp_path / "case")
    view.on.click()
    view.on.click()
    qtbot.waitUntil(lambda: "bob" in view.place.people.boxes)
    assert set(view.place.people.boxes) == {"bob"}
    view.place.people.boxes["bob"].setChecked(True)
    view.place.motive.choose("M03")
    with qtbot.waitSignal(session.entered):
        view.open.click()
    case = session.where.case
    assert (case.number, case.people) == ("2024/17", ("alice", "bob"))
    assert case.basis.framework is Framework.FLAGRANCE
    assert case.basis.cameras == ("rue", "parking")
    assert (case.basis.window.start, case.basis.window.end) == (START, START + HOUR)
    assert case.erase_by == case.basis.expires
    assert records(tmp_path / "home")[-1]["motive"] == "M03"


def test_enter_goes_on_and_stops_at_what_is_lacking(qtbot: QtBot, view: NewCaseView) -> None:
    qtbot.waitUntil(view.procedure.number.hasFocus)
    qtbot.keyClicks(view.procedure.number, "2024/17")
    qtbot.keyClick(view.procedure.number, Qt.Key.Key_Return)
    assert page(view) == 0
    assert view.procedure.requisition.hasFocus()
    complaints = {asked for asked, field in view.procedure.fields.items() if field.complaint}
    assert complaints == {Asked.REQUISITION, Asked.MAGISTRATE, Asked.OFFENCE}
    for control in (view.procedure.requisition, view.procedure.magistrate, view.procedure.offence):
        control.setText("x")
    assert not any(field.complaint for field in view.procedure.fields.values())
    qtbot.keyClick(view.procedure.offence, Qt.Key.Key_Return)
    assert page(view) == 1
    assert view.scope.cameras.field.hasFocus()


def test_everything_lacking_is_marked_and_the_first_is_gone_to(
    qtbot: QtBot, view: NewCaseView, session: Session
) -> None:
    view.steps.buttons[2].click()
    assert page(view) == 2
    with qtbot.assertNotEmitted(session.busy):
        view.open.click()
    assert page(view) == 0
    assert view.procedure.number.hasFocus()
    assert view.scope.fields[Asked.CAMERAS].complaint
    assert view.scope.fields[Asked.WINDOW].complaint
    assert view.place.fields[Asked.FOLDER].complaint
    assert all("to be completed" in b.accessibleName() for b in view.steps.buttons)


def test_a_date_that_has_passed_is_told_before_the_desk_is_asked(
    qtbot: QtBot, view: NewCaseView, session: Session, tmp_path: Path
) -> None:
    fill(view, tmp_path / "case")
    view.scope.expires.set_microseconds(START - HOUR)
    with qtbot.assertNotEmitted(session.busy):
        view.open.click()
    assert page(view) == 1
    assert view.scope.fields[Asked.EXPIRES].complaint
    assert not session.in_case


def test_a_folder_that_is_not_empty_is_told_before_the_desk_is_asked(
    qtbot: QtBot, view: NewCaseView, session: Session, tmp_path: Path
) -> None:
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "film.mp4").write_bytes(b"")
    fill(view, tmp_path / "case")
    settle(qtbot, view)
    with qtbot.assertNotEmitted(session.busy):
        view.open.click()
    assert page(view) == 2
    assert "empty" in view.place.fields[Asked.FOLDER].complaint
    view.place.folder.setText(str(tmp_path / "other"))
    settle(qtbot, view)
    with qtbot.waitSignal(session.entered):
        view.open.click()


def test_the_desks_refusal_is_told_whole_and_leads_to_its_field(
    qtbot: QtBot, view: NewCaseView, session: Session, tmp_path: Path
) -> None:
    fill(view, tmp_path / "case")
    view.scope.erase_by.set_microseconds(START + 4 * 366 * 24 * HOUR)
    view.steps.buttons[2].click()
    with qtbot.waitSignal(session.failed):
        view.open.click()
    assert view.notice.isVisible()
    assert view.notice.code.text() == "LAW-015"
    assert "230-22" in view.notice.cause.text()
    assert page(view) == 1
    assert view.scope.erase_by.field.hasFocus()
    assert denied(tmp_path / "home") == ("alice", "case_open", "LAW-015")


def test_a_folder_filled_meanwhile_is_the_desks_to_refuse(
    qtbot: QtBot, view: NewCaseView, session: Session, tmp_path: Path
) -> None:
    fill(view, tmp_path / "case")
    settle(qtbot, view)
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "film.mp4").write_bytes(b"")
    with qtbot.waitSignal(session.failed):
        view.open.click()
    assert view.notice.code.text() == "CAS-020"
    assert page(view) == 2


def test_the_folder_follows_the_number(qtbot: QtBot, view: NewCaseView) -> None:
    qtbot.keyClicks(view.procedure.number, "2024/17")
    assert view.place.folder.text().endswith("2024-17")


def test_nothing_of_a_case_is_left_when_the_page_is_left(
    qtbot: QtBot, view: NewCaseView, tmp_path: Path
) -> None:
    fill(view, tmp_path / "case")
    with qtbot.waitSignal(view.cancelled):
        view.cancel.click()
    view.hide()
    assert view.procedure.offence.text() == view.place.folder.text() == ""
    assert view.scope.cameras.names == ()
    view.show()
    assert page(view) == 0
    settle(qtbot, view)


def test_a_page_that_is_gone_is_told_nothing(
    qtbot: QtBot, session: Session, words: Words, theme: Theme, tmp_path: Path
) -> None:
    made = NewCaseView(session, People(session, session), words, theme)
    made.show()
    made.place.folder.setText(str(tmp_path / "case"))
    made.hide()
    with qtbot.waitSignal(made.destroyed):
        made.deleteLater()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    session.sign_out()
    qtbot.waitUntil(lambda: not session.tasks.busy)


def test_one_goes_back_and_nothing_is_lost(qtbot: QtBot, view: NewCaseView, tmp_path: Path) -> None:
    fill(view, tmp_path / "case")
    assert not view.back.isEnabled()
    view.on.click()
    view.back.click()
    assert page(view) == 0
    assert view.procedure.number.text() == "2024/17"
    assert view.on.isVisible()
    assert not view.open.isVisible()


def test_everything_has_a_name_and_a_key(view: NewCaseView) -> None:
    assert nameless(view) == []


def test_from_an_empty_machine_to_an_open_case(
    qtbot: QtBot, tasks: Tasks, words: Words, theme: Theme, tmp_path: Path
) -> None:
    session = at_the_door(tmp_path / "new", tasks)
    people = People(session, session)
    founding = FoundingView(session, people, words, theme)
    door = SignInView(session, Lock(session, lambda: False), words, theme)
    new = NewCaseView(session, people, words, theme)
    for widget in (founding, door, new):
        qtbot.addWidget(widget)
    founding.done.connect(door.greet)

    assert not session.founded
    founding.show()
    founding.form.short.setText("adurand")
    founding.form.full.setText("Alice Durand")
    founding.form.reference.setText("H-1")
    founding.form.habilitation.signatory.setText("M. le directeur")
    founding.aipd.show_aipd(AIPD)
    founding.form.secret.setText(SECRET)
    founding.form.again.setText(SECRET)
    with qtbot.waitSignal(people.enrolled):
        founding.enrol.click()
    founding.sign_in.click()
    founding.hide()

    door.show()
    assert door.name.text() == "adurand"
    door.secret.setText("not her passphrase")
    with qtbot.waitSignal(session.failed):
        qtbot.keyClick(door.secret, Qt.Key.Key_Return)
    assert door.notice.code.text() == "KEY-002"
    door.secret.setText(SECRET)
    with qtbot.waitSignal(session.signed_in):
        qtbot.keyClick(door.secret, Qt.Key.Key_Return)
    door.hide()

    new.show()
    fill(new, tmp_path / "case")
    with qtbot.waitSignal(session.entered):
        new.open.click()
    new.hide()
    assert session.where.case.opened_by == "adurand"
    assert [record["act"] for record in records(tmp_path / "new")] == [
        "inception",
        "capabilities",
        "person_add",
        "denied",
        "session_open",
        "consult",
        "case_open",
    ]
