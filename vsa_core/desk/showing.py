"""Reels while they are open: whose each is, and what closing it records."""

import threading
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count

from vsa_core.desk.cutting import Cut
from vsa_core.desk.projection import Projection
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import InCase, SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.domain.receipt import Receipt
from vsa_core.errors import Refused


@dataclass(frozen=True, slots=True, eq=False)
class Showing:
    """An open reel: whose it is, by which deed, what lies in it, and what shows it."""

    who: SignedIn
    where: InCase
    camera: str
    receipt: Receipt
    deed: Deed
    cut: Cut
    projection: Projection


class Showings:
    """The open reels by their numbers. Threads may share it."""

    def __init__(self, register: Register, tickets: Tickets) -> None:
        self._register = register
        self._tickets = tickets
        self._numbers = count(1)
        self._open: dict[int, Showing] = {}
        self._alone = threading.Lock()

    def add(self, showing: Showing) -> int:
        """Keep an open reel; its number."""
        with self._alone:
            number = next(self._numbers)
            self._open[number] = showing
        return number

    def of(self, who: SignedIn, where: InCase, number: int) -> Showing:
        """The open reel of that number, as it was opened here; CAS-072 to anybody else."""
        self._tickets.archive(who, where)
        with self._alone:
            showing = self._open.get(number)
        if showing is None or (showing.who, showing.where) != (who, where):
            raise Refused("CAS-072")
        return showing

    def granted(self, who: SignedIn, where: InCase, number: int) -> Showing:
        """The same, if the basis still allows it now; Refused (LAW-…) otherwise, which is noted."""
        showing = self.of(who, where, number)
        self._register.grant(who.person, showing.deed, (showing.camera,), showing.cut.window)
        return showing

    def close(self, who: SignedIn, where: InCase, number: int) -> None:
        """Record what was really shown, and let go of the files; CAS-072 a second time."""
        self._close(number, self.of(who, where, number))

    def close_all(self, who: SignedIn, where: InCase | None) -> None:
        """Close all that a person has open, in one case or in every one, the last first."""
        with self._alone:
            mine = [(number, one) for number, one in self._open.items() if one.who == who]
        with ExitStack() as closing:  # one that fails keeps no other open
            for number, showing in reversed(mine):
                if where is None or showing.where == where:
                    closing.callback(self._close, number, showing)

    def _close(self, number: int, showing: Showing) -> None:
        with self._alone:
            self._open.pop(number, None)
        about = {"of": showing.receipt.sequence, **showing.projection.end()}
        question = showing.receipt.question
        deed = Deed(Act.VIEW_CLOSE, showing.where.case, question=question, about=about)
        self._register.write(showing.who.person, deed)
