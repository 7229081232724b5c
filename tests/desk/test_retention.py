from pathlib import Path

import pytest

from tests.desk.records import enrol, last
from tests.desk.staff import NUMBER, Staff
from tests.desk.years import MIDDLE, OLD, years_later
from vsa_core.domain.case import Act, Role
from vsa_core.domain.term import Terms


@pytest.fixture
def at(tmp_path: Path) -> Staff:
    return years_later(tmp_path)


def told(at: Staff, who: str) -> Terms:
    return at.desks.retention.listed(getattr(at, who))


@pytest.mark.parametrize("who", ["dan", "marc"])
def test_dpo_and_magistrate_are_told_of_every_case_and_volume(who: str, at: Staff) -> None:
    seen = told(at, who)
    assert [case.number for case in seen.cases] == [NUMBER]
    assert seen.shards_due == 1
    assert seen.shards[0].held_by == (NUMBER,)


def test_an_administrator_is_told_of_volumes_and_of_no_case(at: Staff) -> None:
    seen = told(at, "adele")
    assert seen.cases == ()
    assert [one.shard for one in seen.shards][:2] == [OLD, MIDDLE]
    assert (seen.shards[0].held, seen.shards[0].held_by) == (1, ())
    assert NUMBER not in repr(seen)


@pytest.mark.parametrize("who", ["alice", "sophie"])
def test_the_others_are_told_of_their_own_cases(who: str, at: Staff) -> None:
    seen = told(at, who)
    assert ([case.number for case in seen.cases], seen.shards) == ([NUMBER], ())
    at_no_case = enrol(at.desks, "bob", Role.SUPERVISOR, at.adele)
    assert at.desks.retention.listed(at_no_case).cases == ()


def test_the_reading_and_the_lateness_are_recorded(at: Staff) -> None:
    told(at, "dan")
    record = last(at.home)
    assert (record["act"], record["who"]) == (Act.CONSULT, "dan")
    assert record["about"] == {"what": "retention", "passed": 1, "soon": 0, "shards": 1}
