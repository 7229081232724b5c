"""A question becomes a plan: which recordings, what to want of them, and the coverage foreseen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vsa_core.domain.case import Act, Grant
from vsa_core.domain.coverage import Coverage, Looked, Stretch
from vsa_core.domain.footage import Footage, Recording, recordings
from vsa_core.domain.objects import kinds_asked
from vsa_core.domain.ports import Wanted
from vsa_core.domain.provenance import Pedigree
from vsa_core.domain.query import Query
from vsa_core.errors import Bug
from vsa_core.events.interface import EventKind
from vsa_core.events.registry import checked
from vsa_core.search.asked import foreseen

SLACK = 60_000_000
"""Microseconds by which pruning widens the window.

The shelf prunes pieces of tracks, and an instant may lie between two pieces;
pruning must never lose an answer, and the answers are held to the window
again, to the microsecond, when they are made.
"""

HELD = frozenset({Looked.LOOKED, Looked.SKIPPED})
"""Fates of a stretch over which tracks may lie: those of a skipped one are interpolated."""


@dataclass(frozen=True, slots=True)
class Search:
    """One recording to ask the shelf for, and what can be ruled out before opening it."""

    recording: Recording
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Plan:
    """How a question will be answered; `pedigrees` are by footage digest."""

    query: Query
    grant: Grant
    kind: EventKind
    searches: tuple[Search, ...]
    coverage: Coverage
    pedigrees: Mapping[str, Pedigree]


def plan(
    query: Query,
    grant: Grant,
    files: Sequence[Footage],
    stretches: Mapping[str, Sequence[Stretch]],
    pedigrees: Mapping[str, Pedigree],
) -> Plan:
    """Plan the question over the admitted files of its case.

    `stretches` and `pedigrees` come from the catalogue, by footage digest:
    what indexing made of each file, and the run (with its segments) that
    looked at it. A recording is searched when some of it, within the question
    and the basis, was looked at.

    Raises WrongUsage (EVT-…) when the question makes no sense, Bug (ASK-002)
    for a grant of another act, Bug (ASK-003) when footage was looked at and
    has no pedigree.
    """
    kind = checked(query)
    if grant.act is not Act.QUERY:
        raise Bug("ASK-002", act=grant.act.value)
    coverage = foreseen(query, grant, files, stretches)
    held = {c.footage for c in coverage.stretches if c.looked in HELD}
    wanted = _wanted(query, grant, kind)
    searches = tuple(
        Search(recording, wanted)
        for recording in recordings(tuple(files))
        if held & {footage.digest for footage in recording.files}
    )
    _check_pedigrees(searches, stretches, pedigrees)
    return Plan(query, grant, kind, searches, coverage, dict(pedigrees))


def _check_pedigrees(
    searches: Sequence[Search],
    stretches: Mapping[str, Sequence[Stretch]],
    pedigrees: Mapping[str, Pedigree],
) -> None:
    """An event may reach into any file of its recording: all that were looked at need one."""
    for footage in (footage for search in searches for footage in search.recording.files):
        looked = any(s.looked in HELD for s in stretches.get(footage.digest, ()))
        if looked and footage.digest not in pedigrees:
            raise Bug("ASK-003", footage=footage.digest)


def _wanted(query: Query, grant: Grant, kind: EventKind) -> Wanted:
    windows = [window for window in (query.window, grant.window) if window is not None]
    starts = [window.start - SLACK for window in windows]
    ends = [window.end + SLACK for window in windows]
    return Wanted(
        kinds=kinds_asked(query.classes),
        start=max(starts, default=None),
        end=min(ends, default=None),
        cells=kind.cells(query.place),
    )
