"""The validation room on a rendered film whose truth is known."""

import json
from pathlib import Path

import pytest

from tests.desk.scene import CHEAP, film, settings
from vsa_core import engine
from vsa_core.domain.coverage import Level
from vsa_core.errors import Refused, Unreadable, WrongUsage
from vsa_core.validation.room import Report, validate


def measured(folder: Path, labelled: Path) -> Report:
    made = settings(folder / "home")
    return validate(
        engine.desks(made, CHEAP),
        labelled,
        folder / "case",
        Level.FULL,
        engine.follower(made),
        lambda done, total, what: None,
    )


def labelled(folder: Path, times: list[float], clip: str = "walk.mp4", **more: object) -> Path:
    """A film of one walker that crosses the middle at 4.5 s, and a truth that says `times`."""
    folder.mkdir()
    film(folder / "walk.mp4")
    question = {
        "kind": "line_crossing",
        "line": [[0.5, 0], [0.5, 1]],
        "tolerance": 1.0,
        "events": [{"time": at} for at in times],
    }
    truth = {"truth": 1, "clip": clip, "questions": [question], **more}
    (folder / "walk.truth.json").write_text(json.dumps(truth), "utf-8")
    return folder


def test_a_true_crossing_is_counted_once(tmp_path: Path) -> None:
    (answered,) = measured(tmp_path, labelled(tmp_path / "films", [4.5])).answered
    assert len(answered.score.matches) == 1
    assert answered.score.missed == ()
    assert answered.score.false_alarms == ()
    assert answered.score.looked == 12_000_000


def test_one_film_may_have_several_truths_and_namesakes_elsewhere(tmp_path: Path) -> None:
    films = labelled(tmp_path / "films", [4.5])
    (films / "again.truth.json").write_bytes((films / "walk.truth.json").read_bytes())
    other = labelled(films / "other", [])
    film(other / "walk.mp4", seed=2)
    answered = measured(tmp_path, films).answered
    assert [len(one.score.matches) for one in answered] == [1, 0, 1]
    assert [len(one.score.false_alarms) for one in answered] == [0, 1, 0]


def test_misses_and_false_alarms_are_named(tmp_path: Path) -> None:
    (answered,) = measured(tmp_path, labelled(tmp_path / "films", [9.0])).answered
    assert [event.at for event in answered.score.missed] == [9_000_000]
    assert len(answered.score.false_alarms) == 1


def test_a_folder_without_truth_is_refused(tmp_path: Path) -> None:
    (tmp_path / "films").mkdir()
    with pytest.raises(Refused, match="VAL-040"):
        measured(tmp_path, tmp_path / "films")


def test_truth_of_another_film_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="EVT-030"):
        measured(tmp_path, labelled(tmp_path / "films", [4.5], length=60.0))


def test_a_film_that_is_not_there_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="SRC-005"):
        measured(tmp_path, labelled(tmp_path / "films", [4.5], clip="absent.mp4"))


def test_a_sequence_without_its_film_is_measured_on_its_public_detections(tmp_path: Path) -> None:
    folder = tmp_path / "text-only"
    (folder / "gt").mkdir(parents=True)
    (folder / "det").mkdir()
    info = "name=text-only\nframeRate=25\nseqLength=30\nimWidth=640\nimHeight=360\n"
    (folder / "seqinfo.ini").write_text(f"[Sequence]\n{info}", "utf-8")
    places = [(frame, 10 + 4 * frame) for frame in range(1, 31)]
    truth = "".join(f"{f},1,{x},50,30,80,1,0,0,0\n" for f, x in places)
    found = "".join(f"{f},-1,{x},50,30,80,0.9,-1,-1,-1\n" for f, x in places)
    (folder / "gt" / "gt.txt").write_text(truth, "utf-8")
    (folder / "det" / "det.txt").write_text(found, "utf-8")
    report = measured(tmp_path, folder)
    assert report.indexed is None
    (tracked,) = report.tracked
    assert tracked.source == "public"
    assert tracked.figures.idf1 > 0.95
