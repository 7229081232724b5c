"""How many hits a question has on each camera, against its receipt; no hit is written out."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from vsa_core.domain.coverage import Coverage
from vsa_core.domain.footage import Recording
from vsa_core.domain.ports import TrackShelf
from vsa_core.domain.receipt import Receipt
from vsa_core.errors import Bug, Unreadable
from vsa_core.search.lanes import counted
from vsa_core.search.plan import Plan
from vsa_core.search.run import Failure, check_receipt, run
from vsa_core.store.hall import HallShelf

_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Tally:
    """Hits by camera (every camera granted), what was looked at, and what could not be read."""

    cameras: Mapping[str, int]
    coverage: Coverage
    failures: tuple[Failure, ...] = ()


def tally(plan: Plan, receipt: Receipt, shelf: TrackShelf) -> Tally:
    """Count the hits of a plan: over the lanes where they can tell, else one by one.

    Raises Bug (ASK-001) for a receipt of another question, and Tampered.
    """
    check_receipt(plan, receipt)
    none = dict.fromkeys(plan.grant.cameras, 0)
    found = _by_lanes(plan, shelf)
    if found is not None:
        return Tally(none | dict(found), plan.coverage)
    hits = Counter(none)
    for batch in run(plan, receipt, shelf, _BATCH):
        hits.update(hit.event.camera for hit in batch.hits)
        if batch.coverage is not None:
            return Tally(dict(hits), batch.coverage, batch.failures)
    raise Bug("ASK-005", hits=hits.total())


def _by_lanes(plan: Plan, shelf: TrackShelf) -> Mapping[str, int] | None:
    """The counts of the lanes; None where they cannot tell, or where something is unreadable."""
    if not isinstance(shelf, HallShelf):
        return None

    def searched(camera: str) -> list[Recording]:
        return [search.recording for search in plan.searches_on(camera)]

    try:
        return counted(plan.query, plan.grant, shelf, searched)
    except Unreadable:  # the rest is counted one by one, and the coverage says which was not
        return None
