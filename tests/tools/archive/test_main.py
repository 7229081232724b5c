"""python -m tools.archive: a folder with a case and its key."""

from pathlib import Path

import pytest

from tools.archive.__main__ import CASE, KEY, main, make
from tools.archive.filling import Size


def test_a_folder_is_made_once_and_gone_on_with(tmp_path: Path) -> None:
    size = Size(3000, cameras=2, days=1)
    assert make(tmp_path / "a", size) > 0
    assert make(tmp_path / "a", size) == 0
    assert len(bytes.fromhex((tmp_path / "a" / KEY).read_text())) == 32
    assert (tmp_path / "a" / CASE / "catalogue.db").is_file()


def test_the_command_says_what_it_wrote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["archive", str(tmp_path / "b"), "--points", "2000", "--cameras", "1", "--days", "1"]
    monkeypatch.setattr("sys.argv", words)
    main()
    assert "points written" in capsys.readouterr().out
