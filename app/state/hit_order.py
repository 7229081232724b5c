"""In which order hits are listed, and which of them, by what was decided."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from enum import StrEnum

from vsa_core.domain.event import Hit
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.domain.verdict import Verdict

Verdicts = Callable[[str], Verdict | None]
"""What was decided on a hit, by its name; None while it is still to verify."""

Place = tuple[int, bool, int, str, str, int, str]
"""What hits are sorted by; no two hits have the same."""


class Order(StrEnum):
    """What the list is sorted by."""

    TIME = "time"
    SCORE = "score"


class Sieve(StrEnum):
    """Which hits are listed."""

    ALL = "all"
    TO_VERIFY = "to_verify"
    MATCHED = "matched"
    REJECTED = "rejected"
    DOUBTFUL = "doubtful"

    def keeps(self, verdict: Verdict | None) -> bool:
        """Whether a hit with that verdict is listed."""
        return self is Sieve.ALL or self is sieve_of(verdict)


_SIEVES = {
    Verdict.MATCH: Sieve.MATCHED,
    Verdict.REJECT: Sieve.REJECTED,
    Verdict.DOUBT: Sieve.DOUBTFUL,
}


def sieve_of(verdict: Verdict | None) -> Sieve:
    """The sieve, other than ALL, that lists hits with that verdict."""
    if verdict is None:
        return Sieve.TO_VERIFY
    return _SIEVES[verdict]


def place(hit: Hit, order: Order) -> Place:
    """Where a hit stands: by time, or by score with the highest first, then by time.

    Hits without a clock claim come after all others of their score, by camera and file.
    """
    event, start = hit.event, hit.event.start
    base = start.time_base
    since = start.pts * base.numerator * MICROSECONDS // base.denominator
    first = -event.score if order is Order.SCORE else 0
    unclaimed = start.corrected is None
    return first, unclaimed, start.corrected or 0, event.camera, start.footage, since, hit.name


def arranged(
    hits: Iterable[Hit], order: Order, sieve: Sieve, verdict: Verdicts
) -> tuple[tuple[Place, Hit], ...]:
    """The hits that the sieve keeps, in order, each with its place."""
    kept = ((place(hit, order), hit) for hit in hits if sieve.keeps(verdict(hit.name)))
    return tuple(sorted(kept, key=lambda placed: placed[0]))


def same(hit: Hit, hits: Iterable[Hit]) -> Hit | None:
    """The hit of the same track and file that begins nearest; a threshold gives it another name."""
    event = hit.event
    of_track = [
        one
        for one in hits
        if (one.event.recording, one.event.track) == (event.recording, event.track)
        and one.event.start.footage == event.start.footage
    ]
    return min(of_track, key=lambda one: abs(one.event.start.pts - event.start.pts), default=None)


def counted(total: int, decided: Collection[Verdict]) -> dict[Sieve, int]:
    """How many hits each sieve keeps, of `total` of which some are decided."""
    of = Counter(map(sieve_of, decided))
    counts = {sieve: of[sieve] for sieve in Sieve}
    return {**counts, Sieve.ALL: total, Sieve.TO_VERIFY: total - len(decided)}
