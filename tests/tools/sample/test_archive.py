"""The whole sample: files, truths and description that belong together."""

import hashlib
import tomllib
from pathlib import Path

import av
import pytest

from tools.sample.archive import render
from vsa_core.validation.truth import read_truth

CAMPAIGN = pytest.mark.campaign


def digests(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
    }


@pytest.mark.slow
def test_a_short_sample_is_whole_and_repeatable(tmp_path: Path) -> None:
    one = render(tmp_path / "a", minutes=0.05)
    render(tmp_path / "b", minutes=0.05)
    assert digests(tmp_path / "a") == digests(tmp_path / "b")
    assert sorted(digests(tmp_path / "a")) == [
        "case.toml",
        "parking_20240305_185824.mkv",
        "parking_20240305_185824.truth.toml",
        "rue_20240305_140000.mp4",
        "rue_20240305_140000.truth.toml",
    ]
    assert one.photographed
    assert [file.camera for file in one.files] == ["rue", "parking"]
    assert one.files[0].shown == 1_709_643_600_000_000  # 14:00:00 in Paris
    described = tomllib.loads(one.description.read_text(encoding="utf-8"))
    assert described["basis"]["cameras"] == ["rue", "parking"]
    assert [file["shown_us"] for file in described["footage"]] == [f.shown for f in one.files]


@CAMPAIGN
def test_the_whole_sample_is_small_and_true(tmp_path: Path) -> None:
    archive = render(tmp_path)
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 25_000_000
    assert [file.path.name for file in archive.files] == [
        "rue_20240305_140000.mp4",
        "rue_20240305_140100.mp4",
        "rue_20240305_140200.mp4",
        "parking_20240305_185824.mkv",
    ]
    for file in archive.files:
        truth = read_truth(file.path.with_suffix(".truth.toml").read_bytes(), "t.truth.toml")
        with av.open(str(file.path)) as container:
            assert container.duration is not None
            assert abs(container.duration - (truth.length or 0)) < 1_000_000
    described = tomllib.loads(archive.description.read_text(encoding="utf-8"))
    assert [one["seconds"] for one in described["across_a_cut"]] == [60.04]
