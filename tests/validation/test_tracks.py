"""Track figures: the known answers of small worlds, other scorers, and the labelled sequences."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from vsa_core.domain.geometry import UNITS
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Trail
from vsa_core.domain.track import Part, Sightings, Tracks
from vsa_core.validation.mot import Labelled, Rows, read_labelled
from vsa_core.validation.overlap import overlaps
from vsa_core.validation.tracks import figures, rows_of_trails, trails_of_tracks
from vsa_core.vision.twostage import TwoStageTracker

FRAMES = 40

BYTETRACK = {
    "ADL-Rundle-6": 0.353,
    "ETH-Bahnhof": 0.416,
    "ETH-Pedcross2": 0.398,
    "KITTI-13": 0.284,
    "PETS09-S2L1": 0.350,
    "TUD-Campus": 0.479,
}
"""HOTA of ultralytics 8.4.190's BYTETracker with its default settings on the public detections."""


def rows(frames: list[int], numbers: list[int], lefts: list[float]) -> Rows:
    boxes = np.array([[left, 100, 40, 80] for left in lefts], np.float64).reshape(-1, 4)
    return Rows(np.array(frames), np.array(numbers), boxes, np.ones(len(frames)))


def two_people() -> Rows:
    frame = np.repeat(np.arange(1, FRAMES + 1), 2)
    number = np.tile([1, 2], FRAMES)
    return rows(frame.tolist(), number.tolist(), (frame * 3.0 + number * 200).tolist())


def test_the_truth_scores_one() -> None:
    truth = two_people()
    found = figures(truth, replace(truth, number=truth.number + 70), FRAMES)
    assert (found.hota, found.deta, found.assa, found.idf1, found.mota) == (1, 1, 1, 1, 1)
    assert (found.found, found.missed, found.invented) == (2 * FRAMES, 0, 0)
    assert (found.id_switches, found.truths, found.tracks) == (0, 2, 2)
    assert (found.recall, found.precision) == (1, 1)


def test_swapped_numbers_are_switches_and_cost_association_only() -> None:
    truth = two_people()
    swapped = np.where(truth.frame > FRAMES // 2, 3 - truth.number, truth.number)
    found = figures(truth, replace(truth, number=swapped), FRAMES)
    assert found.id_switches == 2
    assert found.deta == 1
    assert found.idf1 == pytest.approx(0.5)
    assert found.assa == pytest.approx(1 / 3)
    assert found.hota == pytest.approx(np.sqrt(1 / 3))


def test_missed_and_invented_boxes_are_counted() -> None:
    truth = two_people()
    half = truth.only((truth.number == 1) | (truth.frame % 2 == 0))
    ghost = rows([5, 6], [9, 9], [600.0, 600.0])
    found = figures(truth, _stacked(half, ghost), FRAMES)
    assert (found.found, found.missed, found.invented) == (60, 20, 2)
    assert found.mota == pytest.approx(1 - 22 / 80)
    assert found.recall == pytest.approx(0.75)
    assert found.precision == pytest.approx(60 / 62)


def test_rows_that_do_not_count_are_left_out_of_the_truth() -> None:
    truth = two_people()
    quiet = replace(truth, score=(truth.number == 1).astype(np.float64))
    found = figures(quiet, truth.only(truth.number == 1), FRAMES)
    assert (found.hota, found.truths) == (1, 1)


def test_nothing_found_and_nothing_to_find() -> None:
    nothing = rows([], [], [])
    found = figures(two_people(), nothing, FRAMES)
    assert (found.hota, found.idf1, found.missed, found.precision) == (0, 0, 2 * FRAMES, 1)
    found = figures(nothing, two_people(), FRAMES)
    assert (found.hota, found.invented, found.recall) == (0, 2 * FRAMES, 1)


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (rows([1, 1], [4, 4], [0, 100]), "twice"),
        (rows([0], [4], [0]), "outside"),
        (rows([FRAMES + 1], [4], [0]), "outside"),
        (rows([2, 1], [4, 4], [0, 0]), "order"),
    ],
)
def test_an_impossible_result_is_no_score(bad: Rows, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        figures(two_people(), bad, FRAMES)


def test_another_scorer_finds_the_same_idf1_and_switches() -> None:
    motmetrics = pytest.importorskip("motmetrics")
    noise = np.random.default_rng(11)
    truth = two_people()
    shaken = replace(
        truth,
        boxes=truth.boxes + noise.normal(0, 4, truth.boxes.shape),
        number=np.where(noise.random(len(truth)) < 0.1, truth.number + 5, truth.number),
    )
    result = shaken.only(noise.random(len(truth)) < 0.9)
    ours = figures(truth, result, FRAMES)
    other = motmetrics.MOTAccumulator(auto_id=True)
    for frame in range(1, FRAMES + 1):
        a, b = truth.only(truth.frame == frame), result.only(result.frame == frame)
        apart = 1 - overlaps(a.boxes, b.boxes)
        other.update(a.number, b.number, np.where(apart > 0.5, np.nan, apart))
    summary = motmetrics.metrics.create().compute(
        other, metrics=["idf1", "num_switches", "num_misses", "num_false_positives"]
    )
    assert ours.idf1 == pytest.approx(float(summary["idf1"].iloc[0]))
    assert ours.missed == int(summary["num_misses"].iloc[0])
    assert ours.invented == int(summary["num_false_positives"].iloc[0])


def trail(at: list[int], lefts: list[float], number: int = 1) -> Trail:
    boxes = np.array([[left, 10, left + 40, 90] for left in lefts], np.float32)
    scores = np.full(len(at), 0.8, np.float32)
    return Trail(number, 1, np.array(at, np.int64), boxes, scores)


INSTANTS = np.arange(10, dtype=np.int64) * 100


def test_a_trail_becomes_one_row_a_point() -> None:
    found = rows_of_trails([trail([200, 500], [0, 30], 4), trail([0], [7], 2)], INSTANTS)
    assert found.frame.tolist() == [1, 3, 6]
    assert found.number.tolist() == [2, 4, 4]
    assert found.boxes.tolist() == [[7, 10, 40, 80], [0, 10, 40, 80], [30, 10, 40, 80]]


def test_short_gaps_are_filled_as_a_replay_shows_them_and_long_ones_are_not() -> None:
    broken = trail([100, 300, 900], [0, 20, 500])
    found = rows_of_trails([broken], INSTANTS, fill=200)
    assert found.frame.tolist() == [2, 3, 4, 10]
    assert found.boxes[:, 0].tolist() == [0, 10, 20, 500]
    assert len(rows_of_trails([broken], INSTANTS, fill=600)) == 9


@pytest.mark.parametrize("pts", [150, 1000, -100])
def test_a_point_at_no_frame_is_a_mistake(pts: int) -> None:
    with pytest.raises(ValueError, match="between two frames"):
        rows_of_trails([trail([pts], [0])], INSTANTS)


def test_no_trails_no_rows() -> None:
    assert len(rows_of_trails([], INSTANTS)) == 0


def test_stored_tracks_come_back_as_trails_in_pixels() -> None:
    part = Part("f" * 64, Fraction(1, 1000), Span(0, 1000))
    x = np.array([UNITS / 2, UNITS / 2, UNITS / 4])
    tracks = Tracks(
        parts=(part,),
        number=np.array([3, 8], np.uint32),
        kind=np.array([1, 4], np.uint8),
        score=np.array([255, 51], np.uint8),
        colours=np.zeros((2, 8), np.uint8),
        starts=np.array([0, 2, 3], np.int64),
        t=np.array([100, 200, 100], np.int64),
        pts=np.array([1, 2, 1], np.int64),
        part=np.zeros(3, np.uint16),
        x=x,
        y=np.full(3, UNITS * 0.5),
        w=np.full(3, UNITS * 0.1),
        h=np.full(3, UNITS * 0.2),
    )
    first, second = trails_of_tracks(tracks, (640, 480))
    assert (first.number, first.kind, first.at.tolist()) == (3, 1, [100, 200])
    assert second.boxes[0].tolist() == pytest.approx([128, 144, 192, 240], abs=1e-3)
    assert second.scores.tolist() == pytest.approx([0.2])


def tracked(sequence: Labelled) -> Rows:
    """Public detections through our tracker, gaps left open as ByteTrack leaves them."""
    tracker = TwoStageTracker(1 / sequence.rate, sequence.size)
    for frame in range(1, sequence.length + 1):
        here = sequence.detections.only(sequence.detections.frame == frame)
        boxes = np.concatenate([here.boxes[:, :2], here.boxes[:, :2] + here.boxes[:, 2:]], axis=1)
        kinds = np.ones(len(here), np.uint8)
        shown = Sightings(boxes.astype(np.float32), here.score.astype(np.float32), kinds)
        tracker.update(frame, shown, None)
    return rows_of_trails(tracker.finish(), np.arange(1, sequence.length + 1))


@pytest.mark.footage
@pytest.mark.parametrize("name", list(BYTETRACK))
def test_the_tracker_stays_ahead_of_bytetrack(footage_dir: Path, name: str) -> None:
    sequence = read_labelled(footage_dir / "tracking" / name)
    found = figures(sequence.truth, tracked(sequence), sequence.length)
    assert found.hota > BYTETRACK[name]
    assert found.tracks < 3 * found.truths + 20


def _stacked(first: Rows, second: Rows) -> Rows:
    frame = np.concatenate([first.frame, second.frame])
    order: NDArray[np.intp] = np.argsort(frame, kind="stable")
    return Rows(
        frame[order],
        np.concatenate([first.number, second.number])[order],
        np.concatenate([first.boxes, second.boxes])[order],
        np.concatenate([first.score, second.score])[order],
    )
