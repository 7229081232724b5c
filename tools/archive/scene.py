"""What one camera looks at: lanes along which people and vehicles go, near and far."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.geometry import UNITS
from vsa_core.domain.objects import class_number

PERSON, VEHICLE, RIDER, UNNAMED = map(class_number, ("person", "vehicle", "two-wheeler", "unnamed"))

Floats = NDArray[np.float64]

_DAY = (2, 1, 1, 1, 2, 6, 18, 45, 80, 62, 55, 60, 78, 66, 58, 62, 80, 100, 92, 64, 40, 24, 12, 5)
"""How busy each hour of a weekday is, in hundredths of the busiest."""

_WEEKEND = 0.6


@dataclass(frozen=True, slots=True)
class Lane:
    """One way through the picture: corners in frame units, who takes it, how long it takes.

    seconds: shortest and longest time from one end to the other.
    """

    x: Floats
    y: Floats
    kind: int
    seconds: tuple[float, float]
    share: float


@dataclass(frozen=True, slots=True)
class Scene:
    """A camera's view: lanes, perspective, rhythm.

    horizon: where a standing person has no height; near: a person's height at
    the bottom of the picture, frame units; hours: (24,) weight of each hour.
    """

    lanes: tuple[Lane, ...]
    horizon: float
    near: float
    hours: Floats

    def height(self, y: Floats) -> Floats:
        """A person's height at a foot place."""
        depth: Floats = (y - self.horizon) / (UNITS - self.horizon)
        return np.maximum(self.near * depth, 900.0)


def scene_of(seed: int, camera: int) -> Scene:
    """The view of a camera: always the same for the same numbers."""
    rng = np.random.default_rng([seed, camera, 1])
    horizon = rng.uniform(4000, 20_000)
    walkers, roads = int(rng.integers(1, 4)), int(rng.integers(0, 3))
    lanes = [_footpath(rng, horizon, rng.uniform(0.5, 2)) for _ in range(walkers)]
    for _ in range(roads):
        lanes += _road(rng, horizon, rng.uniform(0.5, 2))
    hours = np.array(_DAY, np.float64) ** rng.uniform(0.8, 1.3)
    return Scene(tuple(lanes), horizon, rng.uniform(9000, 24_000), hours / hours.sum())


def weekday(day: int) -> float:
    """How busy a day is beside a weekday; day 0 is a Monday."""
    return _WEEKEND if day % 7 >= 5 else 1.0


def _footpath(rng: np.random.Generator, horizon: float, share: float) -> Lane:
    if rng.random() < 0.7:  # across the picture, at one depth or slightly aslant
        y = rng.uniform(horizon + 12_000, 62_000) + rng.normal(0, 3000, 3)
        x = np.array([-500.0, rng.uniform(15_000, 50_000), UNITS + 500.0])
    else:  # away from the camera
        x = rng.uniform(8000, 58_000) + rng.normal(0, 7000, 3)
        y = np.array([UNITS + 500.0, rng.uniform(horizon + 16_000, 50_000), horizon + 6000])
    y = np.clip(y, horizon + 5000, UNITS + 500)
    return Lane(x, y, PERSON, (12.0, 40.0), share)


def _road(rng: np.random.Generator, horizon: float, share: float) -> list[Lane]:
    """Two lanes side by side, and now and then a rider."""
    y = rng.uniform(horizon + 10_000, 58_000)
    slope = rng.normal(0, 5000)
    lanes = []
    for beside, kind, part in ((0, VEHICLE, 0.5), (2600, VEHICLE, 0.4), (1200, RIDER, 0.1)):
        place = np.clip(np.array([y - slope, y, y + slope]) + beside, horizon + 5000, UNITS)
        x = np.array([-800.0, UNITS / 2, UNITS + 800.0])
        lanes.append(Lane(x, place, kind, (3.0, 9.0), share * part))
    return lanes
