"""The place of a question in a truth: a line, a zone, a path or a flow."""

from vsa_core.domain.geometry import (
    FLOW_SIDE,
    UNITS,
    Flow,
    Line,
    Path,
    Place,
    Point,
    Zone,
)
from vsa_core.errors import WrongUsage
from vsa_core.events.registry import kind_named
from vsa_core.validation.truth_fields import Fields

PLACES = ("line", "zone", "path", "flow")
"""The keys that give a place: a question has one of them at most."""


def place_of(table: Fields, picture: tuple[int, int] | None) -> Place | None:
    """The place that the table gives; None where it gives none.

    `picture` is the size in pixels, for places in pixels. Raises WrongUsage:
    EVT-002 two places at once, EVT-021 no such place, EVT-023 pixels without
    the picture's size, EVT-024 point outside the picture.
    """
    given = [key for key in PLACES if table.has(key)]
    if len(given) > 1:
        raise WrongUsage("EVT-002", kind=table.text("kind"), place=_wanted(table))
    match given:
        case ["line"]:
            points = _points(table, "line", picture)
            if len(points) != 2 or points[0] == points[1]:
                table.wrong("line", "[[x, y], [x, y]]")
            return Line(*points)
        case ["zone"]:
            points = _points(table, "zone", picture)
            if len(points) < 3:
                table.wrong("zone", "[[x, y], [x, y], [x, y], …]")
            return Zone(tuple(points))
        case ["path"]:
            return _path(table, picture)
        case ["flow"]:
            return _flow(table)
    return None


def _path(table: Fields, picture: tuple[int, int] | None) -> Path:
    try:
        return Path(tuple(_points(table, "path", picture)))
    except ValueError:
        table.wrong("path", "[[x, y], [x, y], …]")


def _flow(table: Fields) -> Flow:
    try:
        return Flow(table.wholes("flow"))
    except ValueError:
        table.wrong("flow", f"[-1 … 255] × {FLOW_SIDE**2}")


def _wanted(table: Fields) -> str:
    return ", ".join(filter(None, kind_named(table.text("kind")).PLACES)) or "-"


def _points(table: Fields, key: str, picture: tuple[int, int] | None) -> list[Point]:
    units = table.text("units", "fractions")
    if units not in ("fractions", "pixels"):
        table.wrong("units", "fractions, pixels")
    if units == "pixels" and picture is None:
        raise WrongUsage("EVT-023", where=table.where)
    width, height = picture if picture and units == "pixels" else (1, 1)
    points = []
    for x, y in table.pairs(key):
        if not (0 <= x <= width and 0 <= y <= height):
            raise WrongUsage("EVT-024", where=table.where, x=str(x), y=str(y))
        points.append(Point(round(x * UNITS / width), round(y * UNITS / height)))
    return points
