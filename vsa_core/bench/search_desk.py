"""A question put at the desk of a made-up archive: decided, recorded, answered in batches."""

import time
from pathlib import Path

from vsa_core.desk.archive import Archive
from vsa_core.desk.machine import Machine
from vsa_core.desk.queries import Queries
from vsa_core.desk.register import Register
from vsa_core.desk.tickets import Tickets
from vsa_core.domain.case import Person, Role
from vsa_core.domain.query import Query
from vsa_core.keys.people import Unlocked

MOTIVE = "M01"
SECOND = 1_000_000


class OwnTime:
    """A clock that stands at one instant of the case, whose basis is years old today."""

    def __init__(self, at: int) -> None:
        """`at`: microseconds since 1970 UTC."""
        self._at = at

    def now(self) -> int:
        """Always the same instant."""
        return self._at

    def monotonic(self) -> int:
        """Microseconds of this boot."""
        return time.monotonic_ns() // 1000


class AtDesk:
    """An analyst of nobody in a made-up case, and a journal of its own on the same disk."""

    def __init__(self, archive: Archive, home: Path) -> None:
        """`home`: an empty folder, in which an installation is founded for its journal."""
        case = archive.catalogue.case()
        clock = OwnTime(case.basis.window.end + SECOND)
        machine = Machine(home, clock, "bench")
        machine.found("bench")
        register = Register(machine.journal, clock, "bench")
        self._journal = register.journal
        tickets = Tickets()
        name = case.people[0]
        person = Person(name, Role.ANALYST, name, "bench", "", "")
        self._who = tickets.admit(person, Unlocked(name, b"", b""))
        self._where = tickets.enter(self._who, case, archive.folder.name, archive)
        self._queries = Queries(register, tickets)

    def first(self, query: Query) -> int:
        """Hits of the first batch that is told, on the disk like all that came before it."""
        asking = self._queries.ask(self._who, self._where, query, MOTIVE)
        try:
            return len(next(asking).hits)
        finally:
            asking.close()

    def close(self) -> None:
        """Let go of the journal; the archive stays open."""
        self._journal.close()
