"""Which of the levels seen at one place is the scene, and which is a thing that stood there."""

import cv2
import numpy as np
from numpy.typing import NDArray

from vsa_core.vision.exposure import Levels

Looks = NDArray[np.float32]
"""(n, h, w): n pictures of one scene in time order, exposures made equal."""

SAME = 6.0
"""Grey levels within which two looks at one pixel are looks at the same thing."""

MINOR = 0.02
"""Least (share of looks) x (share of time) of a level worth weighing: 14 % of the slice at once."""

TIE = 0.85
"""Outlines whose strengths are closer than this ratio do not tell thing from scene."""


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


def _modes(flat: Looks) -> tuple[Levels, Levels, NDArray[np.bool_]]:
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


def _agreed(level: Levels, other: Levels, doubt: NDArray[np.bool_]) -> tuple[Levels, Levels]:
    """Where two levels weigh about the same, the one that looks like its surroundings first."""
    around = cv2.medianBlur(level, 5)
    swap = doubt & (np.abs(other - around) < np.abs(level - around))
    return np.where(swap, other, level), np.where(swap, level, other)


def without_things(looks: Looks, level: Levels, other: Levels) -> Levels:
    """The scene (h, w) less the things that came and stayed, or stayed and left.

    Both states are steady then; of the two, the one with the stronger outline
    holds the thing (Cucchiara et al. 2003, ghosts). In a tie the earlier state
    is the scene: things are brought more often than they were always there.
    """
    result = level.copy()
    differs = (np.abs(level - other) > 2 * SAME).astype(np.uint8)
    shape = cv2.morphologyEx(differs, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    shape = cv2.morphologyEx(shape, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(shape, connectivity=8)
    for number in range(1, count):
        x, y, w, h, area = (int(value) for value in stats[number])
        if area >= 25:
            box = (slice(max(y - 4, 0), y + h + 4), slice(max(x - 4, 0), x + w + 4))
            thing = labels[box] == number
            core = thing & (differs[box] > 0)
            states = _states(looks[:, *box], core, level[box][core], other[box][core])
            if states is not None:
                result[box] = np.where(_grown(thing), states, result[box])
    return result


def _states(looks: Looks, core: NDArray[np.bool_], level: Levels, other: Levels) -> Levels | None:
    """The patch as the other state, if it changed once, for good, and that state is the scene."""
    now = (np.abs(looks[:, core] - level) <= 2 * SAME).mean(axis=1) > 0.5
    then = (np.abs(looks[:, core] - other) <= 2 * SAME).mean(axis=1) > 0.5
    seen = np.flatnonzero(now | then)
    if min(now.sum(), then.sum()) < 3 or np.count_nonzero(np.diff(now[seen].astype(np.int8))) != 1:
        return None
    first, second = np.median(looks[now], axis=0), np.median(looks[then], axis=0)
    weight = edges(first - second)
    strength, rival = float((weight * edges(first)).sum()), float((weight * edges(second)).sum())
    earlier = bool(then[seen[0]])
    return second if rival < strength * (1 / TIE if earlier else TIE) else None


def _grown(shape: NDArray[np.bool_]) -> NDArray[np.bool_]:
    grown: NDArray[np.bool_] = cv2.dilate(shape.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    return grown


def edges(level: Levels) -> Levels:
    """Edge strength, (h, w), grey levels per pixel."""
    across = cv2.Sobel(level, cv2.CV_32F, 1, 0) / 8
    down = cv2.Sobel(level, cv2.CV_32F, 0, 1) / 8
    return np.asarray(cv2.magnitude(across, down), np.float32)
