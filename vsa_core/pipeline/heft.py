"""What passes between two key pictures makes packets heavier: groups are weighed, not decoded."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.footage import PacketIndex
from vsa_core.domain.moment import Span

ENOUGH = 8
"""Groups below which nothing is known of what a group usually weighs."""

NEAR = 16
"""Groups, the nearest in time, with which each is compared: encoders drift."""

WINDOW = 3
"""What is weighed together is one part in so many of a group: two thirds of a second of two."""

HEADERS = 128
"""Bytes added to each packet, so that one that says "as before" differs little from another."""

HEAVY = 0.5
"""Deviations above the lighter groups from which a group is too heavy to be calm. It was set on
rendered films, for people who cross the whole picture in 0.4 to 2 s, under five encodings."""

Weights = NDArray[np.float64]


def even(packets: PacketIndex, groups: Sequence[Span]) -> list[Span]:
    """Those of the groups whose packets weigh no more than is usual; none where too few are given.

    Each group is a span from a key picture to the next on the pts axis; one
    that holds a further key picture is left out. The weights are compared
    picture by picture with those of the NEAR groups around: what an encoder's
    rate control hides in the whole, it does not hide in half a second.
    """
    keys = np.flatnonzero(packets.key)
    keys = keys[np.argsort(packets.pts[keys], kind="stable")]
    rows = [(group, row) for group in groups if len(row := _row(packets, keys, group))]
    if len(rows) < ENOUGH:
        return []
    table = _table([row for _, row in rows])
    excess = _averaged(table - _usual(table), max(1, table.shape[1] // WINDOW))
    most = excess.max(axis=1)
    low, middle = np.quantile(excess, (0.16, 0.5))
    limit = np.quantile(most, 0.25) + HEAVY * (middle - low)
    return [group for (group, _), one in zip(rows, most.tolist(), strict=True) if one <= limit]


def _row(packets: PacketIndex, keys: NDArray[np.intp], group: Span) -> Weights:
    """(n,) logarithms of the sizes of the packets between the two key pictures, in file order.

    `keys`: ordinals of the key packets in order of display. None of them where
    the group is no single one.
    """
    place = int(np.searchsorted(packets.pts[keys], group.start))
    ends = keys[place : place + 2]
    if packets.pts[ends].tolist() != [group.start, group.end]:
        return np.zeros(0)
    sizes = np.maximum(packets.size[ends[0] + 1 : ends[1]], 0)
    row: Weights = np.log(sizes + np.float64(HEADERS))
    return row


def _table(rows: Sequence[Weights]) -> Weights:
    """(groups, pictures) the rows under each other; a shorter one is filled with its median."""
    table = np.empty((len(rows), max(len(row) for row in rows)))
    for line, row in zip(table, rows, strict=True):
        line[: len(row)] = row
        line[len(row) :] = np.median(row)
    return table


def _usual(table: Weights) -> Weights:
    """(groups, pictures) the median of the NEAR other groups around each."""
    numbers = np.arange(len(table))
    usual = np.empty_like(table)
    for number in numbers:
        others = np.delete(numbers, number)
        around = others[np.argsort(np.abs(others - number), kind="stable")[:NEAR]]
        usual[number] = np.median(table[around], axis=0)
    return usual


def _averaged(table: Weights, window: int) -> Weights:
    """(groups, pictures - window + 1) means of so many neighbours in each row."""
    sums = np.cumsum(np.pad(table, ((0, 0), (1, 0))), axis=1)
    mean: Weights = (sums[:, window:] - sums[:, :-window]) / window
    return mean
