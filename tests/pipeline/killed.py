"""A program of ours that is killed -9 while processes work for it."""

import subprocess
import sys
from pathlib import Path

from tests.architecture.house import ROOT
from tests.campaign.index_kills import children, survivors


def started_and_left(program: str, folder: Path) -> tuple[int, list[int]]:
    """How many processes a program had started when it said "at work", and those who outlived it.

    `program`: what `python -c` runs, with `folder` for its argument.
    """
    running = subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert running.stdout is not None
    assert running.stdout.readline() == b"at work\n"
    started = children(running.pid)
    running.kill()
    running.wait()
    running.stdout.close()
    return len(started), list(survivors(started))
