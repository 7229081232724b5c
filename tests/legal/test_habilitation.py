from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.legal.procedure import OPENED, person
from vsa_core.domain.case import Role
from vsa_core.errors import Refused
from vsa_core.legal.habilitation import check_habilitation

HELD = [role for role in Role if role is not Role.ADMINISTRATOR]


@given(begins=st.integers(0, 100), length=st.integers(1, 100), now=st.integers(0, 250))
@pytest.mark.parametrize("role", HELD)
def test_a_habilitation_holds_between_its_dates_and_at_no_other_time(
    role: Role, begins: int, length: int, now: int
) -> None:
    somebody = replace(person(role=role), begins=begins, ends=begins + length)
    if begins <= now < begins + length:
        check_habilitation(somebody, now)
        return
    with pytest.raises(Refused, match="LAW-034" if now < begins else "LAW-033"):
        check_habilitation(somebody, now)


@pytest.mark.parametrize("role", list(Role))
def test_nobody_acts_without_the_reference_of_a_habilitation(role: Role) -> None:
    with pytest.raises(Refused, match="LAW-003"):
        check_habilitation(person(role=role, habilitation=" "), OPENED)


def test_without_an_end_it_holds_on() -> None:
    check_habilitation(person(), 2**50)


def test_an_administrator_whose_dates_ran_out_can_still_renew_others() -> None:
    check_habilitation(replace(person(role=Role.ADMINISTRATOR), ends=1), OPENED)
