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

SPARED = 0.2
"""Share of a group that must follow its last heavy place for it to be left out: what begins a calm
span is looked at, which costs as much as decoding three pictures."""

HEADERS = 128
"""Bytes added to each packet, so that one that says "as before" differs little from another."""

HEAVY = 0.5
"""Deviations above the lighter groups from which a group is too heavy to be calm. It was set on
rendered films, for people who cross the whole picture in 0.4 to 2 s, under five encodings."""

Weights = NDArray[np.float64]


def even(packets: PacketIndex, groups: Sequence[Span]) -> list[Span]:
    """What of the groups weighs no more than is usual; nothing where too few are given.

    Each group is a span from a key picture to the next on the pts axis; one
    that holds a further key picture is left out. Of one that is too heavy
    somewhere, what follows the last such place is given, from a picture that
    is still to be decoded to the group's end, unless that spares too little.
    The weights are compared picture by picture with those of the NEAR groups
    around: what an encoder's rate control hides in the whole, it does not hide
    in half a second.
    """
    keys = np.flatnonzero(packets.key)
    keys = keys[np.argsort(packets.pts[keys], kind="stable")]
    inside = [(group, _ordinals(packets, keys, group)) for group in groups]
    inside = [(group, packed) for group, packed in inside if packed]
    if len(inside) < ENOUGH:
        return []
    table = _table([_row(packets, packed) for _, packed in inside])
    window = max(1, table.shape[1] // WINDOW)
    excess = _averaged(table - _usual(table), window)
    low, middle = np.quantile(excess, (0.16, 0.5))
    limit = np.quantile(excess.max(axis=1), 0.25) + HEAVY * (middle - low)
    ends = [_end(line > limit, window) for line in excess]
    found = [_after(packets, *one, end) for one, end in zip(inside, ends, strict=True)]
    return [span for span in found if span is not None]


def _ordinals(packets: PacketIndex, keys: NDArray[np.intp], group: Span) -> range:
    """The packets between the two key pictures, in file order; none where it is no single group.

    `keys`: ordinals of the key packets in order of display.
    """
    place = int(np.searchsorted(packets.pts[keys], group.start))
    ends = keys[place : place + 2]
    if packets.pts[ends].tolist() != [group.start, group.end]:
        return range(0)
    return range(int(ends[0]) + 1, int(ends[1]))


def _row(packets: PacketIndex, ordinals: range) -> Weights:
    """(n,) logarithms of the sizes of packets."""
    sizes = np.maximum(packets.size[ordinals.start : ordinals.stop], 0)
    row: Weights = np.log(sizes + np.float64(HEADERS))
    return row


def _end(heavy: NDArray[np.bool_], window: int) -> int:
    """How many packets of a group are to be decoded: up to the end of the last heavy window."""
    places = np.flatnonzero(heavy)
    return int(places[-1]) + window if len(places) else 0


def _after(packets: PacketIndex, group: Span, ordinals: range, end: int) -> Span | None:
    """The group from the last picture of its first `end` packets on; None where little is left.

    Without any, the whole group: it begins with its key picture.
    """
    if end == 0:
        return group
    if len(ordinals) - end < SPARED * len(ordinals):
        return None
    last = int(packets.pts[ordinals.start : ordinals.start + end].max())
    return Span(last, group.end) if last < group.end else None


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
