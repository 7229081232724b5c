"""Which network sockets a command asks the kernel for, as strace saw them."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest

ASKED = re.compile(r"\bsocket(?:pair)?\((AF_\w+|\d+)")
"""A call as strace prints it: socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP) = 3."""

LOCAL = frozenset({"AF_UNIX", "AF_LOCAL"})

REFUSED = re.compile(r"ptrace|Operation not permitted|PTRACE_TRACEME", re.IGNORECASE)


def demand_strace() -> str:
    """Where strace is; skips with the word of what to install where it is not."""
    found = shutil.which("strace")
    if found is None:
        pytest.skip("no strace here: apt install strace (the seccomp filter is run all the same)")
    return found


def families(lines: Iterable[str]) -> list[str]:
    """The families of the sockets that a trace shows, other than local ones, in order."""
    asked = (match.group(1) for line in lines for match in ASKED.finditer(line))
    return [family for family in asked if family not in LOCAL]


def traced(
    command: Sequence[str], trace: Path, environment: Mapping[str, str], folder: Path
) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    """Run a command with all its children under strace; what it left, and what it asked for.

    Skips where this account may trace nothing (a container without ptrace).
    """
    strace = demand_strace()
    done = subprocess.run(
        [strace, "-f", "-qq", "-e", "trace=network", "-o", str(trace), *command],
        cwd=folder,
        env=dict(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 1 and not trace.read_text() and REFUSED.search(done.stderr):
        pytest.skip("this account may not trace a program")
    return done, families(trace.read_text("utf-8", "replace").splitlines())
