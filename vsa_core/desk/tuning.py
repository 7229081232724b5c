"""An answer at other values of its sliders, from the tracks that it keeps in memory."""

from dataclasses import dataclass

from vsa_core.desk.asking import BATCH, Question
from vsa_core.domain.event import Hit
from vsa_core.domain.footage import Recording
from vsa_core.domain.ports import Cancel, TrackShelf, Wanted
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.query import Query
from vsa_core.domain.sliders import covers, nodes
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.combining import check_shape
from vsa_core.search.plan import tuned
from vsa_core.search.run import Failure, run


@dataclass(frozen=True, slots=True)
class Tuned:
    """The hits at other values; `running`: digest over all of them; `whole`: not cut short."""

    query: Query
    hits: tuple[Hit, ...]
    running: str
    failures: tuple[Failure, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """Values that came to rest: their record, kept as an answer of its own.

    answer: the number of the record; at: microseconds since 1970 UTC.
    """

    tuned: Tuned
    answer: int
    at: int


class _Stopped(Exception):
    """Nobody waits for these values any more."""


@dataclass(frozen=True, slots=True)
class _Stoppable:
    """A TrackShelf that is left between two recordings when nobody waits."""

    shelf: TrackShelf
    cancel: Cancel

    def tracks(self, recording: Recording, wanted: Wanted) -> Tracks:
        if self.cancel():
            raise _Stopped
        return self.shelf.tracks(recording, wanted)


def retold(question: Question, query: Query, cancel: Cancel) -> Tuned:
    """The answer at the values of `query`; WrongUsage (CAS-140) for another question."""
    check_shape(query)
    if not covers(question.plan.query, query):
        raise WrongUsage("CAS-140")
    plan = tuned(question.plan, query)
    shelf = _Stoppable(question.shelf, cancel)
    found: list[Hit] = []
    running, whole = query.digest, False
    failures: tuple[Failure, ...] = ()
    try:
        for batch in run(plan, question.receipt, shelf, BATCH):
            found.extend(batch.hits)
            running, failures, whole = batch.running, batch.failures, batch.last
    except _Stopped:
        pass
    return Tuned(query, tuple(found), running, failures, whole)


def values_of(query: Query) -> list[Canonical]:
    """Every setting of a question and its parts in clear: numbers, never geometry."""
    several = bool(query.parts)
    return [
        f"{place}.{setting.name}={setting.value}" if several else f"{setting.name}={setting.value}"
        for place, node in enumerate(nodes(query))
        for setting in node.settings
    ]


def never() -> bool:
    """Nobody asks to stop."""
    return False
