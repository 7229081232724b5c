"""How well tracks agree with a labelled truth: HOTA, IDF1, MOTA, identity switches, boxes found.

Figures are those of TrackEval: HOTA (Luiten et al., IJCV 2021), CLEAR MOT
(Bernardin and Stiefelhagen, 2008), IDF1 (Ristani et al., 2016), at an overlap
of one half where a single threshold is meant. Truth rows of score 0 are left
out, as TrackEval does for MOT15, so that the figures compare to published ones.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.assessment import TrackFigures
from vsa_core.domain.geometry import UNITS
from vsa_core.domain.ports import Trail
from vsa_core.domain.track import Tracks
from vsa_core.validation.mot import Rows
from vsa_core.validation.overlap import overlaps

Floats = NDArray[np.float64]
Frames = dict[str, object]


def figures(truth: Rows, result: Rows, length: int) -> TrackFigures:
    """Score the rows of `result` against `truth` over frames 1..`length`.

    Raises ValueError when a frame lies outside, or an identity comes twice in
    one frame of the result.
    """
    from trackeval.metrics import CLEAR, HOTA, Identity  # a second to import, for one command

    data = _frames(truth.only(truth.score != 0), result, length)
    hota = _scored(HOTA(), data)
    clear = _scored(CLEAR({"THRESHOLD": 0.5, "PRINT_CONFIG": False}), data)
    identity = _scored(Identity({"THRESHOLD": 0.5, "PRINT_CONFIG": False}), data)
    return TrackFigures(
        hota=_mean(hota["HOTA"]),
        deta=_mean(hota["DetA"]),
        assa=_mean(hota["AssA"]),
        loca=_mean(hota["LocA"]),
        idf1=_mean(identity["IDF1"]),
        mota=_mean(clear["MOTA"]),
        id_switches=int(_mean(clear["IDSW"])),
        fragments=int(_mean(clear["Frag"])),
        found=int(_mean(clear["CLR_TP"])),
        missed=int(_mean(clear["CLR_FN"])),
        invented=int(_mean(clear["CLR_FP"])),
        truths=int(_mean(data["num_gt_ids"])),
        tracks=int(_mean(data["num_tracker_ids"])),
    )


def rows_of_trails(trails: Sequence[Trail], instants: NDArray[np.int64], fill: int = 0) -> Rows:
    """Trails as rows: `instants` (m,) are the pts of frames 1..m, strictly increasing.

    Where two points of a trail are at most `fill` ticks apart the frames
    between them get the interpolated box, as a replay shows it. ValueError
    when a trail has a point at no frame's instant.
    """
    parts = [_trail_rows(trail, instants, fill) for trail in trails]
    frame = np.concatenate([p[0] for p in parts]) if parts else np.zeros(0, np.int64)
    boxes = np.concatenate([p[1] for p in parts]) if parts else np.zeros((0, 4))
    score = np.concatenate([p[2] for p in parts]) if parts else np.zeros(0)
    number = np.repeat([t.number for t in trails], [len(p[0]) for p in parts]).astype(np.int64)
    order = np.argsort(frame, kind="stable")
    return Rows(frame[order], number[order], boxes[order], score[order])


def trails_of_tracks(tracks: Tracks, size: tuple[int, int]) -> list[Trail]:
    """Stored tracks as trails in pixels of a picture of `size`, on their corrected time axis.

    `at` holds microseconds, so `instants` and `fill` of `rows_of_trails` do too.
    """
    scale = np.array([size[0], size[1], size[0], size[1]], np.float64) / UNITS
    x, y, w, h = tracks.x, tracks.y, tracks.w, tracks.h
    boxes = np.stack([x - w / 2, y - h, x + w / 2, y], axis=1) * scale
    trails = []
    for row in range(len(tracks)):
        points = tracks.points_of(row)
        scores = np.full(points.stop - points.start, tracks.score[row] / 255, np.float32)
        trails.append(
            Trail(
                int(tracks.number[row]),
                int(tracks.kind[row]),
                tracks.t[points],
                boxes[points].astype(np.float32),
                scores,
            )
        )
    return trails


def _trail_rows(
    trail: Trail, instants: NDArray[np.int64], fill: int
) -> tuple[NDArray[np.int64], Floats, Floats]:
    frame = np.searchsorted(instants, trail.at)
    if len(trail.at) and not np.array_equal(
        instants[np.minimum(frame, len(instants) - 1)], trail.at
    ):
        raise ValueError("a trail has a point between two frames")
    wanted = np.arange(frame[0], frame[-1] + 1) if len(frame) else frame
    at = instants[wanted]
    later = np.minimum(np.searchsorted(trail.at, at), len(trail.at) - 1)
    earlier = np.where(trail.at[later] == at, later, later - 1)
    kept = (trail.at[later] - trail.at[earlier] <= fill) | (later == earlier)
    left, top, right, bottom = (
        np.interp(at[kept], trail.at, trail.boxes[:, column].astype(np.float64))
        for column in range(4)
    )
    boxes = np.stack([left, top, right - left, bottom - top], axis=1)
    score = np.interp(at[kept], trail.at, trail.scores.astype(np.float64))
    return wanted[kept].astype(np.int64) + 1, boxes, score


def _frames(truth: Rows, result: Rows, length: int) -> Frames:
    _check(truth, length)
    _check(result, length)
    truths, true_ids = np.unique(truth.number, return_inverse=True)
    tracks, ids = np.unique(result.number, return_inverse=True)
    steps = np.arange(1, length + 2)
    a, b = np.searchsorted(truth.frame, steps), np.searchsorted(result.frame, steps)
    spans = [(slice(a[i], a[i + 1]), slice(b[i], b[i + 1])) for i in range(length)]
    return {
        "gt_ids": [true_ids[s] for s, _ in spans],
        "tracker_ids": [ids[r] for _, r in spans],
        "similarity_scores": [overlaps(truth.boxes[s], result.boxes[r]) for s, r in spans],
        "num_timesteps": length,
        "num_gt_dets": len(truth),
        "num_tracker_dets": len(result),
        "num_gt_ids": len(truths),
        "num_tracker_ids": len(tracks),
    }


def _check(rows: Rows, length: int) -> None:
    if len(rows) and not (rows.frame[0] >= 1 and rows.frame[-1] <= length):
        raise ValueError("a row lies outside the sequence")
    if np.any(np.diff(rows.frame) < 0):
        raise ValueError("rows come in order of frame")
    pairs = np.stack([rows.frame, rows.number], axis=1)
    if len(np.unique(pairs, axis=0)) != len(pairs):
        raise ValueError("an identity comes twice in one frame")


def _scored(metric: object, data: Frames) -> Mapping[str, object]:
    scored: Mapping[str, object] = metric.eval_sequence(data)  # type: ignore[attr-defined]
    return scored


def _mean(value: object) -> float:
    return float(np.mean(np.asarray(value, np.float64)))
