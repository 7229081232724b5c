from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.records import enrol, last, quiet, records
from tests.desk.scene import HOUR, MOTIVE, START, Office, basis, indexed, office
from vsa_core.audit.entry import Entry
from vsa_core.audit.journal import Journal
from vsa_core.desk.tickets import Tickets
from vsa_core.domain.case import Act, Case, Role
from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import MICROSECONDS, Window
from vsa_core.errors import Refused, Unreadable


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


def test_work_that_goes_on_after_leaving_is_refused_not_called_tampered(fresh: Office) -> None:
    archive = fresh.desks.cases._tickets.archive(fresh.who, fresh.where)
    fresh.desks.people.sign_out(fresh.who)
    with pytest.raises(Refused, match="STO-020"):
        archive.catalogue.footage.all()


def test_an_indexing_left_behind_is_recorded_as_aborted(fresh: Office) -> None:
    left: list[int] = []

    def cancel() -> bool:
        if not left:
            left.append(1)
            fresh.desks.people.sign_out(fresh.who)
        return False

    with pytest.raises(Refused, match="STO-020"):
        fresh.desks.indexing.index(fresh.who, fresh.where, Level.FULL, (), MOTIVE, quiet, cancel)
    assert last(fresh.home)["act"] == Act.ABORTED
    assert last(fresh.home)["about"]["code"] == "STO-020"


def test_tickets_asked_for_by_many_threads_are_all_different(fresh: Office) -> None:
    tickets, person = Tickets(), fresh.who.person
    keys = fresh.desks.people._tickets.keys(fresh.who)
    with ThreadPoolExecutor(8) as pool:
        given = list(pool.map(lambda _: tickets.admit(person, keys).ticket, range(200)))
    assert len(set(given)) == 200


def test_who_leaves_is_seen_off_while_the_case_is_still_open(fresh: Office) -> None:
    tickets = fresh.desks.people._tickets
    seen: list[int] = []
    tickets.before_leaving(
        lambda who, _: seen.append(tickets.archive(who, fresh.where).catalogue.marks.count())
    )
    fresh.desks.people.sign_out(fresh.who)
    assert seen == [0]


def test_a_case_that_was_left_is_closed_and_may_be_entered_again(fresh: Office) -> None:
    desks, who, where = fresh.desks, fresh.who, fresh.where
    with pytest.raises(Refused, match="STO-007"):
        desks.cases.enter(who, where.folder)
    desks.cases.leave(who, where)
    with pytest.raises(Refused, match="CAS-002"):
        desks.footage.listed(who, where)
    with pytest.raises(Refused, match="CAS-002"):
        desks.cases.leave(who, where)
    again = desks.cases.enter(who, where.folder)
    assert len(desks.footage.listed(who, again)) == 1
    assert next(r["about"] for r in records(fresh.home) if r["act"] == "consult") == {
        "what": "leave"
    }


def test_leaving_a_case_closes_the_reels_of_that_case(ready: Office) -> None:
    desks, who = ready.desks, ready.who
    window = Window(START, START + 10 * MICROSECONDS)
    reel = desks.playing.open(who, ready.where, "rue", window, MOTIVE)
    desks.cases.leave(who, ready.where)
    closings = [r for r in records(ready.home) if r["act"] == Act.VIEW_CLOSE]
    assert closings[-1]["about"]["of"] == reel.receipt.sequence
    ready.where = desks.cases.enter(who, ready.where.folder)


def test_a_case_and_its_reels_are_closed_too_where_the_journal_cannot_be_written(
    fresh: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed(fresh)
    window = Window(START, START + 12_000_000)
    for _ in range(2):
        fresh.desks.playing.open(fresh.who, fresh.where, "rue", window, MOTIVE)
    tried: list[Act] = []

    def full(_: Journal, entry: Entry) -> None:
        tried.append(entry.act)
        raise Unreadable("AUD-002", reason="no space")

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", full)
        with pytest.raises(Unreadable):
            fresh.desks.cases.leave(fresh.who, fresh.where)
    assert tried == [Act.VIEW_CLOSE, Act.VIEW_CLOSE]
    with pytest.raises(Refused, match="CAS-002"):
        fresh.desks.cases.leave(fresh.who, fresh.where)
    fresh.desks.cases.enter(fresh.who, fresh.where.folder)
