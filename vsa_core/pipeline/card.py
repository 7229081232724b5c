"""The one process that runs the network on the GPU for all who look, as the program sees it."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vsa_core.errors import Fault
from vsa_core.pipeline.berth import Ends, moored, room_for
from vsa_core.pipeline.envelope import Malformed, written
from vsa_core.pipeline.hand import Hand
from vsa_core.pipeline.wire import fault_from

LOST = "SYS-017"
"""What one who looks says when it hears nothing from the card any more."""

LAST_WORDS = 2.0
"""Seconds in which a process that failed may say why, and end."""


@dataclass(frozen=True, slots=True)
class Card:
    """How to start it: command, environment, fields of the first message it gets.

    maker: by what it runs the network, as pedigrees tell; side, classes: of
    the network, for which a berth has room.
    """

    command: Sequence[str]
    environment: Mapping[str, str]
    greeting: Mapping[str, object] = field(repr=False)
    maker: str
    side: int
    classes: int


class CardAtWork:
    """The process, started, with a berth for each who looks."""

    def __init__(self, card: Card, count: int) -> None:
        """`count`: berths. Raises OSError."""
        room = room_for(card.side, card.classes)
        self._card = card
        self._free, theirs = [], []
        for _ in range(count):
            ours, its = moored(room)
            self._free.append(ours)
            theirs.append(its)
        told = {
            **card.greeting,
            "side": card.side,
            "classes": card.classes,
            "berths": [ends.fields() for ends in theirs],
        }
        handles = [handle for ends in theirs for handle in ends.handles]
        self._process = Hand(card.command, card.environment, written(told), handles)
        self._process.push()
        for ends in theirs:
            ends.close()  # so that its end is seen by who looks

    def lend(self) -> Ends:
        """The berth of one who looks; as many as there are may be lent at once."""
        return self._free.pop()

    def give_back(self, ends: Ends) -> None:
        """The berth of one who looks no more."""
        self._free.append(ends)

    def greeting(self, ends: Ends) -> dict[str, object]:
        """What one who looks is told of its berth."""
        return {
            "maker": self._card.maker,
            "side": self._card.side,
            "classes": self._card.classes,
            "berth": ends.fields(),
        }

    def cause(self, fault: Fault) -> Fault | None:
        """Why it ended: what it said itself, or `fault`; None where it is there."""
        until = time.monotonic() + LAST_WORDS
        while time.monotonic() < until:
            try:
                self._process.push()
                for message in self._process.hear():
                    return fault_from(message)
            except (EOFError, Malformed):
                return fault
            time.sleep(0.02)
        return None

    def end(self) -> None:
        """End it, and let go of the berths: nobody looks any more."""
        self._process.end()
        while self._free:
            self._free.pop().close()
