"""A window is timed from the asking to its answering, in a program of its own."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.desk.scene import REPOSITORY


def timed(home: Path, *words: str) -> dict[str, int]:
    """What the program tells of itself, and what it took as seen from here."""
    began = time.monotonic_ns()
    kept = {name: os.environ[name] for name in ("PATH", "OMP_NUM_THREADS") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-m", "app.usable", str(began), *words],
        cwd=REPOSITORY,
        env={**kept, "QT_QPA_PLATFORM": "offscreen", "RELECTURE_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    (line,) = done.stdout.splitlines()
    told: dict[str, int] = json.loads(line)
    assert told["wall_ms"] <= (time.monotonic_ns() - began) // 1_000_000
    return told


@pytest.mark.parametrize("words", [(), ("--bare",)])
def test_a_window_opens_answers_and_is_closed_again(tmp_path: Path, words: tuple[str, ...]) -> None:
    told = timed(tmp_path / "home", *words)
    assert set(told) == {"wall_ms", "cpu_ms", "torch"}
    assert told["cpu_ms"] > 0
    assert told["wall_ms"] > 0
    assert told["torch"] is False


def test_opening_a_window_writes_nothing_but_its_own_likes(tmp_path: Path) -> None:
    timed(tmp_path / "home")
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not [path for path in written if "audit" in path.parts or "faults" in path.parts]
