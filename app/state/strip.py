"""All pictures of a reel in one row, so that a step is an index and a time finds its picture."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vsa_core.desk.playing import Part
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import Window


@dataclass(frozen=True, slots=True)
class Hole:
    """Corrected time at which no picture is on show; `code` says why, "" between two files.

    before: the picture that it follows, -1 for none; window: None before the
    first and after the last picture of the reel.
    """

    before: int
    window: Window | None
    code: str


class Strip:
    """The pictures of a reel's parts, one part after the other; index 0 is the first.

    `at`, `pts`: (n,) as in the parts; `until`: (n,) corrected microseconds at
    which a picture is no longer on show; `looked`: (n,) whether somebody
    looked closely, so that it may be shown.
    """

    def __init__(self, parts: tuple[Part, ...], end: int) -> None:
        """`end`: corrected time at which the reel's window ends."""
        held = [part for part in parts if len(part.at)]
        self.parts = tuple(held)
        self._starts = np.cumsum([0, *(len(part.at) for part in held)], dtype=np.int64)
        self.at = _joined([part.at for part in held])
        self.pts = _joined([part.pts for part in held])
        self.until = _joined([_until(part, end) for part in held])
        self.looked = np.concatenate([np.zeros(0, np.bool_), *(_looked(part) for part in held)])

    def __len__(self) -> int:
        return len(self.at)

    def part(self, index: int) -> Part:
        """The part that a picture lies in."""
        return self.parts[self._part_number(index)]

    def footage(self, index: int) -> Footage:
        """The file that a picture lies in."""
        return self.part(index).footage

    def find(self, footage: str, pts: int) -> int:
        """The index of a picture of the reel, by its file and its address in it."""
        number = next(n for n, part in enumerate(self.parts) if part.footage.digest == footage)
        row = int(np.searchsorted(self.parts[number].pts, pts))
        return int(self._starts[number]) + row

    def on_show(self, at: int) -> int:
        """The last picture at or before corrected time `at`; -1 when there is none.

        Where two files overlap, the one that begins later is on show, as long
        as it lasts.
        """
        best = -1
        for number, part in enumerate(self.parts):
            row = int(np.searchsorted(part.at, at, side="right")) - 1
            index = int(self._starts[number]) + row
            if row >= 0 and (best < 0 or self._better(index, best, at)):
                best = index
        return best

    def hole(self, at: int) -> Hole | None:
        """The hole that corrected time `at` lies in, None where a picture is on show."""
        before = self.on_show(at)
        if before >= 0 and at < self.until[before]:
            return None
        later = self.at[self.at > at]
        start = int(self.until[before]) if before >= 0 else None
        window = Window(start, int(later.min())) if start is not None and len(later) else None
        return Hole(before, window, self._code(before))

    def _better(self, index: int, best: int, at: int) -> bool:
        """Whether a later part's picture takes the place of the best one so far."""
        return bool(at < self.until[index] or self.until[index] >= self.until[best])

    def _code(self, before: int) -> str:
        """The code of the gap that follows a picture within its file."""
        if before < 0 or before + 1 >= len(self) or before + 1 in self._starts:
            return ""
        here, following = int(self.pts[before]), int(self.pts[before + 1])
        gaps = self.footage(before).gaps
        return next((gap.code for gap in gaps if here < gap.span.start < following), "")

    def _part_number(self, index: int) -> int:
        return int(np.searchsorted(self._starts, index, side="right")) - 1


def _joined(columns: list[NDArray[np.int64]]) -> NDArray[np.int64]:
    return np.concatenate([np.zeros(0, np.int64), *columns])


def _until(part: Part, end: int) -> NDArray[np.int64]:
    """(n,) until when each picture is on show: the next, a gap, the end of the file or the reel."""
    footage = part.footage
    assert footage.stream is not None
    until = np.append(part.at[1:], min(footage.corrected(footage.stream.span.end), end))
    for gap in footage.gaps:
        row = int(np.searchsorted(part.pts, gap.span.start, side="left")) - 1
        if row >= 0:
            until[row] = min(int(until[row]), footage.corrected(gap.span.start))
    shown: NDArray[np.int64] = np.maximum(until, part.at + 1)
    return shown


def _looked(part: Part) -> NDArray[np.bool_]:
    looked = np.zeros(len(part.pts), np.bool_)
    for span in part.looked:
        looked |= (part.pts >= span.start) & (part.pts < span.end)
    return looked


EMPTY = Strip((), 0)
