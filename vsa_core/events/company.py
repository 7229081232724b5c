"""What the kinds of several tracks share: who may take part, sliders, and what they tell."""

from collections.abc import Sequence

import numpy as np

from vsa_core.domain.geometry import Zone
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.anchor import Ints, Paths, anchored, blocks, lift
from vsa_core.events.asked import may_answer
from vsa_core.events.border import within
from vsa_core.events.interface import Parameter

DISTANCE = Parameter("distance", 1000, 0, 10_000, "per_mille_height")
"""How near two anchors are, per mille of the larger of the two boxes' heights.

The height of a box stands for the distance to the camera: a person's height
is as many centimetres near by as far away.
"""

ABSENCE = Parameter("absence", 2000, 0, 3_600_000, "ms")
"""An interruption of at most this length does not end what lasted."""


def zone_asked(query: Query, kind: str) -> Zone | None:
    """The question's zone; None for the whole picture. Raises WrongUsage (EVT-002)."""
    if query.place is None or isinstance(query.place, Zone):
        return query.place
    raise WrongUsage("EVT-002", kind=kind, place="zone")


def company(tracks: Tracks, query: Query, zone: Zone | None) -> Paths:
    """The anchors of those who may take part: with a zone, who was seen in it."""
    lifts = lift(tracks, query)
    found = [np.zeros(0, np.int64)]
    for block in blocks(tracks, lifts):
        rows = block.rows
        if zone is not None:
            inner = within(zone, block.x, block.y)
            rows = rows[np.logical_or.reduceat(inner, block.starts)]
        found.append(rows)
    return anchored(tracks, may_answer(np.concatenate(found), tracks, query), lifts)


def shape(tracks: Tracks) -> float:
    """Frame units down the picture for one across, so that distances are true to it."""
    width, height = tracks.picture
    return width / height


def score_of_all(tracks: Tracks, rows: Sequence[int]) -> int:
    """The mean score of those who take part, per mille, rounded down."""
    total = int(tracks.score[list(rows)].astype(np.int64).sum())
    return total * 1000 // (255 * len(rows))


def framed(tracks: Tracks, row: int, at: int, until: int) -> tuple[int, int]:
    """First and last point rows of the track that frame the interval, as far as it was there."""
    points = tracks.points_of(row)
    times = tracks.t[points]
    first = int(np.searchsorted(times, at, "right")) - 1
    last = int(np.searchsorted(times, until, "left"))
    most = points.stop - points.start - 1
    first, last = max(first, 0), min(last, most)
    return points.start + min(first, last), points.start + last


def ranked(tracks: Tracks, rows: Ints, stayed: Ints) -> list[int]:
    """The rows: who stayed longest first, then who was seen first, then the lower number.

    The order of the table does not weigh in.
    """
    begins = tracks.t[tracks.starts[rows]]
    return [int(row) for row in rows[np.lexsort((tracks.number[rows], begins, -stayed))]]
