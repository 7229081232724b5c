"""times.json: one canonical document that agrees with the clip, frame by frame."""

import json
from pathlib import Path

import pytest

from tests.export.test_clip import Given, given, written
from tests.export.world import CLOCK, StillSource, footage, later, piece
from vsa_core.domain.provenance import canonical
from vsa_core.export.clip import ClipFacts
from vsa_core.export.sidecar import times


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Given, ClipFacts]:
    two = footage("b.mkv", clock=later(CLOCK, 2_500_000))
    what = given(piece(StillSource((0, 1960))), piece(StillSource((0, 40)), two))
    path: Path = tmp_path_factory.mktemp("times") / "clip.mp4"
    return what, written(path, what)


def test_it_is_canonical(made: tuple[Given, ClipFacts]) -> None:
    what, facts = made
    data = times(facts, what.pieces)
    assert canonical(json.loads(data)) == data


def test_each_frame_names_its_source_and_its_true_time(made: tuple[Given, ClipFacts]) -> None:
    what, facts = made
    told = json.loads(times(facts, what.pieces))
    assert told["clip"] == facts.sha256
    assert (told["time_base"], told["end"]) == ("1/90000", 405_000)  # 2.5 s, and 2 s of file
    rows = [(f["n"], f["ticks"], f["source"], f["pts"], f["code"]) for f in told["frames"]]
    assert rows == [
        (0, 0, 0, 0, ""),
        (1, 176_400, 0, 1960, ""),
        (2, 180_000, 0, 2000, "between_files"),
        (3, 225_000, 1, 0, ""),
        (4, 228_600, 1, 40, ""),
    ]
    for frame in told["frames"]:
        file = what.pieces[frame["source"]].footage
        assert told["sources"][frame["source"]]["footage"] == file.digest
        assert frame["corrected_us"] == file.corrected(frame["pts"])
        assert len(frame["sha256"]) == 64
