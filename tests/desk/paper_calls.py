"""One way of making each desk call about people and papers, by the analyst of a small case."""

from collections.abc import Callable

from tests.desk.scene import MOTIVE, SECRET, START, Office
from vsa_core.desk.people import Habilitation
from vsa_core.desk.renewing import Signer
from vsa_core.domain.case import Role
from vsa_core.domain.erasure import Ground
from vsa_core.domain.order import NewOrder, OrderKind, Origin
from vsa_core.domain.request import Kind
from vsa_core.domain.widening import Wider

TWICE = Signer("alice", SECRET)
ORDER = NewOrder(OrderKind.RECTIFY, Origin.PERSON, "REQ 4")


def paper_calls(at: Office) -> dict[str, Callable[[], object]]:
    """Each call, made by the analyst of the case; many are refused, which is a record too."""
    d, who, where = at.desks, at.who, at.where
    return {
        "people.change": lambda: d.people.change(who, "alice", Habilitation("H-9")),
        "people.end": lambda: d.people.end(who, "alice"),
        "cases.close": lambda: d.cases.close(who, where, MOTIVE),
        "roles.ask": lambda: d.roles.ask(who, "alice", Role.DPO),
        "roles.carry_out": lambda: d.roles.carry_out(who, "0" * 16),
        "approvals.ask": lambda: d.approvals.ask(who, Kind.PURGE_SHARD, {}),
        "approvals.approve": lambda: d.approvals.approve(who, "0" * 16),
        "approvals.listed": lambda: d.approvals.listed(who),
        "widening.ask": lambda: d.widening.ask(who, where, Wider("ORD 7", START, ("cour",))),
        "widening.carry_out": lambda: d.widening.carry_out(who, where, "0" * 16),
        "orders.enter": lambda: d.orders.enter(who, where, ORDER),
        "orders.listed": lambda: d.orders.listed(who, where),
        "orders.done": lambda: d.orders.done(who, where, "0", "fait"),
        "erasing.ask": lambda: d.erasing.ask(who, where.folder, Ground.TERM, "terme"),
        "shards.ask": lambda: d.shards.ask(who, "2024H1"),
        "shards.carry_out": lambda: d.shards.carry_out(who, "0" * 16),
        "renewing.examine": d.renewing.examine,
        "renewing.begin_again": lambda: d.renewing.begin_again(TWICE, TWICE, MOTIVE),
        "retention.listed": lambda: d.retention.listed(who),
        "erasing.carry_out": lambda: d.erasing.carry_out(who, "0" * 16, where.folder),
    }
