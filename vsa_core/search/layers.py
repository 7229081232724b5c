"""A stretch of time painted in layers: the later layer lies on top, and nothing is lost."""

from collections.abc import Hashable, Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

import numpy as np

Fate = TypeVar("Fate", bound=Hashable)


def painted(
    start: int, end: int, ground: Fate, layers: Iterable[tuple[int, int, Fate]]
) -> Iterator[tuple[int, int, Fate]]:
    """[start, end) cut into pieces, each with the fate of the last layer that covers it.

    Layers are half-open and may stick out; `ground` lies under all of them.
    The pieces come in order, touch each other, and two neighbours differ.
    """
    if start >= end:
        return
    kept = [(max(a, start), min(b, end), fate) for a, b, fate in layers]
    kept = [layer for layer in kept if layer[0] < layer[1]]
    if len(kept) == 1 and kept[0][:2] == (start, end):  # nearly every file of a large case
        yield kept[0]
        return
    cuts = np.unique(np.array([start, end, *(edge for a, b, _ in kept for edge in (a, b))]))
    fates: list[Fate] = [ground, *dict.fromkeys(fate for _, _, fate in kept)]
    numbers = {fate: number for number, fate in reversed(list(enumerate(fates)))}
    colour = np.zeros(len(cuts) - 1, np.int64)
    lows = np.searchsorted(cuts, [a for a, _, _ in kept])
    highs = np.searchsorted(cuts, [b for _, b, _ in kept])
    for low, high, (_, _, fate) in zip(lows.tolist(), highs.tolist(), kept, strict=True):
        colour[low:high] = numbers[fate]
    edges = [0, *(np.flatnonzero(np.diff(colour)) + 1).tolist(), len(colour)]
    for low, high in pairwise(edges):
        yield int(cuts[low]), int(cuts[high]), fates[int(colour[low])]
