"""pandas' answers: everything in memory, columns compared with the row before."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from vsa_core.bench.search_points import Flat
from vsa_core.bench.search_questions import (
    CLASS,
    DWELL,
    FIRST_ZONE,
    LINE,
    LINE_ASKED,
    SECOND_ZONE,
    STAY,
    WITHIN,
    ZONE,
    Question,
)
from vsa_core.domain.geometry import Line, Zone, along, side
from vsa_core.domain.objects import kinds_asked
from vsa_core.events.border import passing, within

Columns = tuple[NDArray[Any], ...]

_POINTS = {"cam": np.uint16, "track": np.uint32, "t": np.int64, "x": np.uint16, "y": np.uint16}
_TRACKS = {"cam": np.uint16, "kind": np.uint8, "t0": np.int64, "t1": np.int64}


class Pandas:
    """The Rival over raw columns in the folder `pandas`, read into memory when it is opened."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "pandas"

    @property
    def path(self) -> Path:
        """Its folder."""
        return self._path

    def fill(self, columns: Iterable[Flat]) -> None:
        """One raw file a column."""
        self._path.mkdir()
        for flat in columns:
            cameras = np.full(len(flat.t), flat.camera), np.full(len(flat.kind), flat.camera)
            points: Columns = (cameras[0], flat.track, flat.t, flat.x, flat.y)
            tracks: Columns = (cameras[1], flat.kind, flat.start, flat.end)
            for kind, values in ((_POINTS, points), (_TRACKS, tracks)):
                for (name, dtype), column in zip(kind.items(), values, strict=True):
                    with self._file(len(kind), name).open("ab") as file:
                        file.write(column.astype(dtype).tobytes())

    def _file(self, columns: int, name: str) -> Path:
        return self._path / f"{columns}_{name}"

    def open(self) -> None:
        """Read it all."""
        self._points, self._tracks = map(self._table, (_POINTS, _TRACKS))

    def _table(self, kind: Mapping[str, type]) -> pd.DataFrame:
        read: dict[str, NDArray[np.generic]] = {
            name: np.fromfile(self._file(len(kind), name), of) for name, of in kind.items()
        }
        return pd.DataFrame(read)

    def count(self, question: Question, camera: int | None) -> int:
        """The number, by whole columns."""
        if question.sort == CLASS:
            return self._classes(question, camera)
        points = _of(self._points, camera)
        if question.sort == LINE:
            return _crossed(points, LINE_ASKED)
        if question.sort == ZONE:
            return len(_visits(points, FIRST_ZONE)[0])
        if question.sort == DWELL:
            return _dwelt(points, FIRST_ZONE)
        return _followed(points)

    def _classes(self, question: Question, camera: int | None) -> int:
        assert question.window is not None
        tracks = _of(self._tracks, camera)
        named = tracks["kind"].isin(sorted(kinds_asked(question.query.classes)))
        inside = (tracks["t0"] < question.window.end) & (tracks["t1"] >= question.window.start)
        return int((named & inside).sum())


def _of(table: pd.DataFrame, camera: int | None) -> pd.DataFrame:
    """One camera's rows, by bisection: the tables are in order of camera."""
    if camera is None:
        return table
    edges = np.array([camera, camera + 1], np.uint16)
    first, last = np.searchsorted(table["cam"].to_numpy(), edges)
    return table.iloc[first:last]


def _crossed(points: pd.DataFrame, line: Line) -> int:
    x, y = (points[name].astype(np.float64) for name in "xy")
    apart = side(line, x.to_numpy(), y.to_numpy())
    same = (points["track"] == points["track"].shift()).to_numpy()[1:]
    step = np.flatnonzero(same & ((apart[1:] > 0) != (apart[:-1] > 0)))
    share = np.abs(apart[step]) / (np.abs(apart[step]) + np.abs(apart[step + 1]))
    (x0, x1), (y0, y1) = ((c.to_numpy()[step], c.to_numpy()[step + 1]) for c in (x, y))
    place = along(line, x0 + share * (x1 - x0), y0 + share * (y1 - y0))
    return int(((place >= 0) & (place <= 1)).sum())


def _visits(points: pd.DataFrame, zone: Zone) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Which row begins each visit, which ends it, and whether rows follow one of their track."""
    x, y = (points[name].to_numpy().astype(np.float64) for name in "xy")
    inner = pd.Series(within(zone, x, y), index=points.index)
    same = points["track"] == points["track"].shift()
    before = inner.shift(fill_value=False) & same
    after = inner.shift(-1, fill_value=False) & same.shift(-1, fill_value=False)
    places = pd.Series(np.arange(len(points)), index=points.index)
    return places[inner & ~before], places[inner & ~after], same


def _instants(points: pd.DataFrame, zone: Zone, before: pd.Series, stepped: pd.Series) -> pd.Series:
    """When each step after the rows `before` passes the border; the row's own time where none."""
    x, y = (points[name].to_numpy().astype(np.float64) for name in "xy")
    t, row, moved = points["t"].to_numpy(), before.to_numpy(), stepped.to_numpy()
    at, step = t[row], row[moved]
    share = passing(zone, x[step], y[step], x[step + 1], y[step + 1])
    at[moved] += np.floor(share * (t[step + 1] - t[step])).astype(np.int64)
    return pd.Series(at)


def _entries(points: pd.DataFrame, zone: Zone) -> pd.DataFrame:
    first, last, same = _visits(points, zone)
    crossed = pd.Series(same.to_numpy()[first.to_numpy()])
    since = _instants(points, zone, first - crossed.to_numpy(), crossed)
    follows = same.shift(-1, fill_value=False).to_numpy()[last.to_numpy()]
    until = _instants(points, zone, last, pd.Series(follows))
    found = points.iloc[first.to_numpy()][["cam", "track"]].reset_index(drop=True)
    return found.assign(at=since, until=until)


def _dwelt(points: pd.DataFrame, zone: Zone) -> int:
    found = _entries(points, zone)
    apart = (found["track"] != found["track"].shift()) | (found["at"] > found["until"].shift())
    inside = (found["until"] - found["at"]).groupby(apart.cumsum()).sum()
    return int((inside >= STAY * 1000).sum())


def _followed(points: pd.DataFrame) -> int:
    first = _entries(points, FIRST_ZONE)[["cam", "at"]].sort_values("at")
    second = _entries(points, SECOND_ZONE)[["cam", "at"]].sort_values("at")
    pairs = pd.merge_asof(
        second.assign(at=second["at"] - 1),
        first.assign(found=True),
        on="at",
        by="cam",
        tolerance=WITHIN * 1000 - 1,
    )
    return int(pairs["found"].notna().sum())
