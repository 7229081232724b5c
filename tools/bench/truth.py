"""Who crossed which line and entered which zone, and when: by the walks alone."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from tools.bench.film import RATE
from tools.bench.walks import HEIGHT, WIDTH, Walk
from vsa_core.bench.places import Happened
from vsa_core.domain.geometry import UNITS, Line, Place, Zone, along, inside, side

Floats = NDArray[np.float64]


def happened(cast: Iterable[Walk], places: Sequence[Place]) -> tuple[Happened, ...]:
    """Every crossing of the lines, and every entry to the zones that begins outside of it.

    The foot is looked at 25 times a second, in frame units; the instant is the
    first picture on the other side.
    """
    found = [
        Happened(number, word, at)
        for one in cast
        for number, place in enumerate(places)
        for word, at in _events(one, place)
    ]
    return tuple(sorted(found, key=lambda event: (event.at, event.place)))


def _events(one: Walk, place: Place) -> list[tuple[str, int]]:
    seconds = np.arange(np.ceil(one.begin * RATE), np.floor(one.end * RATE) + 1) / RATE
    x, y = _foot(one, seconds)
    if isinstance(place, Line):
        right = side(place, x, y) > 0
        within = (along(place, x, y) >= 0) & (along(place, x, y) <= 1)
        turns = np.flatnonzero((right[1:] != right[:-1]) & within[1:]) + 1
        words = ["to_right" if right[turn] else "to_left" for turn in turns.tolist()]
    elif isinstance(place, Zone):
        inner = inside(place, x, y) & (x >= 0) & (x <= UNITS)
        turns = np.flatnonzero(inner[1:] & ~inner[:-1]) + 1
        words = ["enter"] * len(turns)
    else:
        raise TypeError(place)
    return list(zip(words, (seconds[turns] * 1_000_000).astype(int).tolist(), strict=True))


def _foot(one: Walk, seconds: Floats) -> tuple[Floats, Floats]:
    share = (seconds - one.begin) / (one.end - one.begin)
    (x0, y0), (x1, y1) = one.start, one.stop
    x = (x0 + share * (x1 - x0)) * UNITS / WIDTH
    y = (y0 + share * (y1 - y0)) * UNITS / HEIGHT
    return x, y
