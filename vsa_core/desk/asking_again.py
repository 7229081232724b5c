"""A recorded question asked again in the way it was asked: answered, counted, or learnt from."""

from collections.abc import Mapping
from dataclasses import dataclass

from vsa_core.desk.flows import FLOW
from vsa_core.desk.queries import Queries
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.coverage import Coverage, Looked
from vsa_core.domain.provenance import Canonical, digest
from vsa_core.domain.query import Query

_SECOND = 1_000_000


@dataclass(frozen=True, slots=True)
class Again:
    """What it came to, in counts; `running`: digest over what was told, "" for a count alone."""

    hits: int
    looked: int
    running: str

    def same(self, first: Mapping[str, Canonical]) -> bool:
        """Whether the record of the first answer says the same: its digest, or its count."""
        if not self.running:
            return first.get("hits") == self.hits
        return first.get("running") == self.running


def asked_again(
    queries: Queries,
    who: SignedIn,
    where: InCase,
    query: Query,
    motive: str,
    about: Mapping[str, Canonical],
) -> Again:
    """Ask the question of a record again; `about` is the record's. Raises as asking does."""
    if query.kind == FLOW:
        (camera,) = query.cameras
        learnt = queries.flow(who, where, camera, query.window, motive)
        return Again(0, 0, digest(learnt.fields()))
    if about.get("count") is True:
        count = queries.count(who, where, query, motive)
        return Again(count.total, seconds(count.coverage), "")
    hits, running, coverage = 0, "", None
    for batch in queries.ask(who, where, query, motive):
        hits += len(batch.hits)
        running, coverage = batch.running, batch.coverage
    return Again(hits, seconds(coverage), running)


def seconds(coverage: Coverage | None) -> int:
    """Whole seconds of footage that were looked at."""
    return coverage.microseconds(Looked.LOOKED) // _SECOND if coverage is not None else 0
