"""Which tracks a question can rule out from the ledger alone; it never rules out an answer."""

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.naming import pooled
from vsa_core.domain.objects import CLASSES, UNNAMED
from vsa_core.domain.ports import Wanted
from vsa_core.domain.track import Structured

EVERYWHERE = 2**64 - 1

Booleans = NDArray[np.bool_]
Integers = NDArray[np.int64]


def first_rows(rows: Structured) -> Integers:
    """Where each chain begins in `rows` (one recording, in the ledger's order). Shape (chains,)."""
    chains = rows["chain"]
    return np.flatnonzero(np.r_[True, chains[1:] != chains[:-1]][: len(chains)])


def kept(rows: Structured, wanted: Wanted) -> Structured:
    """The rows of the chains of one recording that may answer, every piece of each.

    A chain stays when its whole kind is wanted, its whole interval touches
    the window, and a straight line between any two of its foot points could
    touch the cells: an object seen left and then right of a line was on it
    between the two looks. The rectangle of its occupied cells covers those lines.
    """
    starts = first_rows(rows)
    if not len(starts):
        return rows
    lengths = np.diff(np.r_[starts, len(rows)])
    stays = _of_kind(rows, lengths, wanted) & _in_window(rows, starts, wanted)
    if wanted.cells != EVERYWHERE:
        stays &= touches(np.bitwise_or.reduceat(rows["mask"], starts), wanted.cells)
    return rows[np.repeat(stays, lengths)]


def whole_kinds(rows: Structured, lengths: Integers) -> NDArray[np.uint8]:
    """The kind of each chain: the one with the most points, `unnamed` losing ties.

    Among named kinds a tie goes to the lower number; a coarse name and its
    finer ones are one kind, named as `domain.naming` says. lengths: rows of
    each chain, (chains,); result (chains,).
    """
    chain = np.repeat(np.arange(len(lengths)), lengths)
    cell = chain * len(CLASSES) + rows["kind"]
    points = np.bincount(cell, rows["count"], len(lengths) * len(CLASSES))
    ballots = points.reshape(len(lengths), len(CLASSES)).astype(np.float64)
    ballots = pooled(ballots, ballots)[0] * 2
    ballots[:, UNNAMED] -= 1
    kinds: NDArray[np.uint8] = ballots.argmax(axis=1).astype(np.uint8)
    return kinds


def _of_kind(rows: Structured, lengths: Integers, wanted: Wanted) -> Booleans:
    if not wanted.kinds:
        return np.ones(len(lengths), np.bool_)
    return np.isin(whole_kinds(rows, lengths), sorted(wanted.kinds))


def _in_window(rows: Structured, starts: Integers, wanted: Wanted) -> Booleans:
    inside = np.ones(len(starts), np.bool_)
    if wanted.start is not None:
        inside &= np.maximum.reduceat(rows["end"], starts) >= wanted.start
    if wanted.end is not None:
        inside &= np.minimum.reduceat(rows["start"], starts) < wanted.end
    return inside


def touches(masks: NDArray[np.uint64], cells: int) -> Booleans:
    """Whether the rectangle around each mask's cells shares a cell with `cells`. (n,) to (n,)."""
    lines = masks.astype("<u8").view(np.uint8).reshape(-1, 8)  # byte r is row r of the picture
    across = _SPANNED[np.bitwise_or.reduce(lines, axis=1)]
    occupied = lines != 0
    down = np.logical_or.accumulate(occupied, axis=1)
    up = np.logical_or.accumulate(occupied[:, ::-1], axis=1)[:, ::-1]
    wanted = np.array([cells], "<u8").view(np.uint8)
    shared: Booleans = (down & up & ((across[:, None] & wanted) != 0)).any(axis=1)
    return shared


def _span(byte: int) -> int:
    lowest = byte & -byte
    return (1 << byte.bit_length()) - lowest if byte else 0


_SPANNED = np.array([_span(byte) for byte in range(256)], np.uint8)
"""A byte with every bit between its lowest and its highest set."""
