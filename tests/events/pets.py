"""Annotated people of MOTChallenge as tracks, with the crossings derived from the annotation."""

import json
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.geometry import UNITS, Line, Point
from vsa_core.domain.moment import Span
from vsa_core.domain.track import Part, Tracks

Size = tuple[int, int]
Crossing = tuple[int, int, str]


def ground_truth(folder: Path, size: Size, tick: Fraction) -> tuple[Tracks, NDArray[np.int64]]:
    """The annotated tracks, and the 1-based frame number of each point."""
    rows = np.loadtxt(folder / "gt" / "gt.txt", delimiter=",")
    rows = rows[rows[:, 6] != 0]
    rows = rows[np.lexsort((rows[:, 0], rows[:, 1]))]
    numbers, first = np.unique(rows[:, 1], return_index=True)
    frames = rows[:, 0].astype(np.int64)
    wide, tall = UNITS / size[0], UNITS / size[1]
    x, y = (rows[:, 2] + rows[:, 4] / 2) * wide, (rows[:, 3] + rows[:, 5]) * tall
    n = len(numbers)
    world = Tracks(
        parts=(Part("a" * 64, tick, Span(0, int(frames.max()))),),
        number=numbers.astype(np.uint32),
        kind=np.ones(n, np.uint8),
        score=np.full(n, 255, np.uint8),
        colours=np.zeros((n, 8), np.uint8),
        starts=np.append(first, len(rows)).astype(np.int64),
        t=((frames - 1) * 1_000_000 * tick.numerator) // tick.denominator,
        pts=frames - 1,
        part=np.zeros(len(rows), np.uint16),
        x=_units(x),
        y=_units(y),
        w=_units(rows[:, 4] * wide),
        h=_units(rows[:, 5] * tall),
    )
    return world, frames


def crossings_seen(folder: Path, size: Size) -> list[tuple[Line, list[Crossing]]]:
    """Each annotated line with (who, frame, word of the picture) of its crossings."""
    told = json.loads((folder / "derived_events.json").read_text("utf-8"))
    return [
        (
            Line(_point(line["p"], size), _point(line["q"], size)),
            [(e["id"], e["frame"], e["direction"].removesuffix("wards")) for e in line["events"]],
        )
        for line in told["lines"]
    ]


def _point(pixel: list[int], size: Size) -> Point:
    return Point(round(pixel[0] * UNITS / size[0]), round(pixel[1] * UNITS / size[1]))


def _units(values: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.clip(np.round(values), 0, UNITS)
