"""How tall people stand at each height of a fixed camera's picture, learnt from its own tracks."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.geometry import UNITS
from vsa_core.domain.objects import PERSON
from vsa_core.domain.track import Tracks

POINTS = 400
"""Points of tracks that it is learnt from, at most, evenly chosen."""

LEAST = 50
"""Points below which nothing is learnt."""

APART = 0.05 * UNITS
"""Feet at least that far apart, down the picture, tell how height changes with place."""

SPREAD = 0.15
"""Median share by which heights may miss the line; beyond, the ground is not one plane."""

_EDGE = 0.01 * UNITS  # nearer to an edge, a box may be cut by it
_SEEN = (2, 98)  # percentiles of the feet between which the line is told

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Stature:
    """Height of an upright person's box as a line over the height of the feet, in frame units.

    height = slope * foot + base, for feet from `top` down to `bottom`.
    """

    slope: float
    base: float
    top: float
    bottom: float

    def at(self, foot: float) -> float:
        """The height that people have who stand there; 0 where nobody was seen standing."""
        near = self.top - APART <= foot <= self.bottom + APART
        return max(self.slope * foot + self.base, 0.0) if near else 0.0


def stature(tracks: Tracks) -> Stature | None:
    """Learnt from a recording's people; None when too few were seen, or they fit no plane.

    A camera looks at one ground: the height of people in the picture is then
    linear in the height of their feet (Hoiem et al., IJCV 2008). The line is
    the one of median slopes (Theil 1950, Sen 1968), which a third of boxes cut
    or merged do not move.
    """
    foot, height = _upright(tracks)
    if len(foot) < LEAST:
        return None
    chosen = np.linspace(0, len(foot) - 1, min(POINTS, len(foot))).astype(np.int64)
    foot, height = foot[chosen], height[chosen]
    slope = _slope(foot, height)
    base = float(np.median(height - slope * foot))
    line = slope * foot + base
    if np.median(np.abs(height - line) / np.maximum(line, 1)) > SPREAD:
        return None
    top, bottom = np.percentile(foot, _SEEN)
    return Stature(slope, base, float(top), float(bottom))


def _upright(tracks: Tracks) -> tuple[Floats, Floats]:
    """Feet and heights of the people whose box no edge of the picture cuts."""
    lengths = tracks.starts[1:] - tracks.starts[:-1]
    whole = np.repeat(tracks.kind == PERSON, lengths)
    whole &= (tracks.y < UNITS - _EDGE) & (tracks.y - tracks.h > _EDGE)
    return tracks.y[whole].astype(np.float64), tracks.h[whole].astype(np.float64)


def _slope(foot: Floats, height: Floats) -> float:
    """Median slope over the pairs of points that are far enough apart; 0 when too few are."""
    one, other = np.triu_indices(len(foot), 1)
    run = foot[other] - foot[one]
    apart = np.abs(run) > APART
    if np.count_nonzero(apart) < LEAST:
        return 0.0
    return float(np.median((height[other] - height[one])[apart] / run[apart]))
