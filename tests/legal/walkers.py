"""Small invented recordings of people on a flat ground, for tests of masks."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from vsa_core.domain.moment import Span
from vsa_core.domain.objects import PERSON
from vsa_core.domain.track import Part, Tracks

SECOND = 1_000_000
Point = tuple[float, float, float, float, float]
"""Seconds, then the middle of the feet, width and height in frame units."""


def tracks(*trails: Sequence[Point], kinds: Sequence[int] | None = None) -> Tracks:
    """One track a trail, numbered from 1, of people unless told otherwise."""
    points = np.array([point for trail in trails for point in trail], np.float64).reshape(-1, 5)
    seconds, x, y, w, h = points.T
    lengths = [len(trail) for trail in trails]
    n = len(trails)
    return Tracks(
        parts=(Part("f", Fraction(1, 25), Span(0, 10_000)),),
        number=np.arange(1, n + 1, dtype=np.uint32),
        kind=np.array(kinds if kinds is not None else [PERSON] * n, np.uint8),
        score=np.full(n, 200, np.uint8),
        colours=np.zeros((n, 8), np.uint8),
        starts=np.r_[0, np.cumsum(lengths)].astype(np.int64),
        t=(seconds * SECOND).astype(np.int64),
        pts=np.zeros(len(points), np.int64),
        part=np.zeros(len(points), np.uint16),
        x=x,
        y=y,
        w=w,
        h=h,
    )


def crowd(slope: float = 0.25, base: float = 2000.0, people: int = 8) -> list[list[Point]]:
    """People who walk towards the camera, as tall as the ground says: slope * foot + base."""
    feet = np.linspace(20_000, 60_000, 20)
    return [
        [(n / 5, 5000.0 * (who + 1), y, 3000.0, slope * y + base) for n, y in enumerate(feet)]
        for who in range(people)
    ]
