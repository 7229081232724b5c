"""Found events against seen ones: matched one to one, counted, every miss and false alarm named."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vsa_core.domain.event import Hit, Stamp
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.validation.truth import Expected


@dataclass(frozen=True, slots=True)
class Found:
    """A hit on the clip's own time axis, in microseconds since the first picture.

    `directions` holds the kind's own word and, for a line, the word of the
    picture (up, down, left, right).
    """

    name: str
    at: int
    until: int
    directions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """A seen event and the hit that answers it; errors in microseconds, found minus seen.

    `end_error` is None where the truth tells no end.
    """

    seen: Expected
    found: Found
    error: int
    end_error: int | None


@dataclass(frozen=True, slots=True)
class Score:
    """How well one question was answered; `looked` is the time looked at, in microseconds."""

    matches: tuple[Match, ...]
    missed: tuple[Expected, ...]
    false_alarms: tuple[Found, ...]
    looked: int

    @property
    def seen(self) -> int:
        """How many events there truly were."""
        return len(self.matches) + len(self.missed)

    @property
    def mean_error(self) -> float | None:
        """Mean distance in time of the matches, in microseconds; None without a match."""
        return _mean([abs(match.error) for match in self.matches])

    @property
    def largest_error(self) -> int | None:
        """Largest distance in time of the matches, in microseconds; None without a match."""
        return max((abs(match.error) for match in self.matches), default=None)

    @property
    def ended(self) -> int:
        """How many matches are of events whose end was told."""
        return len(self._end_errors)

    @property
    def mean_end_error(self) -> float | None:
        """Mean distance in time of the ends, over those matches; None without one."""
        return _mean(self._end_errors)

    @property
    def _end_errors(self) -> list[int]:
        return [abs(m.end_error) for m in self.matches if m.end_error is not None]


def score(seen: Sequence[Expected], found: Sequence[Found], tolerance: int, looked: int) -> Score:
    """Match hits to seen events one to one: as many as can be, then as close in time as can be.

    A hit may answer an event whose beginning is at most `tolerance`
    microseconds away and whose direction, where told, is one of its own.
    """
    pairs = _assigned(seen, found, tolerance)
    matches = tuple(_match(seen[i], found[j]) for i, j in pairs)
    answered, used = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = tuple(event for i, event in enumerate(seen) if i not in answered)
    alarms = tuple(hit for j, hit in enumerate(found) if j not in used)
    return Score(matches, missed, alarms, looked)


def found_of(hit: Hit, footage: Footage) -> Found:
    """A hit of that footage. Raises ValueError for a hit of another one, or without pictures."""
    event = hit.event
    words = {event.direction} if event.direction else set()
    moving = [m.name for m in event.measures if m.name.startswith("moving_")]
    words |= {name.removeprefix("moving_") for name in moving}
    at, until = _elapsed(event.start, footage), _elapsed(event.end, footage)
    return Found(hit.name, at, until, frozenset(words))


def _elapsed(stamp: Stamp, footage: Footage) -> int:
    if footage.stream is None or stamp.footage != footage.digest:
        raise ValueError(f"the hit is not of footage {footage.digest}")
    ticks = stamp.pts - footage.stream.span.start
    return int((ticks * stamp.time_base * MICROSECONDS).__floor__())


def _assigned(
    seen: Sequence[Expected], found: Sequence[Found], tolerance: int
) -> list[tuple[int, int]]:
    """Optimal assignment: an impossible pair costs more than all possible ones together."""
    if not seen or not found:
        return []
    from scipy.optimize import linear_sum_assignment  # slow to import: not before a window shows

    begins = np.array([event.at for event in seen], np.int64)
    hits = np.array([hit.at for hit in found], np.int64)
    distance = np.abs(begins[:, None] - hits[None, :])
    fits = np.array([[_fits(event, hit) for hit in found] for event in seen], np.bool_)
    possible = fits & (distance <= tolerance)
    beyond = float(tolerance + 1) * (min(len(seen), len(found)) + 1)
    rows, columns = linear_sum_assignment(np.where(possible, distance, beyond))
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return [(i, j) for i, j in pairs if possible[i, j]]


def _fits(event: Expected, hit: Found) -> bool:
    return not event.direction or event.direction in hit.directions


def _match(seen: Expected, found: Found) -> Match:
    end_error = None if seen.end is None else found.until - seen.end
    return Match(seen, found, found.at - seen.at, end_error)


def _mean(values: list[int]) -> float | None:
    return sum(values) / len(values) if values else None
