"""A question becomes a plan: which recordings, what to want of them, and the coverage foreseen."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from vsa_core.domain.case import Act, Grant
from vsa_core.domain.coverage import Coverage, Looked
from vsa_core.domain.footage import Recording
from vsa_core.domain.held import Held
from vsa_core.domain.ports import Wanted
from vsa_core.domain.provenance import Pedigree
from vsa_core.domain.query import Query
from vsa_core.errors import Bug
from vsa_core.events.combining import resolved
from vsa_core.events.filter_checks import check_grounds
from vsa_core.events.registry import checked
from vsa_core.search.asked import cameras_asked, foreseen, needs_clock, together
from vsa_core.search.ruling_out import wanted_of

HELD = frozenset({Looked.LOOKED, Looked.CALM, Looked.SKIPPED})
"""Fates of a stretch over which tracks may lie: of what stands in a calm one, between two looks
of a skipped one."""


@dataclass(frozen=True, slots=True)
class Search:
    """One recording to ask the shelf for, and what can be ruled out before opening it.

    `wanted` lets every track through that may take part in an answer.
    """

    recording: Recording
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class Scope:
    """What of one camera a question takes in: its coverage foreseen, the recordings to search.

    `pedigrees` are by footage digest. One for all questions of the same
    `scope_key`, as long as nothing is admitted, dated or looked at.
    """

    coverage: Coverage
    recordings: tuple[Recording, ...]
    pedigrees: Mapping[str, Pedigree]


Scopes = Callable[[str], Scope]
"""The scope of a camera; asked for as late as possible, and more than once."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a question will be answered, camera by camera, each planned when it is come to.

    cameras: those of the question, in order of name. `asked`: the question
    that was recorded, where `query` has other values of its sliders; None
    where it is the same.
    """

    query: Query
    grant: Grant
    cameras: tuple[str, ...]
    scopes: Scopes
    asked: Query | None = None

    @property
    def whole(self) -> Query:
        """The question, resolved (`combining.resolved`)."""
        return resolved(self.query)

    @property
    def coverage(self) -> Coverage:
        """The coverage foreseen of all cameras."""
        return together(self.scopes(camera).coverage for camera in self.cameras)

    def searches(self) -> Iterator[Search]:
        """The recordings to search, by camera, then time; the next camera is not planned before."""
        for camera in self.cameras:
            yield from self.searches_on(camera)

    def searches_on(self, camera: str) -> Iterator[Search]:
        """The recordings of one camera to search; none where it can answer nothing."""
        wanted = wanted_of(self.query, self.grant, camera)
        if wanted:
            for recording in self.scopes(camera).recordings:
                yield Search(recording, wanted)

    def pedigrees(self, camera: str) -> Mapping[str, Pedigree]:
        """Which runs looked at the files of a camera, by footage digest."""
        return self.scopes(camera).pedigrees


def tuned(plan: Plan, query: Query) -> Plan:
    """The plan at other values of its sliders, under the receipt of the question as asked."""
    return replace(plan, query=query, asked=plan.asked or plan.query)


def scope_key(query: Query, grant: Grant) -> tuple[object, ...]:
    """All that the scope of a camera depends on, of a question and its grant."""
    return (needs_clock(query), query.window, grant.cameras, grant.window)


def scope_of(query: Query, grant: Grant, camera: str, held: Held) -> Scope:
    """What of a camera, of which the case holds `held`, a question takes in.

    A recording is searched when some of it, within the question and the
    basis, was looked at. Raises Bug (ASK-003) when footage was looked at and
    has no pedigree.
    """
    coverage = foreseen(query, grant, camera, held)
    seen = {c.footage for c in coverage.stretches if c.looked in HELD}
    found = tuple(
        recording
        for recording in held.recordings
        if any(footage.digest in seen for footage in recording.files)
    )
    for recording in found:
        _check_pedigrees(recording, held)
    return Scope(coverage, found, held.pedigrees)


def plan(query: Query, grant: Grant, scopes: Scopes) -> Plan:
    """Plan the question over its cameras; none of them is looked up yet.

    Raises WrongUsage (EVT-…) when the question makes no sense, Bug (ASK-002)
    for a grant of another act.
    """
    checked(query)
    if grant.act is not Act.QUERY:
        raise Bug("ASK-002", act=grant.act.value)
    check_grounds(query, grant.cameras)
    return Plan(query, grant, tuple(sorted(cameras_asked(query, grant))), scopes)


def _check_pedigrees(recording: Recording, held: Held) -> None:
    """An event may reach into any file of its recording: all that were looked at need one."""
    for footage in recording.files:
        looked = any(s.looked in HELD for s in held.stretches.get(footage.digest, ()))
        if looked and footage.digest not in held.pedigrees:
            raise Bug("ASK-003", footage=footage.digest)
