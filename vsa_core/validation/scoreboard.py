"""Keeps count of boxes picture by picture, class by class and size by size."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.assessment import ALL, LARGE, MEDIUM, SIZES, SMALL, BoxFigures
from vsa_core.domain.objects import CLASSES
from vsa_core.domain.track import Sightings
from vsa_core.validation.families import shared_names
from vsa_core.validation.labels import Labels
from vsa_core.validation.matching import NONE, fits, matched
from vsa_core.validation.precision import average_precision
from vsa_core.validation.watching import Seen

BOUNDS = {
    ALL: (0.0, np.inf),
    SMALL: (0.0, 32.0**2),
    MEDIUM: (32.0**2, 96.0**2),
    LARGE: (96.0**2, np.inf),
}
"""Areas of each size in square pixels, the lower bound included, the upper one not (COCO)."""


@dataclass(slots=True)
class _Tally:
    """One class in one size; scores and hits of the boxes that count, picture by picture."""

    truths: int = 0
    found: int = 0
    invented: int = 0
    scores: list[NDArray[np.float32]] = field(default_factory=list)
    hits: list[NDArray[np.bool_]] = field(default_factory=list)

    def ap50(self) -> float | None:
        scores = np.concatenate([np.zeros(0, np.float32), *self.scores])
        hits = np.concatenate([np.zeros(0, np.bool_), *self.hits])
        return average_precision(scores, hits, self.truths)


class Scoreboard:
    """The count of one clip."""

    def __init__(self, labelled: frozenset[int], named: frozenset[int]) -> None:
        """`labelled`: class numbers that the truth names, `named`: those that the detector does."""
        self._names = shared_names(labelled, named)
        self._named = np.array(sorted(named), np.uint8)
        self._kinds = sorted({int(self._names[kind]) for kind in labelled})
        self._tallies = {(kind, size): _Tally() for kind in self._kinds for size in SIZES}
        self._empty = dict.fromkeys(self._kinds, 0)
        self._alarmed = dict.fromkeys(self._kinds, 0)

    def add(self, labels: Labels, seen: Seen) -> None:
        """Count one picture."""
        everything, told = (self._surest(found) for found in (seen.everything, seen.told))
        for kind in self._kinds:
            wanted = labels.only(self._names[labels.kinds] == kind)
            sure = told.only(told.kinds == kind)
            self._rank(kind, wanted, everything.only(everything.kinds == kind))
            self._count(kind, wanted, sure)
            if not len(wanted):
                self._empty[kind] += 1
                self._alarmed[kind] += bool(len(sure))

    def figures(self, clip: str) -> tuple[BoxFigures, ...]:
        """What was counted, class by class and in each the sizes in order."""
        return tuple(self._figures(clip, *key) for key in self._tallies)

    def _surest(self, found: Sightings) -> Sightings:
        """What the detector names, under the names that are scored, the surest first."""
        named = found.only(np.isin(found.kinds, self._named))
        ordered = named.only(np.argsort(-named.scores, kind="stable"))
        return Sightings(ordered.boxes, ordered.scores, self._names[ordered.kinds])

    def _rank(self, kind: int, labels: Labels, found: Sightings) -> None:
        """Every box with its score, for the precision at every threshold."""
        for size, hit, counts in _judged(labels, found):
            tally = self._tallies[kind, size]
            tally.scores.append(found.scores[counts])
            tally.hits.append(hit[counts])

    def _count(self, kind: int, labels: Labels, told: Sightings) -> None:
        """What the detector tells as it is."""
        for size, hit, counts in _judged(labels, told):
            tally = self._tallies[kind, size]
            tally.truths += int((~labels.ignored & _of_size(labels.areas, size)).sum())
            tally.found += int(hit.sum())
            tally.invented += int((counts & ~hit).sum())

    def _figures(self, clip: str, kind: int, size: str) -> BoxFigures:
        tally, whole = self._tallies[kind, size], size == ALL
        return BoxFigures(
            clip=clip,
            kind=CLASSES[kind],
            size=size,
            truths=tally.truths,
            found=tally.found,
            missed=tally.truths - tally.found,
            invented=tally.invented,
            ap50=tally.ap50(),
            empty=self._empty[kind] if whole else 0,
            alarmed=self._alarmed[kind] if whole else 0,
        )


def _judged(
    labels: Labels, found: Sightings
) -> Iterator[tuple[str, NDArray[np.bool_], NDArray[np.bool_]]]:
    """For each size (n,) whether each found box is a true one, and whether it counts at all.

    What answers an ignored box does not count, nor what answers none and is
    of another size; labelled boxes of another size are ignored.
    """
    corners = found.boxes.astype(np.float64)
    boxes = np.concatenate([corners[:, :2], corners[:, 2:] - corners[:, :2]], axis=1)
    fit, areas = fits(boxes, labels), boxes[:, 2] * boxes[:, 3]
    for size in SIZES:
        ignored = labels.ignored | ~_of_size(labels.areas, size)
        answers = matched(fit, ignored, labels.crowd)
        hit, idle = answers != NONE, answers == NONE
        hit[hit] = ~ignored[answers[hit]]
        yield size, hit, hit | (idle & _of_size(areas, size))


def _of_size(areas: NDArray[np.float64], size: str) -> NDArray[np.bool_]:
    low, high = BOUNDS[size]
    return (low <= areas) & (areas < high)
