"""The bench of indexing tells each contender beside the scripts, film by film."""

from pathlib import Path

import pytest

from app.cli import bench_index
from tests.app.cli.terminal import Terminal
from tests.desk.scene import film as made
from vsa_core.bench.indexing import Spent
from vsa_core.bench.places import Happened

COST = {"scan": 1.0, "standard": 2.0, "full": 4.0, "track": 40.0, "deepsort": 80.0}
EVENT = Happened(0, "enter", 0)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No process is started: who was asked to run."""
    names: list[str] = []

    def child(name: str, film: Path, weights: Path | None, frames: int) -> Spent:
        names.append(name)
        return Spent(100, COST.get(name, 0.5), 1.0, 60, (EVENT,) if name == "full" else ())

    monkeypatch.setattr(bench_index, "_child", child)
    return names


def test_everything_runs_in_turn_and_is_told_beside_the_script(
    terminal: Terminal, tmp_path: Path, asked: list[str]
) -> None:
    film = made(tmp_path / "a.mp4", 2)
    said = terminal("bench", "index", str(film), "--weights", "w.pt", "--runs", "2", "--json")
    assert said.status == 0
    first = asked[: asked.index("scan", 1)]
    assert asked[len(first) :] == [name for name in first if name != "full"]
    figures = {str(one["measure"]).split(" › ")[1]: one for one in said.of("figure")}
    standard = figures["standard"]
    assert (standard["value"], standard["baseline"], standard["ratio"]) == (20.0, 400.0, 0.05)
    assert (standard["n"], standard["recall_full"], standard["recall_truth"]) == (2, 0.0, None)
    assert (figures["full"]["n"], figures["full"]["recall_full"]) == (1, 1.0)


def test_without_weights_the_scripts_do_not_run(
    terminal: Terminal, tmp_path: Path, asked: list[str]
) -> None:
    film = made(tmp_path / "a.mp4", 2)
    words = ("bench", "index", str(film), "--runs", "1", "--only", "track", "--only", "scan")
    assert terminal(*words).status == 0
    assert asked == ["scan"]


def test_without_a_film_a_quiet_and_a_busy_one_are_made_of_which_all_is_known(
    terminal: Terminal, asked: list[str]
) -> None:
    words = ("bench", "index", "--runs", "1", "--only", "scan", "--minutes", "0.2", "--json")
    said = terminal(*words)
    films = [str(one["measure"]).split(" › ")[0] for one in said.of("figure")]
    assert films == ["quiet.mp4", "busy.mp4"]


def test_one_run_looks_through_the_desk_and_tells_what_it_cost(
    terminal: Terminal, tmp_path: Path
) -> None:
    film = made(tmp_path / "a.mp4", 4)
    said = terminal("bench", "index", str(film), "--alone", "standard")
    assert said.status == 0
    assert '"frames": 40' in said.out


def test_so_many_processes_are_held_beside_one(
    terminal: Terminal, tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    counts: list[tuple[int, int]] = []

    def taken(films: list[Path], workers: int) -> float:
        counts.append((len(films), workers))
        return 12.0 / workers

    monkeypatch.setattr(bench_index, "_side_by_side", taken)
    film = made(tmp_path / "a.mp4", 6)
    words = ("--runs", "2", "--only", "scan", "--workers", "3", "--json")
    said = terminal("bench", "index", str(film), *words)
    assert counts == [(4, 1), (4, 3)] * 2
    figure = said.of("figure")[-1]
    assert figure["measure"] == "a.mp4 › standard › 3 workers › wall_s"
    assert (figure["value"], figure["baseline"], figure["ratio"]) == (4.0, 12.0, 0.3333)
