"""What a process that a film took over can still do: one is fenced, and tries."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT
from tests.desk.scene import film
from tests.pipeline import scripts
from tests.pipeline.street import hands, orders_of
from vsa_core.pipeline.crew import Done

TRY = """
import json, os, sys
from pathlib import Path
from vsa_core.pipeline.fence import fence
kept, other = Path(sys.argv[1]), Path(sys.argv[2])
fenced = fence([kept])
def tried(call):
    try:
        return repr(call())
    except OSError as error:
        return type(error).__name__
print(json.dumps({
    "fenced": fenced,
    "read": tried((other / "film").read_bytes),
    "changed": tried(lambda: (other / "film").write_bytes(b"x")),
    "added": tried(lambda: (other / "made").write_bytes(b"x")),
    "removed": tried((other / "film").unlink),
    "moved": tried(lambda: (other / "film").rename(other / "else")),
    "kept": tried(lambda: (kept / "x").write_bytes(b"x")),
    "renamed": tried(lambda: (kept / "x").rename(kept / "y").name),
    "memory": tried(lambda: open(f"/proc/{os.getppid()}/mem", "rb")),
    "signal": tried(lambda: os.kill(os.getppid(), 0)),
    "nowhere": tried(lambda: open(os.devnull, "w").write("x")),
}))
"""


def test_a_fenced_process_reads_and_writes_next_to_nothing(tmp_path: Path) -> None:
    kept, other = tmp_path / "kept", tmp_path / "other"
    kept.mkdir()
    other.mkdir()
    (other / "film").write_bytes(b"film")
    done = subprocess.run(
        [sys.executable, "-c", TRY, str(kept), str(other)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    told = json.loads(done.stdout)
    if not told.pop("fenced"):
        pytest.skip("this kernel has no Landlock")
    assert {told.pop(what) for what in ("changed", "added", "removed", "moved", "memory")} == {
        "PermissionError"
    }
    assert told.pop("signal") in ("PermissionError", "None")  # since version 6 of it
    assert told == {"read": "b'film'", "kept": "1", "renamed": "'y'", "nowhere": "1"}
    assert (other / "film").read_bytes() == b"film"


def test_a_process_that_looks_is_fenced_before_it_sees_a_film(tmp_path: Path) -> None:
    path = film(tmp_path / "rue.mp4", 2)
    tries = scripts.script(
        """
def observe(source, footage, *rest):
    for call in (lambda: open(footage.path, "ab"), lambda: open(footage.path + ".x", "wb")):
        try:
            call()
        except PermissionError:
            continue
        os._exit(9)
    return usual(source, footage, *rest)
looker.observe = observe
"""
    )
    outcomes = list(hands(tmp_path, 1, tries).look(orders_of(path), lambda: None))
    if not isinstance(outcomes[-1], Done):
        pytest.skip("this kernel has no Landlock")
    assert not Path(f"{path}.x").exists()
