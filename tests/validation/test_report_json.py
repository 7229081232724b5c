"""The report for programs says everything, the same way each time, and reads back."""

import hashlib
import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
import rfc8785

from tests.golden.validation.make_report import GOLDEN
from tests.validation.assessed import HOSTILE, NOTHING, TRACKS, assessment, event, mistake, png
from vsa_core.domain.assessment import (
    OWN,
    Assessment,
    BoxFigures,
    Clip,
    EventFigures,
    Mistake,
    Rate,
    Tracked,
    TrackFigures,
)
from vsa_core.validation.report_json import as_json, json_digest, picture_name


def read(made: Assessment) -> dict[str, Any]:
    document = json.loads(as_json(made))
    assert isinstance(document, dict)
    return document


def test_it_is_canonical_and_versioned() -> None:
    data = as_json(assessment())
    document = json.loads(data)
    assert rfc8785.dumps(document) == data
    assert document["relecture_validation"] == 1
    assert json_digest(assessment()) == hashlib.sha256(data).hexdigest()


def test_counts_intervals_and_errors_read_back() -> None:
    made = assessment()
    for told, figures in zip(read(made)["events"], made.events, strict=True):
        assert (told["matched"], told["missed"]) == (figures.matched, figures.missed)
        assert (told["clip"], told["question"]) == (figures.clip, figures.question)
        for name, rate in (("recall", figures.recall), ("precision", figures.precision)):
            _same(told[name], rate)
        assert told["looked_us"] == figures.looked
        assert told["largest_error_us"] == figures.largest_error
        mean = figures.mean_error
        assert told["mean_error_us"] == (None if mean is None else round(mean))


def _same(told: dict[str, Any], rate: Rate) -> None:
    assert (told["count"], told["of"]) == (rate.count, rate.of)
    assert (told["value"] is None) == (rate.value is None)
    if rate.value is not None:
        assert float(told["value"]) == pytest.approx(rate.value, abs=5e-7)
    bounds = (float(told["low"]), float(told["high"]))
    assert bounds == pytest.approx(rate.interval, abs=5e-7)


def test_questions_of_one_kind_are_added() -> None:
    kinds = {told["kind"]: told for told in read(assessment())["kinds"]}
    assert list(kinds) == ["line_crossing", "dwell"]
    assert kinds["line_crossing"]["recall"]["of"] == 17
    assert kinds["line_crossing"]["looked_us"] == 2 * 1_200_000_000
    assert float(kinds["line_crossing"]["false_alarms_per_hour"]["value"]) == 4.5


def test_mistakes_are_numbered_and_their_pictures_named() -> None:
    made = assessment()
    told = read(made)["mistakes"]
    assert [one["number"] for one in told] == [1, 2, 3, 4, 5, 6]
    assert told[0]["picture"] == {
        "file": "pictures/0001-missed.png",
        "sha256": hashlib.sha256(made.mistakes[0].picture).hexdigest(),
    }
    assert told[5]["picture"] is None
    assert [one["at_us"] for one in told] == [one.at for one in made.mistakes]


def test_a_picture_is_never_in_it() -> None:
    made = replace(assessment(), mistakes=(mistake(picture=png(640, 360)),))
    assert len(as_json(made)) < len(as_json(assessment()))


@pytest.mark.parametrize(
    ("part", "kind", "named"),
    [
        ("clips", Clip, {"digest": "sha256", "truth": "truth_sha256"}),
        ("events", EventFigures, {}),
        ("mistakes", Mistake, {}),
        ("boxes", BoxFigures, {"kind": "class"}),
        ("tracked", TrackFigures, {}),
    ],
)
def test_no_field_is_left_out(part: str, kind: type, named: dict[str, str]) -> None:
    (told, *_) = read(assessment())[part]
    for field in fields(kind):
        name = named.get(field.name, field.name)
        assert name in told or f"{name}_us" in told


def test_everything_that_was_measured_with_is_named() -> None:
    made = assessment()
    document = read(made)
    assert set(document) == {
        "relecture_validation", "kinds",
        *(field.name for field in fields(Assessment) if field.name != "made"), "made_us",
    }  # fmt: skip
    assert set(document["subject"]) == {field.name for field in fields(made.subject)}
    assert document["subject"]["thresholds"][0] == {"class": "person", "thousandths": 450}


def test_nothing_measured_is_a_report_too() -> None:
    document = read(assessment(**NOTHING))
    assert [document[part] for part in NOTHING] == [[], [], [], [], []]


def test_what_was_not_counted_is_null() -> None:
    blank = replace(TRACKS, hota=float("nan"), mota=-0.0000001)
    figures = event("a", "b", matched=0, missed=0, false_alarms=0, looked=0, mean_error=None)
    document = read(assessment(events=(figures,), tracked=(Tracked("a", OWN, 0, blank),)))
    (told,) = document["events"]
    assert told["recall"] == {"count": 0, "of": 0, "value": None, "low": "0.000000",
                              "high": "1.000000"}  # fmt: skip
    assert told["false_alarms_per_hour"] is None
    assert told["mean_error_us"] is None
    (tracked,) = document["tracked"]
    assert tracked["hota"] is None
    assert tracked["mota"] == "0.000000"


def test_a_hostile_name_is_kept_whole() -> None:
    (told, *_) = read(assessment(events=(event(HOSTILE, "q" * 5000),)))["events"]
    assert told["clip"] == HOSTILE.replace("\udcff", "\\udcff")
    assert told["question"] == "q" * 5000


def test_the_file_of_a_picture_is_never_named_by_others() -> None:
    assert picture_name(7, mistake(1, clip="../../x", question="/")) == "pictures/0007-missed.png"
    assert picture_name(12345, mistake(2)) == "pictures/12345-false-alarm.png"


def test_the_golden_report_is_made_again_byte_for_byte() -> None:
    assert Path(GOLDEN).read_bytes() == as_json(assessment())
