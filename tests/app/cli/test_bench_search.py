"""relecture bench search: figures of every engine asked, in processes of their own."""

from pathlib import Path

import pytest

from tests.app.cli.terminal import Said, Terminal
from tests.bench.made_up import made_up


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_up(tmp_path_factory.mktemp("archive") / "a")


def _lines(said: Said) -> list[dict[str, object]]:
    assert said.status == 0
    return [dict(line) for line in said.objects]


def test_each_measure_stands_beside_the_others(archive: Path, terminal: Terminal) -> None:
    words = ("--engine", "relecture", "--engine", "duckdb", "--rounds", "1", "--json")
    told = _lines(terminal("bench", "search", str(archive), *words))
    measures = {str(line["measure"]) for line in told}
    assert "search › 3 line, all cameras › relecture / duckdb › cpu_ms" in measures
    assert "search › relecture › bytes_per_point" in measures
    assert all({"value", "unit", "baseline", "ratio", "n"} <= set(line) for line in told)


def test_alone_an_engine_writes_one_object_a_line(archive: Path, terminal: Terminal) -> None:
    words = ("bench", "search", str(archive), "--alone", "relecture", "--rounds", "1")
    told = _lines(terminal(*words))
    assert [next(iter(line)) for line in told] == ["points", *["figure"] * 8, "held"]


def test_an_unknown_engine_is_told(archive: Path, terminal: Terminal) -> None:
    said = terminal("bench", "search", str(archive), "--engine", "oracle")
    assert said.status == 2
    assert "duckdb" in said.err
