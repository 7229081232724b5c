"""A question becomes a plan: which recordings, what to want of them, and the coverage foreseen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from vsa_core.domain.case import Act, Grant
from vsa_core.domain.coverage import Coverage, Looked, Stretch
from vsa_core.domain.footage import Footage, Recording, recordings
from vsa_core.domain.ports import Wanted
from vsa_core.domain.provenance import Pedigree
from vsa_core.domain.query import Query
from vsa_core.errors import Bug
from vsa_core.events.combining import resolved
from vsa_core.events.filter_checks import check_grounds
from vsa_core.events.registry import checked
from vsa_core.search.asked import cameras_asked, foreseen, needs_clock
from vsa_core.search.ruling_out import wanted_of

HELD = frozenset({Looked.LOOKED, Looked.SKIPPED})
"""Fates of a stretch over which tracks may lie: those of a skipped one are interpolated."""


@dataclass(frozen=True, slots=True)
class Search:
    """One recording to ask the shelf for, and what can be ruled out before opening it.

    `wanted` lets every track through that may take part in an answer.
    """

    recording: Recording
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Plan:
    """How a question will be answered; `pedigrees` are by footage digest.

    `asked`: the question that was recorded, where `query` has other values of
    its sliders; None where it is the same.
    """

    query: Query
    grant: Grant
    searches: tuple[Search, ...]
    coverage: Coverage
    pedigrees: Mapping[str, Pedigree]
    asked: Query | None = None

    @property
    def whole(self) -> Query:
        """The question, resolved (`combining.resolved`)."""
        return resolved(self.query)


def tuned(plan: Plan, query: Query) -> Plan:
    """The plan at other values of its sliders, under the receipt of the question as asked."""
    return replace(plan, query=query, asked=plan.asked or plan.query)


@dataclass(frozen=True, slots=True)
class Scope:
    """What of a case a question takes in: its coverage foreseen, the recordings to search.

    One for all questions of the same `scope_key`, as long as nothing is
    admitted, dated or looked at.
    """

    coverage: Coverage
    recordings: tuple[Recording, ...]


def scope_key(query: Query, grant: Grant) -> tuple[object, ...]:
    """All that a scope depends on, of a question and its grant."""
    asked = (cameras_asked(query, grant), needs_clock(query), query.window)
    return (*asked, grant.cameras, grant.window)


def scope_of(
    query: Query,
    grant: Grant,
    files: Sequence[Footage],
    stretches: Mapping[str, Sequence[Stretch]],
    pedigrees: Mapping[str, Pedigree],
    joined: Sequence[Recording] | None = None,
) -> Scope:
    """The scope of a question over the admitted files of its case; arguments as those of `plan`.

    Raises Bug (ASK-003) when footage was looked at and has no pedigree.
    """
    coverage = foreseen(query, grant, files, stretches)
    held = {c.footage for c in coverage.stretches if c.looked in HELD}
    found = tuple(
        recording
        for recording in (recordings(tuple(files)) if joined is None else joined)
        if any(footage.digest in held for footage in recording.files)
    )
    _check_pedigrees(found, stretches, pedigrees)
    return Scope(coverage, found)


def plan(
    query: Query,
    grant: Grant,
    files: Sequence[Footage],
    stretches: Mapping[str, Sequence[Stretch]],
    pedigrees: Mapping[str, Pedigree],
    scope: Scope | None = None,
) -> Plan:
    """Plan the question over the admitted files of its case.

    `stretches` and `pedigrees` come from the catalogue, by footage digest:
    what indexing made of each file, and the run (with its segments) that
    looked at it. A recording is searched when some of it, within the question
    and the basis, was looked at. `scope`: where it is known.

    Raises WrongUsage (EVT-…) when the question makes no sense, Bug (ASK-002)
    for a grant of another act, Bug (ASK-003) when footage was looked at and
    has no pedigree.
    """
    checked(query)
    if grant.act is not Act.QUERY:
        raise Bug("ASK-002", act=grant.act.value)
    check_grounds(query, grant.cameras)
    scope = scope or scope_of(query, grant, files, stretches, pedigrees)
    cameras = {recording.camera for recording in scope.recordings}
    wants = {camera: wanted_of(query, grant, camera) for camera in cameras}
    searches = tuple(
        Search(recording, wanted)
        for recording in scope.recordings
        if (wanted := wants[recording.camera])
    )
    return Plan(query, grant, searches, scope.coverage, pedigrees)


def _check_pedigrees(
    found: Sequence[Recording],
    stretches: Mapping[str, Sequence[Stretch]],
    pedigrees: Mapping[str, Pedigree],
) -> None:
    """An event may reach into any file of its recording: all that were looked at need one."""
    for footage in (footage for recording in found for footage in recording.files):
        looked = any(s.looked in HELD for s in stretches.get(footage.digest, ()))
        if looked and footage.digest not in pedigrees:
            raise Bug("ASK-003", footage=footage.digest)
