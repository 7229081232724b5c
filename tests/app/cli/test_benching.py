"""What is measured is told beside its baseline, as the median of several runs."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from app.cli import benching
from app.cli.options import WORDS
from tests.app.cli.terminal import Terminal
from tests.desk.scene import film as render
from vsa_core import engine
from vsa_core.bench.detect import Rivals, Timed, Timing
from vsa_core.settings import Settings


@pytest.fixture
def timed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """No program is started: the runs asked for, each slower than the one before."""
    asked: list[tuple[str, ...]] = []

    def one(environment: dict[str, str], *words: str) -> dict[str, int]:
        asked.append(words)
        cold = 100 if asked.count(words) == 1 else 0
        slow = (1 if words else 2) * 100 * asked.count(words) + cold
        return {"wall_ms": slow, "cpu_ms": slow // 2, "torch": 0}

    monkeypatch.setattr(benching, "_one", one)
    return asked


def test_figures_have_a_baseline_from_the_same_run_and_the_first_is_not_counted(
    terminal: Terminal, timed: list[tuple[str, ...]]
) -> None:
    said = terminal("bench", "window", "--runs", "3", "--json")
    assert said.status == 0
    assert timed.count(()) == timed.count(("--bare",)) == 4
    wall, cpu, torch = (
        {k: v for k, v in figure.items() if k != "type"} for figure in said.of("figure")
    )
    assert wall == {
        "measure": "window_usable_wall_ms", "value": 600, "unit": "ms", "baseline": 300,
        "ratio": 2.0, "n": 3,
    }  # fmt: skip
    assert (cpu["measure"], cpu["value"], cpu["baseline"]) == ("window_usable_cpu_ms", 300, 150)
    assert (torch["measure"], torch["value"]) == ("window_torch_imports", 0)


def test_it_is_told_in_words_and_that_there_is_no_screen(
    terminal: Terminal, timed: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    said = terminal("bench", "window", "--runs", "1")
    assert WORDS.say("cli.bench.offscreen") in said.out + said.err
    name = WORDS.say("cli.bench.wall_ms")
    assert (
        WORDS.say("cli.bench.line", name=name, value=400, baseline=200, ratio=2.0, n=1) in said.out
    )


def test_no_run_is_no_measure(terminal: Terminal, timed: list[tuple[str, ...]]) -> None:
    assert terminal("bench", "window", "--runs", "0").status == 2
    assert timed == []


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, int]]:
    """No detector looks: the films and rounds asked for, two detectors beside motion."""
    asked: list[tuple[Path, int]] = []

    def one(rivals: Rivals, film: Path, rounds: int) -> Timed:
        asked.append((film, rounds))
        others = (Timing("stock", 80.0, 100.0),) if rivals.baseline else ()
        timings = (Timing("ours", 20.0, 30.0), *others, Timing("motion", 2.0, 0.0))
        return Timed(film.name, 24, rounds, timings if rivals.chosen else timings[-1:])

    monkeypatch.setattr(benching, "timed", one)
    return asked


def rivals(monkeypatch: pytest.MonkeyPatch, chosen: object, baseline: object = None) -> list[Path]:
    """The engine hands in these; the baselines that were named."""
    named: list[Path] = []

    def handed(settings: Settings, path: Path | None) -> SimpleNamespace:
        named.extend([path] if path else [])
        return SimpleNamespace(chosen=chosen, baseline=baseline)

    monkeypatch.setattr(engine, "rivals", handed)
    return named


def test_the_cost_of_a_frame_stands_beside_every_rival_for_each_film(
    terminal: Terminal, looked: list[tuple[Path, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    named = rivals(monkeypatch, "ours", "stock")
    films = ("a.mp4", "b.mp4")
    said = terminal("bench", "detect", *films, "--baseline", "stock.pt", "--rounds", "3", "--json")
    assert said.status == 0
    assert named == [Path("stock.pt")]
    assert looked == [(Path("a.mp4"), 3), (Path("b.mp4"), 3)]
    figures = {f["measure"]: f for f in said.of("figure")}
    assert len(figures) == len(said.objects) == 8
    assert figures["a.mp4 › ours / stock › detect_cpu_ms"] == {
        "type": "figure", "measure": "a.mp4 › ours / stock › detect_cpu_ms", "value": 20.0,
        "unit": "ms", "baseline": 80.0, "ratio": 0.25, "n": 3,
    }  # fmt: skip
    beside_motion = figures["b.mp4 › ours / motion › detect_wall_ms"]
    assert (beside_motion["value"], beside_motion["baseline"]) == (30.0, 0.0)
    assert beside_motion["ratio"] is None, "nothing is a share of nothing"


def test_motion_alone_stands_alone(
    terminal: Terminal, looked: list[tuple[Path, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    rivals(monkeypatch, None)
    figures = terminal("bench", "detect", "a.mp4", "--json").of("figure")
    assert [(f["measure"], f["baseline"], f["ratio"], f["n"]) for f in figures] == [
        ("a.mp4 › motion › detect_cpu_ms", None, None, 5),
        ("a.mp4 › motion › detect_wall_ms", None, None, 5),
    ]


def test_the_cost_of_a_frame_is_told_in_words(
    terminal: Terminal, looked: list[tuple[Path, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    rivals(monkeypatch, "ours", "stock")
    said = terminal("bench", "detect", "a.mp4")
    lines = said.out.splitlines()
    assert lines[0] == WORDS.say("cli.bench.film", film="a.mp4", frames=24, rounds=5)
    assert lines[1] == WORDS.say("cli.bench.detector", detector="ours", cpu="20.0", wall="30.0")
    assert lines[4] == WORDS.say("cli.bench.ratio", detector="ours", other="stock", ratio="0.25")
    assert len(lines) == 6


def test_a_film_that_is_not_there_and_weights_that_nobody_knows_are_refused(
    terminal: Terminal, tmp_path: Path
) -> None:
    said = terminal("bench", "detect", str(tmp_path / "no.mp4"), "--json")
    assert (said.status, said.code[:4]) == (4, "SRC-")
    weights = tmp_path / "odd.pt"
    weights.write_bytes(b"odd")
    said = terminal("bench", "detect", "a.mp4", "--baseline", str(weights), "--json")
    assert (said.status, said.code[:4]) == (3, "MOD-")
    assert terminal("bench", "detect", "a.mp4", "--rounds", "0").status == 2


def test_a_real_film_is_looked_at(terminal: Terminal, tmp_path: Path) -> None:
    terminal.set("DETECTOR", "motion")
    film = render(tmp_path / "street.mp4")
    said = terminal("bench", "detect", str(film), "--rounds", "1", "--json")
    assert said.status == 0
    assert [f["measure"].split(" › ")[0] for f in said.of("figure")] == ["street.mp4"] * 2
    assert all(f["value"] > 0 for f in said.of("figure"))


@pytest.mark.slow
def test_real_windows_are_opened_and_none_imports_torch(terminal: Terminal) -> None:
    said = terminal("bench", "window", "--runs", "1", "--json")
    assert said.status == 0
    figures = {figure["measure"]: figure for figure in said.of("figure")}
    assert figures["window_torch_imports"]["value"] == 0
    assert figures["window_usable_cpu_ms"]["baseline"] > 0
    assert not list(terminal.folder.iterdir())
