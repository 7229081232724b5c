"""One slice of footage becomes trails: decode, gate, detect, fuse, track."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import islice, zip_longest
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.coverage import Level, Stretch
from vsa_core.domain.footage import Footage, Gap, PacketIndex, Stream
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
from vsa_core.pipeline.calm import Key, awake, calm_spans, keys_in, shown_in
from vsa_core.pipeline.colouring import Namer, Palette
from vsa_core.pipeline.gathering import Gathering, Looked
from vsa_core.pipeline.levels import Pace, stretches
from vsa_core.pipeline.once import Once
from vsa_core.pipeline.packing import pack

Item = TypeVar("Item")

GATE_WIDTH = 320
"""Width of the luma picture on which motion is judged, in pixels."""

LOOK_WIDTH = 640
"""Width of the picture from which appearance is read, in pixels, at most: that of the detector."""

BACKGROUND_PICTURES = 48
"""Pictures spread over a slice from which its background is learnt."""


@dataclass(frozen=True, slots=True)
class Eyes:
    """What looks at a slice: one set per worker; `detector` is None for motion alone.

    packs: whether, at Standard, several pictures may be looked at as one.
    """

    detector: Detector | None
    motion: Callable[[], Motion]
    tracker: TrackerMaker
    embedder: Embedder | None
    name_colours: Namer
    packs: bool = False


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
    vouching: frozenset[int]
    gathering: Gathering
    looked_at: list[int] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    last: Sightings = field(default_factory=no_sightings)
    looks: NDArray[np.float32] | None = None

    def take(self, item: Frame | Gap) -> None:
        """A picture, looked at when its turn has come or a calm span begins, or a gap."""
        if isinstance(item, Gap):
            self.gaps.append(item)
        elif self.pace.takes(item.at.pts) or item.at.pts in self.vouching:
            self.look(Once(item))

    def pass_over(self, pts: int) -> None:
        """A picture of a calm span: it is not decoded, and what stood there stands there still."""
        if self.pace.takes(pts):
            self.follow(self.gathering.rest())
            self.tracker.update(pts, self.last, self.looks)

    def look(self, frame: Frame) -> None:
        pts = frame.at.pts
        self.looked_at.append(pts)
        luma = frame.luma(GATE_WIDTH)
        changed = self.motion.moved(luma)
        still = self.level is Level.STANDARD and not changed and len(self.looked_at) > 1
        if still:
            self.follow(self.gathering.again(frame))
        else:
            self.follow(self.gathering.take(frame, self.motion.regions(luma)))

    def follow(self, looked: Iterable[Looked]) -> None:
        """Pictures that have been looked at, in order."""
        for frame, sightings in looked:
            self._follow(frame, sightings)

    def _follow(self, frame: Frame, sightings: Sightings) -> None:
        self.last, self.looks = sightings, None
        if self.eyes.embedder is not None and len(sightings):
            picture, scale = self._small(frame)
            self.looks = self.eyes.embedder.embed(picture, sightings.boxes * scale)
        numbers = self.tracker.update(frame.at.pts, sightings, self.looks)
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
    packets: PacketIndex,
) -> Observed:
    """Look at one slice of footage.

    `tell` hears the pts of each frame as it passes, looked at or not. `poll`
    is called at every frame that is decoded or passed over, also while the
    background is learnt; what it raises ends the slice, and nothing of it is
    kept. `packets`: those of the whole file.
    """
    size = (stream.width, stream.height)
    keys = list(_keys(source, span, poll)) if level is Level.STANDARD else None
    motion = eyes.motion()
    motion.prepare(background(source, span, level, poll, packets, keys))
    calm: tuple[Span, ...] = ()
    if keys is not None:
        judge = deepcopy(motion)  # once it has seen the last key picture, its light is the last's
        calm = calm_spans(keys, judge, footage, packets, stream.time_base)
    packs = eyes.packs and level is Level.STANDARD
    work = _Slice(
        eyes=eyes,
        level=level,
        size=size,
        motion=motion,
        tracker=eyes.tracker(stream.time_base, size),
        palette=Palette(eyes.name_colours),
        pace=Pace(level, stream.time_base),
        vouching=frozenset(one.start for one in calm),
        gathering=Gathering(eyes.detector, size, stream.time_base, packs),
    )
    for stretch, after in zip_longest(awake(span, calm), calm):
        for item in source.frames(stretch, keys_only=level is Level.SCAN):
            poll()
            work.take(item)
            if not isinstance(item, Gap):
                tell(item.at.pts)
        for pts in shown_in(packets, Span(stretch.end, after.end)) if after else ():
            poll()
            work.pass_over(pts)
            tell(pts)
    work.follow(work.gathering.rest())
    part = Part(footage.digest, stream.time_base, span)
    trails = work.tracker.finish()
    segment = pack(trails, part, size, work.palette.names())
    unseen = [Span(one.start + 1, one.end) for one in calm]
    fate = stretches(level, span, stream.time_base, work.looked_at, work.gaps, unseen)
    return Observed(segment, fate, len(work.looked_at))


def background(
    source: FrameSource,
    span: Span,
    level: Level,
    poll: Callable[[], None],
    packets: PacketIndex | None = None,
    keys: Sequence[Key] | None = None,
) -> list[Picture]:
    """Luma pictures spread over a span, GATE_WIDTH wide, from which motion learns its scene.

    Those of the key pictures, where there are enough of them. `packets` of the
    file spare decoding them all; `keys`: all of them, where they were decoded.
    """
    if keys is None:
        wanted = None if packets is None else _spread(keys_in(packets, span))
        keys = list(_keys(source, span, poll, wanted))
    if len(keys) >= BACKGROUND_PICTURES // 2 or level is Level.SCAN:
        return _spread([key.luma for key in keys])
    if packets is None:
        total = sum(1 for _ in _frames(source, span, False, poll))
    else:
        total = len(shown_in(packets, span))
    frames = _frames(source, span, False, poll)
    return [f.luma(GATE_WIDTH) for f in islice(frames, 0, None, _step(total))]


def _step(count: int) -> int:
    return max(1, count // BACKGROUND_PICTURES)


def _spread(all_of_them: list[Item]) -> list[Item]:
    """About BACKGROUND_PICTURES of them, evenly spread; all where there are fewer than twice."""
    return all_of_them[:: _step(len(all_of_them))]


def _keys(
    source: FrameSource, span: Span, poll: Callable[[], None], wanted: Sequence[int] | None = None
) -> Iterator[Key]:
    """The key pictures of a span, or those of the `wanted` pts alone."""
    spans = [span] if wanted is None else [Span(pts, pts + 1) for pts in wanted]
    for one in spans:
        for frame in _frames(source, one, True, poll):
            yield Key(frame.at.pts, frame.luma(GATE_WIDTH))


def _frames(
    source: FrameSource, span: Span, keys_only: bool, poll: Callable[[], None]
) -> Iterator[Frame]:
    for item in source.frames(span, keys_only=keys_only):
        poll()
        if not isinstance(item, Gap):
            yield item
