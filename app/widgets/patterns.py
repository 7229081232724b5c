"""How each fate of a moment looks: a colour and a pattern, so that neither is needed alone."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from app.state.lanes import Fate
from app.theme import Theme

Pixels = NDArray[np.uint32]
"""0xffrrggbb, as QImage.Format_RGB32 holds it."""

PERIOD = 16
"""Every pattern repeats after so many logical pixels across."""


PALE = 0.25
"""How much of the colour is left where nobody looked between two looks."""

STROKE = 1.6
FULLNESS = {Fate.FULL: 1.0, Fate.STANDARD: 2 / 3, Fate.CALM: 2 / 3, Fate.SCAN: 1 / 3}
"""How much of the height of a band is filled where somebody looked; where calm, with strokes."""


def mixed(theme: Theme, one: str, other: str, share: float) -> QColor:
    """`share` of one colour of the theme over another."""
    a, b = theme.colour(one), theme.colour(other)
    parts = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(x * share + y * (1 - share)) for x, y in parts))


def pixel(colour: QColor) -> np.uint32:
    """The colour as one opaque pixel."""
    return np.uint32(colour.rgb() | 0xFF000000)


def period(scale: float) -> int:
    """The width of a tile in device pixels."""
    return max(round(PERIOD * scale), PERIOD)


@lru_cache(maxsize=32)
def tiles(theme: Theme, scale: float, height: int) -> Pixels:
    """(height, fates × period) one tile per fate, side by side in the order of `Fate`.

    height: of the band they fill, in device pixels: the closer the looking,
    the fuller the band.
    """
    y, x = np.mgrid[0:height, 0 : period(scale)]
    return np.concatenate([_tile(fate, theme, scale, x, y) for fate in Fate], axis=1)


def swatch(theme: Theme, scale: float, fate: Fate, width: int, height: int) -> QImage:
    """A picture of one fate for a legend, in logical pixels."""
    side = period(scale)
    across = np.arange(round(width * scale)) % side + fate * side
    image = picture(tiles(theme, scale, round(height * scale))[:, across])
    image.setDevicePixelRatio(scale)
    return image


def picture(pixels: Pixels) -> QImage:
    """The pixels as a picture with a memory of its own."""
    held = np.ascontiguousarray(pixels)
    height, width = held.shape
    shared = QImage(held.data, width, height, held.strides[0], QImage.Format.Format_RGB32)
    return shared.copy()


def _tile(
    fate: Fate, theme: Theme, scale: float, x: NDArray[np.int64], y: NDArray[np.int64]
) -> Pixels:
    if fate in FULLNESS:
        rows = max(round(FULLNESS[fate] * len(y)), 1)
        ink, drawn = theme.colour("track"), y >= len(y) - rows
        if fate is Fate.CALM:  # key pictures, and nothing between them
            drawn &= x / scale % 4 < STROKE
        paper = mixed(theme, "track", "panel", PALE)
    else:
        ink, paper, drawn = _drawn(fate, theme, x / scale, y / scale)
    return np.where(drawn, pixel(ink), pixel(paper)).astype(np.uint32)


def _drawn(
    fate: Fate, theme: Theme, x: NDArray[np.float64], y: NDArray[np.float64]
) -> tuple[QColor, QColor, NDArray[np.bool_]]:
    """Ink, paper, and where the ink falls, over places in logical pixels."""
    panel, dark = theme.colour("panel"), mixed(theme, "canvas", "panel", 0.9)
    match fate:
        case Fate.SKIPPED:
            paper = mixed(theme, "track", "panel", PALE)
            return mixed(theme, "track", "panel", 0.7), paper, _dotted(x, y)
        case Fate.NOT_INDEXED:
            ink = mixed(theme, "muted", "raised", 0.75)
            return ink, theme.colour("raised"), (x + y) % 8 < 2
        case Fate.OUTSIDE_BASIS:
            ink = mixed(theme, "muted", "ground", 0.45)
            return ink, mixed(theme, "muted", "ground", 0.25), _dotted(x, y)
        case Fate.QUARANTINED:
            return theme.colour("warning"), dark, (x + y) % 8 < 2
        case Fate.UNDECODABLE:
            return theme.colour("bad"), dark, ((x + y) % 8 < STROKE) | ((x - y) % 8 < STROKE)
        case Fate.NO_FOOTAGE:
            return mixed(theme, "muted", "panel", 0.6), panel, (x % 4 < 1) & (y < 1)
    return panel, panel, x < 0


def _dotted(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.bool_]:
    return np.asarray((x % 4 < 1) & (y % 4 < 1))
