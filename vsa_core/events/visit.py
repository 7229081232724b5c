"""What the three kinds that stand on presence tell about one visit."""

from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Zone
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.interface import Finding, Parameter, per_mille, value
from vsa_core.events.presence import REACH, SETTLE, Visits, visits
from vsa_core.events.settled import MILLISECOND

MIDDLE_TOO = Parameter("middle", 1, 0, 1, "yes_no")
"""Whether those that appear, or are lost from view, inside the zone are told too."""


def inside_measure(found: Visits, i: int, query: Query) -> Measure:
    """How long the visit lasted, beside what counts as jitter."""
    lasted = int(found.until[i] - found.since[i]) // MILLISECOND
    return Measure("inside", lasted, value(query, SETTLE), "ms")


def gap_measure(gap: int, query: Query) -> Measure:
    """How far the box was from the picture's edge, beside what counts as on it."""
    return Measure("edge_gap", gap, value(query, REACH), "per_mille_size")


def between_measure(tracks: Tracks, first: int, last: int) -> Measure:
    """The time between the two points that frame an instant."""
    return Measure("between", int(tracks.t[last] - tracks.t[first]) // MILLISECOND, None, "ms")


def score_of(tracks: Tracks, row: int) -> int:
    """The score of a finding in that track, per mille."""
    return per_mille(int(tracks.score[row]))


def short_visits(tracks: Tracks, query: Query, zone: Zone, word: str) -> list[Finding]:
    """Visits that were taken for jitter: the nearest misses of an entry or an exit."""
    kept = visits(tracks, query, zone)
    every = visits(tracks, query, zone, settle=0)
    told: set[tuple[int, int]] = set()
    for row, first, last in zip(kept.row.tolist(), kept.first, kept.last, strict=True):
        told.update((row, point) for point in range(int(first), int(last) + 1))
    return [
        Finding(
            row,
            int(every.first[i]),
            int(every.last[i]),
            int(every.since[i]),
            int(every.until[i]),
            word,
            score_of(tracks, row),
            "visit_too_short",
            (inside_measure(every, i, query),),
        )
        for i, row in enumerate(every.row.tolist())
        if (row, int(every.first[i])) not in told
    ]
