"""What a process may still do to the disk, seen from inside; its users have tests of their own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT
from vsa_core.pipeline import landlock

TRY = """
import json, os, sys
from pathlib import Path
from vsa_core.pipeline.landlock import READ, give_up_all_but
folder = Path(sys.argv[1])
given = give_up_all_but(lambda every: [(folder / "a", READ), (folder / "gone", every)])
def tried(call):
    try:
        return repr(call())
    except OSError as error:
        return type(error).__name__
print(json.dumps([given, tried((folder / "a").read_bytes), tried((folder / "b").read_bytes),
                  tried(lambda: (folder / "a").write_bytes(b"x"))]))
"""


def test_one_file_is_left_and_a_path_that_is_not_there_needs_no_rule(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(name.encode())
    command = [sys.executable, "-c", TRY, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    given, *told = json.loads(done.stdout)
    if not given:
        pytest.skip("this kernel has no Landlock")
    assert told == ["b'a'", "PermissionError", "PermissionError"]


def test_elsewhere_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landlock.sys, "platform", "darwin")
    assert landlock.give_up_all_but(lambda every: pytest.fail("nobody asks")) is False
