"""No library of ours opens a network socket, in C either: the kernel would kill the program."""

import os
import platform
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import ROOT
from tests.offline import no_socket

SCRIPT = Path(no_socket.__file__)

pytestmark = pytest.mark.skipif(
    platform.machine() not in no_socket.SOCKET, reason="no filter written for this machine"
)

OPEN = """
import ctypes
libc = ctypes.CDLL(None)
print(libc.socket({family}, 2, 0), flush=True)
"""


def filtered(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python under the filter, with an empty home and nothing said to ultralytics."""
    plain = {name: value for name, value in os.environ.items() if "YOLO" not in name}
    return subprocess.run(
        [sys.executable, str(SCRIPT), sys.executable, *arguments],
        cwd=ROOT,
        env={**plain, "HOME": str(home), "RELECTURE_HOME": str(home / "relecture")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("family", [no_socket.AF_INET, no_socket.AF_INET6, no_socket.AF_PACKET])
def test_the_filter_kills(family: int, tmp_path: Path) -> None:
    done = filtered(tmp_path, "-c", OPEN.format(family=family))
    assert (done.returncode, done.stdout) == (-signal.SIGSYS, "")


def test_the_filter_lets_local_sockets_be(tmp_path: Path) -> None:
    done = filtered(tmp_path, "-c", OPEN.format(family=1))
    assert done.returncode == 0
    assert int(done.stdout) > 0


def test_the_demonstration_opens_no_socket(tmp_path: Path) -> None:
    done = filtered(tmp_path, "-m", "app", "demo", "--out", str(tmp_path / "demo"))
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
