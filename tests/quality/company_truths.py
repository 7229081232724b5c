"""What annotated people tell of the kinds over several tracks, by brute force on the annotation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from tests.events.company_oracle import crowded, gatherings, near_stays
from tests.events.pets import crossings_seen, ground_truth
from tests.quality.truths import Document
from vsa_core.domain.geometry import UNITS, Line, Point, Zone
from vsa_core.domain.track import Tracks

CORNERS = ((0.25, 0.25), (0.75, 0.25), (0.75, 0.75), (0.25, 0.75))
MIDDLE = Zone(tuple(Point(round(x * UNITS), round(y * UNITS)) for x, y in CORNERS))

RIGHTWARDS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}


@dataclass(frozen=True, slots=True)
class Sequence2D:
    """A labelled sequence: its size, its rate, and how long things last in so short a film.

    Milliseconds: near, together and crowded at least so long, counted per `period`.
    """

    name: str
    size: tuple[int, int]
    rate: int
    near: int
    people: int
    together: int
    crowd: int
    crowded: int
    period: int


PETS = Sequence2D("PETS09-S2L1", (768, 576), 7, 2000, 3, 10_000, 5, 5000, 10_000)
TUD = Sequence2D("TUD-Campus", (640, 480), 25, 1000, 3, 1000, 4, 1000, 1000)


def company(footage: Path, one: Sequence2D) -> Document:
    """Proximity, gathering, crowd and count over a sequence, by the oracles of the tests."""
    folder = footage / "tracking" / one.name
    clip = folder / f"{one.name}.mp4"
    at = _times(clip)
    annotated, frames = ground_truth(folder, one.size, Fraction(1, one.rate))
    instants = np.array([at[frame - 1] for frame in frames], np.int64)
    world = replace(annotated, t=instants, picture=one.size)
    questions = [*_stays(world, one, None), *_stays(world, one, MIDDLE)]
    for number, (line, seen) in enumerate(crossings_seen(folder, one.size)):
        questions.append(_count(f"count line {number}", line, seen, at, one.period))
    return {"truth": 1, "clip": str(clip.absolute()), "questions": questions}


def _times(clip: Path) -> list[int]:
    """Microseconds of each picture since the first, on the film's own clock."""
    with av.open(str(clip)) as container:
        stream = container.streams.video[0]
        pts = sorted(p.pts for p in container.demux(stream) if p.pts is not None)
        base = Fraction(stream.time_base or 0)
    return [int((tick - pts[0]) * base * 1_000_000) for tick in pts]


def _stays(world: Tracks, one: Sequence2D, zone: Zone | None) -> list[object]:
    where = "zone" if zone else "whole"
    near = near_stays(world, zone, 1000, one.near, 2000, 3000)
    groups = gatherings(world, zone, one.people, 1000, 2000, 3000)
    crowds = crowded(world, zone, one.crowd, 2000, 3000)
    together = [(a, b) for _, a, b, lasted, _ in groups if lasted >= one.together]
    full = [(a, b) for _, a, b, lasted, _ in crowds if lasted >= one.crowded]
    return [
        _question(
            f"proximity {where}",
            "proximity",
            [(a, b) for _, a, b, _, _ in near],
            zone,
            {"minimum": one.near},
        ),
        _question(
            f"gathering {where}",
            "gathering",
            together,
            zone,
            {"people": one.people, "minimum": one.together},
        ),
        _question(
            f"crowd {where}",
            "crowd_density",
            full,
            zone,
            {"people": one.crowd, "minimum": one.crowded},
        ),
    ]


def _question(
    name: str,
    kind: str,
    stays: Sequence[tuple[int, int]],
    zone: Zone | None,
    settings: Mapping[str, int],
) -> object:
    events = [{"time": a / 1e6, "end": b / 1e6} for a, b in stays]
    place = {"zone": [list(corner) for corner in CORNERS]} if zone else {}
    return {
        "name": name,
        "kind": kind,
        "classes": ["person"],
        "tolerance": 1.0,
        "settings": dict(settings),
        "events": events,
        **place,
    }


def _count(
    name: str, line: Line, seen: Sequence[tuple[int, int, str]], at: Sequence[int], period: int
) -> object:
    """One event per period and direction in which somebody crossed."""
    groups: dict[tuple[int, str], list[int]] = {}
    for _, frame, word in seen:
        instant = at[frame - 1]
        groups.setdefault((instant // (period * 1000), _side(line, word)), []).append(instant)
    events = [
        {"time": min(ts) / 1e6, "end": max(ts) / 1e6, "direction": way, "note": f"{len(ts)}"}
        for (_, way), ts in sorted(groups.items())
    ]
    ends = [[line.a.x / UNITS, line.a.y / UNITS], [line.b.x / UNITS, line.b.y / UNITS]]
    return {
        "name": name,
        "kind": "count",
        "classes": ["person"],
        "tolerance": 1.0,
        "settings": {"period": period},
        "line": ends,
        "events": events,
    }


def _side(line: Line, word: str) -> str:
    dx, dy = line.b.x - line.a.x, line.b.y - line.a.y
    across, down = RIGHTWARDS[word]
    return "to_right" if down * dx - across * dy > 0 else "to_left"
