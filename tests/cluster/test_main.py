from pathlib import Path

import pytest

from cluster import __main__ as program
from cluster.papers import seat


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is told is told in English."""
    monkeypatch.setenv("RELECTURE_LANGUAGE", "en")


def test_papers_are_made_and_their_folders_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "rack")
    words = ["--scheduler", "10.0.0.1", "--machine", "rue", "--days", "30"]
    assert program.main(["init", folder, *words]) == 0
    assert program.main(["add", folder, "--machine", "gare"]) == 0
    told = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert [path.name for path in told] == ["scheduler", "gateway", "rue", "gare"]
    assert [seat(path).name for path in told] == ["scheduler", "gateway", "rue", "gare"]


def test_a_fault_is_told_in_words_and_by_its_exit_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["init", str(tmp_path / "rack"), "--scheduler", "10.0.0.1"]
    assert program.main(words) == 0
    assert program.main(words) == 3
    assert "[CLU-004]" in capsys.readouterr().err
    assert program.main(["scheduler", str(tmp_path / "nowhere")]) == 4
    assert "[KEY-005]" in capsys.readouterr().err


def test_a_machine_must_be_told_where_its_footage_lies(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        program.main(["worker", str(tmp_path)])
    assert "--footage" in capsys.readouterr().err
