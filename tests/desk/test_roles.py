from pathlib import Path

import pytest

from tests.desk.records import denied, last
from tests.desk.scene import MOTIVE, SECRET, crossing
from tests.desk.staff import NUMBER, Staff, staff
from vsa_core.domain.case import Act, Role
from vsa_core.errors import Refused


@pytest.fixture
def at(tmp_path: Path) -> Staff:
    return staff(tmp_path)


def changed(at: Staff, name: str, role: Role) -> str:
    pending = at.desks.roles.ask(at.adele, name, role)
    at.desks.approvals.approve(at.dan, pending.name)
    at.desks.roles.carry_out(at.adele, pending.name)
    return pending.name


def test_another_role_takes_two_people_and_is_recorded(at: Staff) -> None:
    name = changed(at, "alice", Role.SUPERVISOR)
    record = last(at.home)
    assert (record["act"], record["who"]) == (Act.PERSON_CHANGE, "adele")
    assert record["about"] == {"request": name, "name": "alice", "role": "supervisor"}
    alice = at.desks.people.sign_in("alice", SECRET)
    assert alice.person.role is Role.SUPERVISOR
    at.enter(alice)


def test_who_is_signed_in_under_the_old_role_is_refused_from_then_on(at: Staff) -> None:
    where = at.enter(at.alice)
    changed(at, "alice", Role.DPO)
    with pytest.raises(Refused, match="CAS-001"):
        at.desks.queries.ask(at.alice, where, crossing(), MOTIVE)


def test_who_may_hold_no_case_key_any_more_loses_those_they_had(at: Staff) -> None:
    changed(at, "alice", Role.DPO)
    alice = at.desks.people.sign_in("alice", SECRET)
    with pytest.raises(Refused, match="KEY-008"):
        at.enter(alice)
    assert at.desks.cases._machine.vault.holders(NUMBER) == ("marc", "sophie")


def test_an_administrator_alone_changes_no_role(at: Staff) -> None:
    pending = at.desks.roles.ask(at.adele, "alice", Role.ADMINISTRATOR)
    with pytest.raises(Refused, match="CAS-094"):
        at.desks.roles.carry_out(at.adele, pending.name)
    assert denied(at.home) == ("adele", "person_change", "CAS-094")
    with pytest.raises(Refused, match="CAS-011"):
        at.desks.roles.ask(at.adele, "nobody", Role.DPO)


def test_the_one_who_approves_does_not_carry_out(at: Staff) -> None:
    pending = at.desks.roles.ask(at.adele, "alice", Role.SUPERVISOR)
    at.desks.approvals.approve(at.dan, pending.name)
    with pytest.raises(Refused, match="LAW-001"):
        at.desks.roles.carry_out(at.dan, pending.name)
