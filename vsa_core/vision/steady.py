"""Which of the levels seen at one place is the scene, and which is a thing that stood there."""

import cv2
import numpy as np
from numpy.typing import NDArray

from vsa_core.vision.exposure import Levels

Looks = NDArray[np.float32]
"""(n, h, w): n pictures of one scene in time order, exposures made equal."""

Spot = NDArray[np.bool_]

SAME = 6.0
"""Grey levels within which two looks at one pixel are looks at the same thing."""

MINOR = 0.02
"""Least (share of looks) x (share of time) of a level worth weighing: 14 % of the slice at once."""

LEAST_THING = 25
"""Pixels of the smallest thing that is told from the scene."""


def steady(looks: Looks) -> tuple[Levels, Levels]:
    """Two levels (h, w): the scene, and the next best (equal to it where there is none).

    The level that was seen often *and* over the longest time wins, not the
    middle one: somebody who waits may hide the scene for most of the slice,
    but the scene comes back between visitors, and they do not.
    """
    shape = looks.shape[1:]
    flat = looks.reshape(len(looks), -1)
    level = np.median(flat, axis=0)
    other, doubt = level.copy(), np.zeros(level.shape, np.bool_)
    busy = np.flatnonzero(np.ptp(flat, axis=0) > 2 * SAME)
    if busy.size:
        level[busy], other[busy], doubt[busy] = _modes(flat[:, busy])
    return _agreed(level.reshape(shape), other.reshape(shape), doubt.reshape(shape))


def _modes(flat: Looks) -> tuple[Levels, Levels, Spot]:
    """Best and second level of each column of (n, m) looks, and where they weigh about the same."""
    n, m = flat.shape
    centres = np.arange(0, 256, SAME, dtype=np.float32)
    weights = np.zeros((len(centres), m), np.float32)
    means = np.zeros((len(centres), m), np.float32)
    for row, centre in enumerate(centres):
        near = np.abs(flat - centre) <= SAME
        count = near.sum(axis=0)
        spanned = n - near.argmax(axis=0) - near[::-1].argmax(axis=0)
        weights[row] = count * spanned / np.float32(n * n)
        means[row] = (flat * near).sum(axis=0) / np.maximum(count, 1)
    columns = np.arange(m)
    best = weights.argmax(axis=0)
    level, weight = means[best, columns], weights[best, columns]
    weights[np.abs(means - level) <= 2 * SAME] = 0
    best = weights.argmax(axis=0)
    second = weights[best, columns]
    other = np.where(second > MINOR, means[best, columns], level)
    return level, other, second > weight / 2


def _agreed(level: Levels, other: Levels, doubt: Spot) -> tuple[Levels, Levels]:
    """Where two levels weigh about the same, the one that looks like its surroundings first."""
    around = cv2.medianBlur(level, 5)
    swap = doubt & (np.abs(other - around) < np.abs(level - around))
    return np.where(swap, other, level), np.where(swap, level, other)


def without_things(looks: Looks, level: Levels, other: Levels) -> Levels:
    """The scene (h, w) less the things that came and stayed, or stayed and left.

    Both states are steady then. Places that became darker and places that
    became lighter are looked at apart: somebody who stands and then lies down
    left one place and came to the next.
    """
    result = level.copy()
    for change in (level - other, other - level):
        shape = (change > 2 * SAME).astype(np.uint8)
        shape = np.asarray(cv2.morphologyEx(shape, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)))
        count, labels, stats, _ = cv2.connectedComponentsWithStats(shape, connectivity=8)
        for number in range(1, count):
            x, y, w, h, area = (int(value) for value in stats[number])
            if area >= LEAST_THING:
                box = (slice(max(y - 4, 0), y + h + 4), slice(max(x - 4, 0), x + w + 4))
                thing = labels[box] == number
                _put_right(result[box], looks[:, *box], thing, level[box], other[box])
    return result


def _put_right(result: Levels, looks: Looks, thing: Spot, level: Levels, other: Levels) -> None:
    """Give a patch its other state, if it changed once, for good, and that state is the scene.

    Of the two states, the thing is in the one with the stronger edges along
    its outline (after Cucchiara et al. 2003, ghosts).
    """
    now = (np.abs(looks[:, thing] - level[thing]) <= 2 * SAME).mean(axis=1) > 0.5
    then = (np.abs(looks[:, thing] - other[thing]) <= 2 * SAME).mean(axis=1) > 0.5
    seen = np.flatnonzero(now | then)
    if min(now.sum(), then.sum()) < 3 or np.count_nonzero(np.diff(now[seen].astype(np.int8))) != 1:
        return
    first, second = np.median(looks[now], axis=0), np.median(looks[then], axis=0)
    outline = _grown(thing, 3) & ~_grown(thing, -3)
    if edges(second)[outline].sum() < edges(first)[outline].sum():
        wide = _grown(thing, 5)
        result[wide] = second[wide]


def _grown(shape: Spot, by: int) -> Spot:
    """The shape grown by a square of that many pixels; a negative number shrinks it."""
    change = cv2.dilate if by > 0 else cv2.erode
    return np.asarray(change(shape.astype(np.uint8), np.ones((abs(by), abs(by)), np.uint8)) > 0)


def edges(level: Levels) -> Levels:
    """Edge energy, (h, w): grey levels per pixel, squared."""
    across = np.asarray(cv2.Sobel(level, cv2.CV_32F, 1, 0) / 8, np.float32)
    down = np.asarray(cv2.Sobel(level, cv2.CV_32F, 0, 1) / 8, np.float32)
    return across * across + down * down
