"""Truths: what is read, what is refused and how clearly, and how frames become times."""

import json
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.geometry import UNITS, Line, Point, Zone
from vsa_core.domain.query import Setting
from vsa_core.errors import WrongUsage
from vsa_core.validation.truth import LARGEST, Expected, expected, picture_times, read_truth

GOOD = """
truth = 1
clip = "car-park.mp4"
camera = "north"
picture = [768, 432]
length = 30.0
[[questions]]
name = "mid-height"
kind = "line_crossing"
line = [[0, 216], [768, 216]]
units = "pixels"
classes = ["car"]
tolerance = 0.5
[[questions.events]]
time = 16.5
direction = "down"
[[questions.events]]
time = 6.4
direction = "up"
note = "white estate"
[[questions]]
kind = "dwell"
zone = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.5]]
tolerance = 1
settings = { minimum = 15000 }
[[questions.events]]
frame = 2
end_frame = 4
"""
PICTURES = np.array([0, 40_000, 80_000, 200_000], np.int64)
LENGTH = 30_000_000
PAGE = Path(__file__).resolve().parents[2] / "docs" / "truth-format.md"


def _code(text: str, name: str = "truth.toml") -> str:
    with pytest.raises(WrongUsage) as refusal:
        read_truth(text.encode(), name)
    return refusal.value.code


def test_a_truth_is_read() -> None:
    truth = read_truth(GOOD.encode(), "truth.toml")
    assert (truth.clip, truth.camera, truth.length) == ("car-park.mp4", "north", LENGTH)
    line, stay = truth.questions
    assert (line.name, line.tolerance, stay.name) == ("mid-height", 500_000, "questions[2]")
    assert line.query.place == Line(Point(0, 32_768), Point(UNITS, 32_768))
    assert (line.query.classes, line.query.cameras) == (("car",), ("north",))
    corners = (Point(0, 0), Point(UNITS, 0), Point(UNITS, UNITS), Point(0, 32_768))
    assert stay.query.place == Zone(corners)
    assert stay.query.settings == (Setting("minimum", 15_000, 15_000, 15_000),)


def test_json_says_the_same() -> None:
    told = {
        "truth": 1,
        "clip": "a.mp4",
        "questions": [
            {
                "kind": "zone_exit",
                "zone": [[0, 0], [0.25, 0], [0.25, 1]],
                "tolerance": 0.1,
                "events": [{"time": 0.3, "direction": "lost"}],
            }
        ],
    }
    truth = read_truth(json.dumps(told).encode(), "truth.JSON")
    (question,) = truth.questions
    assert (question.tolerance, question.events[0].at) == (100_000, 300_000)
    assert truth.camera == ""
    assert question.query.cameras == ()


def test_the_example_of_the_page_is_a_truth() -> None:
    page = PAGE.read_text("utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    truth = read_truth(example.encode(), "page.toml")
    assert [len(question.events) for question in truth.questions] == [2, 1]


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("truth = 1", "truth = 2", "EVT-021"),
        ("truth = 1", "", "EVT-022"),
        ('clip = "car-park.mp4"', "", "EVT-022"),
        ("camera =", "cam =", "EVT-020"),
        ("tolerance = 0.5", "", "EVT-022"),
        ("tolerance = 0.5", "tolerence = 0.5", "EVT-020"),
        ("picture = [768, 432]", "", "EVT-023"),
        ('units = "pixels"', 'units = "metres"', "EVT-021"),
        ('units = "pixels"', "", "EVT-024"),
        ("[768, 216]]", "[769, 216]]", "EVT-024"),
        ("[768, 216]]", "[768, -1]]", "EVT-024"),
        ("[768, 216]]", "[768, 216], [1, 1]]", "EVT-021"),
        ("[768, 216]]", "[0, 216]]", "EVT-021"),
        ("[768, 216]]", "[0, 216.001]]", "EVT-021"),
        ("[768, 216]]", "[768, 216, 3]]", "EVT-021"),
        ("[[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.5]]", "[[0, 0], [1, 1]]", "EVT-021"),
        ("zone = ", "line = [[0, 0], [1, 1]]\nzone = ", "EVT-002"),
        ("line = [[0, 216], [768, 216]]", "", "EVT-002"),
        ('kind = "line_crossing"', 'kind = "dwell"', "EVT-002"),
        ('kind = "line_crossing"', 'kind = "assault"', "EVT-001"),
        ('kind = "line_crossing"', 'kind = "line_crossing"\ndirection = "up"', "EVT-003"),
        ('["car"]', '["car", "face"]', "EVT-006"),
        ('["car"]', '"car"', "EVT-021"),
        ("minimum = 15000", "minimun = 15000", "EVT-004"),
        ("minimum = 15000", "minimum = 86400001", "EVT-005"),
        ("minimum = 15000", "minimum = 1.5", "EVT-021"),
        ("time = 16.5", "", "EVT-026"),
        ("time = 16.5", "time = 16.5\nframe = 9", "EVT-026"),
        ("time = 16.5", "time = 16.5\nend = 17\nend_frame = 18", "EVT-026"),
        ("time = 16.5", "time = -1", "EVT-021"),
        ("time = 16.5", "time = nan", "EVT-021"),
        ("time = 16.5", 'time = "16.5"', "EVT-021"),
        ("time = 16.5", "time = 16.5\nend = 16.4", "EVT-028"),
        ("end_frame = 4", "end_frame = 1", "EVT-028"),
        ("frame = 2\n", "frame = 0\n", "EVT-021"),
        ('direction = "up"', 'direction = "upwards"', "EVT-029"),
        ("end_frame = 4", 'direction = "enter"', "EVT-029"),
        ('direction = "up"', "at = 4", "EVT-020"),
        ("truth = 1", "truth = 1\ntruth = 1", "EVT-027"),
        ("truth = 1", "truth : 1", "EVT-027"),
    ],
)
def test_what_is_wrong_is_refused(right: str, wrong: str, code: str) -> None:
    assert right in GOOD
    assert _code(GOOD.replace(right, wrong, 1)) == code


@pytest.mark.parametrize(
    "text",
    ["[]", "3", "", "{", '{"truth": 1, "truth": 1}', "[" * 100_000, '{"truth": 1e9999999999}'],
)
def test_what_is_no_json_truth(text: str) -> None:
    assert _code(text, "truth.json") in ("EVT-027", "EVT-021")


def test_what_is_no_text_and_what_is_too_large() -> None:
    for data in (b"\xff\xfe", b"#" * (LARGEST + 1)):
        with pytest.raises(WrongUsage, match="EVT-027"):
            read_truth(data, "truth.toml")


def test_no_two_questions_bear_one_name() -> None:
    assert _code(GOOD.replace('kind = "dwell"', 'kind = "dwell"\nname = "mid-height"')) == "EVT-021"
    assert _code(GOOD.replace('name = "mid-height"', 'name = "questions[2]"')) == "EVT-021"


def test_no_question_is_no_truth() -> None:
    assert _code('truth = 1\nclip = "a"') == "EVT-022"


def test_a_refusal_names_the_place() -> None:
    with pytest.raises(WrongUsage) as refusal:
        read_truth(GOOD.replace("time = 6.4", "tim = 6.4").encode(), "t.toml")
    assert refusal.value.values["where"] == "t.toml › questions[1] › events[2]"


@given(st.binary(max_size=200), st.sampled_from(["t.toml", "t.json"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    with pytest.raises(WrongUsage):
        read_truth(data, name)


def test_events_are_placed_on_the_clip() -> None:
    line, stay = read_truth(GOOD.encode(), "t.toml").questions
    truth = read_truth(GOOD.encode(), "t.toml")
    assert expected(truth, line, PICTURES, LENGTH) == (
        Expected(6_400_000, None, "up", "white estate"),
        Expected(16_500_000, None, "down", ""),
    )
    assert expected(truth, stay, PICTURES, LENGTH) == (Expected(40_000, 200_000, "", ""),)


@pytest.mark.parametrize(
    ("right", "wrong", "length", "code"),
    [
        ("time = 6.4", "time = 30.1", LENGTH, "EVT-025"),
        ("time = 6.4", "time = 6.4\nend = 30.1", LENGTH, "EVT-025"),
        ("time = 6.4", "frame = 5", LENGTH, "EVT-025"),
        ("time = 6.4", "time = 6.4\nend_frame = 4", LENGTH, "EVT-028"),
        ("length = 30.0", "length = 28.9", LENGTH, "EVT-030"),
        ("length = 30.0", "length = 31.1", LENGTH, "EVT-030"),
    ],
)
def test_a_truth_of_another_clip_is_refused(right: str, wrong: str, length: int, code: str) -> None:
    truth = read_truth(GOOD.replace(right, wrong, 1).encode(), "t.toml")
    with pytest.raises(WrongUsage) as refusal:
        expected(truth, truth.questions[0], PICTURES, length)
    assert refusal.value.code == code


def test_a_clip_of_nearly_the_length_told_will_do() -> None:
    truth = read_truth(GOOD.encode(), "t.toml")
    assert len(expected(truth, truth.questions[0], PICTURES, LENGTH - 1_000_000)) == 2


def test_pictures_are_counted_in_order_of_display() -> None:
    none = np.iinfo(np.int64).min
    pts = np.array([5000, 5400, none, 5200, 5600], np.int64)
    times = picture_times(pts, Fraction(1, 2500))
    assert times.tolist() == [0, 80_000, 160_000, 240_000]
    assert picture_times(np.array([none]), Fraction(1, 25)).tolist() == []
    assert picture_times(np.array([1, 2]), Fraction(1001, 30_000)).tolist() == [0, 33_366]
