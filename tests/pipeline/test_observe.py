"""One slice through fake eyes: what is looked at, followed, and said of it."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import count

import numpy as np
import pytest

from vsa_core.domain.coverage import Level, Looked
from vsa_core.domain.footage import Footage, FootageState, Gap, Stream
from vsa_core.domain.moment import Moment, Span
from vsa_core.domain.ports import Frame, Picture, Trail
from vsa_core.domain.track import Sightings
from vsa_core.pipeline.observe import Eyes, observe

MS = Fraction(1, 1000)
STREAM = Stream("h264", 64, 36, 0, MS, Span(0, 10_000), 250, 250, 5, False, None, False)
FOOTAGE = Footage(
    digest="f" * 64,
    name="a.mp4",
    path="a.mp4",
    size=1,
    camera="rue",
    exhibit="S1",
    clock=None,
    state=FootageState.READABLE,
    reason="",
    stream=STREAM,
    gaps=(),
)


class FakeFrame:
    def __init__(self, pts: int) -> None:
        self.at = Moment(pts, MS)
        self.key = pts % 2000 == 0

    def bgr(self, width: int = 0, height: int = 0) -> Picture:
        return np.zeros((36, 64, 3), np.uint8)

    def luma(self, width: int) -> Picture:
        return np.full((18, 32), self.at.pts // 1000, np.uint8)


class FakeSource:
    def __init__(self, items: Sequence[Frame | Gap]) -> None:
        self.items = items

    def frames(self, span: Span | None = None, keys_only: bool = False) -> Iterator[Frame | Gap]:
        for item in self.items:
            if not keys_only or (not isinstance(item, Gap) and item.key):
                yield item

    def at(self, pts: int) -> Frame:
        return FakeFrame(pts)

    def close(self) -> None:
        self.items = ()


class FakeMotion:
    def __init__(self, still_after: int = 10**9) -> None:
        self.still_after = still_after

    def prepare(self, pictures: Sequence[Picture]) -> None:
        self.prepared = len(pictures)

    def regions(self, luma: Picture) -> np.ndarray:
        return np.array([[0.25, 0.25, 0.5, 0.75]], np.float32)

    def moved(self, luma: Picture) -> bool:
        return int(luma[0, 0]) < self.still_after


class FakeTracker:
    name = "fake"

    def __init__(self) -> None:
        self.seen: list[tuple[int, Sightings]] = []

    def update(self, pts: int, sightings: Sightings, features: object) -> np.ndarray:
        self.seen.append((pts, sightings))
        return np.zeros(len(sightings), np.int64)

    def finish(self) -> list[Trail]:
        kept = [(pts, s) for pts, s in self.seen if len(s)]
        at = np.array([pts for pts, _ in kept], np.int64)
        boxes = np.concatenate([s.boxes for _, s in kept])
        return [Trail(0, 0, at, boxes, np.ones(len(at), np.float32))]


class CountingDetector:
    name, digest = "counting", "0" * 64

    def __init__(self) -> None:
        self.calls = 0

    def detect(self, frame: Frame, size: tuple[int, int]) -> Sightings:
        self.calls += 1
        box = np.array([[16, 9, 32, 27]], np.float32)
        return Sightings(box, np.ones(1, np.float32), np.ones(1, np.uint8))


def eyes(detector: CountingDetector | None = None, still_after: int = 10**9) -> Eyes:
    return Eyes(
        detector=detector,
        motion=lambda: FakeMotion(still_after),
        tracker=lambda time_base, size: FakeTracker(),
        embedder=None,
        name_colours=lambda picture, boxes, kinds: np.zeros((len(boxes), 8), np.uint8),
    )


class Enough(Exception):
    """Somebody has seen enough."""


def look(level: Level, items: Sequence[Frame | Gap], eyes_: Eyes, patience: int = 10**9):
    """Look at a slice; Enough after so many polls."""
    source, polls = FakeSource(items), count(1)

    def poll() -> None:
        if next(polls) > patience:
            raise Enough

    return observe(source, FOOTAGE, STREAM, STREAM.span, level, eyes_, poll, [].append)


FRAMES = [FakeFrame(pts) for pts in range(0, 10_000, 40)]


def test_the_level_decides_how_many_frames_are_looked_at() -> None:
    counts = {level: look(level, FRAMES, eyes()).frames for level in Level}
    assert counts == {Level.SCAN: 5, Level.STANDARD: 50, Level.FULL: 250}


def test_without_a_detector_movers_are_unnamed_tracks() -> None:
    observed = look(Level.FULL, FRAMES, eyes())
    assert observed.segment.table["kind"].tolist() == [0]
    assert observed.segment.table["count"].tolist() == [250]


def test_where_nothing_changes_the_detector_rests_and_the_track_goes_on() -> None:
    detector = CountingDetector()
    observed = look(Level.STANDARD, FRAMES, eyes(detector, still_after=4))
    assert detector.calls < 25
    last = int(observed.segment.table[0]["t1"])
    assert last > 9_500


def test_full_never_rests() -> None:
    detector = CountingDetector()
    look(Level.FULL, FRAMES, eyes(detector, still_after=4))
    assert detector.calls == 250


def test_gaps_are_told_and_never_looked_at() -> None:
    items = [*FRAMES[:50], Gap(Span(2000, 4000), "SRC-021"), *FRAMES[100:]]
    observed = look(Level.FULL, items, eyes())
    fates = {(s.span.start, s.span.end): s.looked for s in observed.stretches}
    assert fates[(2000, 4000)] is Looked.UNDECODABLE


@pytest.mark.parametrize("patience", [0, 5, 254, 400, 754])
def test_a_slice_may_be_ended_at_every_frame_that_is_decoded(patience: int) -> None:
    # Five keys, then twice the whole slice for its background, then the slice itself.
    with pytest.raises(Enough):
        look(Level.FULL, FRAMES, eyes(), patience)
    assert look(Level.FULL, FRAMES, eyes(), 755).frames == 250
