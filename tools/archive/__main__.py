"""Make up an archive: python -m tools.archive FOLDER [--points N] [--cameras N] [--days N]."""

import argparse
import os
from pathlib import Path

from tools.archive.filling import SEED, Size, case_of, fill
from vsa_core.engine import bare_archive

KEY = "case.key"
CASE = "case"


def main() -> None:
    """Read the command line, fill the case (or go on filling it), and say what was written."""
    parser = argparse.ArgumentParser(prog="python -m tools.archive", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--points", type=int, default=50_000_000)
    parser.add_argument("--cameras", type=int, default=400)
    parser.add_argument("--days", type=int, default=14)
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    size = Size(asked.points, asked.cameras, asked.days, asked.seed)
    written = make(asked.folder, size)
    print(f"{asked.folder}  {written} points written")


def make(folder: Path, size: Size) -> int:
    """Fill the case in `folder`, made if need be; the points written now.

    Its key lies beside it in clear: nobody was ever seen by these cameras.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path, case = folder / KEY, folder / CASE
    new = not path.exists()
    if new:
        case.mkdir()
        path.write_text(os.urandom(32).hex())
    archive = bare_archive(case, bytes.fromhex(path.read_text()), case_of(size) if new else None)
    try:
        return fill(archive, size, _tell)
    finally:
        archive.close()


def _tell(done: int, total: int) -> None:
    if done % 50 == 0 or done == total:
        print(f"{done} of {total} cameras", flush=True)


if __name__ == "__main__":
    main()
