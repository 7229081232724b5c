"""From what a network says about every place to one box for each object."""

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.track import Sightings, no_sightings
from vsa_core.vision.letterbox import Letterbox
from vsa_core.vision.names import DROPPED, VEHICLE_KINDS
from vsa_core.vision.weights import THRESHOLD, Entry

OVERLAP = 0.7
"""Intersection over union above which two boxes of one kind are one object (ultralytics' own)."""

FARTHEST = 1e5
"""Pixels: a box that reaches farther is no box (nor is one that is not a number)."""

MOST_PLACES = 1000
"""Only that many of the best places are compared: a hostile picture must not cost minutes."""

MOST_OBJECTS = 300
"""At most that many objects in one frame."""

Floats = NDArray[np.float32]
Rows = NDArray[np.intp]


def thresholds_of(
    entry: Entry, experimental: bool = False, threshold: float | None = None
) -> Floats:
    """(c,) score above which each class of a model is kept; infinite for one that is not.

    experimental: whether to keep the classes that are marked so; threshold:
    one score for all classes in the place of the entry's own.
    """
    own = entry.thresholds or (THRESHOLD,) * len(entry.classes)
    scores = own if threshold is None else (threshold,) * len(entry.classes)
    off = frozenset() if experimental else frozenset(entry.experimental)
    kept = [np.inf if name in off else s for name, s in zip(entry.classes, scores, strict=True)]
    return np.array(kept, np.float32)


def sightings(
    raw: Floats, fit: Letterbox, kinds: NDArray[np.int16], thresholds: Floats
) -> Sightings:
    """Objects of one frame, in pixels of the upright picture, best first.

    `raw`: (1, 4 + c, n) centres, sizes and class scores of n places (YOLOv8,
    YOLO11, vigie), or (1, n, 6) corners, score and class of n objects (YOLO26,
    whose head needs no suppression); in pixels of the input. `kinds`: (c,) our
    class numbers, DROPPED for what is not kept; `thresholds`: (c,) score above
    which each class is kept. A place bears the best of the names that pass.
    """
    ended = raw.shape[2] == 6 and raw.shape[1] != 4 + len(kinds)  # six places are no six columns
    boxes, scores, classes = _objects(raw[0]) if ended else _places(raw[0], thresholds)
    kept = (np.abs(boxes) < FARTHEST).all(axis=1)
    kept &= (classes >= 0) & (classes < len(kinds))
    kept[kept] &= kinds[classes[kept]] != DROPPED
    kept[kept] &= scores[kept] > thresholds[classes[kept]]
    order = np.argsort(-scores[kept], kind="stable")[:MOST_PLACES]
    boxes, scores, classes = boxes[kept][order], scores[kept][order], classes[kept][order]
    if not len(scores):
        return no_sightings()
    own = kinds[classes]
    groups = np.where(np.isin(own, list(VEHICLE_KINDS)), -1, classes)
    rows = suppressed(boxes, groups, OVERLAP)[:MOST_OBJECTS]
    found = Sightings(fit.restored(boxes[rows]), scores[rows], own[rows].astype(np.uint8))
    real = (found.boxes[:, 2:] > found.boxes[:, :2]).all(axis=1)
    return found.only(np.flatnonzero(real))


def _objects(rows: Floats) -> tuple[Floats, Floats, Rows]:
    classes = np.clip(np.nan_to_num(rows[:, 5], nan=-1), -1, 1e6)
    return rows[:, :4], rows[:, 4], classes.astype(np.intp)


def _places(columns: Floats, thresholds: Floats) -> tuple[Floats, Floats, Rows]:
    """Places where some class passes; a score that does not pass its own threshold is none."""
    said, needed = columns[4:], thresholds[: len(columns) - 4, None]
    some = np.flatnonzero(said[: len(needed)].max(axis=0) > needed.min())
    columns, passed = columns[:, some], said[: len(needed), some]
    passed = np.where(passed > needed, passed, -1)
    classes = passed.argmax(axis=0)
    scores = np.take_along_axis(passed, classes[None], axis=0)[0]
    middle, half = columns[:2], columns[2:4] / 2
    boxes = np.concatenate([middle - half, middle + half]).T
    return boxes, scores, classes


def suppressed(boxes: Floats, groups: NDArray[np.signedinteger], overlap: float) -> Rows:
    """Greedy non-maximum suppression within groups; rows kept, in order.

    `boxes` (n, 4) best first, `groups` (n,): boxes of different groups never
    suppress each other. All names of vehicles are one group: a van called both
    a car and a truck is one van, under the surer name.
    """
    area = np.prod(np.maximum(boxes[:, 2:] - boxes[:, :2], 0), axis=1)
    low = np.maximum(boxes[:, None, :2], boxes[:, :2])
    high = np.minimum(boxes[:, None, 2:], boxes[:, 2:])
    shared = np.prod(np.maximum(high - low, 0), axis=2)
    rivals = shared > overlap * (area[:, None] + area - shared)
    rivals &= groups[:, None] == groups
    alive = np.ones(len(boxes), np.bool_)
    for row in range(len(boxes)):
        if alive[row]:
            alive[row + 1 :] &= ~rivals[row, row + 1 :]
    return np.flatnonzero(alive)
