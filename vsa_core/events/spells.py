"""Spells of points on one clock, and the extremes of a column over windows of time in them."""

from dataclasses import dataclass

import numpy as np

from vsa_core.events.anchor import Floats, Ints


@dataclass(frozen=True, slots=True)
class Spells:
    """Points of m rows in n spells, each of at least one point.

    starts: (n + 1,) spell i owns points `starts[i]` to `starts[i + 1]`;
    clock: (m,) microseconds, never falling, and between one spell and the
    next more than the longest window that is asked: no window holds points
    of two spells.
    """

    starts: Ints
    clock: Ints

    @property
    def owner(self) -> Ints:
        """(m,) which spell each point belongs to."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))

    def back(self, span: int) -> Ints:
        """(m,) the earliest point at most `span` microseconds before each point."""
        return np.searchsorted(self.clock, self.clock - span, "left").astype(np.int64)

    def ahead(self, span: int) -> Ints:
        """(m,) the latest point at most `span` microseconds after each point."""
        return np.searchsorted(self.clock, self.clock + span, "right").astype(np.int64) - 1

    def windows(self, span: int) -> tuple[Ints, Ints]:
        """First and last points of the windows of at least `span` microseconds, as short as can be.

        One begins, and one ends, at each point that has room for it: those
        that begin come first. Every longer window is covered by windows
        within it. `span` is above 0.
        """
        point, spell = np.arange(len(self.clock)), self.owner
        end = np.searchsorted(self.clock, self.clock + span, "left")
        begin = np.searchsorted(self.clock, self.clock - span, "right") - 1
        has_end = end < self.starts[spell + 1]
        has_begin = begin >= self.starts[spell]
        first = np.concatenate([point[has_end], begin[has_begin]])
        last = np.concatenate([end[has_end], point[has_begin]])
        return first.astype(np.int64), last.astype(np.int64)


def on_one_clock(t: Ints, starts: Ints, longest: int) -> Spells:
    """The spells `starts` of points at `t` (m,) microseconds, for windows up to `longest`."""
    steps = np.diff(t, prepend=t[:1])
    steps[starts[:-1]] = longest + 1
    return Spells(starts, np.cumsum(steps, dtype=np.int64))


def parted(t: Ints, starts: Ints, gap: int) -> Ints:
    """The spells `starts`, cut wherever two points lie more than `gap` microseconds apart."""
    apart = np.flatnonzero(np.diff(t) > gap) + 1
    parts: Ints = np.union1d(starts, apart).astype(np.int64)
    return parts


def lowest(values: Floats, first: Ints, last: Ints) -> Floats:
    """(n,) the smallest of `values` (m,) from point `first` to point `last`, both (n,), inclusive.

    By sparse table (Bender and Farach-Colton, 2000): time and memory hardly
    depend on how long the windows are.
    """
    result = np.empty(len(first), np.float64)
    level = np.frexp((last - first + 1).astype(np.float64))[1] - 1
    for height in range(int(level.max(initial=-1)) + 1):
        asked = np.flatnonzero(level == height)
        wide = 1 << height
        result[asked] = np.minimum(values[first[asked]], values[last[asked] - wide + 1])
        values = np.minimum(values[:-wide], values[wide:])
    return result


def highest(values: Floats, first: Ints, last: Ints) -> Floats:
    """(n,) the largest of `values` (m,), from `first` to `last` as in `lowest`."""
    return -lowest(-values, first, last)
