from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.state.lock import Lock
from app.state.session import Session
from app.tasks import Tasks
from app.theme import Theme
from app.views.sign_in import SignInView
from app.widgets.label import Label
from app.words import Words
from tests.app.doorstep import at_the_door, nameless, sign_in
from tests.desk.records import denied
from tests.desk.scene import SECRET
from vsa_core.audit.shard import newest
from vsa_core.domain.case import Role


@pytest.fixture
def session(tasks: Tasks, tmp_path: Path) -> Session:
    return at_the_door(tmp_path / "home", tasks, ("alice", Role.ANALYST))


@pytest.fixture
def lock(session: Session) -> Lock:
    """Nothing runs."""
    return Lock(session, lambda: False, session)


@pytest.fixture
def view(qtbot: QtBot, session: Session, lock: Lock, words: Words, theme: Theme) -> SignInView:
    made = SignInView(session, lock, words, theme)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


def test_a_person_signs_in_from_the_keyboard(
    qtbot: QtBot, view: SignInView, session: Session
) -> None:
    qtbot.waitUntil(view.name.hasFocus)
    qtbot.keyClicks(view.name, "alice")
    qtbot.keyClick(view.name, Qt.Key.Key_Return)
    assert view.secret.hasFocus()
    qtbot.keyClicks(view.secret, SECRET)
    with qtbot.waitSignal(session.signed_in):
        qtbot.keyClick(view.secret, Qt.Key.Key_Return)
    assert session.person is not None


def test_a_wrong_passphrase_is_told_and_chosen_for_another_try(
    qtbot: QtBot, view: SignInView, session: Session, tmp_path: Path
) -> None:
    view.name.setText("alice")
    view.secret.setText("not her passphrase")
    with qtbot.waitSignal(session.failed):
        view.enter.click()
    assert view.notice.isVisible()
    assert view.notice.code.text() == "KEY-002"
    assert view.secret.hasFocus()
    assert view.secret.hasSelectedText()
    assert session.person is None
    assert denied(tmp_path / "home") == ("alice", "session_open", "KEY-002")


def test_a_name_nobody_has_is_told_and_gone_back_to(
    qtbot: QtBot, view: SignInView, session: Session
) -> None:
    view.name.setText("eve")
    view.secret.setText(SECRET)
    with qtbot.waitSignal(session.failed):
        view.enter.click()
    assert view.notice.code.text() == "CAS-011"
    assert view.name.hasFocus()
    assert view.name.selectedText() == "eve"


@pytest.mark.parametrize(
    ("name", "secret", "focus"), [("", "", "name"), ("alice", "", "secret"), ("", "x", "name")]
)
def test_nothing_is_asked_of_the_desk_until_both_are_there(
    name: str, secret: str, focus: str, qtbot: QtBot, view: SignInView, session: Session
) -> None:
    view.name.setText(name)
    view.secret.setText(secret)
    with qtbot.assertNotEmitted(session.busy):
        view.enter.click()
    assert getattr(view, focus).hasFocus()
    assert getattr(view, f"{focus}_field").complaint


def test_the_page_waits_while_the_desk_looks(
    qtbot: QtBot, view: SignInView, session: Session
) -> None:
    view.name.setText("alice")
    view.secret.setText(SECRET)
    with qtbot.waitSignal(session.signed_in):
        view.enter.click()
        assert not view.page.isEnabled()
    assert view.page.isEnabled()


def test_nothing_is_left_when_the_page_is_left(view: SignInView) -> None:
    view.greet("alice")
    view.secret.setText(SECRET)
    view.hide()
    assert view.name.text() == view.secret.text() == ""
    view.show()
    assert not view.notice.isVisible()


def test_whoever_was_just_enrolled_goes_on_to_their_passphrase(
    qtbot: QtBot, session: Session, lock: Lock, words: Words, theme: Theme
) -> None:
    view = SignInView(session, lock, words, theme)
    qtbot.addWidget(view)
    view.greet("alice")
    view.show()
    qtbot.waitUntil(view.secret.hasFocus)


def test_nobody_is_named_before_somebody_signed_in(view: SignInView) -> None:
    told = " ".join(label.text() for label in view.findChildren(Label))
    assert "alice" not in told.lower()
    assert "home" in told
    assert "relecture/0.1.0" in told


def test_caps_lock_is_told(qtbot: QtBot, view: SignInView) -> None:
    view.secret.capitals.emit(True)
    assert view.secret_field.complaint
    view.secret.capitals.emit(False)
    assert not view.secret_field.complaint


def test_somebody_new_and_the_sample_are_one_click_away(
    qtbot: QtBot, view: SignInView, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(session, "try_sample", lambda: asked.append("sample"))
    with qtbot.waitSignal(view.enrol_wanted):
        view.enrol.click()
    view.entrance.offer.button.click()
    assert asked == ["sample"]


def test_a_fault_is_not_told_on_a_page_that_nobody_sees(
    qtbot: QtBot, view: SignInView, session: Session
) -> None:
    view.hide()
    with qtbot.waitSignal(session.failed):
        session.sign_in("alice", "not her passphrase")
    view.show()
    assert not view.notice.isVisible()


def test_everything_has_a_name_and_a_key(view: SignInView) -> None:
    assert nameless(view) == []


def test_five_wrong_ones_are_counted_down_on_the_button(
    qtbot: QtBot, view: SignInView, session: Session
) -> None:
    view.name.setText("alice")
    for _ in range(5):
        view.secret.setText("not her passphrase")
        with qtbot.waitSignal(session.failed):
            view.enter.click()
    qtbot.waitUntil(lambda: not view.enter.isEnabled())
    assert "0:30" in view.enter.text()
    assert view.secret_field.hint.text()
    with qtbot.assertNotEmitted(session.busy):
        qtbot.keyClick(view.secret, Qt.Key.Key_Return)
    view.name.setText("bob")
    assert view.enter.isEnabled()
    assert view.secret_field.hint.text() == ""


def test_a_habilitation_that_ended_has_a_page_of_its_own(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path, words: Words, theme: Theme
) -> None:
    session = at_the_door(
        tmp_path / "other", tasks, ("alice", Role.ANALYST), ("zoe", Role.ADMINISTRATOR)
    )
    zoe = session.desks.people.sign_in("zoe", SECRET)
    session.desks.people.end(zoe, "alice")
    view = SignInView(session, Lock(session, lambda: False, session), words, theme)
    qtbot.addWidget(view)
    view.show()
    view.name.setText("alice")
    view.secret.setText(SECRET)
    with qtbot.waitSignal(session.failed):
        view.enter.click()
    assert view.ended.isVisible()
    assert view.ended.code.text() == "LAW-033"
    view.ended.back.click()
    assert view.page.isVisible()


def test_whoever_was_locked_out_is_greeted_with_the_reason(
    qtbot: QtBot, view: SignInView, session: Session, lock: Lock
) -> None:
    sign_in(qtbot, session)
    lock.lock()
    view.hide()
    view.show()
    assert view.locked.isVisible()
    assert view.name.text() == "alice"
    assert not view.name.isReadOnly()
    qtbot.waitUntil(lambda: not session.tasks.busy)


def test_a_covered_screen_asks_the_same_person_only(
    qtbot: QtBot, session: Session, words: Words, theme: Theme
) -> None:
    lock = Lock(session, lambda: True, session)
    view = SignInView(session, lock, words, theme)
    qtbot.addWidget(view)
    sign_in(qtbot, session)
    lock.lock()
    view.show()
    assert view.name.isReadOnly()
    assert not view.enrol.isVisible()
    with qtbot.waitSignal(view.other_wanted):
        view.locked.other.click()
    view.secret.setText(SECRET)
    with qtbot.waitSignal(lock.uncovered):
        view.enter.click()
    assert session.person is not None


def test_a_damaged_journal_says_which_command_two_people_type(
    qtbot: QtBot, view: SignInView, session: Session, tmp_path: Path
) -> None:
    newest(tmp_path / "home" / "audit").head.unlink()
    view.show()
    view.name.setText("alice")
    view.secret.setText(SECRET)
    with qtbot.waitSignal(session.failed):
        view.enter.click()
    assert view.notice.code.text().startswith("AUD-")
    assert view.damaged.isVisible()
    view.hide()
    assert view.damaged.isHidden()
