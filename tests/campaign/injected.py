"""System calls made to fail from outside, one at a time, by strace."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.house import ROOT

WRITING = ("write", "fsync", "ftruncate", "rename", "mkdir", "unlink")
READING = ("openat", "pread64", "read", "flock", "getdents64", "newfstatat", "close")

FULL, BROKEN, KILLED, SHORT = "error=ENOSPC", "error=EIO", "signal=KILL", "retval=7"

_CALL = re.compile(r"^\d+ +(\w+)\(", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Point:
    """The `when`-th call of one name, and what befalls it."""

    call: str
    when: int
    fault: str

    @property
    def option(self) -> str:
        """As strace wants it."""
        return f"inject={self.call}:{self.fault}:when={self.when}"


def can_inject() -> bool:
    """Whether strace is here and may trace."""
    found = shutil.which("strace")
    return found is not None and subprocess.run([found, "-o", "/dev/null", "true"]).returncode == 0


def session(folder: Path, *options: str) -> subprocess.CompletedProcess[bytes]:
    """A session of the journal in `folder`, under strace with these options."""
    program = (sys.executable, "-m", "tests.campaign.session", str(folder))
    return subprocess.run(
        ["strace", "-f", "-qq", *options, *program], cwd=ROOT, capture_output=True, check=False
    )


def touched(folder: Path, log: Path) -> tuple[list[str], Counter[str]]:
    """What a sound session touches in `folder`: paths within it, and its calls by name."""
    session(folder, "-y", "-o", str(log), "-e", "trace=" + ",".join(WRITING + READING))
    lines = [line for line in log.read_text("utf-8", "replace").splitlines() if str(folder) in line]
    paths = re.findall(rf'["<]{re.escape(str(folder))}/?([^">]*)', "\n".join(lines))
    return sorted(set(paths)), Counter(_CALL.findall("\n".join(lines)))


def struck(folder: Path, paths: Sequence[str], point: Point) -> subprocess.CompletedProcess[bytes]:
    """A session in which one call on one of `paths` fails."""
    seen = [option for path in paths for option in ("-P", str(folder / path))]
    return session(folder, "-o", "/dev/null", *seen, "-e", point.option)


def points(counted: Counter[str]) -> Iterator[Point]:
    """Every call of the journal with each fault that may befall it."""
    for call in (*WRITING, *READING):
        faults = [BROKEN, KILLED, FULL] if call in WRITING else [BROKEN]
        faults += [SHORT] if call == "write" else []
        for when in range(1, counted[call] + 1):
            yield from (Point(call, when, fault) for fault in faults)
