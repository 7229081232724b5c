"""Made-up plans and tasks."""

from tests.store.samples import footage
from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import Span
from vsa_core.pipeline.plan import Plan, Task

TICKS = 90_000


def plan(number: int = 0, seconds: int = 900) -> Plan:
    """A file of which all is to be looked at."""
    item = footage(number, seconds=seconds)
    assert item.stream is not None
    made = Plan(item, item.stream, item.stream.span)
    made.due = made.length(made.allowed)
    return made


def task(of: Plan, start: int, end: int, first: bool = False) -> Task:
    """The slice from `start` to `end`, in seconds."""
    level = Level.SCAN if first else Level.STANDARD
    return Task(0, of, Span(start * TICKS, end * TICKS), level, "r", first)
