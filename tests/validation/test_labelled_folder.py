import json
import os
from pathlib import Path

import pytest

from tests.validation.labelled_films import with_events, with_stills, with_tracks
from vsa_core.errors import Refused, Unreadable, WrongUsage
from vsa_core.validation.labelled_folder import read_folder


def test_everything_labelled_is_found_wherever_it_lies(tmp_path: Path) -> None:
    with_events(tmp_path / "a", [4.5])
    with_tracks(tmp_path / "b" / "street")
    with_tracks(tmp_path / "c" / "text", filmed=False)
    with_stills(tmp_path / "d")
    found = read_folder(tmp_path)
    assert found.name == tmp_path.name
    assert [one.clip for one in found.truths] == ["walk.mp4"]
    assert [(one.clip, one.path is None) for one in found.sequences] == [
        ("street", False),
        ("text", True),
    ]
    assert [one.clip for one in found.sets] == ["stills.coco.json"]
    assert found.films == {
        "1 walk.mp4": tmp_path / "a" / "walk.mp4",
        "2 street.mp4": tmp_path / "b" / "street" / "street.mp4",
    }


def test_one_film_has_one_camera_and_each_of_its_truths_a_name(tmp_path: Path) -> None:
    films = with_events(tmp_path, [])
    (films / "again.truth.json").write_bytes((films / "walk.truth.json").read_bytes())
    with_events(films / "other", [])
    found = read_folder(films)
    assert [one.clip for one in found.truths] == ["walk.mp4", "walk.mp4 (2)", "walk.mp4 (3)"]
    assert [one.camera for one in found.truths] == ["1 walk.mp4", "2 walk.mp4", "1 walk.mp4"]
    assert len(found.films) == 2


def test_cocos_own_layout_is_found(tmp_path: Path) -> None:
    with_stills(tmp_path / "images")
    (tmp_path / "annotations").mkdir()
    (tmp_path / "images" / "stills.coco.json").rename(tmp_path / "annotations" / "val.json")
    (one,) = read_folder(tmp_path).sets
    assert one.boxes.pictures[0].path == tmp_path / "images" / "a.png"


def test_other_documents_are_left_alone(tmp_path: Path) -> None:
    with_stills(tmp_path)
    (tmp_path / "notes.json").write_text("no JSON at all", "utf-8")
    (tmp_path / "annotations").mkdir()
    (tmp_path / "annotations" / "alone.json").write_text("{", "utf-8")
    assert len(read_folder(tmp_path).sets) == 1


def test_a_folder_without_truth_is_refused(tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(b"")
    with pytest.raises(Refused, match="VAL-040"):
        read_folder(tmp_path)


def test_one_bad_truth_is_refused_before_anything_is_measured(tmp_path: Path) -> None:
    with_stills(tmp_path)
    (tmp_path / "odd.truth.json").write_text(json.dumps({"truth": 1}), "utf-8")
    with pytest.raises(WrongUsage, match="EVT-022"):
        read_folder(tmp_path)
    (tmp_path / "odd.truth.json").unlink()
    (tmp_path / "odd.coco.json").write_text("[]", "utf-8")
    with pytest.raises(Unreadable, match="VAL-020"):
        read_folder(tmp_path)


def test_a_queue_in_the_place_of_a_truth_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "walk.truth.json")
    with pytest.raises(Refused, match="SRC-002"):
        read_folder(tmp_path)
