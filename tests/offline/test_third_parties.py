"""No third party reaches out, forks or writes at home when our rooms import it.

openvino brings a telemetry package that, at import, forks a process, posts to
an analytics host and leaves files in the home folder; ultralytics looks up
names and installs packages unless told not to. What is imported is what the
program itself imports, the way it imports it.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT, write

WATCH = """
import json, sys, importlib
WATCHED = ("socket.", "os.fork", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "subprocess")
seen = []
def watch(event, args):
    if event == "subprocess.Popen" and args[0] in ("fc-list", "uname"):
        return  # matplotlib looks for fonts once for each new home, Python asks for the processor
    if event.startswith(WATCHED):
        seen.append(event)
        if event.startswith("socket."):
            raise PermissionError("no network")
sys.addaudithook(watch)
for name in sys.argv[1:]:
    importlib.import_module(name)
import threading
for thread in threading.enumerate():
    if thread is not threading.current_thread():
        thread.join(2)
print(json.dumps(seen))
"""

ROOMS = ("decode", "vision", "store", "keys", "audit", "validation", "desk", "export")


def imported(names: list[str], home: Path, source: Path = ROOT) -> str:
    """Import modules in a fresh process with an empty home; the events seen, as JSON."""
    done = subprocess.run(
        [sys.executable, "-c", WATCH, *names],
        cwd=source,
        env={"HOME": str(home), "PATH": "", "PYTHONPATH": str(source), "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


def room(name: str) -> list[str]:
    """The modules of one room, in order."""
    files = sorted((ROOT / "vsa_core" / name).glob("*.py"))
    return [f"vsa_core.{name}.{file.stem}" for file in files if file.stem != "__init__"]


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_is_silent_when_imported(name: str, tmp_path: Path) -> None:
    assert imported(room(name), tmp_path) == "[]"


def test_the_program_is_silent_when_imported(tmp_path: Path) -> None:
    assert imported(["vsa_core.engine", "app.__main__"], tmp_path) == "[]"
    left = {path.name for path in tmp_path.iterdir()} - {".cache", ".config"}
    assert left == set()


TALK = """import socket
try:
    socket.getaddrinfo("example.invalid", 1)
except OSError:
    pass
"""


def test_a_talkative_import_is_seen(tmp_path: Path) -> None:
    write(tmp_path, "talker.py", TALK)
    assert imported(["talker"], tmp_path, tmp_path) == '["socket.getaddrinfo"]'
