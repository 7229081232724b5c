from dataclasses import replace

import pytest

from tests.desk.records import count, denied, enrol, last
from tests.desk.scene import Office
from vsa_core.domain.case import Role
from vsa_core.errors import Refused


def test_a_dpo_who_asks_for_a_case_is_refused_and_recorded(fresh: Office) -> None:
    dan = enrol(fresh.desks, "dan", Role.DPO)
    for where in (fresh.where, replace(fresh.where, ticket=dan.ticket)):
        before = count(fresh)
        with pytest.raises(Refused, match="CAS-002"):
            fresh.desks.footage.listed(dan, where)
        assert count(fresh) == before + 1
        assert denied(fresh.home) == ("dan", "case_read", "CAS-002")
        assert last(fresh.home)["case"] == "2024/17"


def test_a_holder_who_asks_for_a_case_just_left_leaves_no_record(fresh: Office) -> None:
    fresh.desks.cases.leave(fresh.who, fresh.where)
    before = count(fresh)
    with pytest.raises(Refused, match="CAS-002"):
        fresh.desks.footage.listed(fresh.who, fresh.where)
    assert count(fresh) == before
