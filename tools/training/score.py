"""Average precision of a network's boxes against true ones, by class."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from tools.training.pack import CLASSES, Labelled, Pixels
from vsa_core.vision.letterbox import letterbox
from vsa_core.vision.suppression import sightings

Floats = NDArray[np.float32]
Network = Callable[[Floats], Floats]
"""(1, 3, h, w) RGB from 0 to 1 to (1, 4 + c, n) centres, sizes and scores."""

LOWEST = 0.01
"""Scores under it are not even counted."""

RIGHT = 0.5
"""Overlap from which a box is right."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one picture: corners in its pixels, classes, and scores, best first."""

    boxes: Floats
    names: NDArray[np.int64]
    scores: Floats


@dataclass(frozen=True, slots=True)
class Judged:
    """One picture: what was found, what is there, and what is neither right nor wrong."""

    found: Found
    truth: Labelled
    ignored: Labelled


@dataclass(frozen=True, slots=True)
class Curve:
    """All findings of one class, best first, each right or wrong, against `total` true boxes."""

    scores: Floats
    right: NDArray[np.bool_]
    total: int

    @property
    def average_precision(self) -> float:
        """Mean of the best precision at 101 recalls (as in COCO); nan where nothing is there."""
        if not self.total:
            return float("nan")
        hits = np.cumsum(self.right)
        precision = hits / np.arange(1, len(hits) + 1)
        best = np.maximum.accumulate(precision[::-1])[::-1] if len(hits) else precision
        at = np.searchsorted(hits / self.total, np.linspace(0, 1, 101))
        return float(np.append(best, 0.0)[np.minimum(at, len(hits))].mean())

    def at(self, threshold: float) -> tuple[float, float]:
        """Precision and recall of the findings above `threshold`."""
        kept = self.right[self.scores > threshold]
        return float(kept.sum() / max(1, len(kept))), float(kept.sum() / max(1, self.total))

    def best_threshold(self) -> float:
        """The threshold of the best F1, in steps of 0.01."""
        steps = np.arange(0.05, 0.95, 0.01)

        def f1(threshold: float) -> float:
            precision, recall = self.at(threshold)
            return 2 * precision * recall / max(precision + recall, 1e-9)

        return round(float(max(steps, key=f1)), 2)


def find(network: Network, picture: Pixels, size: int) -> Found:
    """What `network` finds in a (h, w, 3) BGR picture scaled to a longer side of `size`."""
    fit = letterbox((picture.shape[1], picture.shape[0]), size)
    way = cv2.INTER_AREA if max(picture.shape[:2]) > size else cv2.INTER_LINEAR
    scaled = np.asarray(cv2.resize(picture, fit.inner, interpolation=way), np.uint8)
    kinds = np.arange(len(CLASSES), dtype=np.int16)
    lowest = np.full(len(CLASSES), LOWEST, np.float32)
    seen = sightings(network(fit.filled(scaled)), fit, kinds, lowest)
    return Found(seen.boxes, seen.kinds.astype(np.int64), seen.scores)


def curve(pictures: Iterable[Judged], name: int) -> Curve:
    """The curve of class number `name` over pictures."""
    scores, right, total = [np.zeros(0, np.float32)], [np.zeros(0, np.bool_)], 0
    for picture in pictures:
        rows = np.flatnonzero(picture.found.names == name)
        true = picture.truth.boxes[picture.truth.names == name]
        spared = picture.ignored.boxes[picture.ignored.names == name]
        hits = _matched(picture.found.boxes[rows], true)
        counted = hits | ~_spared(picture.found.boxes[rows], spared)
        scores.append(picture.found.scores[rows][counted])
        right.append(hits[counted])
        total += len(true)
    all_scores, all_right = np.concatenate(scores), np.concatenate(right)
    order = np.argsort(-all_scores, kind="stable")
    return Curve(all_scores[order], all_right[order], total)


def _matched(found: Floats, true: Floats) -> NDArray[np.bool_]:
    """Each finding, best first, takes the nearest true box that none took before."""
    hits = np.zeros(len(found), np.bool_)
    if not len(true):
        return hits
    overlap = overlaps(found, true)
    for row in range(len(found)):
        nearest = int(overlap[row].argmax())
        if overlap[row, nearest] >= RIGHT:
            hits[row] = True
            overlap[:, nearest] = -1
    return hits


def _spared(found: Floats, ignored: Floats) -> NDArray[np.bool_]:
    """Whether a finding lies, by half of itself, on a place that is not judged."""
    if not len(ignored) or not len(found):
        return np.zeros(len(found), np.bool_)
    low = np.maximum(found[:, None, :2], ignored[None, :, :2])
    high = np.minimum(found[:, None, 2:], ignored[None, :, 2:])
    shared = np.prod(np.maximum(high - low, 0), axis=2)
    own = np.prod(found[:, 2:] - found[:, :2], axis=1)
    said: NDArray[np.bool_] = (shared / np.maximum(own, 1e-6)[:, None]).max(axis=1) >= RIGHT
    return said


def overlaps(first: Floats, second: Floats) -> Floats:
    """(n, m) intersection over union of corners."""
    low = np.maximum(first[:, None, :2], second[None, :, :2])
    high = np.minimum(first[:, None, 2:], second[None, :, 2:])
    shared = np.prod(np.maximum(high - low, 0), axis=2)
    areas = [np.prod(boxes[:, 2:] - boxes[:, :2], axis=1) for boxes in (first, second)]
    said: Floats = shared / np.maximum(areas[0][:, None] + areas[1][None] - shared, 1e-6)
    return said
