"""Made-up footage, recordings and segments, always the same for the same numbers."""

import hashlib
from collections.abc import Callable, Sequence
from fractions import Fraction

import numpy as np

from vsa_core.domain.case import Basis, Case, Framework
from vsa_core.domain.footage import Footage, FootageState, Gap, Recording, Stream
from vsa_core.domain.moment import ClockClaim, Span, Window
from vsa_core.domain.track import POINT, TRACK, Part, Segment, Structured

KEY = bytes(range(32))
BASE = Fraction(1, 90_000)
STEP = 18_000  # five points a second
SLICE = 300 * 90_000


def digest_of(number: int) -> str:
    return hashlib.sha256(f"footage {number}".encode()).hexdigest()


def counted(seed: int = 0) -> Callable[[int], bytes]:
    """Bytes that look random and never are: the n-th call always gives the same."""
    made = iter(range(seed * 1_000_000, (seed + 1) * 1_000_000))
    return lambda length: hashlib.shake_256(f"{next(made)}".encode()).digest(length)


def stream(seconds: int = 900, base: Fraction = BASE, start: int = 0) -> Stream:
    return Stream(
        codec="h264",
        width=1920,
        height=1080,
        rotation=0,
        time_base=base,
        span=Span(start, start + int(seconds / base)),
        packets=seconds * 25,
        pictures=seconds * 25,
        keys=seconds // 2,
        variable=False,
        rate=Fraction(25),
        rebuilt=False,
    )


def footage(number: int, camera: str = "Porte nord", seconds: int = 900) -> Footage:
    """File `number` of a camera that cuts every `seconds`."""
    return Footage(
        digest=digest_of(number),
        name=f"nord_{number:04}.mp4",
        path=f"/mnt/scelle 4/nord_{number:04}.mp4",
        size=10_000_000 + number,
        camera=camera,
        exhibit="Scellé n° 4",
        clock=ClockClaim(1_700_000_000_000_000 + number * seconds * 1_000_000, -37_000_000, 5, "A"),
        state=FootageState.DAMAGED if number % 2 else FootageState.READABLE,
        reason="",
        stream=stream(seconds),
        gaps=(Gap(Span(9000, 18_000), "SRC-022"),) if number % 2 else (),
    )


def recording(*numbers: int) -> Recording:
    files = tuple(footage(number) for number in numbers)
    return Recording(files[0].camera, files)


def occupancy(points: Structured) -> int:
    cells = (points["y"].astype(np.int64) >> 13) * 8 + (points["x"].astype(np.int64) >> 13)
    return sum(1 << int(cell) for cell in np.unique(cells))


def path(rng: np.random.Generator, count: int) -> Structured:
    """One object's points: a walk across the picture with the jitter of a detector's boxes."""
    points = np.zeros(count, POINT)
    points["dt"][1:] = STEP
    t = np.arange(count)
    x = rng.uniform(4000, 61_000) + rng.normal(0, 900) * t + rng.normal(0, 20, count)
    y = rng.uniform(20_000, 61_000) + rng.normal(0, 250) * t + rng.normal(0, 20, count)
    width = rng.uniform(1500, 6000)
    points["x"] = np.clip(x, 0, 65_535).astype(np.uint16)
    points["y"] = np.clip(y, 0, 65_535).astype(np.uint16)
    points["w"] = width + rng.normal(0, 20, count)
    points["h"] = 2.2 * width + rng.normal(0, 30, count)
    return points


def row_of(number: int, part: int, t0: int, kind: int, score: int, points: Structured) -> np.void:
    row: np.void = np.zeros(1, TRACK)[0]
    row["number"], row["part"], row["kind"], row["score"] = number, part, kind, score
    row["t0"], row["t1"] = t0, t0 + int(points["dt"].astype(np.int64).sum())
    row["colours"] = (1 + number % 14, 200, 2, 40, 9, 230, 0, 0)
    x, y = points["x"].astype(np.int64), points["y"].astype(np.int64)
    row["extent"] = (x.min(), max(0, int(y.min()) - 9000), x.max(), y.max())
    row["speed"], row["direction"] = abs(int(x[-1] - x[0])) // len(x), number % 256
    row["mask"], row["count"] = occupancy(points), len(points)
    return row


def segment_of(parts: Sequence[Part], tracks: Sequence[tuple[np.void, Structured]]) -> Segment:
    """A segment of the given rows and points, offsets filled in."""
    table = np.zeros(len(tracks), TRACK)
    offset = 0
    for place, (row, points) in enumerate(tracks):
        table[place] = row
        table[place]["offset"] = offset
        offset += len(points)
    blocks = [points for _, points in tracks]
    return Segment(tuple(parts), table, np.concatenate([np.zeros(0, POINT), *blocks]))


def segment(
    seed: int, tracks: int = 5, count: int = 20, number: int = 0, place: int = 0
) -> Segment:
    """Slice `place` of file `number`: `tracks` objects of `count` points each."""
    rng = np.random.default_rng(seed)
    start = place * SLICE
    part = Part(digest_of(number), BASE, Span(start, start + SLICE))
    begins = np.sort(rng.integers(start, start + SLICE - count * STEP, tracks))
    made = []
    for index, begin in enumerate(begins):
        points = path(rng, count)
        kind, score = int(rng.choice([0, 1, 4])), int(rng.integers(120, 250))
        made.append((row_of(index, 0, int(begin), kind, score, points), points))
    return segment_of([part], made)


def same(a: Segment, b: Segment) -> bool:
    return (
        a.parts == b.parts
        and a.table.tobytes() == b.table.tobytes()
        and a.points.tobytes() == b.points.tobytes()
    )


def case() -> Case:
    return Case(
        number="2026/114",
        basis=Basis(
            framework=Framework.FLAGRANCE,
            requisition="Réquisition du 3 mars",
            magistrate="Mme R.",
            authorisation="",
            offence="NATINF 7151",
            cameras=("Porte nord", "Porte sud"),
            window=Window(1_700_000_000_000_000, 1_700_100_000_000_000),
            expires=1_800_000_000_000_000,
        ),
        people=("anne", "basile"),
        erase_by=1_790_000_000_000_000,
        opened=1_700_200_000_000_000,
        opened_by="anne",
    )
