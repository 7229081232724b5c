"""The six questions of the search bench, as questions of ours and as their exact values.

Anchors at the foot, no margin, no settling: what SQL can say to the letter.
Corners and ends are odd numbers where coordinates are multiples of eight, so
that no foot lies exactly on a border.
"""

from dataclasses import dataclass, replace

from vsa_core.domain.geometry import Line, Point, Zone
from vsa_core.domain.moment import Window
from vsa_core.domain.query import Query, Setting
from vsa_core.events.registry import completed

CLASS, ZONE, LINE, DWELL, SEQUENCE = "class", "zone", "line", "dwell", "sequence"

LINE_ASKED = Line(Point(20_000, 36_003), Point(30_000, 44_003))
FIRST_ZONE = Zone(
    tuple(
        Point(x, y)
        for x, y in (
            *((22_001, 34_003), (34_005, 32_001), (40_003, 42_005)),
            *((33_001, 50_003), (24_003, 47_001), (20_003, 40_005)),
        )
    )
)
SECOND_ZONE = Zone(
    tuple(
        Point(x, y)
        for x, y in ((42_003, 30_001), (54_001, 30_003), (56_005, 46_001), (44_001, 44_003))
    )
)
STAY = 10_000
"""Milliseconds."""

WITHIN = 60_000
HOUR = 3_600_000_000


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its name, its sort, the query, its camera (None: all), its window or None."""

    name: str
    sort: str
    query: Query
    camera: str | None
    window: Window | None = None


def questions(camera: str, window: Window) -> tuple[Question, ...]:
    """The questions; `camera`: the one asked alone; `window`: the days of the archive."""
    evening = Window(window.start + 89 * HOUR, window.start + 90 * HOUR)
    person = Query("seen", classes=("person",), window=evening)
    entry = Query("zone_entry", place=FIRST_ZONE, settings=_plain())
    line = Query("line_crossing", place=LINE_ASKED, settings=_plain())
    dwell = Query("dwell", place=FIRST_ZONE, settings=_plain(minimum=STAY, absence=0))
    other = replace(entry, place=SECOND_ZONE)
    then = Query("then", parts=(entry, other), settings=_set(within=WITHIN, gap=0))
    asked = (
        ("1 class and hour, one camera", CLASS, person, camera, evening),
        ("2 zone over all days, one camera", ZONE, entry, camera, None),
        ("3 line, all cameras", LINE, line, None, None),
        ("4 dwell, one camera", DWELL, dwell, camera, None),
        ("5 zone, all cameras", ZONE, entry, None, None),
        ("6a sequence, one camera", SEQUENCE, then, camera, None),
        ("6b sequence, all cameras", SEQUENCE, then, None, None),
    )
    return tuple(
        Question(name, sort, completed(replace(query, cameras=(one,) if one else ())), one, hour)
        for name, sort, query, one, hour in asked
    )


def _plain(**more: int) -> tuple[Setting, ...]:
    return _set(anchor=1, margin=0, settle=0, **more)


def _set(**values: int) -> tuple[Setting, ...]:
    return tuple(Setting(name, value, value, value) for name, value in values.items())
