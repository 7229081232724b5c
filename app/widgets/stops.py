"""The values that a slider stops at: those a person would say, fine where they are small."""

from itertools import pairwise

MOST = 400
"""A scale of equal steps has at most so many of them."""

TIMES = ((0, 100), (1_000, 500), (10_000, 1_000), (60_000, 10_000), (600_000, 60_000))
LATER = ((3_600_000, 900_000), (86_400_000, 3_600_000))
"""From which length of time on, in milliseconds, steps of what length."""

STEPS = (1, 5, 10, 50, 100)


def stops(low: int, high: int, unit: str, *kept: int) -> tuple[int, ...]:
    """Values from `low` to `high`, both among them, and those `kept` that lie between."""
    found = _times(low, high) if unit == "ms" else _even(low, high)
    between = {value for value in kept if low <= value <= high}
    return tuple(sorted(found | between | {low, high}))


def nearest(values: tuple[int, ...], value: int) -> int:
    """The index of the stop nearest to `value`."""
    return min(range(len(values)), key=lambda index: abs(values[index] - value))


def _times(low: int, high: int) -> set[int]:
    found: set[int] = set()
    scale = (*TIMES, *LATER, (max(high, LATER[-1][0]) + 1, 1))
    for (start, step), (end, _) in pairwise(scale):
        first = -(-max(start, low) // step) * step
        found |= set(range(first, min(end, high + 1), step))
    return found


def _even(low: int, high: int) -> set[int]:
    step = next((step for step in STEPS if (high - low) // step <= MOST), max(high - low, 1))
    return set(range(low, high + 1, step))
