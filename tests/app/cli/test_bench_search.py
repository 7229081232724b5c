"""relecture bench search: figures of every engine asked, in processes of their own."""

import json
from pathlib import Path

import pytest

from app.__main__ import main
from tests.bench.made_up import made_up


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_up(tmp_path_factory.mktemp("archive") / "a")


def _lines(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    assert main(["bench", "search", *words]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_measure_stands_beside_the_others(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    engines = ("--engine", "relecture", "--engine", "duckdb")
    told = _lines(capsys, str(archive), *engines, "--rounds", "1", "--json")
    measures = {str(line["measure"]) for line in told}
    assert "search › 3 line, all cameras › relecture / duckdb › cpu_ms" in measures
    assert "search › relecture › bytes_per_point" in measures
    assert all({"value", "unit", "baseline", "ratio", "n"} <= set(line) for line in told)


def test_alone_an_engine_writes_one_object_a_line(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = _lines(capsys, str(archive), "--alone", "relecture", "--rounds", "1")
    assert [next(iter(line)) for line in told] == ["points", *["figure"] * 7, "held"]


def test_an_unknown_engine_is_told(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "search", str(archive), "--engine", "oracle"]) == 2
    assert "duckdb" in capsys.readouterr().err
