"""Looks at a whole picture now and then, and in between at what moves, in several at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.ports import Detector, Frame, Picture
from vsa_core.domain.track import Sightings, no_sightings
from vsa_core.pipeline.collage import Box, Collage, cuts
from vsa_core.pipeline.fusion import CONFIRMED, EXPLAINED, covered, fuse, stacked

VERSION = 1
"""To be raised with every change that can change what is found."""

WHOLE_EVERY = 2
"""Seconds after which a picture is looked at whole again: what never moved is found there alone."""

MOST_WAITING = 12
"""Pictures that wait for one collage, at most: each holds its memory, 12 MB in 4K."""

SIDE, STEP = 640, 32
"""Longer side of a collage, and what its sides are multiples of, in pixels: the input of our
detector, so that a cut has the scale that it has in a whole picture."""

WITHIN = 0.8
"""A box cut off at the edge of a cut lies by this share in the still thing that it is a part of."""

Floats = NDArray[np.float32]
Looked = tuple[Frame, Sightings]


@dataclass(slots=True)
class _Waiting:
    """A picture not yet done with, and what is known of it.

    known: its sightings, where it was looked at whole; moving, cuts: what moves
    in it and lies in the collage; moving is None where nothing changed since
    the picture before; still: what stood still at the last whole look.
    """

    frame: Frame
    known: Sightings | None = None
    moving: Floats | None = None
    cuts: tuple[Box, ...] = ()
    still: Sightings = field(default_factory=no_sightings)


@dataclass(slots=True)
class Gathering:
    """Looks for one slice; what it gives comes in the order in which pictures were handed in.

    size: (width, height) of the upright picture; packs: whether pictures may
    wait to be looked at in part, else each is looked at whole and at once;
    detector: None for motion alone, which has nothing to pack.
    """

    detector: Detector | None
    size: tuple[int, int]
    time_base: Fraction
    packs: bool
    _collage: Collage | None = None
    _waiting: list[_Waiting] = field(default_factory=list)
    _still: Sightings = field(default_factory=no_sightings)
    _last: Sightings = field(default_factory=no_sightings)
    _whole: int | None = None

    def take(self, frame: Frame, regions: Floats) -> Iterator[Looked]:
        """A picture in which something changed; `regions` (n, 4) that move, from 0 to 1.

        Gives the pictures that are done with, each with its sightings, fused.
        """
        moving = (regions * np.array(self.size * 2)).astype(np.float32)
        if not self._due(frame):
            boxes = cuts(regions, *self._inner)
            waiting = _Waiting(frame, None, moving, boxes, self._still)
            picture = frame.bgr(*self._inner) if boxes else None
            if not self._lay(waiting, picture):
                yield from self.rest()
                if not self._lay(waiting, picture):
                    waiting = _Waiting(frame, self._whole_look(frame, moving))
        else:
            waiting = _Waiting(frame, self._whole_look(frame, moving))
        yield from self._queued(waiting)

    def again(self, frame: Frame) -> Iterator[Looked]:
        """A picture in which nothing changed: what was there is still there."""
        yield from self._queued(_Waiting(frame))

    def rest(self) -> Iterator[Looked]:
        """Look at the collage as it is, and give every picture that waits."""
        found: dict[int, Sightings] = {}
        if self._collage is not None and self.detector is not None:
            height, width = self._collage.pixels.shape[:2]
            found = self._collage.given_back(self.detector.detect(self._collage, (width, height)))
        waiting, self._waiting, self._collage = self._waiting, [], None
        for number, one in enumerate(waiting):
            if one.known is not None:
                self._last = one.known
            elif one.moving is not None:
                named = self._beside(found.get(number, no_sightings()), one)
                self._last = fuse(named, one.moving)
            yield one.frame, self._last

    def _queued(self, waiting: _Waiting) -> Iterator[Looked]:
        """Put a picture behind those that wait, and give all of them when that is enough."""
        self._waiting.append(waiting)
        if self._collage is None or len(self._waiting) >= MOST_WAITING:
            yield from self.rest()

    @property
    def _scale(self) -> float:
        return SIDE / max(self.size)

    @property
    def _inner(self) -> tuple[int, int]:
        """Width and height of the picture of which cuts are taken."""
        width, height = (max(1, round(side * self._scale)) for side in self.size)
        return width, height

    def _due(self, frame: Frame) -> bool:
        """Whether this picture is to be looked at whole."""
        if not self.packs or self.detector is None or self._whole is None:
            return True
        return (frame.at.pts - self._whole) * self.time_base >= WHOLE_EVERY

    def _lay(self, waiting: _Waiting, picture: Picture | None) -> bool:
        """Put a picture's cuts, if there are any, into the collage; False where there is no room.

        `picture`: the one of which they are taken.
        """
        if picture is None:
            return True
        collage = self._collage
        if collage is None:
            width, height = (-(-side // STEP) * STEP for side in self._inner)
            collage = Collage.empty(waiting.frame.at, width, height)
        if not collage.add(len(self._waiting), picture, waiting.cuts):
            return False
        self._collage = collage
        return True

    def _whole_look(self, frame: Frame, moving: Floats) -> Sightings:
        detector = self.detector
        found = detector.detect(frame, self.size) if detector else no_sightings()
        self._still = found.only(covered(found.boxes, moving) < CONFIRMED)
        self._whole = frame.at.pts
        return fuse(found, moving)

    def _beside(self, found: Sightings, one: _Waiting) -> Sightings:
        """What was found in the cuts of a picture, and what stood still elsewhere."""
        back = np.float32(1 / self._scale)
        seen = Sightings(found.boxes * back, found.scores, found.kinds)
        edges = np.array(one.cuts, np.float32).reshape(-1, 4) * back
        still = one.still.only(covered(one.still.boxes, edges) < EXPLAINED)
        part = np.zeros(len(seen), np.bool_)
        for kind in np.unique(still.kinds):
            whole = still.boxes[still.kinds == kind]
            part |= (seen.kinds == kind) & (covered(seen.boxes, whole) >= WITHIN)
        return stacked(seen.only(~part), still)
