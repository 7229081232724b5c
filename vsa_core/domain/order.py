"""What a magistrate or a person may have done to a case's data: erase, complete, rectify."""

from dataclasses import dataclass
from enum import StrEnum

from vsa_core.domain.provenance import Canonical


class OrderKind(StrEnum):
    """What is ordered (CPP art. 230-23, 230-24)."""

    ERASE = "erase"
    COMPLETE = "complete"
    RECTIFY = "rectify"


class Origin(StrEnum):
    """Whose request it is."""

    MAGISTRATE = "magistrate"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class NewOrder:
    """An order to enter: what is ordered, on whose request, its reference, what it says."""

    kind: OrderKind
    origin: Origin
    reference: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """An order of a case. `name`: the number of its record in the journal, as text.

    entered_by: who wrote it down, at `entered`; done_by, done, what: who
    carried it out, when (None: not yet) and how; microseconds since 1970 UTC.
    """

    name: str
    kind: OrderKind
    origin: Origin
    reference: str
    text: str
    entered_by: str
    entered: int
    done_by: str = ""
    done: int | None = None
    what: str = ""

    def fields(self) -> dict[str, Canonical]:
        """The order as canonical fields."""
        return {
            "name": self.name,
            "kind": self.kind.value,
            "origin": self.origin.value,
            "reference": self.reference,
            "text": self.text,
            "entered_by": self.entered_by,
            "entered_us": self.entered,
            "done_by": self.done_by,
            "done_us": self.done,
            "what": self.what,
        }
