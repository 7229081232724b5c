"""How well masks hide the people of labelled films: in exports, and on the screen."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from vsa_core.desk.scope import LONGEST, Wish
from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import Window
from vsa_core.domain.ports import Cancel, Progress
from vsa_core.legal.masking import Area, hidden
from vsa_core.validation.labelled_folder import LabelledSequence
from vsa_core.validation.private_case import MOTIVE, START, PrivateCase

HEAD, ACROSS = 1 / 7, 1 / 2
"""A labelled head: this share of the box's height from its top, the middle share of its width.

An adult stands seven to eight heads tall: 0.130 of the stature from the chin
to the top of the head (Drillis and Contini 1966, in Winter, Biomechanics).
"""

COVERED = 0.9
"""Share of a labelled head that must be filled."""

EXPORT, SCREEN = "export", "screen"


@dataclass(frozen=True, slots=True)
class Bare:
    """One labelled head that is not covered: frame from 1, identity, share filled, pixels.

    pts: of the picture; head: left, top, right, bottom.
    """

    frame: int
    pts: int
    number: int
    share: float
    head: Area


@dataclass(frozen=True, slots=True)
class Masked:
    """One film on one way out: person-frames, the bare ones, and how much was filled on the mean.

    way: EXPORT or SCREEN; filled: share of all pixels, which tells what the
    covering costs.
    """

    clip: str
    level: Level
    way: str
    heads: int
    bare: tuple[Bare, ...]
    filled: float

    @property
    def share(self) -> float:
        """Of the person-frames, those whose head is not covered."""
        return len(self.bare) / self.heads if self.heads else 0.0


def masks_of(
    case: PrivateCase, one: LabelledSequence, level: Level, progress: Progress, cancel: Cancel
) -> tuple[Masked, ...]:
    """Both ways out of one film that was looked at on that level; everybody is masked in it.

    Asked of the desk like anyone's pictures, ten minutes at a time.
    """
    found = {EXPORT: _exported(case, one, progress, cancel), SCREEN: _on_screen(case, one)}
    return tuple(_masked(case, one, level, way, areas) for way, areas in found.items())


def head_of(box: np.ndarray, size: tuple[int, int]) -> Area:
    """The head of a labelled box (left, top, width, height), in whole pixels of the picture."""
    left, top, wide, high = (float(edge) for edge in box)
    aside = (1 - ACROSS) / 2 * wide
    return (
        min(max(round(left + aside), 0), size[0]),
        min(max(round(top), 0), size[1]),
        min(max(round(left + wide - aside), 0), size[0]),
        min(max(round(top + HEAD * high), 0), size[1]),
    )


def _exported(
    case: PrivateCase, one: LabelledSequence, progress: Progress, cancel: Cancel
) -> dict[int, tuple[Area, ...]]:
    found: dict[int, tuple[Area, ...]] = {}
    for window in _windows(case, one.camera):
        wish = Wish((), one.camera, window, 0, "", "", "fr")
        told = case.desks.exports.hiding.export(
            case.who, case.where, wish, MOTIVE, progress, cancel
        )
        found |= {picture.pts: picture.areas for picture in told}
    return found


def _on_screen(case: PrivateCase, one: LabelledSequence) -> dict[int, tuple[Area, ...]]:
    found: dict[int, tuple[Area, ...]] = {}
    playing = case.desks.playing
    for window in _windows(case, one.camera):
        reel = playing.open(case.who, case.where, one.camera, window, MOTIVE)
        try:
            for part in reel.parts:
                for pts in part.pts.tolist():
                    shot = playing.shot(case.who, case.where, reel, part.footage.digest, pts)
                    found[pts] = shot.filled
        finally:
            playing.close(case.who, case.where, reel)
    return found


def _windows(case: PrivateCase, camera: str) -> list[Window]:
    last = START + int(case.picture_times(camera)[-1]) + 1
    starts = range(START, last, LONGEST)
    return [Window(start, min(start + LONGEST, last)) for start in starts]


def _masked(
    case: PrivateCase,
    one: LabelledSequence,
    level: Level,
    way: str,
    areas: Mapping[int, tuple[Area, ...]],
) -> Masked:
    stream, truth = case.stream(one.camera), one.sequence.truth
    size = (stream.width, stream.height)
    bare: list[Bare] = []
    heads, filled = 0, 0.0
    for frame, pts in enumerate(sorted(areas), 1):
        covered = hidden(areas[pts], size)
        filled += float(covered.mean())
        for row in np.flatnonzero((truth.frame == frame) & (truth.score != 0)):
            left, top, right, bottom = head = head_of(truth.boxes[row], size)
            if left >= right or top >= bottom:
                continue
            heads += 1
            share = float(covered[top:bottom, left:right].mean())
            if share < COVERED:
                bare.append(Bare(frame, pts, int(truth.number[row]), share, head))
    worst = tuple(sorted(bare, key=lambda one: (one.share, one.frame, one.number)))
    return Masked(one.clip, level, way, heads, worst, filled / max(1, len(areas)))
