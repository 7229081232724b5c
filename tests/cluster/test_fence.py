"""What a gateway that was taken over can still do: a process is fenced, and tries."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

TRY = """
import ctypes, json, os, sys
from pathlib import Path
from cluster.fence import fence
folder, secret = Path(sys.argv[1]), Path(sys.argv[2])
fenced = fence(folder)
libc = ctypes.CDLL(None, use_errno=True)
def tried(call):
    try:
        return repr(call())
    except OSError as error:
        return type(error).__name__
def trace():
    if libc.ptrace(16, os.getppid(), 0, 0) < 0:
        raise PermissionError
    libc.ptrace(17, os.getppid(), 0, 0)
print(json.dumps({
    "fenced": fenced,
    "a file of its user": tried(secret.read_bytes),
    "a file made beside it": tried(lambda: secret.with_name("made").write_bytes(b"x")),
    "its own papers": tried((folder / "own.key").read_bytes),
    "its own papers changed": tried(lambda: (folder / "own.key").write_bytes(b"x")),
    "the program changed": tried(lambda: Path(fence.__code__.co_filename).open("ab")),
    "scratch": tried(lambda: (folder / "scratch" / "x").write_bytes(b"x")),
    "tracing its program": tried(trace),
    "the memory of its program": tried(lambda: open(f"/proc/{os.getppid()}/mem", "rb")),
    "a signal to its program": tried(lambda: os.kill(os.getppid(), 0)),
    "a library": tried(lambda: __import__("numpy").__name__),
}))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What came of each thing that was tried."""
    root = tmp_path_factory.mktemp("fence")
    (root / "papers").mkdir()
    (root / "papers" / "own.key").write_bytes(b"key")
    (root / "secret").write_bytes(b"secret")
    done = subprocess.run(
        [sys.executable, "-c", TRY, str(root / "papers"), str(root / "secret")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, object] = json.loads(done.stdout)
    if not found["fenced"]:
        pytest.skip("this kernel has no Landlock")
    return found


@pytest.mark.parametrize(
    "what",
    [
        "a file of its user",
        "a file made beside it",
        "its own papers changed",
        "the program changed",
        "tracing its program",
        "the memory of its program",
    ],
)
def test_a_fenced_process_cannot_reach(what: str, told: dict[str, object]) -> None:
    assert told[what] == "PermissionError"


def test_what_it_needs_it_still_has(told: dict[str, object]) -> None:
    assert told["its own papers"] == "b'key'"
    assert told["scratch"] == "1"
    assert told["a library"] == "'numpy'"


def test_scratch_is_there_even_where_there_is_no_fence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cluster import fence

    monkeypatch.setattr("vsa_core.pipeline.landlock.sys.platform", "darwin")
    assert fence.fence(tmp_path) is False
    assert (tmp_path / "scratch").is_dir()
