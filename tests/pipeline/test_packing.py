from fractions import Fraction

import numpy as np

from vsa_core.domain.geometry import UNITS
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Trail
from vsa_core.domain.track import ENDS_AT_CUT, STARTS_AT_CUT, Part
from vsa_core.pipeline.packing import occupancy, pack

PART = Part("f", Fraction(1, 1000), Span(0, 60_000))


def trail(at: list[int], boxes: list[tuple[float, float, float, float]]) -> Trail:
    n = len(at)
    return Trail(7, 1, np.array(at), np.array(boxes, np.float32), np.full(n, 0.5, np.float32))


def test_boxes_become_foot_points_in_frame_units() -> None:
    segment = pack([trail([5000], [(320, 90, 340, 180)])], PART, (640, 360), {})
    point = segment.points[0]
    assert abs(int(point["x"]) - round(330 / 640 * UNITS)) <= 8
    assert abs(int(point["y"]) - round(180 / 360 * UNITS)) <= 8
    assert segment.table[0]["score"] == 128


def test_boxes_outside_the_picture_are_clipped_to_it() -> None:
    segment = pack([trail([5000], [(-50, -50, 700, 400)])], PART, (640, 360), {})
    assert segment.points[0]["w"] == UNITS
    assert segment.points[0]["y"] == UNITS


def test_times_are_exact_differences() -> None:
    at = [5000, 5040, 5113]
    segment = pack([trail(at, [(0, 0, 9, 9)] * 3)], PART, (640, 360), {})
    times = int(segment.table[0]["t0"]) + np.cumsum(segment.points["dt"].astype(np.int64))
    assert times.tolist() == at


def test_a_track_at_the_edge_of_its_slice_says_so() -> None:
    ends = [
        int(pack([trail(at, [(0, 0, 9, 9)] * 2)], PART, (64, 36), {}).table[0]["ends"])
        for at in ([500, 4000], [4000, 59_500], [4000, 8000])
    ]
    assert ends == [STARTS_AT_CUT, ENDS_AT_CUT, 0]


def test_direction_and_speed_in_the_picture() -> None:
    right = trail([0, 1000], [(0, 0, 10, 10), (320, 0, 330, 10)])
    row = pack([right], PART, (640, 360), {}).table[0]
    assert row["direction"] == 0
    assert abs(int(row["speed"]) - UNITS // 2) <= 2
    down = trail([0, 1000], [(0, 0, 10, 10), (0, 100, 10, 110)])
    assert pack([down], PART, (640, 360), {}).table[0]["direction"] == 64


def test_offsets_follow_each_other() -> None:
    segment = pack(
        [trail([1, 2], [(0, 0, 1, 1)] * 2), trail([3], [(0, 0, 1, 1)])], PART, (9, 9), {}
    )
    assert segment.table["offset"].tolist() == [0, 2]
    assert segment.table["count"].tolist() == [2, 1]
    assert len(segment.points) == 3


def test_occupancy_has_one_bit_per_cell() -> None:
    corners = np.array([0, UNITS], np.uint16)
    assert occupancy(corners, corners) == (1 << 0) | (1 << 63)
