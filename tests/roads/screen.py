"""A screen of its own for a program, and hands: real X events, sent where the program says."""

import json
import os
import selectors
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.desk.scene import REPOSITORY

SIZE = "1440x900x24"
STEADY = 3
"""Lines in a row in which a spot must lie at the same place before it is pointed at."""

PATIENCE = 40.0
"""Seconds for which one thing is awaited."""

TOOLS = ("Xvfb", "xdotool")


@contextmanager
def screen() -> Iterator[str]:
    """The name of a new screen that only this machine's sockets reach; skips without the tools."""
    lacking = [tool for tool in TOOLS if shutil.which(tool) is None]
    if lacking:
        pytest.skip(f"no screen of our own here: install {' and '.join(lacking)}")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp"]
    server = subprocess.Popen(
        command, pass_fds=(writing,), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@dataclass(slots=True)
class Walker:
    """Watches a program's lines and works its window by mouse and keys.

    `acted`: when something was last done, on the clock that the lines tell.
    """

    program: "subprocess.Popen[bytes]"
    environment: dict[str, str]
    lines: list[dict[str, Any]] = field(default_factory=list)
    acted: int = 0
    rest: bytes = b""

    @property
    def now(self) -> dict[str, Any]:
        """What the window showed last."""
        return self.lines[-1]

    def until(self, seen: Callable[[dict[str, Any]], bool], what: str) -> None:
        """Wait for the first line, said after what was done last, that shows it."""
        end = time.monotonic() + PATIENCE
        while True:
            line = self._next(end)
            assert line is not None, f"it ended before: {what}"
            if line["at"] >= self.acted and seen(line):
                return
            assert time.monotonic() < end, f"never came: {what}; {line}"

    def spot(self, name: str) -> tuple[int, int, int, int]:
        """Where that is on the screen, once it lies still."""

        def still(line: dict[str, Any]) -> bool:
            last = [one for one in self.lines[-STEADY:] if one["at"] >= self.acted]
            places = [one["spots"].get(name) for one in last]
            return places == [line["spots"].get(name)] * STEADY and places[0] is not None

        self.until(still, name)
        x, y, wide, high = self.now["spots"][name]
        return x, y, wide, high

    def click(self, name: str) -> None:
        """Press the left button in the middle of that."""
        x, y, wide, high = self.spot(name)
        self.click_at(x + wide // 2, y + high // 2)

    def click_at(self, x: int, y: int) -> None:
        """Press the left button there."""
        self._do("mousemove", "--sync", str(x), str(y))
        self._do("click", "1")

    def key(self, name: str) -> None:
        """Press a key."""
        self._do("key", name)

    def end(self) -> dict[str, Any]:
        """Read to the last line."""
        end = time.monotonic() + PATIENCE
        while self._next(end) is not None:
            pass
        return self.now

    def _do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=PATIENCE)
        self.acted = time.monotonic_ns()

    def _next(self, end: float) -> dict[str, Any] | None:
        """The next line, None at the end of the program."""
        assert self.program.stdout is not None
        while b"\n" not in self.rest:
            with selectors.DefaultSelector() as ready:
                ready.register(self.program.stdout, selectors.EVENT_READ)
                assert ready.select(max(end - time.monotonic(), 0.0)), "the program says nothing"
            got = os.read(self.program.stdout.fileno(), 1 << 16)
            if not got:
                return None
            self.rest += got
        line, _, self.rest = self.rest.partition(b"\n")
        self.lines.append(json.loads(line))
        return self.lines[-1]


@contextmanager
def walking(display: str, home: Path, errors: Path) -> Iterator[Walker]:
    """The program on that screen, alone in a group of processes; `errors` takes what it says."""
    kept = {name: os.environ[name] for name in ("PATH", "OMP_NUM_THREADS") if name in os.environ}
    (home / "tmp").mkdir(parents=True)
    environment = {
        **kept,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "RELECTURE_HOME": str(home / "relecture"),
        "RELECTURE_THREADS": "1",
        "RELECTURE_DETECTOR": "motion",
    }
    with errors.open("wb") as told:
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.roads.watched"],
            cwd=REPOSITORY,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=told,
            start_new_session=True,
        )
        try:
            yield Walker(program, environment)
        finally:
            program.kill()
            program.wait()
            assert program.stdout is not None
            program.stdout.close()
