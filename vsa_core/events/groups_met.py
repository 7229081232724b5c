"""Groups of tracks that stay together over time, whoever joins them or leaves."""

from dataclasses import dataclass

import numpy as np

from vsa_core.domain.geometry import Zone
from vsa_core.events.anchor import Ints, Paths
from vsa_core.events.instants import Instants, Stretches, following, samples, stretches
from vsa_core.events.nearness import groups, nears


@dataclass(frozen=True, slots=True)
class Met:
    """Gatherings over time, k of them, as columns.

    Members: who, at and whose (n,) path, row of the instants and gathering of
    each member at each instant, in order of gathering, path and time.
    Sizes: of, when, most (m,) gathering, row of the instants and members of
    its largest group then, in order of gathering and time; stays: of these
    rows, one for each gathering. total: (g,) how many are in a group at each
    instant.
    """

    who: Ints
    at: Ints
    whose: Ints
    of: Ints
    when: Ints
    most: Ints
    stays: Stretches
    total: Ints

    def members(self, gathering: int) -> slice:
        """The rows of who, at and whose that belong to a gathering."""
        low, high = np.searchsorted(self.whose, [gathering, gathering + 1]).tolist()
        return slice(low, high)


@dataclass(frozen=True, slots=True)
class Rules:
    """`people` tracks at least, each within `distance` of another; absences in milliseconds."""

    people: int
    distance: int
    absence: int
    shape: float


def met(paths: Paths, asked: Instants, zone: Zone | None, rules: Rules) -> Met:
    """Groups at each instant, followed from one to the next by the members that they share.

    At an instant a group is who is within the distance of another of the
    group (single linkage). Two groups are one gathering when a track is in
    the one and then in the other, with nothing seen between or no more than
    the absence between; gatherings that meet, or part, are one.
    """
    who, at, group = _groups(paths, asked, zone, rules)
    turn = np.lexsort((at, who))
    _, apart = following(who[turn], at[turn], asked, rules.absence)
    linked = np.flatnonzero(~apart)
    named, number = np.unique(group, return_inverse=True)
    chain = number[turn]
    whole = groups(len(named), chain[linked], chain[linked + 1])
    _, gathering = np.unique(whole, return_inverse=True)
    whose = gathering[number]
    of, when, most = _sizes(group, at, whose)
    stays = stretches(of, when, asked, _FOREVER)
    order = np.lexsort((at, who, whose))
    total = np.bincount(at, minlength=len(asked.times)).astype(np.int64)
    return Met(who[order], at[order], whose[order], of, when, most, stays, total)


_FOREVER = 2**40
"""Milliseconds: a gathering is already one whole, whatever its interruptions."""


def _groups(
    paths: Paths, asked: Instants, zone: Zone | None, rules: Rules
) -> tuple[Ints, Ints, Ints]:
    """Path, instant and group of everybody in a group of enough people."""
    found = [(np.zeros(0, np.int64),) * 3]
    before = 0
    for seen in samples(paths, asked, zone):
        near = nears(seen, rules.distance, rules.shape)
        n = len(seen.path)
        group = groups(n, near.one, near.other)
        enough = np.bincount(group, minlength=n)[group] >= rules.people
        found.append((seen.path[enough], seen.instant[enough], group[enough] + before))
        before += n
    who, at, group = (np.concatenate(columns) for columns in zip(*found, strict=True))
    return who, at, group


def _sizes(group: Ints, at: Ints, whose: Ints) -> tuple[Ints, Ints, Ints]:
    """Gathering, instant and size of the largest group of each gathering at each instant."""
    _, first, sizes = np.unique(group, return_index=True, return_counts=True)
    of, when = whose[first], at[first]
    order = np.lexsort((-sizes, when, of))
    of, when, sizes = of[order], when[order], sizes[order]
    new = np.ones(len(of), np.bool_)
    new[1:] = (of[1:] != of[:-1]) | (when[1:] != when[:-1])
    return of[new], when[new], sizes[new].astype(np.int64)
