"""One slice through fake eyes: what is looked at, followed, and said of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import count

import numpy as np
import pytest

from tests.pipeline.group import packets_of
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
        picture = np.zeros((height or 36, width or 64, 3), np.uint8)
        high, wide = picture.shape[:2]
        picture[high // 4 : 3 * high // 4, wide // 4 : wide // 2] = 255
        return picture

    def luma(self, width: int) -> Picture:
        return np.full((18, 32), self.at.pts // 1000, np.uint8)


class FakeSource:
    def __init__(self, items: Sequence[Frame | Gap]) -> None:
        self.items = items
        self.given: list[int] = []

    def frames(self, span: Span | None = None, keys_only: bool = False) -> Iterator[Frame | Gap]:
        for item in self.items:
            if isinstance(item, Gap):
                if not keys_only and (span is None or item.span.overlaps(span)):
                    yield item
            elif (item.key or not keys_only) and (
                span is None or span.start <= item.at.pts < span.end
            ):
                self.given.append(item.at.pts)
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
    """Finds the one white thing of a picture."""

    name, digest = "counting", "0" * 64

    def __init__(self) -> None:
        self.calls = 0

    def detect(self, frame: Frame, size: tuple[int, int]) -> Sightings:
        self.calls += 1
        rows, columns = np.nonzero(frame.bgr(*size)[:, :, 0] == 255)
        edges = columns.min(), rows.min(), columns.max() + 1, rows.max() + 1
        box = np.array([edges], np.float32)
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

    return observe(source, FOOTAGE, STREAM, STREAM.span, level, eyes_, poll, [].append, PACKETS)


FRAMES = [FakeFrame(pts) for pts in range(0, 10_000, 40)]
PACKETS = packets_of(seconds=10, group=2000)


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


@pytest.mark.parametrize("patience", [0, 5, 254, 400, 504])
def test_a_slice_may_be_ended_at_every_frame_that_is_decoded(patience: int) -> None:
    # Five keys, then the whole slice for its background, then the slice itself.
    with pytest.raises(Enough):
        look(Level.FULL, FRAMES, eyes(), patience)
    assert look(Level.FULL, FRAMES, eyes(), 505).frames == 250


LONG = Stream("h264", 64, 36, 0, MS, Span(0, 60_000), 1500, 1500, 5, False, None, False)
LONG_FRAMES = [FakeFrame(pts) for pts in range(0, 60_000, 40)]
PARKED = np.array([[16, 9, 32, 27]], np.float32)


class EmptyScene(FakeMotion):
    """Nothing moves, but somebody between 20 and 30 seconds; pictures tell their second."""

    def regions(self, luma: Picture) -> np.ndarray:
        somebody = np.array([[0.25, 0.25, 0.5, 0.75]], np.float32)
        return somebody if 20 <= int(luma[0, 0]) < 30 else somebody[:0]

    def moved(self, luma: Picture) -> bool:
        return 20 <= int(luma[0, 0]) <= 30


class DarkFrame(FakeFrame):
    """The same light in every picture, but for one corner, which tells the second."""

    def luma(self, width: int) -> Picture:
        luma = np.full((18, 32), 90, np.uint8)
        luma[0, 0] = self.at.pts // 1000
        return luma


def watch(level: Level, detector: CountingDetector):
    """A minute of a scene that is empty but for ten seconds; what was decoded, what came of it."""
    source = FakeSource([DarkFrame(frame.at.pts) for frame in LONG_FRAMES])
    trackers: list[FakeTracker] = []

    def tracker(time_base: Fraction, size: tuple[int, int]) -> FakeTracker:
        trackers.append(FakeTracker())
        return trackers[-1]

    eyes_ = Eyes(detector, EmptyScene, tracker, None, eyes().name_colours)
    told: list[int] = []
    packets = packets_of(seconds=60, group=2000, noise=0)
    observed = observe(
        source, FOOTAGE, LONG, LONG.span, level, eyes_, lambda: None, told.append, packets
    )
    return source, observed, trackers[-1], told


def test_standard_does_not_decode_what_its_key_pictures_show_to_be_calm() -> None:
    source, observed, _, told = watch(Level.STANDARD, CountingDetector())
    fates = [(s.span.start, s.span.end, s.looked) for s in observed.stretches]
    assert fates == [
        (0, 1, Looked.LOOKED),
        (1, 18_000, Looked.CALM),
        (18_000, 30_001, Looked.LOOKED),
        (30_001, 58_000, Looked.CALM),
        (58_000, 60_000, Looked.LOOKED),
    ]
    assert {s.level for s in observed.stretches} == {Level.STANDARD}
    keys = set(range(0, 60_000, 2000))
    assert set(source.given) - keys <= {*range(18_000, 30_001), *range(58_000, 60_000)}
    assert told == list(range(0, 60_000, 40))


def test_what_stands_there_stands_there_in_a_calm_stretch_too() -> None:
    _, observed, tracker, _ = watch(Level.STANDARD, CountingDetector())
    at = [pts for pts, _ in tracker.seen]
    assert at == sorted(set(at))
    assert {0, 200, 9_000, 17_800, 40_000, 57_800} <= set(at)
    assert all(len(sightings) for _, sightings in tracker.seen)
    assert observed.frames < 90


def test_full_and_scan_know_no_calm() -> None:
    for level in (Level.FULL, Level.SCAN):
        _, observed, _, _ = watch(level, CountingDetector())
        assert Looked.CALM not in {s.looked for s in observed.stretches}
    _, observed, _, _ = watch(Level.FULL, CountingDetector())
    assert observed.frames == 1500


def test_standard_looks_at_several_pictures_at_once_where_asked_and_full_never() -> None:
    detector = CountingDetector()
    observed = look(Level.STANDARD, FRAMES, replace(eyes(detector), packs=True))
    assert (observed.frames, observed.segment.table["count"].tolist()) == (50, [50])
    assert detector.calls <= 30
    look(Level.STANDARD, FRAMES, eyes(each := CountingDetector()))
    look(Level.FULL, FRAMES, replace(eyes(full := CountingDetector()), packs=True))
    assert (each.calls, full.calls) == (50, 250)
