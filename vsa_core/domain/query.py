"""A question as a value, with a digest."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vsa_core.domain.filters import Filter, filter_fields, filter_of
from vsa_core.domain.geometry import Flow, Line, Path, Place, Point, Zone, corners_of, shape_of
from vsa_core.domain.ground import Ground, ground_of
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
    every class, unnamed included; `direction` "" means any. Every filter must
    let a track through.

    A combining kind ("all", "any", "not", "then"; `events.combining`) has
    `parts`, themselves questions; only the outermost question has a window
    and filters by Hours, and a part without cameras asks its whole's. grounds:
    the calibrations that metric filters are answered with, put in by the desk
    so that the digest covers them.
    """

    kind: str
    cameras: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    window: Window | None = None
    place: Place | None = None
    direction: str = ""
    settings: tuple[Setting, ...] = ()
    filters: tuple[Filter, ...] = ()
    parts: tuple["Query", ...] = ()
    grounds: tuple[Ground, ...] = ()

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
            "v": 2,
            "kind": self.kind,
            "cameras": list(self.cameras),
            "classes": list(self.classes),
            "window_us": window,
            "place": place_fields(self.place),
            "direction": self.direction,
            "settings": {s.name: [s.value, s.low, s.high] for s in self.settings},
            "filters": [filter_fields(narrowed) for narrowed in self.filters],
            "parts": [part.fields() for part in self.parts],
            "grounds": [ground.fields() for ground in self.grounds],
        }

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the canonical fields: the question's name in the journal."""
        return digest(self.fields())

    def leaves(self) -> tuple["Query", ...]:
        """The questions that combine no others, in order; the question itself when it is one."""
        return tuple(leaf for part in self.parts for leaf in part.leaves()) or (self,)

    def named_classes(self) -> tuple[str, ...]:
        """The classes that any part asks, each once; empty when one of them asks for all."""
        asked = [leaf.classes for leaf in self.leaves()]
        if not all(asked):
            return ()
        return tuple(dict.fromkeys(name for classes in asked for name in classes))

    def named_cameras(self) -> tuple[str, ...]:
        """The cameras that the question and its parts ask, each once; empty: all of the basis."""
        if not self.parts:
            return tuple(dict.fromkeys(self.cameras))
        asked = [part.named_cameras() or self.cameras for part in self.parts]
        if not all(asked):
            return ()
        return tuple(dict.fromkeys(camera for cameras in asked for camera in cameras))


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
        filters=tuple(map(filter_of, fields["filters"])),
        parts=tuple(map(query_of, fields["parts"])),
        grounds=tuple(map(ground_of, fields["grounds"])),
    )


def place_fields(place: Place | None) -> Canonical:
    """A place as canonical fields: frame units, corners in order."""
    if place is None:
        return None
    if isinstance(place, Flow):
        return {"flow": list(place.cells)}
    return {shape_of(place): [[corner.x, corner.y] for corner in corners_of(place)]}


def place_of(fields: dict[str, list[Any]] | None) -> Place | None:
    """The inverse of `place_fields`; ValueError when it is no place."""
    if fields is None:
        return None
    if len(fields) != 1:
        raise ValueError(f"not a place: {sorted(fields)}")
    ((shape, held),) = fields.items()
    if shape == "flow":
        return Flow(tuple(held))
    points = tuple(Point(x, y) for x, y in held)
    match shape:
        case "line":
            a, b = points
            return Line(a, b)
        case "zone":
            return Zone(points)
        case "path":
            return Path(points)
    raise ValueError(f"not a place: {shape}")
