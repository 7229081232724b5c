"""The requests of this installation that wait for a second person, in one signed private file."""

from typing import Any

from vsa_core.desk.machine import KEYS, Machine
from vsa_core.desk.signed_file import read_signed, write_signed
from vsa_core.domain.case import Role
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.request import Kind, Pending, Request, Signature
from vsa_core.errors import Refused
from vsa_core.keys.private_file import alone

NAME = "requests"
SHORTEST = 8
"""Characters of a request's digest that are enough to name it."""


class Requests:
    """What was asked, approved, done: the journal says when, this file what is still open."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine

    def all(self) -> tuple[Pending, ...]:
        """Every request, in order of asking; Tampered (CAS-010) when the file is not as signed."""
        found = read_signed(self._machine.home / NAME, self._machine) or []
        return tuple(_pending(fields) for fields in found)

    def find(self, name: str) -> Pending:
        """The request of that digest, or of one that begins so; Refused (CAS-082) without one."""
        found = [one for one in self.all() if one.name.startswith(name)]
        if len(name) < SHORTEST or len(found) != 1:
            raise Refused("CAS-082", name=name)
        return found[0]

    def keep(self, pending: Pending) -> None:
        """Add a request, or put it in the place of the one of its name."""
        with alone(self._machine.home / KEYS):
            others = [one for one in self.all() if one.name != pending.name]
            kept = sorted([*others, pending], key=lambda one: (one.request.made, one.name))
            path = self._machine.home / NAME
            write_signed(path, self._machine, [_fields(one) for one in kept])


def _fields(pending: Pending) -> dict[str, Canonical]:
    return {
        "request": pending.request.fields(),
        "asked": pending.asked.fields(),
        "approved": pending.approved.fields() if pending.approved else None,
        "done": pending.done,
    }


def _pending(fields: dict[str, Any]) -> Pending:
    told, approved = fields["request"], fields["approved"]
    request = Request(
        kind=Kind(told["kind"]),
        case=told["case"],
        terms=told["terms"],
        asked_by=told["asked_by"],
        role=Role(told["role"]),
        made=told["made_us"],
        expires=told["expires_us"],
        origin=told["origin"],
    )
    second = _signature(approved) if approved else None
    return Pending(request, _signature(fields["asked"]), second, fields["done"])


def _signature(told: dict[str, Any]) -> Signature:
    return Signature(
        told["name"], Role(told["role"]), told["key"], told["signature"], told["at_us"]
    )
