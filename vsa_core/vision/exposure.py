"""How much brighter or darker the camera made a picture than the background it is held against."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Levels = NDArray[np.float32]

LEAST_GAIN, MOST_GAIN = 0.25, 4.0
"""Two stops either way: beyond that it is another picture, not another exposure."""

CONTRAST = 5.0
"""Grey levels of background contrast below which a gain cannot be told from an offset."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """picture = gain * background + offset, in grey levels; `spread` is the misfit in noise units.

    A spread of 1 is what the background's own noise explains; more says that
    the whole picture is worse than the background knows (compression, haze).
    """

    gain: float
    offset: float
    spread: float

    @property
    def plausible(self) -> bool:
        """Whether it is an exposure at all: a covered lens has hardly any gain."""
        return LEAST_GAIN < self.gain < MOST_GAIN

    def undone(self, picture: Levels) -> Levels:
        """The picture as the background's exposure would show it; same shape."""
        level: Levels = (picture - np.float32(self.offset)) / np.float32(self.gain)
        return level


NEUTRAL = Exposure(1.0, 0.0, 1.0)


def exposure(picture: Levels, background: Levels, noise: Levels, start: Exposure) -> Exposure:
    """Robust straight line from background to picture (least trimmed squares, Rousseeuw 1984).

    Shapes: three columns of n sample pixels, grey levels. What moves is left
    out by the trimming as long as it covers less than a third of the samples,
    often more. The line starts from the best of four: the last exposure
    (`start`), no change, a plain offset, the median slope between pixels
    (Theil and Sen). Clipped samples are not used.
    """
    kept = (picture > 4) & (picture < 251)
    if kept.sum() < 16:
        return start
    y, x, s = picture[kept], background[kept], noise[kept]
    slope = _slope(y, x)
    trials = [(start.gain, start.offset), (1.0, 0.0), (1.0, _median(y - x))]
    trials.append((slope, _median(y - np.float32(slope) * x)))
    gain, offset = min(trials, key=lambda trial: _median(_misfit(y, x, s, trial)))
    for _ in range(3):
        misfit = _misfit(y, x, s, (gain, offset))
        near = misfit <= 2.5 * max(1.0, _median(misfit) / 0.6745)
        gain, offset = _line(y[near], x[near], np.reciprocal(np.square(s[near])))
    return Exposure(gain, offset, _median(_misfit(y, x, s, (gain, offset))) / 0.6745)


def _slope(y: Levels, x: Levels) -> float:
    """Median slope between each sample and the one half the column away; 1 without contrast."""
    half = len(x) // 2
    run, rise = x[half : 2 * half] - x[:half], y[half : 2 * half] - y[:half]
    apart = np.abs(run) > 4 * CONTRAST
    if np.count_nonzero(apart) < 16:
        return 1.0
    return min(max(_median(rise[apart] / run[apart]), LEAST_GAIN), MOST_GAIN)


def _median(values: Levels) -> float:
    return float(np.partition(values, values.size // 2)[values.size // 2])


def _misfit(y: Levels, x: Levels, s: Levels, line: tuple[float, float]) -> Levels:
    misfit = np.abs(y - np.float32(line[0]) * x - np.float32(line[1])) / s
    return misfit.astype(np.float32, copy=False)


def _line(y: Levels, x: Levels, weight: Levels) -> tuple[float, float]:
    """Weighted least squares, drawn towards gain 1 where the background has no contrast."""
    weight = weight / weight.sum()
    mx, my = float((weight * x).sum()), float((weight * y).sum())
    variance = float((weight * np.square(x - mx)).sum())
    together = float((weight * (x - mx) * (y - my)).sum())
    gain = (together + CONTRAST**2) / (variance + CONTRAST**2)
    gain = min(max(gain, LEAST_GAIN), MOST_GAIN)
    return gain, my - gain * mx
