"""The report's folder is whole or not there, and nothing is overwritten."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from app.words import read_words
from tests.validation.assessed import assessment, mistake
from vsa_core.errors import Refused, Unreadable
from vsa_core.validation import report_files
from vsa_core.validation.report_files import ensure_free, write_report
from vsa_core.validation.report_json import as_json
from vsa_core.validation.report_pdf import as_pdf

FRENCH = read_words("fr")


def names(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def test_both_reports_and_every_picture_are_there(tmp_path: Path) -> None:
    made = assessment()
    folder = write_report(made, tmp_path / "rapport", FRENCH)
    assert folder == tmp_path / "rapport"
    assert names(folder) == [
        "pictures/0001-missed.png",
        "pictures/0002-false-alarm.png",
        "pictures/0003-missed.png",
        "pictures/0004-false-alarm.png",
        "pictures/0005-missed.png",
        "validation.json",
        "validation.pdf",
    ]
    assert (folder / "validation.json").read_bytes() == as_json(made)
    assert (folder / "validation.pdf").read_bytes() == as_pdf(made, FRENCH)
    assert os.listdir(tmp_path) == ["rapport"]


def test_the_pictures_are_those_that_the_report_names(tmp_path: Path) -> None:
    folder = write_report(assessment(), tmp_path / "rapport", FRENCH)
    told = json.loads((folder / "validation.json").read_bytes())["mistakes"]
    pictures = [one["picture"] for one in told if one["picture"]]
    assert len(pictures) == 5
    for picture in pictures:
        data = (folder / picture["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == picture["sha256"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write_report(assessment(mistakes=()), tmp_path / "empty", FRENCH)
    assert names(tmp_path / "empty") == ["validation.json", "validation.pdf"]


def occupied(folder: Path) -> Path:
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    return folder


def a_file(path: Path) -> Path:
    path.write_text("mine")
    return path


def a_link(path: Path) -> Path:
    (path.parent / "elsewhere").mkdir()
    path.symlink_to(path.parent / "elsewhere")
    return path


@pytest.mark.parametrize("made", [occupied, a_file, a_link])
def test_what_is_there_already_is_refused_and_left_alone(made: object, tmp_path: Path) -> None:
    assert callable(made)
    place = made(tmp_path / "rapport")
    before = names(tmp_path)
    with pytest.raises(Refused, match="VAL-050"):
        write_report(assessment(), place, FRENCH)
    with pytest.raises(Refused, match="VAL-050"):
        ensure_free(place)
    assert names(tmp_path) == before


def test_a_folder_that_nobody_may_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", denied)
    with pytest.raises(Unreadable, match="VAL-051"):
        ensure_free(tmp_path / "rapport")


@pytest.mark.parametrize("kept", [True, False])
def test_a_full_disk_leaves_the_place_as_it_was(
    kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if kept:
        (tmp_path / "rapport").mkdir()
    before = sorted(tmp_path.rglob("*"))
    written: list[str] = []

    def full(path: Path, data: bytes) -> None:
        if len(written) == 3:
            raise OSError(28, "No space left on device")
        written.append(path.name)
        path.write_bytes(data)

    monkeypatch.setattr(report_files, "_write", full)
    with pytest.raises(Unreadable, match="VAL-051") as told:
        write_report(assessment(), tmp_path / "rapport", FRENCH)
    assert told.value.values["why"] == "No space left on device"
    assert sorted(tmp_path.rglob("*")) == before
    assert len(written) == 3


def test_what_a_power_cut_left_is_swept(tmp_path: Path) -> None:
    occupied(tmp_path / ".rapport.part")
    write_report(assessment(), tmp_path / "rapport", FRENCH)
    assert os.listdir(tmp_path) == ["rapport"]


def test_a_place_below_what_does_not_exist_is_made(tmp_path: Path) -> None:
    folder = write_report(assessment(mistakes=(mistake(),)), tmp_path / "a" / "b", FRENCH)
    assert "pictures/0001-missed.png" in names(folder)


def test_a_place_below_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="VAL-051"):
        write_report(assessment(), a_file(tmp_path / "file") / "rapport", FRENCH)
