"""Trackers are compared on every labelled sequence, and told beside ByteTrack."""

from pathlib import Path

import numpy as np
import pytest

from app.cli import bench_trackers
from app.cli.bench_trackers import course_of
from app.cli.options import WORDS
from tests.app.cli.labelled import labelled
from tests.app.cli.terminal import Terminal
from vsa_core.bench.trackers import Course, Run
from vsa_core.domain.assessment import OWN, PUBLIC, TrackFigures
from vsa_core.domain.ports import Trail
from vsa_core.errors import Unreadable
from vsa_core.validation.labelled_folder import read_folder

INFO = "[Sequence]\nname={name}\nframeRate=10\nseqLength={length}\nimWidth=640\nimHeight=480\n"


def sequence(folder: Path, name: str = "street", length: int = 30, published: bool = True) -> Path:
    """Two people who walk in lanes far apart, labelled, and found by somebody."""
    place = folder / name
    for part in ("gt", "det"):
        (place / part).mkdir(parents=True)
    (place / "seqinfo.ini").write_text(INFO.format(name=name, length=length), "utf-8")
    both = [(frame, one) for frame in range(length) for one in (0, 1)]
    lanes = [(frame, one, 20 + 5 * frame, 60 + 200 * one) for frame, one in both]
    truth = [f"{frame + 1},{one + 1},{x},{y},40,100,1" for frame, one, x, y in lanes]
    found = [f"{frame + 1},-1,{x + 1},{y},40,100,0.9" for frame, _, x, y in lanes]
    (place / "gt" / "gt.txt").write_text("\n".join(truth), "utf-8")
    (place / "det" / "det.txt").write_text("\n".join(found) if published else "", "utf-8")
    return place


def course(folder: Path) -> Course:
    (one,) = read_folder(folder).sequences
    return course_of(one)


def test_a_sequence_without_its_film_is_run_by_all_that_need_no_looks(
    terminal: Terminal, tmp_path: Path
) -> None:
    sequence(tmp_path / "labelled")
    said = terminal("bench", "trackers", str(tmp_path / "labelled"), "--json")
    assert said.status == 0
    told = {figure["measure"]: figure for figure in said.of("figure")}
    assert len(told) == len(said.objects) == 3 * 14
    for name in ("twostage", "deepsort", "bytetrack"):
        hota = told[f"street › public › {name} › filled › hota"]
        assert (hota["unit"], hota["n"]) == ("1", 30)
        assert hota["value"] > 0.8, "nobody is lost where nobody meets"
        assert told[f"street › public › {name} › filled › id_switches"]["value"] == 0
        assert told[f"street › public › {name} › tracker_cpu_ms"]["value"] > 0
    theirs = told["street › public › bytetrack › bare › hota"]
    ours = told["street › public › twostage › bare › hota"]
    assert ours["baseline"] == theirs["value"]
    assert ours["ratio"] == pytest.approx(ours["value"] / theirs["value"], abs=0.002)
    assert theirs["baseline"] is None
    assert theirs["ratio"] is None


def test_it_is_told_as_a_table(terminal: Terminal, tmp_path: Path) -> None:
    sequence(tmp_path / "labelled")
    said = terminal("bench", "trackers", str(tmp_path / "labelled"))
    assert said.status == 0
    source = WORDS.say("cli.bench.trackers.public")
    heading = WORDS.say("cli.bench.trackers.course", name="street", source=source, frames=30)
    assert heading in said.out
    assert [line.split()[0] for line in said.out.splitlines()[-3:]] == [
        "twostage", "deepsort", "bytetrack",
    ]  # fmt: skip


def figures(hota: float, mota: float) -> TrackFigures:
    return TrackFigures(hota, 0.5, 0.5, 0.5, 0.5, mota, *[1] * 7)


def test_every_source_is_told_apart_and_no_share_is_taken_of_what_is_not_above_nothing(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sequence(tmp_path / "labelled")
    one, other = figures(0.6, 0.3), figures(0.4, -0.1)

    def run(stable: object, course: Course, progress: object) -> list[list[Run]]:
        return [
            [
                Run("street", source, "twostage", "colour", 30, one, one, 0.2, 1.5),
                Run("street", source, "bytetrack", "", 30, other, other, 0.0, 0.0),
            ]
            for source in (PUBLIC, OWN)
        ]

    monkeypatch.setattr(bench_trackers, "run", run)
    said = terminal("bench", "trackers", str(tmp_path / "labelled"), "--json")
    told = {figure["measure"]: figure for figure in said.of("figure")}
    for source in (PUBLIC, OWN):
        name = f"street › {source} › twostage+colour"
        assert told[f"{name} › filled › hota"]["ratio"] == 1.5
        mota = told[f"{name} › filled › mota"]
        assert (mota["value"], mota["baseline"], mota["ratio"]) == (0.3, -0.1, None)
        assert told[f"{name} › looks_cpu_ms"]["value"] == 1.5


def test_a_course_is_judged_by_its_own_truth(tmp_path: Path) -> None:
    sequence(tmp_path)
    made = course(tmp_path)
    assert (made.name, made.rate, made.length, made.size) == ("street", 10, 30, (640, 480))
    assert made.film is None
    assert made.public is not None
    assert [len(seen) for seen in made.public] == [2] * 30
    assert made.public[2].boxes.tolist() == [[31, 60, 71, 160], [31, 260, 71, 360]]
    at = np.arange(1, 31, dtype=np.int64) * 1000
    boxes = np.float32([[20 + 5 * k, 60, 60 + 5 * k, 160] for k in range(30)])
    trail = Trail(7, 0, at, boxes, np.ones(30, np.float32))
    assert made.judge([trail], at, 0).recall == 0.5
    every_other = Trail(7, 0, at[::2], boxes[::2], np.ones(15, np.float32))
    assert made.judge([every_other], at, 0).found == 15
    assert made.judge([every_other], at, 2000).found == 29


def test_another_film_is_refused(tmp_path: Path) -> None:
    sequence(tmp_path)
    course(tmp_path).agree(30)
    with pytest.raises(Unreadable, match="VAL-010"):
        course(tmp_path).agree(29)


def test_nothing_published_is_not_nobody_found(tmp_path: Path) -> None:
    sequence(tmp_path, published=False)
    assert course(tmp_path).public is None


def test_no_footage_is_refused(terminal: Terminal, tmp_path: Path) -> None:
    said = terminal("bench", "trackers", str(tmp_path / "nothing"), "--json")
    assert (said.status, said.code) == (3, "VAL-040")


def test_labels_without_a_sequence_are_refused(terminal: Terminal, tmp_path: Path) -> None:
    labelled(tmp_path / "a.mp4", seed=1)
    said = terminal("bench", "trackers", str(tmp_path), "--json")
    assert (said.status, said.code) == (3, "VAL-061")
