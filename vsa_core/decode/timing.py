"""The one rule that gives every packet its display time, where the file is silent or wrong too."""

import heapq
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

NO_TIME = int(np.iinfo(np.int64).min)
"""A packet without a time; in a settled index, a picture that is never shown."""

RAW = frozenset({"h264", "hevc", "m4v", "mpegvideo", "mjpeg"})
"""Demuxers of bare picture streams: whatever times they give are FFmpeg's invention."""

ORDERED = frozenset({"avi"})
"""Containers that carry an order and a constant rate, but no time per picture."""

DEFAULT_RATE = Fraction(25)
"""Pictures per second of a raw stream that claims no rate, or an absurd one."""

DEEPEST_REORDER = 16
"""No picture waits for more than 16 others (decoded picture buffer: H.264 A.3.1, HEVC A.4.2)."""

_LONGEST = Fraction(10 * 366 * 24 * 3600)
"""Seconds: times further than this from the others are noise, not times."""

_SAFE = 2**52
_SPIKE = Fraction(60)

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Given:
    """Times as the demuxer gave them, (n,) in file order; `shown` is false where it said so."""

    pts: Ints
    dts: Ints
    key: Bools
    shown: Bools


@dataclass(frozen=True, slots=True)
class Settled:
    """Display times in file order, NO_TIME for what is never shown; all others differ.

    `timed`: the file carries times at all; `repaired`: some were missing,
    repeated or going backwards, and are now ours.
    """

    pts: Ints
    timed: bool
    repaired: bool


def slotted(container: str, pts: Ints, dts: Ints) -> bool:
    """Whether pictures take their time from the order they come out in, not from their packet.

    True for raw streams and AVI, and for a file without any time, whose
    `pts` (settled) simply count upwards.
    """
    if container in RAW or container in ORDERED:
        return True
    times = pts[pts != NO_TIME]
    return bool((dts == NO_TIME).all() and (np.diff(times) > 0).all())


def raw_tick(rate: Fraction | None, time_base: Fraction) -> int:
    """Ticks between two pictures of a stream without times, at its claimed rate or 25 a second."""
    sane = rate is not None and 1 <= rate <= 240
    return max(1, round(1 / ((rate if sane and rate else DEFAULT_RATE) * time_base)))


def settle(given: Given, container: str, rate: Fraction | None, time_base: Fraction) -> Settled:
    """Give each packet its display time, in ticks of `time_base`.

    Raw streams count up at `raw_tick`. AVI takes the dts, which count
    pictures. Otherwise the pts stand, and what is missing, repeated, absurd
    or behind an earlier era of the same file is rebuilt.
    """
    tick = raw_tick(rate, time_base)
    dts = _sane(_only(given.dts, given.shown), time_base)
    pts = dts if container in ORDERED else _sane(_only(given.pts, given.shown), time_base)
    if container in RAW or not ((pts != NO_TIME) | (dts != NO_TIME)).any():
        return Settled(_counted(given.shown, tick), timed=False, repaired=False)
    moved = _one_era(_filled(pts, dts, given.shown, tick), given, container in ORDERED, tick)
    if moved is None:
        return Settled(_counted(given.shown, tick), timed=False, repaired=True)
    final = _distinct(moved)
    return Settled(final, timed=True, repaired=bool((final != pts).any()))


def usual_step(times: Ints, otherwise: int) -> int:
    """Lower median of the ticks between sorted distinct `times`; `otherwise` without any."""
    steps = np.sort(np.diff(times))
    return int(steps[(len(steps) - 1) // 2]) if len(steps) else otherwise


def _only(times: Ints, shown: Bools) -> Ints:
    return np.where(shown, times, NO_TIME).astype(np.int64)


def _counted(shown: Bools, tick: int) -> Ints:
    return _only((np.cumsum(shown) - 1) * tick, shown)


def _sane(times: Ints, time_base: Fraction) -> Ints:
    """`times` with NO_TIME for values out of range, far from the others, or standing out alone."""
    known = times != NO_TIME
    near = known & (times > -_SAFE) & (times < _SAFE)
    reach = min(_SAFE, int(_LONGEST / time_base))
    middle = int(np.median(times[near])) if near.any() else 0
    near &= np.abs(np.where(near, times, middle) - middle) <= reach
    return _without_spikes(_only(times, near), max(1, int(_SPIKE / time_base)))


def _without_spikes(times: Ints, far: int) -> Ints:
    """A single value far above its neighbours, which agree with each other, is a bit error."""
    if len(times) < 3 or (times == NO_TIME).any():
        return times
    before, here, after = times[:-2], times[1:-1], times[2:]
    spike = (np.abs(after - before) < far) & (np.minimum(here - before, here - after) > far)
    cleaned = times.copy()
    cleaned[1:-1][spike] = NO_TIME
    return cleaned


def _filled(times: Ints, dts: Ints, shown: Bools, tick: int) -> Ints:
    """Shown packets without a time get their dts plus the usual delay, or follow the one before."""
    missing = shown & (times == NO_TIME)
    if not missing.any():
        return times
    both = (times != NO_TIME) & (dts != NO_TIME)
    delay = int(np.median(times[both] - dts[both])) if both.any() else 0
    out = np.where(missing & (dts != NO_TIME), dts + delay, times)
    known = out[out != NO_TIME]
    step = usual_step(np.unique(known), tick)
    last = int(known[0]) - step
    for i in np.flatnonzero(shown):
        if out[i] == NO_TIME:
            out[i] = last + step
        last = int(out[i])
    return out


def _one_era(times: Ints, given: Given, in_order: bool, tick: int) -> Ints | None:
    """Shift every later era of a file whose clock goes back, so that it follows the one before.

    An era ends where the dts go back, where a key picture is not after all
    earlier pictures, or where more pictures than any decoder can hold would
    have to wait. None when the sum of all eras is absurd.
    """
    where = np.flatnonzero(times != NO_TIME)
    values = times[where]
    if (np.diff(values) > 0).all():
        return times
    step = usual_step(np.unique(values), tick)
    keys, back = given.key[where], _goes_back(given.dts[where])
    depth = 0 if in_order else DEEPEST_REORDER
    out = times.copy()
    offset = 0
    latest: list[int] = []
    for i, value in enumerate(values.tolist()):
        now = value + offset
        if latest and (back[i] or _breaks(now, latest, bool(keys[i]), depth)):
            lead = value - int(_group(values, keys, i).min()) if keys[i] else 0
            offset += max(latest) + step + lead - now
            now = value + offset
            latest = []
        if now >= _SAFE:
            return None
        heapq.heappush(latest, now)
        if len(latest) > DEEPEST_REORDER + 1:
            heapq.heappop(latest)
        out[where[i]] = now
    return out


def _goes_back(dts: Ints) -> Bools:
    back = np.zeros(len(dts), np.bool_)
    back[1:] = (dts[1:] < dts[:-1]) & (dts[1:] != NO_TIME) & (dts[:-1] != NO_TIME)
    return back


def _breaks(now: int, latest: list[int], key: bool, depth: int) -> bool:
    """Whether a picture at `now` cannot belong to the era whose latest times are in `latest`."""
    if key or depth == 0:
        return now <= max(latest)
    return len(latest) > depth and now < latest[0]


def _group(values: Ints, keys: Bools, start: int) -> Ints:
    """Times of a key picture and of those that may be shown before it."""
    stop = min(start + DEEPEST_REORDER + 1, len(values))
    further = np.flatnonzero(keys[start + 1 : stop])
    return values[start : start + 1 + int(further[0])] if len(further) else values[start:stop]


def _distinct(times: Ints) -> Ints:
    """Push repeated times apart by the least that makes all differ, in order of time then file."""
    where = np.flatnonzero(times != NO_TIME)
    order = where[np.lexsort((where, times[where]))]
    count = np.arange(len(order))
    out = times.copy()
    out[order] = np.maximum.accumulate(times[order] - count) + count
    return out
