"""Admits one file and reads it through, in a process of its own that may die or hang."""

import resource
from dataclasses import dataclass
from pathlib import Path

from vsa_core.decode.pyav import open_footage
from vsa_core.decode.walk import walk
from vsa_core.domain.footage import Gap
from vsa_core.intake.admit import admit

_MEMORY = 4 * 2**30


@dataclass(frozen=True, slots=True)
class Inspected:
    """What admission said and what reading every picture gave; times in seconds."""

    state: str
    reason: str
    rebuilt: bool
    packets: int
    pictures: int
    seconds: tuple[float, ...]
    gaps: int


def confine() -> None:
    """Bound the memory of this process: a file that asks for more must be survived."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def inspect(path: Path) -> Inspected:
    """Admit `path` and read it from end to end; any exception travels to the parent."""
    admitted = admit(path, camera="c1", exhibit="1", clock=None, walker=walk)
    footage = admitted.footage
    if footage.stream is None:
        return Inspected(footage.state.value, footage.reason, False, 0, 0, (), 0)
    source = open_footage(footage, admitted.packets)
    items = list(source.frames())
    source.close()
    times = tuple(float(item.at.seconds) for item in items if not isinstance(item, Gap))
    return Inspected(
        state=footage.state.value,
        reason=footage.reason,
        rebuilt=footage.stream.rebuilt,
        packets=footage.stream.packets,
        pictures=len(times),
        seconds=times,
        gaps=len(items) - len(times),
    )
