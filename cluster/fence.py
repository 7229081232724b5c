"""What a gateway gives up before it speaks to anybody: the rest of the disk, every other process.

Linux only (Landlock, since 5.13); elsewhere, and on older kernels, nothing is given up.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import vsa_core
from vsa_core.pipeline.landlock import READ, WRITE, give_up_all_but

_SYSTEM = ("/usr", "/lib", "/lib64", "/etc", "/proc", "/sys", "/dev")
"""What Python and its libraries read."""


def fence(folder: Path) -> bool:
    """Give up all but reading the program, the system and `folder`, and writing in its `scratch`.

    For good: whoever takes the gateway over holds its certificate, and not
    the program that started it. Returns and raises as `give_up_all_but`.
    """
    scratch = folder / "scratch"
    scratch.mkdir(mode=0o700, exist_ok=True)
    house = Path(vsa_core.__file__).resolve().parent.parent

    def allowed(every: int) -> Iterator[tuple[Path, int]]:
        for path in (folder, house, sys.prefix, sys.base_prefix, *_SYSTEM):
            yield Path(path), READ
        yield Path(os.devnull), READ | WRITE
        yield scratch, every

    return give_up_all_but(allowed)
