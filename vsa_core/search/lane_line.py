"""Steps through a line, in many recordings at once, to the same float as the event kinds."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.geometry import Line, along, side
from vsa_core.search.lane_blocks import chunks, holding, near, packed, spread, straddling
from vsa_core.store.hall import FEET, SIZES, Hall

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]

_ONE = np.uint16(1)


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps through a drawn line, in order of point.

    track, before: (k,) track of the hall, and the point that the step leaves;
    share: (k,) where on the step the line lies; left: (k,) whether it leads
    to the left side; unsure: tracks with an anchor exactly on the carrier,
    whose side is told by what came before.
    """

    track: Ints
    before: Ints
    share: Floats
    left: Booleans
    unsure: Ints


def steps(hall: Hall, line: Line, tracks: Booleans, lifted: bool) -> Steps:
    """The steps of the `tracks`; `lifted`: their anchor is the centre of the box, not its foot."""
    box = (
        *(min(line.a.x, line.b.x), min(line.a.y, line.b.y)),
        *(max(line.a.x, line.b.x), max(line.a.y, line.b.y)),
    )
    blocks = straddling(hall, near(hall, box, lifted), line, lifted)
    blocks = holding(hall, tracks, blocks)
    found = [_through(hall, line, chunk, lifted) for chunk in chunks(blocks)]
    none = (np.zeros(0, np.int64), np.zeros(0), np.zeros(0, np.bool_), np.zeros(0, np.int64))
    before, share, left, on = map(np.concatenate, zip(none, *found, strict=True))
    track = hall.track_of(before)
    mine = (track >= 0) & tracks[track]
    unsure = np.unique(hall.track_of(on))
    unsure = unsure[(unsure >= 0) & tracks[unsure]]
    return Steps(track[mine], before[mine], share[mine], left[mine], unsure)


def _through(
    hall: Hall, line: Line, blocks: Ints, lifted: bool
) -> tuple[Ints, Floats, Booleans, Ints]:
    feet = hall.rows(blocks, FEET)
    x, y = feet[:, 0].astype(np.float64), feet[:, 1].astype(np.float64)
    if lifted:
        y -= hall.rows(blocks, SIZES)[:, 1] * 0.5
    field = (y - line.a.y) * (line.b.x - line.a.x)
    field -= (x - line.a.x) * (line.b.y - line.a.y)
    right = packed(field > 0)
    row, place, before = spread(blocks, (right ^ right >> _ONE) & ~hall.bounds.heads[blocks])
    _, _, on = spread(blocks, packed(field == 0))
    near_x, near_y, far_x, far_y = (
        values[row, place + step] for step in (0, 1) for values in (x, y)
    )
    share, along_line = _met(line, near_x, near_y, far_x, far_y)
    through = (along_line >= 0.0) & (along_line <= 1.0)
    left = field[row, place + 1] <= 0
    return before[through], share[through], left[through], on


def _met(line: Line, x: Floats, y: Floats, to_x: Floats, to_y: Floats) -> tuple[Floats, Floats]:
    """Where each step meets the carrier, on the step and on the line: as `events.line_side`."""
    behind, ahead = np.abs(side(line, x, y)), np.abs(side(line, to_x, to_y))
    share = behind / np.where(behind + ahead > 0, behind + ahead, 1.0)
    return share, along(line, x + share * (to_x - x), y + share * (to_y - y))
