"""The orders of a case, kept in its catalogue as one fact that grows."""

import json
from typing import Any

from vsa_core.domain.order import Order, OrderKind, Origin
from vsa_core.domain.provenance import canonical
from vsa_core.store.catalog_sql import Database

_FACT = "orders"


class OrderRows:
    """Orders, in order of entering; one carried out takes the place of itself."""

    def __init__(self, database: Database) -> None:
        """Over the catalogue's database."""
        self._database = database

    def all(self) -> tuple[Order, ...]:
        """Every order."""
        row = self._database.one("SELECT value FROM facts WHERE name = ?", (_FACT,))
        return tuple(map(_order, json.loads(str(row[0])))) if row else ()

    def keep(self, order: Order) -> None:
        """Add an order, or put it in the place of the one of its name."""
        kept = {one.name: one for one in self.all()} | {order.name: order}
        text = canonical([one.fields() for one in kept.values()]).decode()
        self._database.do("INSERT OR REPLACE INTO facts VALUES (?, ?)", (_FACT, text))


def _order(fields: dict[str, Any]) -> Order:
    return Order(
        name=fields["name"],
        kind=OrderKind(fields["kind"]),
        origin=Origin(fields["origin"]),
        reference=fields["reference"],
        text=fields["text"],
        entered_by=fields["entered_by"],
        entered=fields["entered_us"],
        done_by=fields["done_by"],
        done=fields["done_us"],
        what=fields["what"],
    )
