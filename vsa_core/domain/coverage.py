"""What was looked at and what was not, and why: every gap has a name."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from vsa_core.domain.moment import Span
from vsa_core.domain.provenance import Canonical


class Level(StrEnum):
    """How closely footage was looked at."""

    SCAN = "scan"  # key frames only
    STANDARD = "standard"  # motion gate, then about five frames a second
    FULL = "full"  # every frame


class Looked(StrEnum):
    """What became of a stretch of time that a question asked about."""

    LOOKED = "looked"
    CALM = "calm"  # judged still by the key pictures at its ends; what lies between was not decoded
    UNDECODABLE = "undecodable"
    NOT_INDEXED = "not_indexed"
    SKIPPED = "skipped"  # by the level chosen
    OUTSIDE_BASIS = "outside_basis"
    OUTSIDE_CLOCK = "outside_clock"  # no clock claim, and the question has a time window
    QUARANTINED = "quarantined"  # it killed its reader twice
    NO_FOOTAGE = "no_footage"  # asked for, and nothing was admitted for it


@dataclass(frozen=True, slots=True)
class Stretch:
    """What became of one stretch of one footage, on its pts axis; written while indexing."""

    span: Span
    looked: Looked
    level: Level | None


@dataclass(frozen=True, slots=True)
class Covered:
    """One stretch of an answer's coverage, on the corrected axis (microseconds).

    `footage` is "" where nothing was admitted. `start` and `end` are relative
    to the first picture when the footage has no clock claim (`claimed` false).
    """

    camera: str
    footage: str
    start: int
    end: int
    looked: Looked
    level: Level | None
    claimed: bool = True

    def fields(self) -> dict[str, Canonical]:
        """The stretch as canonical fields."""
        return {
            "camera": self.camera,
            "footage": self.footage,
            "start_us": self.start,
            "end_us": self.end,
            "looked": self.looked.value,
            "level": self.level.value if self.level else None,
            "claimed": self.claimed,
        }


@dataclass(frozen=True, slots=True)
class Coverage:
    """Everything a question asked about, each stretch with its fate."""

    stretches: tuple[Covered, ...]

    def microseconds(self, looked: Looked) -> int:
        """Total time with that fate, in microseconds."""
        return sum(s.end - s.start for s in self.stretches if s.looked is looked)

    @property
    def asked(self) -> int:
        """Total time asked about, in microseconds."""
        return sum(s.end - s.start for s in self.stretches)

    @property
    def complete(self) -> bool:
        """Whether everything asked about was looked at."""
        return all(s.looked is Looked.LOOKED for s in self.stretches) and bool(self.stretches)


def joined(stretches: Iterable[Covered]) -> Coverage:
    """Coverage with touching stretches of one footage, fate and level merged, in time order."""
    out: list[Covered] = []
    for s in sorted(stretches, key=lambda s: (s.camera, s.footage, s.start, s.end)):
        last = out[-1] if out else None
        if last and last.end == s.start and _alike(last, s):
            out[-1] = Covered(s.camera, s.footage, last.start, s.end, s.looked, s.level, s.claimed)
        elif s.start < s.end:
            out.append(s)
    return Coverage(tuple(out))


def _alike(a: Covered, b: Covered) -> bool:
    return (a.camera, a.footage, a.looked, a.level, a.claimed) == (
        b.camera,
        b.footage,
        b.looked,
        b.level,
        b.claimed,
    )
