"""The judgement of an admitted file, from what walking its packets told; it reads nothing."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.footage import FootageState, Gap, PacketIndex, Stream
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Walked

SOUND = "SRC-000"
NO_TIMES = "SRC-007"
ENCRYPTED = "SRC-015"
NO_PICTURE_STREAM = "SRC-016"
NO_PICTURE = "SRC-017"
TOO_LARGE = "SRC-018"
PAUSE = "SRC-023"
REPAIRED = "SRC-024"
CUT_SHORT = "SRC-028"
SKIPPED = "SRC-033"

DAMAGING = ("SRC-025", "SRC-027", CUT_SHORT, "SRC-021", "SRC-029")
"""Findings of the walk that leave pictures but lose some, the gravest first."""

REMARKS = ("SRC-030", "SRC-031")
"""Findings that take nothing away from the pictures read."""

MAX_WIDTH, MAX_HEIGHT = 8192, 4320
PAUSE_SECONDS = 1
PAUSE_STEPS = 5
"""A pause longer than one second and than five usual steps is a gap."""

_NOT_SHOWN = np.iinfo(np.int64).min
_UNEVEN_SHARE = 0.02

STATE_OF = {
    ENCRYPTED: FootageState.ENCRYPTED,
    NO_PICTURE_STREAM: FootageState.NO_PICTURE,
    NO_PICTURE: FootageState.NO_PICTURE,
    CUT_SHORT: FootageState.NO_PICTURE,
}
"""Final state of a file that gives no picture, by its reason; UNREADABLE for all other reasons."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The final state, its reason (SRC-…), the stream when there are pictures, and the gaps."""

    state: FootageState
    reason: str
    stream: Stream | None
    gaps: tuple[Gap, ...]


def without_pictures(reason: str) -> Judged:
    """The judgement of a file from which nothing can be seen, for that reason."""
    return Judged(STATE_OF.get(reason, FootageState.UNREADABLE), reason, None, ())


def judge(walked: Walked) -> Judged:
    """Give a walked file its final state; pure."""
    if (reason := _hopeless(walked)) is not None:
        return without_pictures(reason)
    shown = walked.packets.pts != _NOT_SHOWN
    times = np.sort(walked.packets.pts[shown])
    gaps = _pauses(times, walked)
    state, reason = _state(walked, gaps)
    return Judged(state, reason, _stream(walked, times), gaps)


def _hopeless(walked: Walked) -> str | None:
    if walked.width > MAX_WIDTH or walked.height > MAX_WIDTH:
        return TOO_LARGE
    if walked.width * walked.height > MAX_WIDTH * MAX_HEIGHT:
        return TOO_LARGE
    if walked.trial and (walked.packets.pts != _NOT_SHOWN).any():
        return None
    if walked.encrypted:
        return ENCRYPTED
    cut = not len(walked.packets.pts) and CUT_SHORT in walked.faults
    return CUT_SHORT if cut else NO_PICTURE


def _state(walked: Walked, gaps: tuple[Gap, ...]) -> tuple[FootageState, str]:
    if not walked.timed:
        return FootageState.RECONSTRUCTED, NO_TIMES
    if REPAIRED in walked.faults:
        return FootageState.RECONSTRUCTED, REPAIRED
    if walked.encrypted:
        return FootageState.DAMAGED, ENCRYPTED
    for code in DAMAGING:
        if code in walked.faults:
            return FootageState.DAMAGED, code
    if gaps:
        return FootageState.DAMAGED, PAUSE
    remarks = (code for code in REMARKS if code in walked.faults)
    return FootageState.READABLE, next(remarks, SKIPPED if _skips(walked) else SOUND)


def _stream(walked: Walked, times: NDArray[np.int64]) -> Stream:
    lying = walked.rotation in (90, 270)
    return Stream(
        codec=walked.codec,
        width=walked.height if lying else walked.width,
        height=walked.width if lying else walked.height,
        rotation=walked.rotation,
        time_base=walked.time_base,
        span=Span(int(times[0]), _end(walked, times)),
        packets=len(walked.packets.pts),
        pictures=len(times),
        keys=int(walked.packets.key.sum()),
        variable=_variable(times, walked),
        rate=walked.rate,
        rebuilt=not walked.timed or REPAIRED in walked.faults,
    )


def _usual(times: NDArray[np.int64], walked: Walked) -> int:
    """Ticks between two pictures: the median, or what the rate claims, or 1/25 s."""
    if len(times) > 1:
        return max(1, int(np.median(np.diff(times))))
    return max(1, round(1 / ((walked.rate or 25) * walked.time_base)))


def _longest_step(times: NDArray[np.int64], walked: Walked) -> int:
    """Ticks beyond which a pause between two pictures is a gap."""
    second = (PAUSE_SECONDS / walked.time_base).__ceil__()
    return max(second, PAUSE_STEPS * _usual(times, walked))


def _pauses(times: NDArray[np.int64], walked: Walked) -> tuple[Gap, ...]:
    """Each pause, from when the next picture was due to when it came."""
    usual = _usual(times, walked)
    found = np.flatnonzero(np.diff(times) > _longest_step(times, walked))
    return tuple(Gap(Span(int(times[i]) + usual, int(times[i + 1])), PAUSE) for i in found)


def _end(walked: Walked, times: NDArray[np.int64]) -> int:
    """When the last picture ends: its own duration where that is sane, else the usual step."""
    last = int(times[-1])
    told = _duration_at(walked.packets, last)
    sane = 0 < told <= _longest_step(times, walked)
    return last + (told if sane else _usual(times, walked))


def _duration_at(packets: PacketIndex, pts: int) -> int:
    return int(packets.duration[packets.pts == pts][-1])


def _skips(walked: Walked) -> bool:
    """Whether a regular rate leaves out pictures now and then: steps of about two or more."""
    times = np.sort(walked.packets.pts[walked.packets.pts != _NOT_SHOWN])
    if len(times) < 2 or _variable(times, walked):
        return False
    return bool((4 * np.diff(times) > 7 * _usual(times, walked)).any())


def _variable(times: NDArray[np.int64], walked: Walked) -> bool:
    """Whether more than 2 % of the steps differ from the median by more than an eighth of it.

    Two ticks of rounding are forgiven; pauses are gaps, not a rate.
    """
    steps = np.diff(times)
    steps = steps[steps <= _longest_step(times, walked)]
    if not len(steps):
        return False
    usual = _usual(times, walked)
    uneven = np.abs(steps - usual) > max(2, usual // 8)
    return bool(uneven.mean() > _UNEVEN_SHARE)
