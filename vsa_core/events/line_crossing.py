"""A track passes from one side of a line to the other, and stays there."""

from typing import ClassVar

import numpy as np

from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Line, Place
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks
from vsa_core.events.anchor import ANCHOR, Ints
from vsa_core.events.asked import directed
from vsa_core.events.crossing import LEFT, MARGIN, RIGHT, SETTLE, crossings, sides_held
from vsa_core.events.interface import ANYWHERE, Finding, Parameter, per_mille, value
from vsa_core.events.line_side import Standing, line_of, standing
from vsa_core.events.settled import MILLISECOND


class LineCrossing:
    """A track is clearly on one side of the line, then clearly on the other.

    The path of the anchor from the last clear point before to the first clear
    point after must pass through the drawn line, not round its ends: it does
    when it meets the line an odd number of times. The instant is the last of
    these meetings, interpolated between the two points that frame it. A track
    that begins or ends on the line has not crossed it: `misses` tells. The
    direction is seen walking from a to b; a measure says it in words of the
    picture.
    """

    KIND: ClassVar[str] = "line_crossing"
    VERSION: ClassVar[int] = 1
    PLACES: ClassVar[tuple[str, ...]] = ("line",)
    DIRECTIONS: ClassVar[tuple[str, ...]] = (LEFT, RIGHT)
    PARAMETERS: ClassVar[tuple[Parameter, ...]] = (ANCHOR, MARGIN, SETTLE)
    MANY: ClassVar[bool] = False

    def find(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Crossings, in order of track row, then time. Raises WrongUsage (EVT-002)."""
        line = line_of(query, self.KIND)
        stand = standing(tracks, query, line)
        holds = sides_held(stand, query)
        turns, flips = crossings(stand, holds)
        beyond = _reach(stand, holds.first[turns], holds.last[turns] + 1)
        found: list[Finding] = []
        for turn, flip, reach in zip(turns.tolist(), flips.tolist(), beyond.tolist(), strict=True):
            left = int(holds.side[turn]) < 0
            stayed = (int(holds.until[turn]) - int(stand.flips.at[flip])) // MILLISECOND
            moved = _moved(stand, line, left, int(holds.last[turn - 1]), int(holds.first[turn]))
            explained = (*_explained(stand, query, flip, stayed, reach), moved)
            found.append(_finding(tracks, stand, flip, left, "line_crossing", explained))
        return directed(found, query)

    def misses(self, tracks: Tracks, query: Query) -> list[Finding]:
        """Tracks that met the line and are no crossing: the last meeting of each, explained."""
        line = line_of(query, self.KIND)
        stand = standing(tracks, query, line)
        _, crossed = crossings(stand, sides_held(stand, query))
        path = stand.paths.path[stand.flips.before]
        met = np.flatnonzero(stand.through & ~np.isin(path, path[crossed]))
        last = met[np.append(path[met][1:] != path[met][:-1], True)[: len(met)]]
        return directed([_miss(tracks, stand, query, int(flip)) for flip in last], query)

    def cells(self, place: Place | None) -> int:
        """Anywhere: two points of a track may lie either side of any number of cells."""
        return ANYWHERE


def _reach(stand: Standing, begin: Ints, end: Ints) -> Ints:
    """Greatest distance from the line over each stretch of points, per mille of the size."""
    if len(begin) == 0:
        return np.zeros(0, np.int64)
    clear = np.append(stand.clear, 0.0)
    most = np.maximum.reduceat(clear, np.column_stack([begin, end]).ravel())[::2]
    return (most * 1000).astype(np.int64)


def _explained(
    stand: Standing, query: Query, flip: int, held: int, reach: int
) -> tuple[Measure, ...]:
    before = int(stand.flips.before[flip])
    unseen = int(stand.paths.t[before + 1] - stand.paths.t[before]) // MILLISECOND
    return (
        Measure("beyond", reach, value(query, MARGIN), "per_mille_size"),
        Measure("held", held, value(query, SETTLE), "ms"),
        Measure("along", int(stand.place[flip] * 1000), None, "per_mille_line"),
        Measure("between", unseen, None, "ms"),
    )


def _moved(stand: Standing, line: Line, left: bool, start: int, end: int) -> Measure:
    """The crossing in words of the picture, with how far the object moved that way."""
    dx, dy = line.b.x - line.a.x, line.b.y - line.a.y
    if abs(dx) >= abs(dy):
        word = "moving_up" if (dx > 0) == left else "moving_down"
        units = stand.paths.y[end] - stand.paths.y[start]
    else:
        word = "moving_right" if (dy > 0) == left else "moving_left"
        units = stand.paths.x[end] - stand.paths.x[start]
    return Measure(word, int(abs(units) * 1000 / 65_535), None, "per_mille_picture")


def _finding(
    tracks: Tracks, stand: Standing, flip: int, left: bool, rule: str, told: tuple[Measure, ...]
) -> Finding:
    before = int(stand.flips.before[flip])
    row = int(stand.paths.row[np.searchsorted(stand.paths.starts, before, "right") - 1])
    first, last = int(stand.paths.point[before]), int(stand.paths.point[before + 1])
    at = int(stand.flips.at[flip])
    score = per_mille(int(tracks.score[row]))
    return Finding(row, first, last, at, at, LEFT if left else RIGHT, score, rule, told)


def _miss(tracks: Tracks, stand: Standing, query: Query, flip: int) -> Finding:
    """One meeting with the line that did not count, and how far it was from counting."""
    before, paths, flips = int(stand.flips.before[flip]), stand.paths, stand.flips
    path = int(np.searchsorted(paths.starts, before, "right")) - 1
    begin, end = int(paths.starts[path]), int(paths.starts[path + 1])
    earlier = int(flips.before[flip - 1]) + 1 if flip > 0 else 0
    after = int(flips.before[flip + 1]) + 1 if flip + 1 < len(flips.before) else end
    lows = np.array([max(begin, earlier), before + 1])
    behind, reach = _reach(stand, lows, np.array([before + 1, min(after, end)])).tolist()
    until = int(flips.at[flip + 1]) if after < end else int(paths.t[end - 1])
    held = (until - int(flips.at[flip])) // MILLISECOND
    told = _explained(stand, query, flip, held, reach)
    short = Measure("short_of", behind, value(query, MARGIN), "per_mille_size")
    left = int(stand.signs[before + 1]) < 0
    return _finding(tracks, stand, flip, left, "line_met", (*told, short))
