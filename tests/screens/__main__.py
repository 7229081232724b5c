"""python -m tests.screens FOLDER [--only NAME …]: draw the pictures, and the page of them all."""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

PLACE = "relecture"
"""Where the rooms are made, under the machine's temporary folder: pictures show paths."""

ROOMS = ".rooms"
"""Where every room waits to be copied."""

SCREEN = {
    "screens": [
        {
            "name": "screen",
            "x": 0,
            "y": 0,
            "width": 1920,
            "height": 1080,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
    ]
}


def main() -> int:
    """Read the command line, draw, and say what was drawn."""
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--keep", action="store_true", help="leave the rooms for the next time")
    parser.add_argument("--scale", type=int, default=0, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    rooms = Path(tempfile.gettempdir()) / PLACE
    (rooms / ROOMS).mkdir(parents=True, exist_ok=True)
    if asked.scale:
        return _draw(asked.folder, rooms, asked.only, asked.scale)
    try:
        status = max(_child(asked.folder, rooms, asked.only, scale) for scale in (1, 2))
    finally:
        if not asked.keep:
            shutil.rmtree(rooms)
    return status


def _child(folder: Path, rooms: Path, only: Sequence[str], scale: int) -> int:
    """Draw the pictures of one scale in a process of its own: Qt reads the scale once."""
    screen = rooms / "screen.json"
    screen.write_text(json.dumps(SCREEN), "utf-8")
    own = {
        "QT_QPA_PLATFORM": f"offscreen:configfile={screen}",
        "QT_SCALE_FACTOR": str(scale),
        "HOME": str(rooms),
        "XDG_CONFIG_HOME": str(rooms / "config"),
        "OMP_NUM_THREADS": "1",
    }
    command = [sys.executable, "-m", "tests.screens", str(folder), "--scale", str(scale)]
    chosen = ["--only", *only] if only else []
    return subprocess.run([*command, *chosen], env={**os.environ, **own}, check=False).returncode


def _draw(folder: Path, rooms: Path, only: Sequence[str], scale: int) -> int:
    from tests.screens.drawing import draw

    return draw(folder, rooms, only, scale)


if __name__ == "__main__":
    sys.exit(main())
