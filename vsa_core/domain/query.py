"""A question as a value, with a digest."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vsa_core.domain.geometry import Line, Place, Point, Zone
from vsa_core.domain.moment import Window
from vsa_core.domain.provenance import Canonical, digest


@dataclass(frozen=True, slots=True)
class Setting:
    """One parameter of the kind: its value now, and the slider range declared with the question."""

    name: str
    value: int
    low: int
    high: int

    def __post_init__(self) -> None:
        if not self.low <= self.value <= self.high:
            raise ValueError(f"{self.name} = {self.value} is outside {self.low}..{self.high}")


@dataclass(frozen=True, slots=True)
class Query:
    """Which kind of event, of which objects, where, when, on which cameras, and how strictly.

    Empty `cameras` means every camera of the basis; empty `classes` means
    every class, unnamed included; `direction` "" means any.
    """

    kind: str
    cameras: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    window: Window | None = None
    place: Place | None = None
    direction: str = ""
    settings: tuple[Setting, ...] = ()

    def setting(self, name: str) -> int:
        """The value of a setting; KeyError when the query does not carry it."""
        for setting in self.settings:
            if setting.name == name:
                return setting.value
        raise KeyError(name)

    def fields(self) -> dict[str, Canonical]:
        """The question as canonical fields; `digest` is taken over them."""
        window = [self.window.start, self.window.end] if self.window else None
        return {
            "v": 1,
            "kind": self.kind,
            "cameras": list(self.cameras),
            "classes": list(self.classes),
            "window_us": window,
            "place": place_fields(self.place),
            "direction": self.direction,
            "settings": {s.name: [s.value, s.low, s.high] for s in self.settings},
        }

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the canonical fields: the question's name in the journal."""
        return digest(self.fields())


def query_of(fields: Mapping[str, Any]) -> Query:
    """The inverse of `Query.fields`; KeyError, TypeError or ValueError when it is no question."""
    window = fields["window_us"]
    return Query(
        kind=fields["kind"],
        cameras=tuple(fields["cameras"]),
        classes=tuple(fields["classes"]),
        window=Window(*window) if window is not None else None,
        place=place_of(fields["place"]),
        direction=fields["direction"],
        settings=tuple(Setting(name, *three) for name, three in fields["settings"].items()),
    )


def place_fields(place: Place | None) -> Canonical:
    """A place as canonical fields: frame units, corners in order."""
    if place is None:
        return None
    corners = (place.a, place.b) if isinstance(place, Line) else place.corners
    shape = "line" if isinstance(place, Line) else "zone"
    return {shape: [[corner.x, corner.y] for corner in corners]}


def place_of(fields: dict[str, list[list[int]]] | None) -> Place | None:
    """The inverse of `place_fields`; ValueError when it is neither a line nor a zone."""
    if fields is None:
        return None
    if set(fields) == {"line"}:
        (ax, ay), (bx, by) = fields["line"]
        return Line(Point(ax, ay), Point(bx, by))
    if set(fields) == {"zone"}:
        return Zone(tuple(Point(x, y) for x, y in fields["zone"]))
    raise ValueError(f"not a place: {sorted(fields)}")
