"""Carry out a plan against its receipt: hits batch by batch, and coverage with the last."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from vsa_core.domain.coverage import Coverage, Looked, joined
from vsa_core.domain.event import Hit
from vsa_core.domain.footage import Recording
from vsa_core.domain.ports import TrackShelf
from vsa_core.domain.provenance import digest
from vsa_core.domain.query import Query
from vsa_core.domain.receipt import Receipt
from vsa_core.domain.sliders import covers
from vsa_core.domain.track import Tracks
from vsa_core.errors import Bug, Unreadable
from vsa_core.events.combining import has_sequence
from vsa_core.search.answer import hits, named
from vsa_core.search.plan import HELD, Plan, Search
from vsa_core.search.sequence import stream
from vsa_core.search.slices import groups, slices

Failures = dict[str, tuple[Recording, str]]
"""By name of the recording: what could not be read, and why."""

Due = Callable[[], bool]
"""Whether hits that are there should leave now."""


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


def patient() -> bool:
    """Hits may wait until their batch is full."""
    return False


def run(
    plan: Plan, receipt: Receipt, shelf: TrackShelf, batch: int, due: Due = patient
) -> Iterator[Batch]:
    """The answer in batches of at most `batch` hits, in order of recording, then time.

    Between two recordings `due` is asked whether the hits that are there have
    waited long enough: they leave then, before the next one is read.

    With a sequence in the question the order is that of time in each camera, or
    over all cameras where it pairs across them, by the last part's beginning.

    A recording that cannot be read turns into UNDECODABLE coverage, and the
    rest is answered; Tampered goes through, and ends the answer.

    Raises Bug (ASK-001), before anything is read, for a receipt of another
    question, and Bug (ASK-004) for a batch of no hits.
    """
    check_receipt(plan, receipt)
    if batch < 1:
        raise Bug("ASK-004", batch=batch)
    return _batches(plan, shelf, batch, due)


def check_receipt(plan: Plan, receipt: Receipt) -> None:
    """Raise Bug (ASK-001) unless the receipt is of the question, or covers its sliders' values."""
    asked = plan.asked or plan.query
    if receipt.question != asked.digest or not covers(asked, plan.query):
        raise Bug("ASK-001", receipt=receipt.question, question=plan.query.digest)


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


def _batches(plan: Plan, shelf: TrackShelf, size: int, due: Due) -> Iterator[Batch]:
    running = plan.query.digest
    failures: Failures = {}
    ready: list[Hit] = []
    for hit in _hits(plan, shelf, failures):
        if len(ready) == size or (ready and hit is None and due()):
            yield Batch(tuple(ready), running, last=False)
            ready.clear()
        if hit is not None:
            ready.append(hit)
            running = follow(running, hit)
    told = tuple(Failure(recording.name, code) for recording, code in failures.values())
    unread = [recording for recording, _ in failures.values()]
    coverage = _final(plan.coverage, unread) if unread else plan.coverage
    yield Batch(tuple(ready), running, True, coverage, told)


def _hits(plan: Plan, shelf: TrackShelf, failures: Failures) -> Iterator[Hit | None]:
    """The hits, and None before each camera and each reading."""
    whole = plan.whole
    if has_sequence(whole):
        for group in groups(whole, plan.searches()):
            yield from _paired(plan, whole, group, shelf, failures)
        return
    for camera in plan.cameras:
        yield None
        for search in plan.searches_on(camera):
            yield None
            tracks = _tracks(search, shelf, failures)
            if tracks is not None:
                yield from hits(plan, search.recording, tracks)


def _paired(
    plan: Plan,
    whole: Query,
    searches: tuple[Search, ...],
    shelf: TrackShelf,
    failures: Failures,
) -> Iterator[Hit | None]:
    """The hits of a question with a sequence, slice by slice, and None before each reading."""
    found = stream(plan, whole)
    for piece in slices(whole, searches):
        for look in piece.looks:
            yield None
            tracks = _tracks(look.search, shelf, failures)
            if tracks is not None:
                found.take(look.search.recording, tracks, look.start, look.end)
        yield from named(found.until(piece.end))


def _tracks(search: Search, shelf: TrackShelf, failures: Failures) -> Tracks | None:
    """The tracks of a recording; None when it cannot be read, or could not before."""
    if search.recording.name in failures:
        return None
    try:
        return shelf.tracks(search.recording, search.wanted)
    except Unreadable as fault:
        failures[search.recording.name] = (search.recording, fault.code)
        return None


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
