"""Times of many points at once on the corrected axis, to the same microsecond as Footage."""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import MICROSECONDS

Integers = NDArray[np.int64]
_ROOM = 2**62


def corrected(footage: Footage, pts: Integers) -> Integers:
    """`footage.corrected` of each pts: shape (n,) ticks to (n,) microseconds.

    Raises ValueError for footage without pictures.
    """
    if footage.stream is None:
        raise ValueError("footage without pictures has no time axis")
    start = footage.stream.span.start
    return footage.corrected(start) + microseconds(pts - start, footage.stream.time_base)


def microseconds(ticks: Integers, time_base: Fraction) -> Integers:
    """Ticks of `time_base` seconds in microseconds, floored exactly. Shape: (n,) to (n,)."""
    ratio = time_base * MICROSECONDS
    whole, rest = np.divmod(ticks, ratio.denominator)
    if ratio.numerator * ratio.denominator < _ROOM:
        result: Integers = whole * ratio.numerator + rest * ratio.numerator // ratio.denominator
        return result
    exact = [(int(tick) * ratio).__floor__() for tick in ticks]
    return np.array(exact, np.int64)
