"""A track follows a path drawn by hand, from one end towards the other."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

import numpy as np

from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import UNITS, Path, Place, arrays
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.errors import WrongUsage
from vsa_core.events.anchor import ANCHOR, Ints, Paths, anchored, blocks, lift
from vsa_core.events.asked import directed, may_answer
from vsa_core.events.interface import ANYWHERE, Finding, Parameter, value
from vsa_core.events.path_matching import SAMPLES, Followings, Way, followings

TOLERANCE = Parameter("tolerance", 50, 5, 200, "per_mille_diagonal")
"""How far from the path a track may pass, per mille of the picture's diagonal."""

COVERAGE = Parameter("coverage", 700, 100, 1000, "per_mille_path")
"""How much of the path a track must have followed, in order."""

ALONG, AGAINST = "along", "against"


class PathFollowing:
    """The best following of the path by each track, in the drawn direction and against it.

    The score says how well: how close the track passed to the path, over the
    whole of the path, times how much of its own way meanwhile lay near it. It
    ranks answers and is held against no threshold. Distances are those of the
    picture in its own proportions.
    """

    KIND: ClassVar[str] = "path_following"
    VERSION: ClassVar[int] = 1
    PLACES: ClassVar[tuple[str, ...]] = ("path",)
    DIRECTIONS: ClassVar[tuple[str, ...]] = (ALONG, AGAINST)
    PARAMETERS: ClassVar[tuple[Parameter, ...]] = (TOLERANCE, COVERAGE, ANCHOR)
    MANY: ClassVar[bool] = False

    def find(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Followings, in order of track row, then time. Raises WrongUsage (EVT-002)."""
        return _told(tracks, query, value(query, COVERAGE), 1001)

    def misses(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Tracks that followed at least half of what is wanted; `followed` says how much."""
        wanted = value(query, COVERAGE)
        return _told(tracks, query, (wanted + 1) // 2, wanted)

    def cells(self, place: Place | None) -> int:
        """Anywhere: two points of a track may lie either side of any number of cells."""
        return ANYWHERE


def _told(tracks: Tracks, query: Query, low: int, below: int) -> list[Finding]:
    """The followings that cover at least `low` and less than `below`, per mille of the path."""
    if not isinstance(query.place, Path):
        raise WrongUsage("EVT-002", kind=PathFollowing.KIND, place="path")
    shape = tracks.picture[0] / tracks.picture[1]
    x, y = arrays(query.place.points)
    drawn = (x * shape, y)
    tolerance = value(query, TOLERANCE) * UNITS * float(np.hypot(shape, 1.0)) / 1000
    rule = "path_following" if below > 1000 else "path_partly"
    told: list[Finding] = []
    for paths in _passing(tracks, query, drawn, tolerance):
        for word, way in ((ALONG, drawn), (AGAINST, (drawn[0][::-1], drawn[1][::-1]))):
            found = followings(paths, way, tolerance)
            covered = _covered(found)
            chosen = np.flatnonzero((covered >= low) & (covered < below) & (found.places > 0))
            told += [_following(tracks, query, paths, found, int(i), word, rule) for i in chosen]
    return directed(sorted(told, key=lambda finding: (finding.row, finding.at)), query)


def _passing(tracks: Tracks, query: Query, drawn: Way, tolerance: float) -> Iterator[Paths]:
    """Tracks whose surrounding box comes within the tolerance of the path's, block by block.

    Their x are those of `drawn`: 65,535 is the height of the picture.
    """
    lifts = lift(tracks, query)
    shape = tracks.picture[0] / tracks.picture[1]
    for block in blocks(tracks, lifts):
        near = np.diff(tracks.starts)[block.rows] > 1
        for seen, place in zip((block.x * shape, block.y), drawn, strict=True):
            least = np.minimum.reduceat(seen, block.starts) - tolerance
            most = np.maximum.reduceat(seen, block.starts) + tolerance
            near &= (least <= place.max()) & (most >= place.min())
        rows = may_answer(block.rows[near], tracks, query)
        if len(rows):
            paths = anchored(tracks, rows, lifts)
            yield replace(paths, x=paths.x * shape)


def _covered(found: Followings) -> Ints:
    covered: Ints = found.places * 1000 // SAMPLES
    return covered


def _following(
    tracks: Tracks, query: Query, paths: Paths, found: Followings, i: int, word: str, rule: str
) -> Finding:
    first, last, places = int(found.first[i]), int(found.last[i]), int(found.places[i])
    tolerance = value(query, TOLERANCE)
    apart = tolerance * (1000 * places - int(found.close[i])) // (1000 * places)
    near = int(found.near[i])
    measures = (
        Measure("followed", int(_covered(found)[i]), value(query, COVERAGE), "per_mille_path"),
        Measure("off_path", apart, tolerance, "per_mille_diagonal"),
        Measure("near_path", near, None, "per_mille_way"),
    )
    return Finding(
        row=int(paths.row[i]),
        first=int(paths.point[first]),
        last=int(paths.point[last]),
        at=int(paths.t[first]),
        until=int(paths.t[last]),
        direction=word,
        score=int(found.close[i]) * near // (1000 * SAMPLES),
        rule=rule,
        measures=measures,
    )
