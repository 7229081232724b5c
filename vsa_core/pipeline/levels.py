"""Which frames each level looks at, and what that leaves out of the answer."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from vsa_core.domain.coverage import Level, Looked, Stretch
from vsa_core.domain.footage import Gap
from vsa_core.domain.moment import Span

STANDARD_RATE = 5
"""Frames a second at the Standard level, at most."""

SCAN_REACH = Fraction(1)
"""At the Scan level a key frame speaks for this many seconds after it, no more."""


@dataclass(slots=True)
class Pace:
    """Chooses frames by their exact time: every one, or at most STANDARD_RATE a second."""

    level: Level
    time_base: Fraction
    _due: Fraction | None = None

    def takes(self, pts: int) -> bool:
        """Whether the frame at `pts` is looked at; call once per frame, in order."""
        if self.level is not Level.STANDARD:
            return True
        at = pts * self.time_base
        if self._due is not None and at < self._due:
            return False
        interval = Fraction(1, STANDARD_RATE)
        late = self._due is None or at - self._due > interval
        self._due = (at if late else self._due or at) + interval
        return True


def stretches(
    level: Level,
    span: Span,
    time_base: Fraction,
    looked_at: list[int],
    gaps: list[Gap],
    calm: Sequence[Span] = (),
) -> tuple[Stretch, ...]:
    """What became of each part of a slice: looked at, calm, skipped by the level, or undecodable.

    `looked_at` are the pts of the frames looked at, in order; `calm` the spans
    that were not decoded because nothing moved at their ends. The stretches
    partition `span`.
    """
    if level is Level.SCAN:
        seen = _reached(span, time_base, looked_at)
    else:
        seen = [span] if looked_at else []
    holes = [hole for gap in gaps if (hole := gap.span.clipped(span))]
    if not looked_at and not holes:
        holes = [span]
    edges = (b for s in [*seen, *holes, *calm] for b in (s.start, s.end))
    bounds = sorted({span.start, span.end, *edges})
    out: list[Stretch] = []
    for start, end in itertools.pairwise(bounds):
        piece = Span(start, end)
        fate = _fate(piece, seen, holes, calm)
        if out and out[-1].looked is fate:
            out[-1] = Stretch(Span(out[-1].span.start, end), fate, level)
        else:
            out.append(Stretch(piece, fate, level))
    return tuple(out)


def _reached(span: Span, time_base: Fraction, looked_at: list[int]) -> list[Span]:
    reach = (SCAN_REACH / time_base).__ceil__()
    return [Span(pts, min(pts + reach, span.end)) for pts in looked_at if pts < span.end]


def _fate(piece: Span, seen: list[Span], holes: list[Span], calm: Sequence[Span]) -> Looked:
    if any(piece.overlaps(hole) for hole in holes):
        return Looked.UNDECODABLE
    if any(piece.overlaps(stretch) for stretch in calm):
        return Looked.CALM
    if any(piece.overlaps(stretch) for stretch in seen):
        return Looked.LOOKED
    return Looked.SKIPPED
