from pathlib import Path

import pytest

from tests.desk.records import denied, enrol, last
from tests.desk.scene import HOUR, SECRET
from tests.desk.staff import Staff, staff
from vsa_core.desk.consents import Consents
from vsa_core.domain.case import Role
from vsa_core.domain.request import Kind, Pending
from vsa_core.errors import Refused, Tampered

TERMS = {"shard": "2020H1"}


@pytest.fixture
def at(tmp_path: Path) -> Staff:
    return staff(tmp_path)


def asked(at: Staff, number: str = "") -> Pending:
    return at.desks.approvals.ask(at.dan, Kind.PURGE_SHARD, TERMS, number)


def kept(at: Staff) -> Consents:
    return at.desks.approvals._consents


def test_asking_and_approving_do_nothing_else(at: Staff) -> None:
    before = [path for path in at.home.rglob("*") if "requests" not in path.name]
    at.desks.approvals.approve(at.adele, asked(at).name)
    assert [path for path in at.home.rglob("*") if "requests" not in path.name] == before


def test_the_same_person_never_signs_twice(at: Staff) -> None:
    pending = asked(at)
    with pytest.raises(Refused, match="LAW-040"):
        at.desks.approvals.approve(at.dan, pending.name)
    assert denied(at.home) == ("dan", "approval", "LAW-040")


@pytest.mark.parametrize("who", ["sophie", "marc"])
def test_a_role_that_is_not_of_the_pair_does_not_approve(who: str, at: Staff) -> None:
    pending = asked(at)
    with pytest.raises(Refused, match="LAW-041"):
        at.desks.approvals.approve(getattr(at, who), pending.name)
    assert denied(at.home) == (who, "approval", "LAW-041")


def test_two_people_of_one_role_are_not_enough(at: Staff) -> None:
    dora = enrol(at.desks, "dora", Role.DPO, at.adele)
    pending = asked(at)
    with pytest.raises(Refused, match="LAW-041"):
        at.desks.approvals.approve(dora, pending.name)


def test_an_analyst_asks_for_nothing_of_the_kind(at: Staff) -> None:
    for kind in Kind:
        with pytest.raises(Refused, match="LAW-001"):
            at.desks.approvals.ask(at.alice, kind, {})
    with pytest.raises(Refused, match="LAW-039"):
        at.desks.approvals.ask(at.sophie, Kind.PURGE_SHARD, {})
    assert denied(at.home) == ("sophie", "request", "LAW-039")
    assert at.desks.approvals.listed(at.dan, everything=True) == ()


def test_after_a_day_a_request_is_dead_and_no_clock_set_back_revives_it(at: Staff) -> None:
    pending = asked(at)
    at.clock.time += 24 * HOUR
    with pytest.raises(Refused, match="LAW-042"):
        at.desks.approvals.approve(at.adele, pending.name)
    at.clock.time -= 24 * HOUR
    with pytest.raises(Refused, match="LAW-042"):
        at.desks.approvals.approve(at.adele, pending.name)
    assert at.desks.approvals.listed(at.adele) == ()
    assert len(at.desks.approvals.listed(at.adele, everything=True)) == 1


def test_a_request_of_another_installation_is_no_request_here(at: Staff, tmp_path: Path) -> None:
    other = staff(tmp_path / "far")
    kept(at).keep(asked(other))
    (foreign,) = at.desks.approvals.listed(at.dan)
    with pytest.raises(Tampered, match="CAS-092"):
        at.desks.approvals.approve(at.adele, foreign.name)


def test_an_edited_file_of_requests_is_noticed(at: Staff) -> None:
    pending = asked(at)
    path = at.home / "requests"
    path.write_bytes(path.read_bytes().replace(b"2020H1", b"2026H2"))
    with pytest.raises(Tampered, match="CAS-010"):
        at.desks.approvals.approve(at.adele, pending.name)


def test_cut_short_between_the_two_the_request_is_still_open(at: Staff) -> None:
    pending = asked(at)
    later = at.again()
    adele = later.people.sign_in("adele", SECRET)
    assert later.approvals.listed(adele) == (pending,)
    assert last(at.home)["about"] == {"what": "requests"}
    later.approvals.approve(adele, pending.name[:8])


@pytest.mark.parametrize("name", ["", "abc", "0" * 64])
def test_a_name_that_means_no_request_is_refused(name: str, at: Staff) -> None:
    asked(at)
    with pytest.raises(Refused, match="CAS-082"):
        at.desks.approvals.approve(at.adele, name)
    assert denied(at.home) == ("adele", "approval", "CAS-082")
