"""A part of the suite that stands for the whole passes where there is no network at all."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

WRAPPER = ROOT / "installer" / "linux" / "without_network.sh"
ROOMS = ("domain", "store", "audit", "search", "decode")

DIAL = """
import socket, sys
try:
    socket.create_connection(("192.0.2.1", 9), timeout=1)
except OSError as why:
    print(type(why).__name__, why.errno)
    sys.exit(why.errno != 101)
sys.exit(1)
"""


def without_network(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in an empty network namespace; skips where the kernel refuses one."""
    done = subprocess.run(
        [str(WRAPPER), *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode == 3 and "refuses network namespaces" in done.stderr:
        pytest.skip("this kernel refuses network namespaces to this account")
    return done


def test_the_namespace_is_empty() -> None:
    devices = without_network("cat", "/proc/net/dev").stdout.splitlines()[2:]
    assert [line.partition(":")[0].strip() for line in devices] in ([], ["lo"])


def test_the_namespace_reaches_nobody() -> None:
    done = without_network(sys.executable, "-c", DIAL)
    assert done.returncode == 0, done.stdout + done.stderr  # 101: network is unreachable


def test_the_suite_passes_without_network(tmp_path: Path) -> None:
    folders = [f"tests/{room}" for room in ROOMS if (ROOT / "tests" / room).is_dir()]
    quick = "not campaign and not footage and not slow"
    done = without_network(
        *(sys.executable, "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider"),
        *("-m", quick, f"--basetemp={tmp_path / 'inner'}", *folders),
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert " passed" in done.stdout
