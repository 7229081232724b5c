"""What is looked at first: a little of every camera, and key pictures of everything early."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import TypeVar

from vsa_core.domain.coverage import Level

T = TypeVar("T")

SPEED = {Level.SCAN: 40, Level.STANDARD: 7, Level.FULL: 2}
"""Times real time at which one core looks at 1080p, roughly (docs/measurements.md)."""

PATIENCE = {Level.STANDARD: 240, Level.FULL: 60}
"""Seconds of work from which key pictures of everything are looked at before anything else: the
first slice of five minutes is answered for within a minute at Standard, not at Full."""


def turns(queues: Iterable[Iterator[T]]) -> Iterator[T]:
    """The first of each queue, then the second of each, and so on until all are empty.

    A queue is asked when its turn comes, not before.
    """
    waiting = deque(queues)
    while waiting:
        queue = waiting.popleft()
        for item in queue:
            yield item
            waiting.append(queue)
            break


def key_pictures_first(level: Level, milliseconds: int, workers: int) -> bool:
    """Whether so much footage takes so long at `level` that a first pass brings answers earlier."""
    if level is Level.SCAN:
        return False
    return milliseconds > 1000 * PATIENCE[level] * SPEED[level] * max(1, workers)


def weight(first: bool, level: Level) -> tuple[int, int]:
    """What a millisecond counts for in the progress, as a fraction: less in the first pass."""
    return (SPEED[level], SPEED[Level.SCAN]) if first else (1, 1)
