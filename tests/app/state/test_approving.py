"""Two people, two roles: asked by one, signed by another with their passphrase, carried out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.state.approving import Approving, Destroyed
from app.state.session import Session
from app.tasks import Tasks
from tests.app.doorstep import at_the_door, draft, sign_in
from tests.desk.records import records
from tests.desk.scene import MOTIVE, SECRET
from vsa_core.desk.cases import NewCase
from vsa_core.domain.case import Act, Role
from vsa_core.domain.erasure import Ground

PEOPLE = (
    ("bob", Role.SUPERVISOR),
    ("dan", Role.DPO),
    ("sam", Role.SUPERVISOR),
    ("zoe", Role.ADMINISTRATOR),
)


@pytest.fixture
def session(tasks: Tasks, tmp_path: Path) -> Session:
    return at_the_door(tmp_path / "home", tasks, *PEOPLE)


@pytest.fixture
def approving(session: Session) -> Approving:
    return Approving(session, session)


def swap(qtbot: QtBot, session: Session, name: str) -> None:
    """Somebody else comes."""
    session.sign_out()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    sign_in(qtbot, session, name)


def read(qtbot: QtBot, approving: Approving, call: Callable[[], object]) -> None:
    with qtbot.waitSignal(approving.changed):
        call()


def test_a_role_is_changed_by_two_people(
    qtbot: QtBot, session: Session, approving: Approving, tmp_path: Path
) -> None:
    sign_in(qtbot, session, "zoe")
    with qtbot.waitSignal(approving.asked):
        approving.ask_role("sam", Role.ANALYST)
    swap(qtbot, session, "bob")
    read(qtbot, approving, approving.refresh)
    (pending,) = approving.pendings
    with qtbot.waitSignal(session.failed) as failed:
        approving.approve(pending.name, "not his passphrase")
    assert failed.args[0].code == "KEY-002"
    with qtbot.waitSignal(approving.approved):
        approving.approve(pending.name, SECRET)
    swap(qtbot, session, "zoe")
    with qtbot.waitSignal(approving.given) as given:
        approving.give_role(pending.name)
    assert given.args[0].role is Role.ANALYST
    acts = [record["act"] for record in records(tmp_path / "home")]
    assert acts.count(Act.REQUEST) == acts.count(Act.APPROVAL) == 1


def test_nobody_approves_what_they_asked(
    qtbot: QtBot, session: Session, approving: Approving
) -> None:
    sign_in(qtbot, session, "zoe")
    with qtbot.waitSignal(approving.asked) as asked:
        approving.ask_role("sam", Role.ANALYST)
    qtbot.waitUntil(lambda: not session.tasks.busy)
    with qtbot.waitSignal(session.failed) as failed:
        approving.approve(asked.args[0].name, SECRET)
    assert failed.args[0].code == "LAW-040"


def test_a_case_is_erased_once_and_its_certificate_read_back(
    qtbot: QtBot, session: Session, approving: Approving, tmp_path: Path
) -> None:
    sign_in(qtbot, session, "bob")
    new = draft(tmp_path / "case")
    with qtbot.waitSignal(session.entered):
        session.open_case(new.folder, NewCase(new.number, new.basis(), (), new.erase_by), MOTIVE)
    folder, who = session.where.folder, session.who
    pending = session.desks.erasing.ask(who, folder, Ground.CLOSURE, "PV 12", motive=MOTIVE)
    second = session.desks.people.sign_in("dan", SECRET)
    session.desks.approvals.approve(second, pending.name)
    session.leave()
    with qtbot.waitSignal(approving.erased) as destroyed:
        approving.erase(pending.name, folder)
    told: Destroyed = destroyed.args[0]
    assert told.erased.number == told.certificate.case == "2024/17"
    assert not Path(folder).exists()
    assert Path(told.erased.certificate).exists()


def test_requests_are_forgotten_with_whoever_read_them(
    qtbot: QtBot, session: Session, approving: Approving
) -> None:
    sign_in(qtbot, session, "dan")
    approving.everything = True
    read(qtbot, approving, approving.refresh)
    assert approving.is_known
    session.sign_out()
    assert not approving.is_known
    assert not approving.everything
