"""Lanes as pixels: footage, fates, hits and coverage of many cameras, binned with numpy."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from app.state.lanes import Instants, Lane, Runs
from app.state.marks import Marks, Verdict
from app.state.visible import columns
from app.theme import Theme
from app.widgets.patterns import Pixels, mixed, period, pixel, tiles
from app.widgets.sprites import COLOURS, alarm_sign, verdict_sign
from vsa_core.domain.moment import Window

BIN = 4
"""Hits that cannot be told apart stand as bars of so many logical pixels, one of them free."""

APART = 12
"""A hit with nothing nearer than this many logical pixels has a sign of its own."""

LOWEST = 0.35
"""How much of the height one hit has; the rest is shared out by the logarithm."""

Places = NDArray[np.intp]
_NONE: Places = np.zeros(0, np.intp)
Counts = tuple[NDArray[np.int32], NDArray[np.bool_]]
"""Hits by verdict before each bar, and the bars over which any lasts."""

STACK = (Verdict.MATCHED, Verdict.OPEN, Verdict.REJECTED)
"""A bar from its foot up: what was retained never disappears under the rest."""


@dataclass(frozen=True, slots=True)
class Bands:
    """How a lane is divided, in logical pixels from its top: hits, footage, coverage."""

    height: int
    hits: tuple[int, int]
    footage: tuple[int, int]
    coverage: tuple[int, int]


NORMAL = Bands(34, (2, 17), (18, 27), (28, 31))
COMPACT = Bands(24, (1, 12), (13, 19), (20, 23))


@dataclass(frozen=True, slots=True)
class Row:
    """What one lane shows; no coverage where no answer is on show."""

    lane: Lane
    marks: Marks | None
    coverage: Runs | None


class LanePainter:
    """Paints rows of lanes; sizes are device pixels, `scale` of them make a logical one."""

    def __init__(self, theme: Theme, bands: Bands, scale: float) -> None:
        self._theme = theme
        self._bands = bands
        self.scale = scale
        self._paper = pixel(theme.colour("panel"))
        self._rule = pixel(mixed(theme, "line", "panel", 0.6))
        self._colours = {which: pixel(theme.colour(COLOURS[which])) for which in Verdict}
        self._held: Pixels | None = None

    @property
    def lane_height(self) -> int:
        """Device pixels from one lane to the next."""
        return self._device(self._bands.height)

    def paint(
        self, rows: Sequence[Row], window: Window, width: int, height: int, top: int
    ) -> QImage:
        """Rows from the first down, `top` device pixels of the first already scrolled away.

        The picture is good until the next call: both share one memory.
        """
        sheet = np.full((max(height, 1), max(width, 1)), self._paper, np.uint32)
        edges = columns(window, sheet.shape[1])
        grid = _Grid(edges, -self._phase(window, sheet.shape[1]), self._device(BIN))
        counts = [row.marks.counted(grid.bounds) if row.marks else None for row in rows]
        tallest = (int(np.diff(count[0].sum(axis=0)).max()) for count in counts if count)
        peak = max(tallest, default=0)
        for number, (row, count) in enumerate(zip(rows, counts, strict=True)):
            block = self._block(row, grid, count, peak)
            self._put(sheet, block, number * self.lane_height - top)
        self._held = sheet
        high, wide = sheet.shape
        return QImage(sheet.data, wide, high, sheet.strides[0], QImage.Format.Format_RGB32)

    def _device(self, logical: float) -> int:
        return round(logical * self.scale)

    def _phase(self, window: Window, width: int) -> int:
        """By how much patterns and bars are shifted, so that they move along with the time."""
        repeat = period(self.scale) * self._device(BIN)
        return window.start * width // (window.end - window.start) % repeat

    def _put(self, sheet: Pixels, block: Pixels, at: int) -> None:
        low, high = max(at, 0), min(at + len(block), len(sheet))
        if low < high:
            sheet[low:high] = block[low - at : high - at]

    def _block(self, row: Row, grid: "_Grid", counts: Counts | None, peak: int) -> Pixels:
        edges = grid.edges
        block = np.full((self.lane_height, len(edges) - 1), self._paper, np.uint32)
        block[-max(self._device(1), 1) :] = self._rule
        footage = self._band(block, self._bands.footage)
        self._lay(footage, row.lane.runs.shown(edges), grid.phase)
        self._cut(footage, row.lane, edges)
        if row.coverage is not None:
            cover = self._band(block, self._bands.coverage)
            self._lay(cover, row.coverage.shown(edges), grid.phase)
        if row.marks is not None and counts is not None:
            self._hits(self._band(block, self._bands.hits), grid, row.marks, counts, peak)
        self._warn(footage, row.lane, edges)
        return block

    def _band(self, block: Pixels, band: tuple[int, int]) -> Pixels:
        return block[self._device(band[0]) : self._device(band[1])]

    def _lay(self, band: Pixels, fates: NDArray[np.uint8], phase: int) -> None:
        """Fill a band with the tile of each column's fate."""
        side = period(self.scale)
        across = (np.arange(len(fates)) - phase) % side + fates.astype(np.intp) * side
        band[:] = np.take(tiles(self._theme, self.scale, len(band)), across, axis=1)

    def _cut(self, band: Pixels, lane: Lane, edges: Instants) -> None:
        """A notch where one file ends and the next begins, when there is room to see it."""
        low, high = np.searchsorted(lane.start, (edges[0] + 1, edges[-1]), "left")
        if 0 < (high - low) * self._device(APART) < len(edges):
            band[:, np.searchsorted(edges, lane.start[low:high], "right") - 1] = self._paper

    def _warn(self, band: Pixels, lane: Lane, edges: Instants) -> None:
        """A warning sign where something could not be read; close ones share one."""
        low, high = np.searchsorted(lane.alarms, (edges[0], edges[-1]), "left")
        where = np.searchsorted(edges, lane.alarms[low:high], "right") - 1
        if len(where):
            first = np.unique(where // self._device(APART), return_index=True)[1]
            _stamp(band, alarm_sign(self._theme, len(band)), where[first])

    def _hits(self, band: Pixels, grid: "_Grid", marks: Marks, counts: Counts, peak: int) -> None:
        """Bars where hits are many; where they are few, each that stands alone has its sign."""
        before, lasting = counts
        crowd = np.diff(before, axis=1)
        line = max(self._device(2), 1)
        shown = marks.beginning(int(grid.edges[0]), int(grid.edges[-1]))
        few = (shown.stop - shown.start) * self._device(BIN) <= len(grid.bar)
        band[-line:, grid.lasting(marks) if few else lasting[grid.bar]] = self._colours[
            Verdict.OPEN
        ]
        band = band[:-line]
        alone, verdict = self._alone(grid, marks, shown) if few else (_NONE, _NONE)
        np.subtract.at(crowd, (verdict, grid.bar[alone]), 1)
        if crowd.any():
            self._bars(band, grid, crowd, peak)
        for which in Verdict:
            sign = verdict_sign(self._theme, which, _odd(len(band)))
            _stamp(band, sign, alone[verdict == which])

    def _alone(self, grid: "_Grid", marks: Marks, shown: slice) -> tuple[Places, Places]:
        """Columns and verdicts of the hits that have none in the columns near."""
        column = np.searchsorted(grid.edges, marks.start[shown], "right") - 1
        apart = np.diff(column, prepend=-(10**9), append=10**9) >= self._device(APART)
        alone = apart[:-1] & apart[1:]
        return column[alone], marks.verdict[shown][alone].astype(np.intp)

    def _bars(self, band: Pixels, grid: "_Grid", binned: NDArray[np.int32], peak: int) -> None:
        """Bars as tall as the logarithm of their hits, stacked by verdict."""
        total = binned.sum(axis=0)
        share = LOWEST + (1 - LOWEST) * np.log1p(total) / np.log1p(max(peak, 4))
        height = np.ceil(share * len(band)) * (total > 0)
        up = np.arange(len(band), 0, -1, dtype=np.int16)[:, None]
        drawn = np.full((len(band), len(total) + 1), self._paper, np.uint32)
        told, below = np.zeros_like(total), np.zeros(len(total), np.int16)
        for which in STACK:
            told = told + binned[which]
            reach = np.ceil(height * told / np.maximum(total, 1)).astype(np.int16)
            inked = (up > below) & (up <= reach)
            if which is Verdict.REJECTED:
                inked &= up % max(self._device(2), 2) < max(self._device(1), 1)
            np.copyto(drawn[:, :-1], self._colours[which], where=inked)
            below = reach
        band[:] = np.take(drawn, grid.shown, axis=1)


class _Grid:
    """The columns of one painting, and the bars that hits are gathered in.

    bar: the bar of each column; shown: the same, or one beyond the last bar
    where the column is free; bounds: the edges of the bars.
    """

    def __init__(self, edges: Instants, phase: int, wide: int) -> None:
        """`wide`: columns a bar takes, the first of them free."""
        self.edges = edges
        self.phase = phase
        places = np.arange(len(edges) - 1) - phase
        self.bar = places // wide - places[0] // wide
        self.shown = np.where(places % wide == 0, self.bar[-1] + 1, self.bar)
        first = np.flatnonzero(np.diff(self.bar, prepend=-1))
        self.bounds = np.append(edges[first], edges[-1])

    def lasting(self, marks: Marks) -> NDArray[np.bool_]:
        """The columns over which any of these hits lasts, and those in which one begins."""
        near = marks.touching(int(self.edges[0]), int(self.edges[-1]))
        count = len(self.bar)
        first = np.searchsorted(self.edges, marks.start[near], "right") - 1
        after = np.searchsorted(self.edges, marks.end[near], "left")
        begun = np.bincount(np.clip(first, 0, count), minlength=count + 1)
        over = np.bincount(np.clip(np.maximum(after, first + 1), 0, count), minlength=count + 1)
        return np.asarray(np.cumsum(begun - over)[:count] > 0)


def _odd(height: int) -> int:
    """The largest odd side that fits: a sign then stands on its column exactly."""
    return height - 1 + height % 2


def _stamp(band: Pixels, sign: Pixels, where: NDArray[np.intp]) -> None:
    """Put a sign in the middle of the band over each of these columns, as far as it fits."""
    if not len(where):
        return
    side, half, wide = sign.shape[1], sign.shape[1] // 2, band.shape[1]
    top = (len(band) - len(sign)) // 2
    rows = band[top : top + len(sign)]
    whole = (where >= half) & (where + side - half <= wide)
    across = where[whole][:, None] + np.arange(side)[None, :] - half
    rows[:, across] = sign[:, None, :]
    for column in where[~whole].tolist():
        left, right = max(column - half, 0), min(column - half + side, wide)
        rows[:, left:right] = sign[:, left - column + half : right - column + half]
