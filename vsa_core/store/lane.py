"""One camera's tracks as small columns that stay in memory: what a count looks at."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

STEPS = 15
"""Steps of a block: it holds 16 points, of which the last is the first of the next block."""

Ints = NDArray[np.int64]
Small = NDArray[np.uint16]
Booleans = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Chains:
    """Whole tracks, as columns of n rows in order of recording and number.

    recording: number in the camera's ledger; number: the track's in its
    recording; kind: its whole class; begin: (n + 1,) first point of each, and
    where the last one ends; start, end: corrected microseconds; back: whether
    its pieces overlap in time, so that its points are not in order.
    """

    recording: NDArray[np.uint32]
    number: NDArray[np.uint32]
    kind: NDArray[np.uint8]
    begin: NDArray[np.uint32]
    start: Ints
    end: Ints
    back: Booleans


@dataclass(frozen=True, slots=True)
class Pieces:
    """Track pieces, as columns of p rows: what tells the time of a point.

    begin: (p + 1,) first point of each; ticks: from the file's first picture
    to the piece's first point; file: row of origins and bases; origins:
    corrected microseconds of each file's first picture; bases: time bases.
    """

    begin: NDArray[np.uint32]
    ticks: Ints
    file: NDArray[np.uint32]
    origins: Ints
    bases: tuple[Fraction, ...]
    base: NDArray[np.uint16]  # (files,) which of bases each file has


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the points of each block cannot leave; k rows, frame units.

    top: the highest foot; crown: the highest place that any anchor may take;
    heads: bit i is set when point i + 1 of the block does not follow point i
    in the same track; bit 15 always is.
    """

    left: Small
    right: Small
    top: Small
    crown: Small
    bottom: Small
    heads: Small


@dataclass(frozen=True, slots=True)
class Lane:
    """The tracks of one camera. Points are numbered 1 to m; 0 and what follows m are nobody's.

    feet: (k, 2, 16) x and y of each block's points: what one look needs lies
    in one line of the processor's cache; sizes: w and h alike, None while they
    are put away; after: time since the piece's first point in units of
    `quantum` ticks.
    """

    camera: str
    dated: Booleans  # (recordings,) whether each has a clock claim
    chains: Chains
    pieces: Pieces
    bounds: Bounds
    quantum: int
    feet: Small
    sizes: Small | None
    after: NDArray[np.unsignedinteger]

    @property
    def nbytes(self) -> int:
        """Bytes held, sizes included while they are here."""
        tables = (*_columns(self.chains), *_columns(self.pieces), *_columns(self.bounds))
        sizes = self.sizes.nbytes if self.sizes is not None else 0
        return sizes + sum(column.nbytes for column in (*tables, self.feet, self.after))


def _columns(rows: Chains | Pieces | Bounds) -> list[NDArray[np.generic]]:
    held = (getattr(rows, name) for name in rows.__slots__)
    return [column for column in held if isinstance(column, np.ndarray)]
