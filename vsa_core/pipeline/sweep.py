"""A fresh look at a stretch that is about to leave: closer than any level, and kept nowhere."""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np

from vsa_core.domain.coverage import Level
from vsa_core.domain.footage import Gap, Stream
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Detector, Frame, FrameSource, Motion
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.track import Sightings, no_sightings
from vsa_core.legal.fresh import Fresh
from vsa_core.legal.unexplained import Regions
from vsa_core.pipeline.observe import GATE_WIDTH, background

RULE = "fresh-look 1"
"""Name and version of how pictures are looked at before they leave."""

THRESHOLD = 0.1
"""Score from which a fresh sighting is masked: a mask too many costs little, one too few much.

Below the score from which trackers take a box into account at all (0.1 in
ByteTrack, Zhang et al., ECCV 2022) there is next to nothing.
"""

RATE = 10
"""Pictures a second at which the detector looks, at most; motion is judged in every one."""

REACH = Fraction(1, 4)
"""Seconds before and after a picture in which a sighting is masked too: detectors blink."""

AROUND = 30
"""Seconds before and after the stretch from which the empty scene is learnt too."""


@dataclass(frozen=True, slots=True)
class Lens:
    """What looks afresh: a detector with the score THRESHOLD, None for motion alone; its digest."""

    detector: Detector | None
    motion: Callable[[], Motion]

    def fields(self) -> dict[str, Canonical]:
        """With what it is looked, for the paper of an export."""
        return {
            "rule": RULE,
            "detector": self.detector.name if self.detector else "",
            "detector_digest": self.detector.digest if self.detector else "",
            "threshold_per_mille": round(1000 * THRESHOLD),
            "pictures_a_second": RATE,
            "reach_us": round(REACH * 1_000_000),
        }


def sweep(
    source: FrameSource,
    stream: Stream,
    span: Span,
    allowed: tuple[Span, ...],
    lens: Lens,
    poll: Callable[[], None],
    tell: Callable[[int], None],
) -> Fresh:
    """Look at every picture of a span, and at those just before and after it.

    Only what lies in `allowed`, one span at least, is looked at. `tell` hears the pts of each
    picture; `poll` is called at each that is decoded, and what it raises ends
    the look. Raises what reading raises.
    """
    reach = (REACH / stream.time_base).__ceil__()
    motion = lens.motion()
    around = _widened(span, allowed, (AROUND / stream.time_base).__ceil__())
    motion.prepare(background(source, around, Level.FULL, poll))
    look = _Look(lens, motion, stream)
    for item in source.frames(_widened(span, allowed, reach)):
        poll()
        if isinstance(item, Gap) or not _lies_in(allowed, item.at.pts):
            continue
        tell(item.at.pts)
        look.at(item)
    pts = np.array(look.pts, np.int64)
    return Fresh(pts, tuple(look.seen), tuple(look.moving), reach, lens.fields())


@dataclass(slots=True)
class _Look:
    """One sweep on its way, picture by picture."""

    lens: Lens
    motion: Motion
    stream: Stream
    pts: list[int] = field(default_factory=list)
    seen: list[Sightings] = field(default_factory=list)
    moving: list[Regions] = field(default_factory=list)
    due: Fraction | None = None

    def at(self, frame: Frame) -> None:
        self.pts.append(frame.at.pts)
        self.seen.append(self._sightings(frame))
        self.moving.append(self.motion.regions(frame.luma(GATE_WIDTH)))

    def _sightings(self, frame: Frame) -> Sightings:
        at = frame.at.pts * self.stream.time_base
        if self.lens.detector is None or (self.due is not None and at < self.due):
            return no_sightings()
        self.due = at + Fraction(1, RATE)
        return self.lens.detector.detect(frame, (self.stream.width, self.stream.height))


def _widened(span: Span, allowed: tuple[Span, ...], ticks: int) -> Span:
    """The span and so many ticks on each side of it, within the reach of what is allowed."""
    first, last = min(one.start for one in allowed), max(one.end for one in allowed)
    start, end = max(span.start - ticks, first), min(span.end + ticks, last)
    return Span(min(start, span.start), max(end, span.end))


def _lies_in(spans: tuple[Span, ...], pts: int) -> bool:
    return any(one.start <= pts < one.end for one in spans)
