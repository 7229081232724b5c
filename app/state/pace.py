"""How long the rest takes, judged by the last minutes of the work itself."""

from collections import deque
from fractions import Fraction

WINDOW = 180_000
"""Milliseconds of work that are looked back upon."""

SPACING = 500
ENOUGH = 8_000
FEWEST = 8
"""Samples at least SPACING apart; nothing is said before FEWEST of them span ENOUGH."""


class Pace:
    """Hears how much was done when, both in milliseconds of their own clocks.

    The rate is the median over pairs of samples a quarter of all apart: steps
    are averaged, and one jump (a file given up) moves nothing.
    """

    def __init__(self) -> None:
        self._samples: deque[tuple[int, int]] = deque()

    def heard(self, at: int, done: int) -> None:
        """After `at` milliseconds of work, pauses left out, `done` was done."""
        if self._samples and at - self._samples[-1][0] < SPACING:
            return
        self._samples.append((at, done))
        while at - self._samples[0][0] > WINDOW:
            self._samples.popleft()

    def remaining(self, left: int) -> int | None:
        """Milliseconds of work until `left` is done too, rounded up; None when nobody can say."""
        rate = self._rate()
        return (max(left, 0) / rate).__ceil__() if rate else None

    def _rate(self) -> Fraction:
        """Done per millisecond of work; 0 when it is not known, or nothing moves."""
        known = list(self._samples)
        if len(known) < FEWEST or known[-1][0] - known[0][0] < ENOUGH:
            return Fraction(0)
        apart = len(known) // 4
        pairs = zip(known[:-apart], known[apart:], strict=True)
        rates = sorted(Fraction(b[1] - a[1], b[0] - a[0]) for a, b in pairs)
        return max(rates[len(rates) // 2], Fraction(0))
