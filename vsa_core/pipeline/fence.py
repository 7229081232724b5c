"""A process that looks may read, and write next to nothing: Linux only (Landlock, since 5.13)."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from vsa_core.pipeline.landlock import READ, WRITE, give_up_all_but


def fence(writable: Iterable[Path]) -> bool:
    """Give up writing anywhere but below the folders `writable`, and touching other processes.

    For good; returns and raises as `give_up_all_but`.
    """

    def allowed(every: int) -> Iterator[tuple[Path, int]]:
        yield Path("/"), READ
        yield Path(os.devnull), WRITE
        for folder in writable:
            yield folder, every

    return give_up_all_but(allowed)
