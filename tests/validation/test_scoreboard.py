"""Boxes are counted as COCO counts them, class by class and size by size."""

from contextlib import redirect_stdout
from io import StringIO

import numpy as np
import pytest
from numpy.typing import NDArray

from vsa_core.domain.assessment import ALL, LARGE, MEDIUM, SIZES, SMALL, BoxFigures
from vsa_core.domain.objects import CLASSES, class_number
from vsa_core.domain.track import Sightings, no_sightings
from vsa_core.validation.labels import Labels
from vsa_core.validation.scoreboard import Scoreboard
from vsa_core.validation.watching import Seen

PERSON, CAR, VEHICLE = (class_number(name) for name in ("person", "car", "vehicle"))
NAMED = frozenset({PERSON, CAR})
Box = tuple[float, float, float, float]


def labels(*boxes: Box, kind: int = PERSON, ignored: bool = False) -> Labels:
    n = len(boxes)
    columns = np.array(boxes, np.float64).reshape(-1, 4)
    areas = columns[:, 2] * columns[:, 3]
    flags = np.full(n, ignored)
    return Labels(columns, np.full(n, kind, np.uint8), areas, flags, np.zeros(n, np.bool_))


def found(*boxes: Box, scores: tuple[float, ...] = (), kind: int = PERSON) -> Sightings:
    """Boxes are left, top, width, height."""
    n = len(boxes)
    told = np.array(boxes, np.float32).reshape(-1, 4)
    corners = np.concatenate([told[:, :2], told[:, :2] + told[:, 2:]], axis=1)
    certain = np.array(scores or [0.9] * n, np.float32)
    return Sightings(corners, certain, np.full(n, kind, np.uint8))


def seen(everything: Sightings, told: Sightings | None = None) -> Seen:
    return Seen(everything, everything if told is None else told)


def counted(
    *pictures: tuple[Labels, Seen], labelled: frozenset[int] = frozenset({PERSON})
) -> dict[tuple[str, str], BoxFigures]:
    board = Scoreboard(labelled, NAMED)
    for truth, what in pictures:
        board.add(truth, what)
    return {(f.kind, f.size): f for f in board.figures("clip")}


def test_every_size_of_every_class_is_told() -> None:
    told = Scoreboard(NAMED, NAMED).figures("clip")
    assert [(f.kind, f.size) for f in told] == [(k, s) for k in ("person", "car") for s in SIZES]
    assert all(f.clip == "clip" and f.ap50 is None for f in told)


def test_what_is_told_is_counted_and_what_is_ranked_is_not() -> None:
    truth = labels((0, 0, 40, 40), (100, 0, 40, 40))
    told = found((0, 0, 40, 40), (300, 0, 40, 40))
    unsure = found((0, 0, 40, 40), (300, 0, 40, 40), (100, 0, 40, 40), scores=(0.9, 0.8, 0.1))
    one = counted((truth, seen(unsure, told)))["person", ALL]
    assert (one.truths, one.found, one.missed, one.invented) == (2, 1, 1, 1)
    assert one.ap50 == pytest.approx((51 + 50 * 2 / 3) / 101)


def test_sizes_are_counted_apart() -> None:
    truth = labels((0, 0, 31, 31), (100, 0, 32, 32), (200, 0, 96, 96))
    told = counted((truth, seen(found((0, 0, 31, 31), (200, 0, 96, 96), (400, 0, 8, 8)))))
    sizes = {size: told["person", size] for size in SIZES}
    assert {size: (f.truths, f.found, f.invented) for size, f in sizes.items()} == {
        ALL: (3, 2, 1), SMALL: (1, 1, 1), MEDIUM: (1, 0, 0), LARGE: (1, 1, 0),
    }  # fmt: skip


def test_an_ignored_box_gives_neither_reward_nor_penalty() -> None:
    place = (0.0, 0.0, 40.0, 40.0)
    one = counted((labels(place, ignored=True), seen(found(place))))["person", ALL]
    assert (one.truths, one.found, one.missed, one.invented) == (0, 0, 0, 0)
    assert (one.ap50, one.empty, one.alarmed) == (None, 0, 0)


def test_empty_pictures_and_those_with_an_alarm() -> None:
    place = (0.0, 0.0, 40.0, 40.0)
    told = counted(
        (labels(place), seen(found(place, (99, 99, 9, 9)))),
        (labels(), seen(found(place), no_sightings())),
        (labels(), seen(found(place, place))),
        (labels(place, kind=CAR), seen(found(place, kind=CAR))),
    )
    assert (told["person", ALL].empty, told["person", ALL].alarmed) == (3, 1)
    assert all(told["person", size].empty == 0 for size in SIZES[1:])


def test_a_class_that_the_detector_never_tells_is_missed() -> None:
    bag = class_number("bag")
    place = (0.0, 0.0, 40.0, 40.0)
    told = counted(
        (labels(place, kind=bag), seen(found(place, kind=bag))), labelled=frozenset({bag})
    )
    assert (told["bag", ALL].missed, told["bag", ALL].invented, told["bag", ALL].ap50) == (1, 0, 0)


def test_a_truth_of_cars_is_scored_as_vehicles_when_no_more_is_told() -> None:
    place = (0.0, 0.0, 40.0, 40.0)
    board = Scoreboard(frozenset({CAR}), frozenset({PERSON, VEHICLE}))
    board.add(labels(place, kind=CAR), seen(found(place, kind=VEHICLE)))
    whole, *_ = board.figures("clip")
    assert (whole.kind, whole.truths, whole.found, whole.ap50) == ("vehicle", 1, 1, 1)


def crowded(rng: np.random.Generator) -> tuple[Labels, Sightings]:
    """Some boxes of two classes, a crowd now and then, and what a shaky detector makes of them."""
    n = int(rng.integers(0, 7))
    boxes = np.concatenate([rng.uniform(0, 300, (n, 2)), rng.uniform(12, 150, (n, 2))], axis=1)
    kinds = rng.choice([PERSON, CAR], n).astype(np.uint8)
    crowd = rng.random(n) < 0.2
    areas = boxes[:, 2] * boxes[:, 3] * rng.uniform(0.6, 1, n)
    truth = Labels(boxes, kinds, areas, crowd, crowd)
    kept = rng.random(n) < 0.8
    shaken = boxes[kept] * rng.uniform(0.85, 1.15, (int(kept.sum()), 4))
    more = int(rng.integers(0, 5))
    other = np.concatenate(
        [rng.uniform(0, 300, (more, 2)), rng.uniform(12, 150, (more, 2))], axis=1
    )
    told = np.concatenate([shaken, other]).astype(np.float32)
    corners = np.concatenate([told[:, :2], told[:, :2] + told[:, 2:]], axis=1)
    names = np.concatenate([kinds[kept], rng.choice([PERSON, CAR], more)]).astype(np.uint8)
    return truth, Sightings(corners, rng.random(len(told)).astype(np.float32), names)


@pytest.mark.parametrize("seed", range(6))
def test_the_coco_library_finds_the_same_precision(seed: int) -> None:
    rng = np.random.default_rng(seed)
    pictures = [crowded(rng) for _ in range(25)]
    board = Scoreboard(NAMED, NAMED)
    for truth, told in pictures:
        board.add(truth, seen(told))
    theirs = _coco(pictures)
    for figures in board.figures("clip"):
        expected = theirs[class_number(figures.kind), figures.size]
        if figures.ap50 is None:
            assert expected == -1
        else:
            assert figures.ap50 == pytest.approx(expected, abs=1e-9)


def _coco(pictures: list[tuple[Labels, Sightings]]) -> dict[tuple[int, str], float]:
    """AP50 by class and size, as pycocotools has it; -1 without a truth."""
    from pycocotools.coco import COCO
    from pycocotools.cocoeval import COCOeval

    truth, told = COCO(), []
    annotations: list[dict[str, object]] = []
    for image, (labelled, sightings) in enumerate(pictures, 1):
        for row in range(len(labelled)):
            annotations.append(_annotation(image, labelled, row, len(annotations) + 1))
        for row in range(len(sightings)):
            told.append(_detection(image, sightings, row))
    truth.dataset = {
        "images": [{"id": image} for image in range(1, len(pictures) + 1)],
        "categories": [{"id": kind, "name": CLASSES[kind]} for kind in sorted(NAMED)],
        "annotations": annotations,
        "info": {},
    }
    with redirect_stdout(StringIO()):
        truth.createIndex()
        judge = COCOeval(truth, truth.loadRes(told), "bbox")
        judge.params.iouThrs = np.array([0.5])
        judge.params.maxDets = [1, 10, 1000]
        judge.evaluate()
        judge.accumulate()
    precision: NDArray[np.float64] = judge.eval["precision"]
    return {
        (kind, size): float(precision[0, :, k, s, 2].mean())
        for k, kind in enumerate(sorted(NAMED))
        for s, size in enumerate(SIZES)
    }


def _annotation(image: int, labelled: Labels, row: int, number: int) -> dict[str, object]:
    return {
        "id": number,
        "image_id": image,
        "category_id": int(labelled.kinds[row]),
        "bbox": labelled.boxes[row].tolist(),
        "area": float(labelled.areas[row]),
        "iscrowd": int(labelled.crowd[row]),
    }


def _detection(image: int, sightings: Sightings, row: int) -> dict[str, object]:
    left, top, right, bottom = sightings.boxes[row].astype(float).tolist()
    return {
        "image_id": image,
        "category_id": int(sightings.kinds[row]),
        "bbox": [left, top, right - left, bottom - top],
        "score": float(sightings.scores[row]),
    }
