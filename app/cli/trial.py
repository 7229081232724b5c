"""What the sample archive is asked, and how its answers are held against the truth beside it."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from tools.sample.archive import SampleArchive, SampleFile
from vsa_core.domain.event import Hit
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.domain.query import Query, Setting
from vsa_core.validation.events import Found, Score, score
from vsa_core.validation.truth import Expected, Question, read_truth

FOOT = Setting("anchor", 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question put to one camera; `events` are on the corrected time axis (microseconds)."""

    name: str
    query: Query
    tolerance: int
    events: tuple[Expected, ...]


def asked_of(archive: SampleArchive, named: bool) -> tuple[Asked, ...]:
    """Each camera's questions, with the events of all its files and of the cuts between them.

    Without a detector nothing has a name, so no class is asked for, and the
    foot of each mover is followed: the truth is told of people's feet.
    """
    found: dict[str, Asked] = {}
    for file in archive.files:
        truth = read_truth(_beside(file), file.path.with_suffix(".truth.toml").name)
        for question in truth.questions:
            events = tuple(_event(file, seen.at, seen.direction) for seen in question.events)
            known = found.get(question.name) or _empty(archive, file, question, named)
            found[question.name] = Asked(
                known.name, known.query, known.tolerance, known.events + events
            )
    return tuple(found.values())


def scored(question: Asked, hits: tuple[Hit, ...]) -> Score:
    """The hits held against the events, both on the corrected time axis."""
    return score(question.events, [_found(hit) for hit in hits], question.tolerance, 0)


def _beside(file: SampleFile) -> bytes:
    return file.path.with_suffix(".truth.toml").read_bytes()


def _empty(archive: SampleArchive, file: SampleFile, question: Question, named: bool) -> Asked:
    asked = question.query
    query = Query(
        kind=asked.kind,
        cameras=(file.camera,),
        classes=asked.classes if named else (),
        place=asked.place,
        direction=asked.direction,
        settings=asked.settings if named else (*asked.settings, FOOT),
    )
    events = tuple(_over_cuts(archive, question.name))
    return Asked(question.name, query, question.tolerance, events)


def _over_cuts(archive: SampleArchive, name: str) -> Iterator[Expected]:
    """Events within a second of a cut, which no single file shows whole."""
    first = {file.camera: file for file in reversed(archive.files)}
    for event in tomllib.loads(archive.description.read_text("utf-8")).get("across_a_cut", ()):
        if event["question"] == name:
            at = round(event["seconds"] * MICROSECONDS)
            yield _event(first[event["camera"]], at, event["direction"])


def _event(file: SampleFile, at: int | None, direction: str) -> Expected:
    assert at is not None  # the sample tells times, never frame numbers
    return Expected(file.shown + file.offset + at, None, direction, "")


def _found(hit: Hit) -> Found:
    event = hit.event
    moving = {m.name for m in event.measures if m.name.startswith("moving_")}
    words = {event.direction} | {name.removeprefix("moving_") for name in moving}
    start, end = event.start.corrected, event.end.corrected
    assert start is not None  # every file of the sample has a clock claim
    assert end is not None
    return Found(hit.name, start, end, frozenset(words))
