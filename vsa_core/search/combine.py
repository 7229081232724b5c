"""And, or, not over the tracks of one recording: what answers a question, part by part.

These are the exact meanings that any faster way of counting is held against.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from vsa_core.domain.event import Event, Measure
from vsa_core.domain.footage import Recording
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.combining import ALL, ANY, combination_named, negative, pause, positive
from vsa_core.events.registry import kind_named
from vsa_core.search.narrowed import judged
from vsa_core.search.plan import Plan
from vsa_core.search.telling import event_of, joined

Home = tuple[str, str, int]
"""Camera, name of the recording, number of the track in it: what one track is."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that answers a question, before anybody writes it out.

    at, until: corrected microseconds; known: when it can be known, which is
    when the last of its parts began; tell: makes the event of it.
    """

    at: int
    until: int
    known: int
    home: Home
    tell: Callable[[], Event]

    @property
    def order(self) -> tuple[int, Home, int]:
        """In order of time, then of track: the order of every answer."""
        return self.known, self.home, self.until


def answers(plan: Plan, query: Query, recording: Recording, tracks: Tracks) -> list[Found]:
    """What answers a resolved question that holds no sequence, in the tracks of one recording."""
    if query.kind == ANY:
        return [one for part in query.parts for one in answers(plan, part, recording, tracks)]
    if query.kind == ALL:
        return _all(plan, query, recording, tracks)
    return _plain(plan, query, recording, tracks)


def written(found: Found) -> Found:
    """The same with its event written out, so that it holds on to no tracks."""
    event = found.tell()
    return replace(found, tell=lambda: event)


def _plain(plan: Plan, query: Query, recording: Recording, tracks: Tracks) -> list[Found]:
    kind, pedigrees = kind_named(query.kind), plan.pedigrees(recording.camera)
    return [
        Found(
            at=finding.at,
            until=finding.until,
            known=finding.at,
            home=(recording.camera, recording.name, int(world.number[finding.row])),
            tell=partial(event_of, kind, recording, world, finding, pedigrees),
        )
        for world, finding in judged(query, tracks, recording.camera, plan.grant)
    ]


def _all(plan: Plan, query: Query, recording: Recording, tracks: Tracks) -> list[Found]:
    """The events of the first part, on tracks that satisfy all: see `combining.COMBINATIONS`."""
    first, *rest = positive(query)
    found = answers(plan, first, recording, tracks)
    beside: list[dict[Home, Found]] = []
    for part in rest:
        witnesses = _earliest(answers(plan, part, recording, tracks)) if found else {}
        found = [one for one in found if one.home in witnesses]
        beside.append(witnesses)
    for part in negative(query):
        barred = {one.home for one in answers(plan, part, recording, tracks)} if found else set()
        found = [one for one in found if one.home not in barred]
    return [
        replace(one, tell=partial(_together, one, [also[one.home] for also in beside]))
        for one in found
    ]


def _earliest(found: Iterable[Found]) -> dict[Home, Found]:
    """The first event of each track: the one that is told to have made it true."""
    first: dict[Home, Found] = {}
    for one in sorted(found, key=lambda one: (one.at, one.until)):
        first.setdefault(one.home, one)
    return first


def _together(one: Found, others: list[Found]) -> Event:
    event = one.tell()
    parts = (event, *(other.tell() for other in others))
    return replace(
        event,
        kind=ALL,
        version=_version(ALL),
        rule=ALL,
        pedigree=joined(part.pedigree for part in parts),
        parts=parts,
    )


def pair(query: Query, first: Found, second: Found) -> Found:
    """One event of a sequence: it begins with the first and ends with the second."""
    return Found(
        at=first.at,
        until=second.until,
        known=second.known,
        home=first.home,
        tell=partial(_sequence, query, first, second),
    )


def _sequence(query: Query, first: Found, second: Found) -> Event:
    a, b = first.tell(), second.tell()
    aside = [number for number in (b.track, *b.others) if b.recording == a.recording]
    return replace(
        a,
        kind=query.kind,
        version=_version(query.kind),
        end=b.end,
        score=min(a.score, b.score),
        direction="",
        rule=query.kind,
        measures=tuple(_apart(query, second.at - first.until)),
        pedigree=joined((a.pedigree, b.pedigree)),
        others=tuple(n for n in dict.fromkeys((*a.others, *aside)) if n != a.track),
        parts=(a, b),
    )


def _apart(query: Query, microseconds: int) -> Iterator[Measure]:
    least, most = pause(query)
    yield Measure("pause", microseconds // 1000, most // 1000, "ms")
    if least >= 1000:
        yield Measure("pause_least", microseconds // 1000, least // 1000, "ms")


def _version(kind: str) -> int:
    made = combination_named(kind)
    return made.VERSION if made else 0
