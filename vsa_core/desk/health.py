"""Is this machine fit for the work? What the doctor looks at, without touching any case."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from vsa_core.domain.ports import Clock


class State(Enum):
    """How a thing looked at was found."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what, how it was found, and which sentence tells it.

    The words are `doctor.<what>.<told>` and, for what to do about it,
    `doctor.<what>.<told>_next`; `values` fill both.
    """

    what: str
    state: State
    told: str
    values: tuple[tuple[str, str], ...] = ()


Probe = tuple[str, Callable[[], Finding]]
"""What is looked at, and how; looking may import what this machine cannot load."""

UNLOADED = "unloaded"
"""Told of a subject that nobody can look at until a library is there."""


class Health:
    """The doctor: never reads a case, so that it works on a machine where nothing else does."""

    def __init__(self, clock: Clock, probes: Sequence[Probe]) -> None:
        self._clock = clock
        self._probes = tuple(probes)

    def now(self) -> int:
        """The machine's time, in microseconds since 1970 UTC."""
        return self._clock.now()

    def examine(self) -> tuple[Finding, ...]:
        """Everything the doctor looks at, in a fixed order; one subject never hides another."""
        return tuple(_looked(what, look) for what, look in self._probes)


def fit(findings: Sequence[Finding]) -> bool:
    """Whether nothing that was looked at is bad."""
    return all(finding.state is not State.BAD for finding in findings)


def _looked(what: str, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except ImportError as error:
        return Finding(what, State.BAD, UNLOADED, (("why", str(error)),))
