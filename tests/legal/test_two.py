from dataclasses import replace

import pytest

from tests.legal.procedure import OPENED, person
from vsa_core.domain.case import Role
from vsa_core.domain.request import VALID, Kind, Pending, Request, Signature
from vsa_core.errors import Refused
from vsa_core.legal.two import check_asker, check_live, check_second, pairs


def asked(kind: Kind = Kind.ERASE_CASE, role: Role = Role.SUPERVISOR) -> Request:
    return Request(kind, "2026/17", {}, "sophie", role, OPENED, OPENED + VALID, "o")


def pending(done: bool = False) -> Pending:
    return Pending(asked(), Signature("sophie", Role.SUPERVISOR, "", "", OPENED), None, done)


@pytest.mark.parametrize("kind", list(Kind))
def test_it_takes_two_different_roles_always(kind: Kind) -> None:
    assert pairs(kind)
    assert all(len(pair) == 2 for pair in pairs(kind))


@pytest.mark.parametrize("kind", list(Kind))
def test_an_analyst_is_never_one_of_the_two(kind: Kind) -> None:
    with pytest.raises(Refused, match="LAW-039"):
        check_asker(person(role=Role.ANALYST), kind)


def test_neither_dpo_nor_administrator_widens_alone_with_the_other() -> None:
    assert frozenset({Role.DPO, Role.ADMINISTRATOR}) not in pairs(Kind.WIDEN_BASIS)


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("first", list(Role))
@pytest.mark.parametrize("second", list(Role))
def test_the_table_of_pairs_is_obeyed_in_either_order(
    kind: Kind, first: Role, second: Role
) -> None:
    other, request = person("marc", second), asked(kind, first)
    if first is not second and frozenset({first, second}) in pairs(kind):
        check_second(other, request)
    else:
        with pytest.raises(Refused, match="LAW-041"):
            check_second(other, request)


def test_the_same_person_never_signs_twice_even_under_another_role() -> None:
    with pytest.raises(Refused, match="LAW-040"):
        check_second(person("sophie", Role.MAGISTRATE), asked())


@pytest.mark.parametrize("now", [OPENED - 1, OPENED + VALID, OPENED + 10 * VALID])
def test_a_request_holds_for_one_day(now: int) -> None:
    check_live(pending(), OPENED)
    check_live(pending(), OPENED + VALID - 1)
    with pytest.raises(Refused, match="LAW-042"):
        check_live(pending(), now)


def test_a_request_is_carried_out_once() -> None:
    with pytest.raises(Refused, match="LAW-043"):
        check_live(pending(done=True), OPENED)


def test_another_term_is_another_request() -> None:
    assert asked().digest != replace(asked(), terms={"ground": "term"}).digest
    assert asked().digest != replace(asked(), origin="p").digest
