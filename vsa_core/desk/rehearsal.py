"""Runs a few lines of Python in a child, because what they try may kill the program that tries."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

SECONDS = 30
"""A child that takes longer is held for hung."""

HERE = Path(__file__).resolve().parent.parent.parent
"""Where our own packages lie, in this tree as in an installed wheel."""


def survives(lines: str, **variables: str) -> bool:
    """Whether a child that runs these lines ends well, with `variables` in its environment.

    It has an empty home of its own, and its words are thrown away.
    """
    with tempfile.TemporaryDirectory(prefix="relecture-") as home:
        return _ends_well(lines, {**os.environ, "HOME": home, **variables})


def _ends_well(lines: str, environment: Mapping[str, str]) -> bool:
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and lines of ours
            [sys.executable, "-c", lines],
            cwd=HERE,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
