"""The window's speed is told beside that of a bare window, as the median of several runs."""

import pytest

from app.cli import benching
from app.cli.options import WORDS
from tests.app.cli.terminal import Terminal


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


@pytest.mark.slow
def test_real_windows_are_opened_and_none_imports_torch(terminal: Terminal) -> None:
    said = terminal("bench", "window", "--runs", "1", "--json")
    assert said.status == 0
    figures = {figure["measure"]: figure for figure in said.of("figure")}
    assert figures["window_torch_imports"]["value"] == 0
    assert figures["window_usable_cpu_ms"]["baseline"] > 0
    assert not list(terminal.folder.iterdir())
