"""What part of time is on the screen: zoomed at an instant, panned, fitted, cut into columns."""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.moment import Window

CLOSEST = 50_000
"""The shortest stretch that fills the screen, in microseconds."""

EARLIEST = -2_208_988_800_000_000
LATEST = 7_258_118_400_000_000
"""1900 and 2200 in microseconds since 1970: further, a calendar is of no use to anybody."""

MARGIN = 50
"""A fitted stretch leaves one part in this many free at each end."""


def columns(window: Window, count: int) -> NDArray[np.int64]:
    """(count + 1,) instants that cut the window into columns, each half-open, none lost between.

    Column i holds the instants from edge i up to edge i + 1, excluded.
    """
    whole, rest = divmod(window.end - window.start, count)
    number = np.arange(count + 1, dtype=np.int64)
    return window.start + number * whole + (number * rest + count - 1) // count


def position(window: Window, at: int, width: float) -> float:
    """How far from the left an instant lies, over a width in pixels; beyond it when outside."""
    return (at - window.start) / (window.end - window.start) * width


def instant(window: Window, x: float, width: float) -> int:
    """The instant at a distance from the left, to the microsecond below."""
    span = window.end - window.start
    return window.start + (Fraction(x) * span / Fraction(max(width, 1.0))).__floor__()


def zoomed(window: Window, at: int, factor: float, limits: Window) -> Window:
    """Show `factor` times less around `at`, which stays where it is on the screen.

    Its place moves by at most half a microsecond. Nothing closer than
    CLOSEST; nothing wider than the limits and a tenth.
    """
    span = window.end - window.start
    widest = max((limits.end - limits.start) * 11 // 10, CLOSEST)
    new = min(max(round(span / Fraction(factor)), CLOSEST), widest)
    start = at - _rounded((at - window.start) * new, span)
    return within_calendar(start, new)


def panned(window: Window, by: int, limits: Window) -> Window:
    """Move by that many microseconds; the middle of the screen stays within the limits."""
    span = window.end - window.start
    middle = window.start + span // 2
    low = min(limits.start, middle) - middle
    high = max(limits.end, middle) - middle
    return within_calendar(window.start + min(max(by, low), high), span)


def centred(window: Window, at: int) -> Window:
    """The same length with `at` in the middle."""
    span = window.end - window.start
    return within_calendar(at - span // 2, span)


def fitted(window: Window) -> Window:
    """The whole of it with a little air at both ends."""
    air = (window.end - window.start) // MARGIN
    start, span = window.start - air, window.end - window.start + 2 * air
    if span < CLOSEST:
        start, span = start - (CLOSEST - span) // 2, CLOSEST
    return within_calendar(start, span)


def within_calendar(start: int, span: int) -> Window:
    """A window of that length, moved into the calendar when it does not lie there."""
    span = min(span, LATEST - EARLIEST)
    start = min(max(start, EARLIEST), LATEST - span)
    return Window(start, start + span)


def hull(*windows: Window | None) -> Window | None:
    """The shortest window that holds them all, None when there is none."""
    some = [window for window in windows if window is not None]
    if not some:
        return None
    return Window(min(w.start for w in some), max(w.end for w in some))


def _rounded(value: int, by: int) -> int:
    return (2 * value + by) // (2 * by)
