"""A fresh look at the pictures that are about to leave: who was seen in them, and what moves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.objects import UNNAMED
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.track import Sightings, no_sightings
from vsa_core.legal.masking import NO_TRACK, NOTHING, Shown
from vsa_core.legal.unexplained import Box, Regions

SAME = 0.5
"""Overlap (intersection over union) from which a sighting and a track's box are one thing."""

PART = 0.8
"""Share of an unsure sighting in a track's box from which it is a part of that thing."""

SURE = 0.5
"""Score from which a sighting is somebody on their own account, and explains what moves."""


@dataclass(frozen=True, slots=True, eq=False)
class Fresh:
    """What a fresh look at one file told, as columns of n pictures in display order.

    pts: (n,) ticks of the stream; seen: of each, boxes in pixels of the
    upright picture; moving: of each, (m, 4) from 0 to 1 of the picture;
    reach: ticks before and after a picture within which what was seen in
    another is masked in it; fields: with what it was looked at, for the paper.
    """

    pts: NDArray[np.int64]
    seen: tuple[Sightings, ...]
    moving: tuple[Regions, ...]
    reach: int = 0
    fields: Mapping[str, Canonical] = field(default_factory=dict)

    def around(self, pts: int) -> Sightings:
        """Everything seen in the pictures at most `reach` from `pts`."""
        first, last = np.searchsorted(self.pts, (pts - self.reach, pts + self.reach + 1))
        found = self.seen[first:last]
        if not found:
            return no_sightings()
        return Sightings(
            np.concatenate([one.boxes for one in found]),
            np.concatenate([one.scores for one in found]),
            np.concatenate([one.kinds for one in found]),
        )

    def at(self, pts: int) -> tuple[Sightings, Regions]:
        """What was seen in the picture at `pts`, and what moves in it."""
        place = int(np.searchsorted(self.pts, pts))
        if place == len(self.pts) or self.pts[place] != pts:
            return no_sightings(), NOTHING
        return self.seen[place], self.moving[place]


def unlooked() -> Fresh:
    """Of a file at which nobody looked afresh."""
    return Fresh(np.zeros(0, np.int64), (), ())


def strangers(seen: Sightings, revealed: Sequence[Box]) -> Sightings:
    """The sightings of one picture that are not of the revealed tracks, whose boxes are given.

    A box takes the one sighting that overlaps it best, and unsure ones within
    it; a sure one within it may be another person, and stays.
    """
    kept = np.ones(len(seen), np.bool_)
    for box in revealed:
        shared, own, whole = _areas(seen, box)
        union = np.maximum(own + whole - shared, 1e-6)
        overlap = np.where(kept, shared / union, 0.0)
        if len(seen) and overlap.max() >= SAME:
            kept[int(overlap.argmax())] = False
        kept &= ~((shared >= PART * own) & (seen.scores < SURE))
    return seen.only(kept)


def shown_afresh(around: Sightings, here: Sightings) -> list[Shown]:
    """Sightings as things on show without a track: heads to mask, and boxes that explain movement.

    around: of the pictures about this one, whose heads are masked; here: of
    this picture, of which the sure ones account for what moves.
    """
    sure = here.only(here.scores >= SURE)
    return [*_shown(around, observed=False), *_shown(sure, observed=True)]


def _shown(seen: Sightings, observed: bool) -> list[Shown]:
    named = seen.only(seen.kinds != UNNAMED)
    found = zip(named.kinds.tolist(), named.boxes.tolist(), strict=True)
    return [Shown(NO_TRACK, kind, tuple(box), False, observed=observed) for kind, box in found]


def _areas(seen: Sightings, box: Box) -> tuple[NDArray[np.float64], NDArray[np.float64], float]:
    """Square pixels that each sighting shares with the box, has itself, and that the box has."""
    boxes = seen.boxes.astype(np.float64)
    left, top = np.maximum(boxes[:, 0], box[0]), np.maximum(boxes[:, 1], box[1])
    right, bottom = np.minimum(boxes[:, 2], box[2]), np.minimum(boxes[:, 3], box[3])
    shared = np.clip(right - left, 0, None) * np.clip(bottom - top, 0, None)
    own = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    return shared, own, max((box[2] - box[0]) * (box[3] - box[1]), 0.0)
