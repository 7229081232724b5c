"""Sightings to trails by overlap in two stages, sure sightings first, timed from pts.

The idea of ByteTrack (Zhang et al., ECCV 2022): what is left of the tracks
after the sure sightings may be continued by the weak ones. Everything is in
seconds and in sizes of the box, so footage of any rate is followed alike.
"""

from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.ports import Trail
from vsa_core.domain.track import Sightings
from vsa_core.vision.association import Affinity, Crowd, assigned, costs, lonely, overlaps
from vsa_core.vision.kalman import Motion, centred
from vsa_core.vision.pieces import Diary, SliceClock
from vsa_core.vision.roster import Roster
from vsa_core.vision.trails import Finish, finished
from vsa_core.vision.voting import GROUPS

Rows = NDArray[np.intp]

_NOBODY = -1
_JUST_NOW = 1.01
"""Seen in the frame before, in steps: the slack is for the rounding of seconds."""


@dataclass(frozen=True, slots=True)
class TwoStageSettings:
    """Parameters of the tracker, in seconds and sizes (square root of a box's area).

    sure: score that opens and continues a track; weak: score that continues
    one; limit, weak_limit: dearest association of each stage (Affinity's
    unit; 1 - overlap for weak ones); confirm: sightings after which a track
    goes before newcomers; memory, trial: seconds that a confirmed track and a
    newcomer are remembered unseen; leap: sizes a second that something new may
    move, at most `farthest` sizes at once; keep: weight of the known look when
    a new one is seen.
    """

    sure: float = 0.4
    weak: float = 0.1
    limit: float = 0.85
    weak_limit: float = 0.5
    confirm: int = 3
    memory: float = 2.0
    trial: float = 0.2
    leap: float = 8.0
    farthest: float = 3.0
    keep: float = 0.85
    motion: Motion = field(default_factory=Motion)
    affinity: Affinity = field(default_factory=Affinity)
    finish: Finish = field(default_factory=Finish)


DEFAULT = TwoStageSettings()


@dataclass(slots=True)
class _Seen:
    """The sightings of one frame being handed out: `owner` is the track's row, or -1."""

    crowd: Crowd
    scores: NDArray[np.float32]
    owner: Rows

    def free(self, low: float, high: float = np.inf) -> Rows:
        """Rows with low <= score < high that nobody owns yet."""
        chosen = (self.owner == _NOBODY) & (self.scores >= low) & (self.scores < high)
        return np.flatnonzero(chosen)


class TwoStageTracker:
    """The Tracker of the house for one slice; deterministic; appearance is optional.

    Every followed sighting has its number at once; a number whose track turns
    out to be noise, or the later piece of another, has no trail of its own.
    """

    def __init__(
        self, time_base: Fraction, size: tuple[int, int], settings: TwoStageSettings = DEFAULT
    ) -> None:
        self._how = settings
        self._clock = SliceClock(time_base)
        self._diary = Diary()
        self._roster = Roster(settings.motion, settings.keep)

    @property
    def name(self) -> str:
        """Name and version, for the pedigree."""
        return "twostage 1"

    def update(
        self, pts: int, sightings: Sightings, features: NDArray[np.float32] | None
    ) -> NDArray[np.int64]:
        """Take the sightings of one frame; (n,) track number of each, -1 when too weak to follow.

        ValueError when `pts` does not increase, or when appearance comes in
        one frame and not in another.
        """
        step = self._clock.tick(pts)
        self._roster.boxes.advance(step)
        crowd = Crowd(centred(sightings.boxes), GROUPS[sightings.kinds], features)
        owner = np.full(len(sightings), _NOBODY, np.intp)
        seen = _Seen(crowd, sightings.scores, owner)
        numbers = np.full(len(sightings), _NOBODY, np.int64)
        if len(sightings):
            self._hand_out(seen, step)
            self._take_in(seen)
            owned = owner >= 0
            numbers[owned] = self._roster.number[owner[owned]]
            self._diary.note(pts, numbers, sightings, features)
        self._forget(step)
        return numbers

    def finish(self) -> list[Trail]:
        """All trails of the slice in order of number; the numbers are among those `update` gave."""
        return finished(self._diary.pieces(), self._clock, self._how.finish)

    def _hand_out(self, seen: _Seen, step: float) -> None:
        how, roster = self._how, self._roster
        if not len(roster):
            return
        confirmed = roster.hits >= how.confirm
        just_now = self._clock.now - roster.last <= step * _JUST_NOW
        self._by_likeness(seen, np.flatnonzero(confirmed))
        waiting = self._waiting(seen, confirmed & just_now)
        self._by_overlap(seen, waiting)
        self._by_likeness(seen, np.flatnonzero(~confirmed))
        fresh = self._waiting(seen, (roster.hits == 1) & just_now)
        self._by_leap(seen, fresh, min(how.leap * step, how.farthest))

    def _waiting(self, seen: _Seen, among: NDArray[np.bool_]) -> Rows:
        """Rows of the roster `among` those that own no sighting yet."""
        waiting = among.copy()
        waiting[seen.owner[seen.owner >= 0]] = False
        return np.flatnonzero(waiting)

    def _by_likeness(self, seen: _Seen, rows: Rows) -> None:
        free = seen.free(self._how.sure)
        if len(rows) and len(free):
            known = self._roster.crowd.only(rows)
            cost = costs(known, seen.crowd.only(free), seen.scores[free], self._how.affinity)
            ours, theirs = assigned(cost, self._how.limit)
            seen.owner[free[theirs]] = rows[ours]

    def _by_overlap(self, seen: _Seen, rows: Rows) -> None:
        free = seen.free(self._how.weak, self._how.sure)
        if len(rows) and len(free):
            places = self._roster.boxes.place[rows]
            cost = 1.0 - overlaps(places, seen.crowd.places[free], self._how.affinity.margin)
            ours, theirs = assigned(cost, self._how.weak_limit)
            seen.owner[free[theirs]] = rows[ours]

    def _by_leap(self, seen: _Seen, rows: Rows, reach: float) -> None:
        free = seen.free(self._how.sure)
        if len(rows) and len(free):
            ours, theirs = lonely(self._roster.crowd.only(rows), seen.crowd.only(free), reach)
            seen.owner[free[theirs]] = rows[ours]

    def _take_in(self, seen: _Seen) -> None:
        now = self._clock.now
        owned = np.flatnonzero(seen.owner >= 0)
        if len(owned):
            self._roster.take(seen.owner[owned], seen.crowd.only(owned), now)
        new = seen.free(self._how.sure)
        if len(new):
            seen.owner[new] = self._roster.add(seen.crowd.only(new), now)

    def _forget(self, step: float) -> None:
        """Drop what was unseen too long; a newcomer is given at least two steps."""
        how, roster = self._how, self._roster
        trial = min(max(how.trial, 2 * step), how.memory)
        memory = np.where(roster.hits >= how.confirm, how.memory, trial)
        roster.forget(self._clock.now - roster.last <= memory)
