"""How much of a track is of the colours asked, as far as its two kept names tell."""

import numpy as np

from vsa_core.domain.filters import Colours
from vsa_core.domain.objects import COLOURS, PERSON
from vsa_core.domain.track import Tracks
from vsa_core.events.anchor import Floats, Ints

UNKNOWN = COLOURS.index("unknown")

NONE = -1
"""The measure of a track that has no such part, or nothing to measure it by."""


def shares(tracks: Tracks, rows: Ints, asked: Colours) -> Ints:
    """(n,) share of the part asked that bears one of the colours, per mille; NONE without the part.

    A person has an upper and a lower part, everything else is one whole (the
    mean of both halves where what has no name was read in halves). Where
    light or camera gave no colour the whole part is "unknown", and it is no
    share of any other colour.
    """
    persons = tracks.kind[rows] == PERSON
    numbers = np.array([COLOURS.index(name) for name in asked.names], np.int64)
    upper, lower = (_half(tracks, rows, half, numbers) for half in (0, 1))
    whole = (upper + lower) / 2
    by_part = {
        "any": (np.where(persons, np.maximum(upper, lower), whole), np.ones_like(persons)),
        "upper": (upper, persons),
        "lower": (lower, persons),
        "whole": (whole, ~persons),
    }
    share, has = by_part[asked.where]
    told: Ints = np.where(has, np.floor(share), NONE).astype(np.int64)
    return told


def _half(tracks: Tracks, rows: Ints, half: int, numbers: Ints) -> Floats:
    """(n,) share of one half, per mille, from the columns of `TRACK.colours`."""
    columns = tracks.colours[rows, 4 * half : 4 * half + 4]
    names, parts = columns[:, 0::2], columns[:, 1::2].astype(np.float64)
    blind = names[:, 0] == UNKNOWN
    wanted = np.isin(names, numbers[numbers != UNKNOWN])
    known = (parts * wanted).sum(axis=1) * 1000 / 255
    return np.where(blind, 1000.0 if UNKNOWN in numbers else 0.0, known)
