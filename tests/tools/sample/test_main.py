"""The command line renders what the function renders."""

import sys
from pathlib import Path

import pytest

from tools.sample import __main__ as command
from tools.sample.archive import SampleArchive, SampleFile


def test_it_renders_and_says_what_it_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[Path, int, float]] = []

    def rendered(folder: Path, seed: int, minutes: float) -> SampleArchive:
        asked.append((folder, seed, minutes))
        (folder / "a.mp4").write_bytes(b"12345")
        file = SampleFile(folder / "a.mp4", "rue", "scellé 1", 0, 0, 0)
        return SampleArchive(folder, (file,), folder / "case.toml", False)

    monkeypatch.setattr(command, "render", rendered)
    monkeypatch.setattr(sys, "argv", ["sample", str(tmp_path), "--seed", "4", "--minutes", "0.5"])
    command.main()
    assert asked == [(tmp_path, 4, 0.5)]
    said = capsys.readouterr().out
    assert "a.mp4  5 bytes" in said
    assert "silhouettes" in said
