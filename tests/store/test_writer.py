"""Writing sealed segments: whole under their name, or not there at all."""

import hashlib
import os
import resource
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.architecture.house import ROOT
from tests.store.samples import KEY, counted, digest_of, same, segment
from vsa_core.domain.ports import SegmentShelf
from vsa_core.domain.track import Segment, Structured
from vsa_core.errors import Bug, Unreadable
from vsa_core.store.soundness import fault_of
from vsa_core.store.writer import Segments, merge


def test_the_record_says_what_was_written(tmp_path: Path) -> None:
    shelf: SegmentShelf = Segments(tmp_path, KEY)
    record = shelf.write(merge([segment(1), segment(2, number=1)]), "Porte nord", "run")
    assert record.name == hashlib.sha256(shelf.path(record.name).read_bytes()).hexdigest()
    assert (record.camera, record.run) == ("Porte nord", "run")
    assert (record.tracks, record.points) == (10, 200)
    assert record.footage == (digest_of(0), digest_of(1))


def test_a_footage_of_several_parts_is_named_once(tmp_path: Path) -> None:
    both = merge([segment(1, place=0), segment(2, place=1)])
    assert Segments(tmp_path, KEY).write(both, "c", "r").footage == (digest_of(0),)


def test_given_randomness_decides_every_byte(tmp_path: Path) -> None:
    names = [Segments(tmp_path, KEY, counted()).write(segment(1), "c", "r").name for _ in "ab"]
    assert names[0] == names[1]
    assert Segments(tmp_path, KEY).write(segment(1), "c", "r").name != names[0]


def test_no_camera_nor_digest_is_in_the_bytes(tmp_path: Path) -> None:
    shelf = Segments(tmp_path, KEY)
    data = shelf.path(shelf.write(segment(1), "Porte nord", "r").name).read_bytes()
    for secret in (b"Porte", bytes.fromhex(digest_of(0)), b"HDF", b"tracks"):
        assert secret not in data


def test_a_contradictory_segment_leaves_no_file(tmp_path: Path) -> None:
    made = segment(1)
    made.table["count"][0] += 1
    with pytest.raises(Bug, match="STO-014"):
        Segments(tmp_path, KEY).write(made, "c", "r")
    assert list((tmp_path / "segments").iterdir()) == []


def _write_until_killed(folder: Path, tell: int) -> None:
    shelf = Segments(folder, KEY)
    for seed in range(10**6):
        record = shelf.write(segment(seed, tracks=40), "c", "r")
        os.write(tell, record.name.encode())


def _acknowledged(told: int, enough: int, patience: float) -> Iterator[str]:
    """Names as they are told: `enough` of them, then what comes within `patience` seconds."""
    count = 0
    while True:
        ready, _, _ = select.select([told], [], [], None if count < enough else patience)
        if not ready:
            return
        yield os.read(told, 64).decode()
        count += 1
        if count > enough:
            return


def _killed_once(folder: Path, number: int) -> None:
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _write_until_killed(folder, tell)
        finally:
            os._exit(1)
    os.close(tell)
    patience = (number % 10) / 4000  # from at once to 2 ms: other instants of the next write
    names = list(_acknowledged(told, 1 + number % 3, patience))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while rest := os.read(told, 64):
        names.append(rest.decode())
    os.close(told)
    _check_after_the_kill(folder, names)


def _check_after_the_kill(folder: Path, names: list[str]) -> None:
    shelf = Segments(folder, KEY)
    for seed, name in enumerate(names):
        assert same(shelf.read(name), segment(seed, tracks=40)), "an acknowledged segment is lost"
    for path in (folder / "segments").iterdir():
        if not path.name.endswith(".tmp"):
            assert shelf.read(path.stem), "half a segment stands under its name"
        path.unlink()


def _killed(folder: Path, times: int) -> None:
    """Kill so many, from a process of its own: a fork of one with threads may find locks held."""
    code = (
        "import sys; from pathlib import Path; from tests.store.test_writer import _killed_once\n"
        "for number in range(int(sys.argv[2])): _killed_once(Path(sys.argv[1]), number)"
    )
    command = [sys.executable, "-c", code, str(folder), str(times)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr


def test_fifty_kills_lose_no_acknowledged_segment(tmp_path: Path) -> None:
    _killed(tmp_path, 50)


@pytest.mark.campaign
def test_three_hundred_kills_lose_no_acknowledged_segment(tmp_path: Path) -> None:
    _killed(tmp_path, 300)


def test_a_full_disk_stops_cleanly_and_what_was_written_stays(tmp_path: Path) -> None:
    shelf = Segments(tmp_path, KEY)
    kept = shelf.write(segment(1), "c", "r").name
    child = os.fork()
    if child == 0:
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
            shelf.write(segment(2, tracks=200), "c", "r")
        except Unreadable as error:
            os._exit(42 if error.code == "STO-005" else 1)
        finally:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 42
    assert [path.stem for path in (tmp_path / "segments").iterdir()] == [kept]
    assert same(shelf.read(kept), segment(1))


@given(st.lists(st.integers(0, 6), max_size=6))
def test_merged_tracks_are_the_tracks_of_all_in_order(sizes: list[int]) -> None:
    made = [segment(n, size, 3 + n, number=n) for n, size in enumerate(sizes)]
    merged = merge(made)
    assert fault_of(merged) == ""
    rows = iter(merged.table)
    for single in made:
        for row in single.table:
            moved = next(rows)
            assert merged.parts[moved["part"]] == single.parts[row["part"]]
            assert (_points(merged, moved) == _points(single, row)).all()
            fields = [n for n in row.dtype.names or () if n not in ("part", "offset")]
            assert moved[fields] == row[fields]


def _points(segment: Segment, row: np.void) -> Structured:
    points: Structured = segment.points[row["offset"] : row["offset"] + row["count"]]
    return points


def test_merging_changes_none_of_what_is_merged() -> None:
    one, two = segment(1), segment(2, number=1)
    merge([two, one])
    assert same(one, segment(1))
    assert same(two, segment(2, number=1))
