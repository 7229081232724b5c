"""Carry out a plan against its receipt: hits batch by batch, and coverage with the last."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from vsa_core.domain.coverage import Coverage, Looked, joined
from vsa_core.domain.event import Hit
from vsa_core.domain.footage import Recording
from vsa_core.domain.ports import TrackShelf
from vsa_core.domain.provenance import digest
from vsa_core.domain.receipt import Receipt
from vsa_core.errors import Bug, Unreadable
from vsa_core.search.answer import hits
from vsa_core.search.plan import HELD, Plan


@dataclass(frozen=True, slots=True)
class Failure:
    """A recording whose observations could not be read, and the code that says why."""

    recording: str
    code: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Some hits of an answer; it is recorded, then shown.

    `running`: digest over all hits so far, whatever the size of the batches;
    `last`: nothing follows; `coverage` and `failures` come with the last one,
    which may hold no hit.
    """

    hits: tuple[Hit, ...]
    running: str
    last: bool
    coverage: Coverage | None = None
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Hits and coverage: neither comes without the other."""

    hits: tuple[Hit, ...]
    coverage: Coverage


def run(plan: Plan, receipt: Receipt, shelf: TrackShelf, batch: int) -> Iterator[Batch]:
    """The answer in batches of at most `batch` hits, in order of recording, then time.

    A recording that cannot be read turns into UNDECODABLE coverage, and the
    rest is answered; Tampered goes through, and ends the answer.

    Raises Bug (ASK-001), before anything is read, for a receipt of another
    question, and Bug (ASK-004) for a batch of no hits.
    """
    if receipt.question != plan.query.digest:
        raise Bug("ASK-001", receipt=receipt.question, question=plan.query.digest)
    if batch < 1:
        raise Bug("ASK-004", batch=batch)
    return _batches(plan, shelf, batch)


def answer(batches: Iterable[Batch]) -> Answer:
    """All batches as one answer. Raises Bug (ASK-005) when the last one is missing."""
    found: list[Hit] = []
    for batch in batches:
        found += batch.hits
        if batch.last and batch.coverage is not None:
            return Answer(tuple(found), batch.coverage)
    raise Bug("ASK-005", hits=len(found))


def follow(running: str, hit: Hit) -> str:
    """The running digest after one more hit; before the first it is the question's digest."""
    return digest([running, hit.name])


def _batches(plan: Plan, shelf: TrackShelf, size: int) -> Iterator[Batch]:
    running = plan.query.digest
    failures: list[tuple[Recording, str]] = []
    ready: list[Hit] = []
    for hit in _hits(plan, shelf, failures):
        if len(ready) == size:
            yield Batch(tuple(ready), running, last=False)
            ready.clear()
        ready.append(hit)
        running = follow(running, hit)
    told = tuple(Failure(recording.name, code) for recording, code in failures)
    coverage = _final(plan.coverage, [recording for recording, _ in failures])
    yield Batch(tuple(ready), running, True, coverage, told)


def _hits(plan: Plan, shelf: TrackShelf, failures: list[tuple[Recording, str]]) -> Iterator[Hit]:
    for search in plan.searches:
        try:
            tracks = shelf.tracks(search.recording, search.wanted)
        except Unreadable as fault:
            failures.append((search.recording, fault.code))
            continue
        yield from hits(plan, search.recording, tracks)


def _final(coverage: Coverage, unread: list[Recording]) -> Coverage:
    """The coverage with every stretch of the unread recordings that was held UNDECODABLE."""
    lost = {footage.digest for recording in unread for footage in recording.files}
    told = [
        replace(s, looked=Looked.UNDECODABLE, level=None)
        if s.footage in lost and s.looked in HELD
        else s
        for s in coverage.stretches
    ]
    flat = [s for s in told if s.start == s.end]
    return Coverage((*joined(told).stretches, *flat))
