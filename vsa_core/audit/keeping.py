"""Until when each shard is kept: three years after its end, and while a case in it is open."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from vsa_core.audit.purge import begun_after, kept_until, last_and_cases
from vsa_core.audit.shard import Shard, shards


@dataclass(frozen=True, slots=True)
class Kept:
    """One shard, and what keeps it.

    until: when its years are over, microseconds since 1970 UTC, None while it
    is in use; held_by: the open cases that it names, looked for once its
    years are over.
    """

    shard: str
    until: int | None
    held_by: tuple[str, ...] = ()


def keeping(folder: Path, now: int, open_cases: Collection[str]) -> tuple[Kept, ...]:
    """Every shard, oldest first; `open_cases` are numbers, as for `purge.doomed`.

    Reads the first record of each shard, and all of those whose years are over.
    """
    found = shards(folder)
    ended = (_kept(folder, shard, now, open_cases) for shard, _ in pairwise(found))
    return (*ended, *(Kept(shard.name, None) for shard in found[-1:]))


def _kept(folder: Path, shard: Shard, now: int, open_cases: Collection[str]) -> Kept:
    until = kept_until(begun_after(folder, shard))
    if until > now:
        return Kept(shard.name, until)
    _, cases = last_and_cases(shard)
    return Kept(shard.name, until, tuple(sorted(cases & set(open_cases))))
