from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.state.approving import Approving
from app.state.session import Session
from app.tasks import Tasks
from app.theme import Theme
from app.views.approvals import ApprovalsView
from app.widgets.signing import SigningDialog
from app.words import Words
from tests.app.doorstep import at_the_door, nameless, sign_in
from tests.app.opened import dialogs
from tests.desk.scene import SECRET
from vsa_core.domain.case import Role

PEOPLE = (("bob", Role.SUPERVISOR), ("dan", Role.DPO), ("zoe", Role.ADMINISTRATOR))


@pytest.fixture
def session(tasks: Tasks, tmp_path: Path) -> Session:
    """Nobody is signed in; the administrator asked that bob be given another role."""
    made = at_the_door(tmp_path / "home", tasks, *PEOPLE)
    zoe = made.desks.people.sign_in("zoe", SECRET)
    made.desks.roles.ask(zoe, "bob", Role.ANALYST)
    made.desks.people.sign_out(zoe)
    return made


def shown(qtbot: QtBot, session: Session, words: Words, theme: Theme, name: str) -> ApprovalsView:
    sign_in(qtbot, session, name)
    approving = Approving(session, session)
    made = ApprovalsView(approving, session, words, theme)
    qtbot.addWidget(made)
    with qtbot.waitSignal(approving.changed):
        made.show()
    return made


def test_the_exact_terms_are_shown_and_signed_with_the_passphrase(
    qtbot: QtBot, session: Session, words: Words, theme: Theme
) -> None:
    view = shown(qtbot, session, words, theme, "dan")
    assert view.why.text() == ""
    view.approve.click()
    (signing,) = dialogs(SigningDialog)
    signing.secret.setText("not his passphrase")
    with qtbot.waitSignal(session.failed):
        signing.agree.click()
    assert signing.notice.code.text() == "KEY-002"
    signing.secret.setText(SECRET)
    with qtbot.waitSignals([view._approving.approved, view._approving.changed]):
        signing.agree.click()
    assert dialogs(SigningDialog) == []
    assert not view.approve.isEnabled()
    assert view.why.text()
    assert not view.carry_out.isEnabled()  # the administrator's to do


def test_whoever_asked_it_is_told_that_they_cannot_approve_it(
    qtbot: QtBot, session: Session, words: Words, theme: Theme
) -> None:
    view = shown(qtbot, session, words, theme, "zoe")
    assert not view.approve.isEnabled()
    assert view.why.text()


def test_nothing_to_sign_says_so(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path, words: Words, theme: Theme
) -> None:
    session = at_the_door(tmp_path / "bare", tasks, *PEOPLE)
    view = shown(qtbot, session, words, theme, "dan")
    assert view.stack.currentWidget() is view.empty
    assert not view.approve.isEnabled()
    assert nameless(view) == []


def test_the_way_back(qtbot: QtBot, session: Session, words: Words, theme: Theme) -> None:
    view = shown(qtbot, session, words, theme, "dan")
    with qtbot.waitSignal(view.closed):
        view.back.click()
