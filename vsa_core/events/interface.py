"""The one shape of every event kind: a pure rule over whole tracks, with sliders."""

from dataclasses import dataclass
from typing import ClassVar, Protocol

from vsa_core.domain.event import Measure
from vsa_core.domain.geometry import Place
from vsa_core.domain.query import Query
from vsa_core.domain.track import Tracks

ANYWHERE = 2**64 - 1
"""The occupancy mask that rules nothing out."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One slider of a kind: default, inclusive range, and a unit named in `kinds.toml`."""

    name: str
    default: int
    low: int
    high: int
    unit: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a kind found in one track.

    `row`: the track's row in the Tracks; `first` and `last`: point rows of
    the Tracks that frame it, inclusive; `at` and `until`: corrected
    microseconds, interpolated between points where the rule says so;
    `score`: per mille; `rule`: which rule of the kind spoke (a key of
    `kinds.toml`); `measures`: each value beside its threshold; `others`: rows
    of the other tracks that took part, for kinds of several tracks.
    """

    row: int
    first: int
    last: int
    at: int
    until: int
    direction: str
    score: int
    rule: str
    measures: tuple[Measure, ...]
    others: tuple[int, ...] = ()


class EventKind(Protocol):
    """A rule over observations; never asks for a frame, a file or a clock.

    KIND: its name in queries; VERSION: goes into every event, and rises when
    the same observations would give other findings; PLACES: the sorts of place
    that may be asked with it ("line", "zone", "path", "flow", the usual one
    first), "" among them when it may be asked with none; DIRECTIONS: the words
    `query.direction` may hold; PARAMETERS: its sliders; MANY: whether a finding
    is about several tracks together, so that it is judged on all of them.
    """

    KIND: ClassVar[str]
    VERSION: ClassVar[int]
    PLACES: ClassVar[tuple[str, ...]]
    DIRECTIONS: ClassVar[tuple[str, ...]]
    PARAMETERS: ClassVar[tuple[Parameter, ...]]
    MANY: ClassVar[bool]

    def find(self, tracks: Tracks, query: Query) -> list[Finding]:
        """What happened, in order of track row, then time. Raises WrongUsage (EVT-002)."""

    def misses(self, tracks: Tracks, query: Query) -> list[Finding]:
        """What nearly happened: the measures say which threshold was not met, and by how much."""

    def cells(self, place: Place | None) -> int:
        """8 x 8 mask (bit = 8 * row + column) of which every hit has a foot point in a cell."""


def value(query: Query, parameter: Parameter) -> int:
    """The query's setting of that name, or the parameter's default."""
    for setting in query.settings:
        if setting.name == parameter.name:
            return setting.value
    return parameter.default


def per_mille(score: int) -> int:
    """A stored detector score (0 to 255) per mille."""
    return score * 1000 // 255
