from pathlib import Path

from pytestqt.qtbot import QtBot

from app.state.people import HOLDERS, SHORTEST, People, length
from app.state.validity import Held, Newcomer
from app.tasks import Tasks
from tests.app.doorstep import at_the_door, sign_in
from tests.desk.records import records
from tests.desk.scene import SECRET, START
from vsa_core.domain.case import Act, Role
from vsa_core.keys import people as keys
from vsa_core.keys import vault

EVERYBODY = (
    ("alice", Role.ANALYST),
    ("bob", Role.SUPERVISOR),
    ("dan", Role.DPO),
    ("mia", Role.MAGISTRATE),
    ("zoe", Role.ADMINISTRATOR),
)


def test_the_rules_told_are_those_of_the_desk() -> None:
    assert SHORTEST == keys.SHORTEST
    assert vault.HOLDERS == HOLDERS


def test_an_accent_counts_once_however_it_was_typed() -> None:
    assert length("é" * 3) == length("e\u0301" * 3) == 3


def test_nobody_is_listed_before_somebody_signed_in(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    session = at_the_door(tmp_path / "home", tasks, *EVERYBODY)
    people = People(session)
    before = len(records(tmp_path / "home"))
    people.refresh()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert people.everybody == ()
    assert len(records(tmp_path / "home")) == before


def test_the_list_is_read_recorded_and_forgotten(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    session = sign_in(qtbot, at_the_door(tmp_path / "home", tasks, *EVERYBODY))
    people = People(session)
    with qtbot.waitSignal(people.changed):
        people.refresh()
    assert [person.name for person in people.everybody] == ["alice", "bob", "dan", "mia", "zoe"]
    assert [person.name for person in people.holders] == ["bob", "mia"]
    assert records(tmp_path / "home")[-1]["act"] == Act.CONSULT
    with qtbot.waitSignal(people.changed):
        session.sign_out()
    assert people.everybody == ()


def test_an_enrolment_is_told_by_the_name(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> None:
    session = at_the_door(tmp_path / "home", tasks)
    people = People(session)
    with qtbot.waitSignal(people.enrolled) as enrolled:
        people.enrol(Newcomer("alice", Role.ANALYST, "alice", Held("H-1")), SECRET)
    assert enrolled.args == ["alice"]
    sign_in(qtbot, session)
    assert session.person is not None
    assert session.person.full_name == "alice"


def test_the_desks_refusal_of_an_enrolment_is_the_sessions(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    session = at_the_door(tmp_path / "home", tasks, *EVERYBODY)
    people = People(session)
    with qtbot.waitSignal(session.failed) as failed, qtbot.assertNotEmitted(people.enrolled):
        people.enrol(Newcomer("eve", Role.ANALYST, "Eve", Held("H-9")), SECRET)
    assert failed.args[0].code == "CAS-014"


def test_a_habilitation_is_renewed_and_ended_by_the_administrator(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path
) -> None:
    session = sign_in(qtbot, at_the_door(tmp_path / "home", tasks, *EVERYBODY), "zoe")
    people = People(session)
    with qtbot.waitSignal(people.changed):
        people.refresh()
    with qtbot.waitSignal(people.changed):
        people.renew("alice", Held("H-2", "Mme la cheffe", "images", 5, START * 2))
    assert people.named("alice").habilitation == "H-2"
    assert people.named("alice").signatory == "Mme la cheffe"
    with qtbot.waitSignal(people.changed):
        people.end("alice")
    assert (people.named("alice").ends or START * 2) <= session.now()
    assert [r["act"] for r in records(tmp_path / "home")].count(Act.PERSON_CHANGE) == 2


def test_anybody_else_is_refused_to_renew(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> None:
    session = sign_in(qtbot, at_the_door(tmp_path / "home", tasks, *EVERYBODY))
    with qtbot.waitSignal(session.failed) as failed:
        People(session, session).renew("bob", Held("H-2"))
    assert failed.args[0].code == "LAW-001"
