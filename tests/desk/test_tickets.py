from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.records import enrol
from tests.desk.scene import HOUR, START, Office, basis, office
from vsa_core.domain.case import Case, Role
from vsa_core.domain.moment import Window
from vsa_core.errors import Refused


def test_who_left_has_no_keys_and_no_case(fresh: Office) -> None:
    fresh.desks.people.sign_out(fresh.who)
    with pytest.raises(Refused, match="CAS-001"):
        fresh.desks.footage.listed(fresh.who, fresh.where)


def test_leaving_lets_the_next_one_in(fresh: Office) -> None:
    again = fresh.desks.people.sign_in("alice", "a passphrase long enough")
    with pytest.raises(Refused, match="STO-007"):
        fresh.desks.cases.enter(again, fresh.where.folder)
    fresh.desks.people.sign_out(fresh.who)
    assert fresh.desks.cases.enter(again, fresh.where.folder).case == fresh.where.case


def test_leaving_closes_nobody_elses_case(fresh: Office) -> None:
    bob = enrol(fresh.desks, "bob", Role.ANALYST)
    fresh.desks.people.sign_out(bob)
    assert len(fresh.desks.footage.listed(fresh.who, fresh.where)) == 1


def test_a_ticket_to_a_case_is_for_who_entered_it(ready: Office) -> None:
    bob = enrol(ready.desks, "bob", Role.ANALYST)
    with pytest.raises(Refused, match="CAS-002"):
        ready.desks.footage.listed(bob, ready.where)


def test_a_number_that_was_never_given_opens_nothing(ready: Office) -> None:
    for forged in (replace(ready.who, ticket=99), replace(ready.who, ticket=0)):
        with pytest.raises(Refused, match="CAS-001"):
            ready.desks.footage.listed(forged, ready.where)
    with pytest.raises(Refused, match="CAS-002"):
        ready.desks.footage.listed(ready.who, replace(ready.where, ticket=99))


def test_a_ticket_that_claims_another_name_or_role_opens_nothing(ready: Office) -> None:
    person = ready.who.person
    for claimed in (replace(person, name="bob"), replace(person, role=Role.MAGISTRATE)):
        with pytest.raises(Refused, match="CAS-001"):
            ready.desks.footage.listed(replace(ready.who, person=claimed), ready.where)


def test_a_ticket_that_claims_another_basis_opens_nothing(ready: Office) -> None:
    case: Case = ready.where.case
    wider = basis(window=Window(START - 90 * HOUR, START + 90 * HOUR))
    for claimed in (replace(case, basis=wider), replace(case, people=("alice", "bob"))):
        with pytest.raises(Refused, match="CAS-002"):
            ready.desks.footage.listed(ready.who, replace(ready.where, case=claimed))
    with pytest.raises(Refused, match="CAS-002"):
        ready.desks.footage.listed(ready.who, replace(ready.where, folder="/elsewhere"))


def test_tickets_are_never_given_twice(tmp_path: Path) -> None:
    at = office(tmp_path)
    given = {at.who.ticket, at.where.ticket}
    for _ in range(3):
        who = at.desks.people.sign_in("alice", "a passphrase long enough")
        assert who.ticket not in given
        given.add(who.ticket)
        at.desks.people.sign_out(who)
