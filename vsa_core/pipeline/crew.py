"""Who looks at slices: orders go out, outcomes come back, in whatever order they are finished."""

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from typing import Protocol

from vsa_core.domain.coverage import Level
from vsa_core.domain.footage import Footage, PacketIndex
from vsa_core.domain.moment import Span
from vsa_core.errors import Fault
from vsa_core.pipeline.observe import Observed


@dataclass(frozen=True, slots=True)
class Order:
    """One slice of one footage to look at: all that a worker needs to know of it.

    `number` is the asker's own, and comes back with the outcome. `span` is on
    the footage's pts axis.
    """

    number: int
    footage: Footage
    packets: PacketIndex
    span: Span
    level: Level


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a slice is looked at: up to `pts`."""

    number: int
    pts: int


@dataclass(frozen=True, slots=True)
class Done:
    """A slice that was looked at, with what it gave."""

    number: int
    observed: Observed


@dataclass(frozen=True, slots=True)
class Failed:
    """A slice that could not be looked at, with the fault that says why."""

    number: int
    fault: Fault


@dataclass(frozen=True, slots=True)
class Died:
    """The worker ended in the middle of this slice, without a word."""

    number: int


Outcome = Reached | Done | Failed | Died


class Crew(Protocol):
    """Looks at slices, one or many at a time; whoever looks keeps nothing and writes nothing."""

    def look(
        self, orders: Iterable[Order], poll: Callable[[], None]
    ) -> Generator[Outcome, None, None]:
        """Outcomes as they come; each order ends with exactly one of Done, Failed, Died.

        `orders` is asked for the next one only when somebody is free, so that
        an outcome may still change what is ordered next. `poll` is called every
        few milliseconds by the asker's own thread; what it raises ends the
        looking at once, and what was not told is lost. A closed iterator ends it too.
        """

    def tend(self) -> None:
        """Keep the crew at work while the asker does something long of its own; tells nothing.

        It may be called every few milliseconds, also while `orders` is asked
        for the next one. A crew of which nothing is heard for long holds.
        """
