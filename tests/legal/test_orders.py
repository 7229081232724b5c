from dataclasses import replace

import pytest

from tests.legal.procedure import CASE, person
from vsa_core.domain.case import Role
from vsa_core.domain.order import NewOrder, Order, OrderKind, Origin
from vsa_core.errors import Refused
from vsa_core.legal.orders import check_done, check_entered

BARE = NewOrder(OrderKind.ERASE, Origin.MAGISTRATE, " ")
ORDER = Order("7", OrderKind.ERASE, Origin.MAGISTRATE, "ORD 9", "", "marc", 5)


def test_only_a_magistrate_at_the_desk_orders_without_a_reference() -> None:
    check_entered(person("marc", Role.MAGISTRATE), CASE, BARE)
    check_entered(person("sophie", Role.SUPERVISOR), CASE, replace(BARE, reference="ORD 9"))
    with pytest.raises(Refused, match="LAW-051"):
        check_entered(person("sophie", Role.SUPERVISOR), CASE, BARE)


def test_an_order_to_erase_is_answered_for_by_a_supervisor() -> None:
    check_done(person("sophie", Role.SUPERVISOR), CASE, ORDER)
    check_done(person(), CASE, replace(ORDER, kind=OrderKind.COMPLETE))
    with pytest.raises(Refused, match="LAW-055"):
        check_done(person(), CASE, ORDER)
