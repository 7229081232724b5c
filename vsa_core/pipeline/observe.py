"""One slice of footage becomes trails: decode, gate, detect, fuse, track."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

import numpy as np

from vsa_core.domain.coverage import Level, Stretch
from vsa_core.domain.footage import Footage, Gap, Stream
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import (
    Detector,
    Embedder,
    Frame,
    FrameSource,
    Motion,
    Picture,
    Tracker,
    TrackerMaker,
)
from vsa_core.domain.track import Part, Segment, Sightings, no_sightings
from vsa_core.pipeline.colouring import Namer, Palette
from vsa_core.pipeline.fusion import fuse
from vsa_core.pipeline.levels import Pace, stretches
from vsa_core.pipeline.packing import pack

GATE_WIDTH = 320
"""Width of the luma picture on which motion is judged, in pixels."""

LOOK_WIDTH = 960
"""Width of the picture from which appearance is read, in pixels, at most."""

BACKGROUND_PICTURES = 48
"""Pictures spread over a slice from which its background is learnt."""


@dataclass(frozen=True, slots=True)
class Eyes:
    """What looks at a slice: one set per worker; `detector` is None for motion alone."""

    detector: Detector | None
    motion: Callable[[], Motion]
    tracker: TrackerMaker
    embedder: Embedder | None
    name_colours: Namer


@dataclass(frozen=True, slots=True)
class Observed:
    """What a slice gave: a segment, what became of each stretch, and how many frames were seen."""

    segment: Segment
    stretches: tuple[Stretch, ...]
    frames: int


@dataclass(slots=True)
class _Slice:
    eyes: Eyes
    level: Level
    size: tuple[int, int]
    motion: Motion
    tracker: Tracker
    palette: Palette
    pace: Pace
    looked_at: list[int] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    last: Sightings = field(default_factory=no_sightings)

    def look(self, frame: Frame) -> None:
        pts = frame.at.pts
        self.looked_at.append(pts)
        luma = frame.luma(GATE_WIDTH)
        changed = self.motion.moved(luma)
        still = self.level is Level.STANDARD and not changed and len(self.looked_at) > 1
        if still:
            # Nothing changed since the frame before: what was there is still there.
            self._follow(frame, self.last)
            return
        self.last = self._sightings(frame, luma)
        self._follow(frame, self.last)

    def _sightings(self, frame: Frame, luma: Picture) -> Sightings:
        width, height = self.size
        scale = np.array([width, height, width, height], np.float32)
        moving = self.motion.regions(luma) * scale
        detector = self.eyes.detector
        found = detector.detect(frame, self.size) if detector else no_sightings()
        return fuse(found, moving.astype(np.float32))

    def _follow(self, frame: Frame, sightings: Sightings) -> None:
        features = None
        if self.eyes.embedder is not None and len(sightings):
            picture, scale = self._small(frame)
            features = self.eyes.embedder.embed(picture, sightings.boxes * scale)
        numbers = self.tracker.update(frame.at.pts, sightings, features)
        self.palette.see(numbers, sightings, frame.bgr)

    def _small(self, frame: Frame) -> tuple[Picture, np.float32]:
        """The picture at most LOOK_WIDTH wide, and its scale: a look needs no more pixels."""
        width, height = self.size
        if width <= LOOK_WIDTH:
            return frame.bgr(), np.float32(1)
        scale = LOOK_WIDTH / width
        return frame.bgr(LOOK_WIDTH, round(height * scale)), np.float32(scale)


def observe(
    source: FrameSource,
    footage: Footage,
    stream: Stream,
    span: Span,
    level: Level,
    eyes: Eyes,
    poll: Callable[[], None],
    tell: Callable[[int], None],
) -> Observed:
    """Look at one slice of footage.

    `tell` hears the pts of each frame as it passes, looked at or not. `poll`
    is called at every frame that is decoded, also while the background is
    learnt; what it raises ends the slice, and nothing of it is kept.
    """
    size = (stream.width, stream.height)
    motion = eyes.motion()
    motion.prepare(background(source, span, level, poll))
    work = _Slice(
        eyes=eyes,
        level=level,
        size=size,
        motion=motion,
        tracker=eyes.tracker(stream.time_base, size),
        palette=Palette(eyes.name_colours),
        pace=Pace(level, stream.time_base),
    )
    for item in source.frames(span, keys_only=level is Level.SCAN):
        poll()
        if isinstance(item, Gap):
            work.gaps.append(item)
            continue
        tell(item.at.pts)
        if work.pace.takes(item.at.pts):
            work.look(item)
    part = Part(footage.digest, stream.time_base, span)
    trails = work.tracker.finish()
    segment = pack(trails, part, size, work.palette.names())
    fate = stretches(level, span, stream.time_base, work.looked_at, work.gaps)
    return Observed(segment, fate, len(work.looked_at))


def background(
    source: FrameSource, span: Span, level: Level, poll: Callable[[], None]
) -> list[Picture]:
    """Luma pictures spread over a span, GATE_WIDTH wide, from which motion learns its scene."""
    keys = _lumas(source, span, True, 1, poll)
    if len(keys) >= BACKGROUND_PICTURES // 2 or level is Level.SCAN:
        return keys[:: max(1, len(keys) // BACKGROUND_PICTURES)]
    total = sum(1 for _ in _frames(source, span, False, poll))
    return _lumas(source, span, False, max(1, total // BACKGROUND_PICTURES), poll)


def _lumas(
    source: FrameSource, span: Span, keys_only: bool, every: int, poll: Callable[[], None]
) -> list[Picture]:
    frames = _frames(source, span, keys_only, poll)
    return [frame.luma(GATE_WIDTH) for frame in islice(frames, 0, None, every)]


def _frames(
    source: FrameSource, span: Span, keys_only: bool, poll: Callable[[], None]
) -> Iterator[Frame]:
    for item in source.frames(span, keys_only=keys_only):
        poll()
        if not isinstance(item, Gap):
            yield item
