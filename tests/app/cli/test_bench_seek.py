"""The bench of seeking tells ours beside a plain seek, film by film."""

from pathlib import Path

import pytest

from app.cli import bench_seek
from tests.app.cli.terminal import Terminal
from tests.desk.scene import film as made
from vsa_core.bench import seeking
from vsa_core.bench.seeking import MEASURES, Sought


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """No process is started: who was asked to run on which film."""
    names: list[tuple[str, str]] = []

    def child(name: str, film: Path, seeks: int) -> Sought:
        names.append((name, film.name))
        cost = (10.0, 5.0) if name == "relecture" else (200.0, 100.0)
        return Sought({measure: [cost] * seeks for measure in MEASURES}, 100, 90, 250.0)

    monkeypatch.setattr(bench_seek, "_child", child)
    return names


def test_each_measure_is_told_beside_the_plain_seek(
    terminal: Terminal, tmp_path: Path, asked: list[tuple[str, str]]
) -> None:
    film = made(tmp_path / "a.mp4", 2)
    said = terminal("bench", "seek", str(film), "--seeks", "3", "--runs", "2", "--json")
    assert said.status == 0
    assert asked == [("relecture", "a.mp4"), ("pyav", "a.mp4")] * 2
    figures = {str(one["measure"]).split(" › ", 1)[1]: one for one in said.of("figure")}
    first = figures["seek_first_ms_p95"]
    assert (first["value"], first["baseline"], first["ratio"], first["n"]) == (10, 200, 0.05, 6)
    assert (first["cpu_p95"], first["cpu_baseline"]) == (5, 100)
    assert figures["relecture › backwards_in_time"]["value"] == 0.9


def test_without_a_film_short_and_long_groups_are_made(
    terminal: Terminal, asked: list[tuple[str, str]]
) -> None:
    assert terminal("bench", "seek", "--minutes", "0.1").status == 0
    assert [film for name, film in asked if name == "pyav"] == ["gop50.mp4", "gop250b.mp4"]


@pytest.mark.parametrize("name", ["relecture", "pyav"])
def test_one_run_seeks_in_a_film(
    terminal: Terminal, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seeking, "HAND", 0)
    monkeypatch.setattr(seeking, "REVERSE_S", 1)
    film = made(tmp_path / "a.mp4", 4)
    said = terminal("bench", "seek", str(film), "--alone", name, "--seeks", "4")
    assert said.status == 0
    assert '"due": 10' in said.out
