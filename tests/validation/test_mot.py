"""The reader of labelled sequences takes well-formed files and nothing else."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.errors import Unreadable
from vsa_core.validation.mot import film_of, read_labelled, read_rows

INFO = """[Sequence]
name=Street
frameRate=29.97
seqLength=30
imWidth=640
imHeight=480
"""
TRUTH = "2,1,10,20,30,40,1,-1,-1,-1\n1,1,9,20,30,40,1,-1,-1,-1\n1,2,99.5,20,30,40,0,-1,-1,-1\n"
FOUND = "1,-1,10,20,30,40,0.9,-1,-1,-1\n"


def written(folder: Path, info: str = INFO, truth: str = TRUTH, found: str = FOUND) -> Path:
    for name, text in (("seqinfo.ini", info), ("gt/gt.txt", truth), ("det/det.txt", found)):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def code_of(folder: Path) -> str:
    with pytest.raises(Unreadable) as caught:
        read_labelled(folder)
    return caught.value.code


def test_a_sequence_is_read_in_order_of_frame(tmp_path: Path) -> None:
    found = read_labelled(written(tmp_path))
    assert (found.name, found.rate, found.length) == ("Street", Fraction(2997, 100), 30)
    assert found.size == (640, 480)
    assert found.truth.frame.tolist() == [1, 1, 2]
    assert found.truth.number.tolist() == [1, 2, 1]
    assert found.truth.score.tolist() == [1, 0, 1]
    assert found.truth.boxes[1].tolist() == [99.5, 20, 30, 40]
    assert found.detections.number.tolist() == [-1]


def test_windows_line_ends_blank_lines_and_a_mark_are_read(tmp_path: Path) -> None:
    text = "\ufeff" + TRUTH.replace("\n", "\r\n\r\n")
    assert len(read_labelled(written(tmp_path, truth=text)).truth) == 3


def test_empty_files_hold_no_rows(tmp_path: Path) -> None:
    found = read_labelled(written(tmp_path, truth="", found="\n"))
    assert (len(found.truth), len(found.detections)) == (0, 0)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("1,1,2,3,4,5", "VAL-003"),
        ("1,1,2,3,4,5,1,1,1,1,1", "VAL-003"),
        ("1 1 2 3 4 5 1", "VAL-003"),
        ("1,1,2,3,4,5,1", "VAL-003"),  # fewer columns than the other lines
        ("1,1,2,3,4,x,1,-1,-1,-1", "VAL-004"),
        ("1,1,nan,3,4,5,1,-1,-1,-1", "VAL-004"),
        ("1,1,2,3,inf,5,1,-1,-1,-1", "VAL-004"),
        ("1,1,2,3,1e999,5,1,-1,-1,-1", "VAL-004"),
        ("1,,2,3,4,5,1,-1,-1,-1", "VAL-004"),
        ("1,1.5,2,3,4,5,1,-1,-1,-1", "VAL-004"),
        ("1,-1,2,3,4,5,1,-1,-1,-1", "VAL-004"),  # a truth without an identity
        ("1,1e300,2,3,4,5,1,-1,-1,-1", "VAL-004"),
        ("0,1,2,3,4,5,1,-1,-1,-1", "VAL-005"),
        ("31,1,2,3,4,5,1,-1,-1,-1", "VAL-005"),
        ("1.5,1,2,3,4,5,1,-1,-1,-1", "VAL-005"),
        ("2,1,50,20,30,40,1,-1,-1,-1", "VAL-006"),
        ("3,1,2,3,0,5,1,-1,-1,-1", "VAL-007"),
        ("3,1,2,3,4,-5,1,-1,-1,-1", "VAL-007"),
        ("3,1,640,3,4,5,1,-1,-1,-1", "VAL-008"),
        ("3,1,2,-8,4,5,1,-1,-1,-1", "VAL-008"),
    ],
)
def test_an_odd_line_is_refused_by_name(tmp_path: Path, line: str, code: str) -> None:
    assert code_of(written(tmp_path, truth=TRUTH + line + "\n")) == code


def test_a_detection_bears_no_identity(tmp_path: Path) -> None:
    assert code_of(written(tmp_path, found=FOUND + FOUND.replace("-1", "7", 1))) == "VAL-004"


def test_the_line_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        read_labelled(written(tmp_path, truth=TRUTH + "99,1,2,3,4,5,1,-1,-1,-1\n"))
    assert caught.value.values == {"name": "gt.txt", "line": 4, "frame": "99", "length": 30}


@pytest.mark.parametrize("name", ["seqinfo.ini", "gt/gt.txt", "det/det.txt"])
def test_an_absent_file_is_named(tmp_path: Path, name: str) -> None:
    (written(tmp_path) / name).unlink()
    assert code_of(tmp_path) == "VAL-001"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[Sequence]", "[Other]"),
        ("[Sequence]", ""),
        ("name=Street", ""),
        ("29.97", "0"),
        ("29.97", "-7"),
        ("29.97", "1/0"),
        ("29.97", "1e9"),
        ("29.97", "1e999999999"),
        ("seqLength=30", "seqLength=0"),
        ("seqLength=30", "seqLength=many"),
        ("seqLength=30", "seqLength=99999999999"),
        ("imWidth=640", "imWidth=640.5"),
        ("imHeight=480", "imHeight=70000"),
    ],
)
def test_an_odd_description_is_refused(tmp_path: Path, old: str, new: str) -> None:
    assert code_of(written(tmp_path, info=INFO.replace(old, new))) == "VAL-002"


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    (written(tmp_path) / "gt" / "gt.txt").write_bytes(b"\xff\xfe1,2")
    assert code_of(tmp_path) == "VAL-009"


def test_what_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vsa_core.validation.mot._LARGEST_FILE", 100)
    assert code_of(written(tmp_path, truth=TRUTH * 10)) == "VAL-009"


def test_a_box_that_reaches_over_the_edge_is_read(tmp_path: Path) -> None:
    found = read_labelled(written(tmp_path, truth="1,1,-20,470,30,40,1,-1,-1,-1\n"))
    assert found.truth.boxes.tolist() == [[-20, 470, 30, 40]]


@pytest.mark.parametrize("ending", [".mp4", ".avi"])
def test_the_film_bears_the_name_of_its_folder(tmp_path: Path, ending: str) -> None:
    assert film_of(written(tmp_path)) is None
    film = tmp_path / f"{tmp_path.name}{ending}"
    film.write_bytes(b"film")
    assert film_of(tmp_path) == film


def test_a_film_needs_no_published_detections(tmp_path: Path) -> None:
    (written(tmp_path) / "det" / "det.txt").unlink()
    (tmp_path / f"{tmp_path.name}.mp4").write_bytes(b"film")
    assert len(read_labelled(tmp_path).detections) == 0


def test_the_digest_is_that_of_what_was_read(tmp_path: Path) -> None:
    first = read_labelled(written(tmp_path)).digest
    assert read_labelled(tmp_path).digest == first
    assert len(first) == 64
    for name in ("seqinfo.ini", "gt/gt.txt", "det/det.txt"):
        with (tmp_path / name).open("a", encoding="utf-8") as file:
            file.write("\n")
        changed = read_labelled(tmp_path).digest
        assert changed != first
        first = changed


@given(st.text(alphabet="0123456789,.-+e\n x_", max_size=120), st.booleans())
def test_no_text_makes_it_stumble(text: str, named: bool) -> None:
    try:
        rows = read_rows(text, "gt.txt", 30, named)
    except Unreadable:
        return
    assert np.isfinite(rows.boxes).all()
    assert ((rows.frame >= 1) & (rows.frame <= 30)).all()


@pytest.mark.footage
def test_the_labelled_sequences_are_well_formed(footage_dir: Path) -> None:
    folders = sorted(path.parent for path in (footage_dir / "tracking").glob("*/seqinfo.ini"))
    counts = {s.name: len(s.truth) for s in map(read_labelled, folders)}
    assert counts["PETS09-S2L1"] == 1874
    assert counts["ADL-Rundle-6"] == 5009
    assert len(counts) == 6
