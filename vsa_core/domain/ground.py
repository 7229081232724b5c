"""A camera's ground plane as its analyst calibrated it: four places, seen and measured."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vsa_core.domain.geometry import Point
from vsa_core.domain.provenance import Canonical, digest


@dataclass(frozen=True, slots=True)
class Ground:
    """Four points of the ground, no three in a line, as clicked and as measured.

    seen: frame units; known: (x, y) on the ground in millimetres, in any
    right-angled axes; width, height: pixels of the upright picture, for the
    click error; author: who calibrated.
    """

    camera: str
    seen: tuple[Point, Point, Point, Point]
    known: tuple[tuple[int, int], tuple[int, int], tuple[int, int], tuple[int, int]]
    width: int
    height: int
    author: str

    def fields(self) -> dict[str, Canonical]:
        """The calibration as canonical fields."""
        return {
            "camera": self.camera,
            "seen": [[point.x, point.y] for point in self.seen],
            "known_mm": [list(place) for place in self.known],
            "size": [self.width, self.height],
            "author": self.author,
        }

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the canonical fields."""
        return digest(self.fields())


def ground_of(fields: Mapping[str, Any]) -> Ground:
    """The inverse of `Ground.fields`; KeyError or ValueError when it is no calibration."""
    a, b, c, d = (Point(x, y) for x, y in fields["seen"])
    e, f, g, h = ((x, y) for x, y in fields["known_mm"])
    width, height = fields["size"]
    return Ground(fields["camera"], (a, b, c, d), (e, f, g, h), width, height, fields["author"])
