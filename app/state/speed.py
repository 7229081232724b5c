"""How fast a film runs: the rates on offer, what J and L make of them, what is skipped."""

from fractions import Fraction

from vsa_core.domain.footage import JOIN_GAP
from vsa_core.domain.moment import MICROSECONDS, Window

RATES = tuple(Fraction(rate) for rate in ("-8", "-4", "-2", "-1", "1/4", "1/2", "1", "2", "4", "8"))
"""Rates on offer; 1 is real time, below 0 runs backwards."""

STILL = Fraction(0)

PAUSE = MICROSECONDS
"""Real time for which a pause of the recording is shown while playing, before it is skipped."""


def shuttled(rate: Fraction, way: int) -> Fraction:
    """The rate after one press of L (`way` +1) or J (-1) while running at `rate`, 0 standing still.

    The same way again is faster, up to the fastest; the other way begins at
    real time.
    """
    if rate * way < 1:
        return Fraction(way)
    return max(min(rate * 2, RATES[-1]), RATES[0])


def skipped(pause: Window, at: int, rate: Fraction) -> int:
    """Where to run on from at `at` in a pause: no more than PAUSE is left of it from there."""
    most = (PAUSE * abs(rate)).__floor__()
    return max(at, pause.end - most) if rate > 0 else min(at, pause.start + most)


def is_long(pause: Window) -> bool:
    """Whether a pause is worth a word: shorter ones lie within one recording."""
    return pause.end - pause.start > JOIN_GAP * MICROSECONDS
