"""The articles that refusals cite, by name and number: resources/law/articles.toml."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from vsa_core.legal.law_data import law


def cited(key: str) -> str:
    """How an article is cited at the time of writing; KeyError for a name not in the data file."""
    return str(law("articles")[key]["cited"])


def article_on(key: str, day: date, table: Mapping[str, Any] | None = None) -> str:
    """How an article is cited on that day: its later number from the day the code is renumbered.

    `key`: its name in the data file (or in `table`, of the same form);
    KeyError for another. A number that nobody has read yet stays that of today.
    """
    entry = (law("articles") if table is None else table)[key]
    begun = "from" in entry and day >= entry["from"]
    return str(entry["later"] if begun and entry["later"] else entry["cited"])


def recited(citation: str, day: date, table: Mapping[str, Any] | None = None) -> str:
    """A citation of ours as it is numbered on that day; any other text is left alone."""
    entries = law("articles") if table is None else table
    for key, entry in entries.items():
        if entry["cited"] == citation:
            return article_on(key, day, entries)
    return citation


SCOPE = cited("scope")
HELD_DOCUMENTS = cited("held_documents")
ERASURE = cited("erasure")
ORDERS = cited("orders")
DIRECT_ACCESS = cited("direct_access")
HABILITATION = cited("habilitation")
NOT_ADMINISTRATIVE = cited("not_administrative")
REQUISITION = cited("requisition")
STATEMENT = cited("statement")
AUTHORISATION = cited("authorisation")
IMPACT = cited("impact")
LOGGING = cited("logging")
SAME_PROCEDURE = cited("same_procedure")
"""The Conseil constitutionnel: only the data of the procedure at hand."""
