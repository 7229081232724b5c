"""Separation of duties: the table holds for every role and every act."""

import pytest

from tests.legal.procedure import person
from vsa_core.domain.case import Act, Role
from vsa_core.errors import Refused
from vsa_core.legal.roles import FOOTAGE, IN_CASE, MAY, READING, check_role


def test_every_role_has_its_row() -> None:
    assert set(MAY) == set(Role)


@pytest.mark.parametrize("role", [Role.DPO, Role.ADMINISTRATOR])
def test_dpo_and_administrator_never_touch_a_case(role: Role) -> None:
    assert not MAY[role] & IN_CASE


def test_analysts_never_read_the_log_nor_enrol() -> None:
    ruled = {Act.AUDIT_READ, Act.PERSON_ADD, Act.MODEL_ADD, Act.MODEL_REMOVE}
    assert not MAY[Role.ANALYST] & ruled


@pytest.mark.parametrize("act", [Act.MODEL_ADD, Act.MODEL_REMOVE])
def test_only_the_administrator_says_which_models_may_look(act: Act) -> None:
    assert {role for role in Role if act in MAY[role]} == {Role.ADMINISTRATOR}


def test_the_magistrate_looks_and_changes_nothing() -> None:
    assert MAY[Role.MAGISTRATE] & FOOTAGE == {Act.QUERY, Act.SETTLE, Act.VIEW, Act.EXAMINE}


def test_only_investigators_open_a_case() -> None:
    opening = {role for role in Role if Act.CASE_OPEN in MAY[role]}
    assert opening == {Role.ANALYST, Role.SUPERVISOR}


def test_nobody_is_granted_what_the_journal_writes_itself() -> None:
    ours = {Act.INCEPTION, Act.RECOVERY, Act.ABORTED, Act.DENIED, Act.BATCH, Act.RESULT}
    assert not any(MAY[role] & ours for role in Role)


def test_papers_and_footage_are_apart() -> None:
    assert not READING & FOOTAGE


@pytest.mark.parametrize("role", sorted(Role))
@pytest.mark.parametrize("act", sorted(Act))
def test_the_table_is_obeyed(role: Role, act: Act) -> None:
    if act in MAY[role]:
        check_role(person(role=role), act)
        return
    with pytest.raises(Refused, match="LAW-001"):
        check_role(person(role=role), act)
