"""Render the sample archive: python -m tools.sample FOLDER [--seed N] [--minutes M]."""

import argparse
from pathlib import Path

from tools.sample.archive import MINUTES, SEED, render


def main() -> None:
    """Read the command line, render, and say what was made."""
    parser = argparse.ArgumentParser(prog="python -m tools.sample", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--minutes", type=float, default=MINUTES)
    asked = parser.parse_args()
    archive = render(asked.folder, asked.seed, asked.minutes)
    for file in archive.files:
        print(f"{file.path}  {file.path.stat().st_size} bytes")
    if not archive.photographed:
        print("No known photograph is installed: figures are drawn silhouettes.")


if __name__ == "__main__":
    main()
