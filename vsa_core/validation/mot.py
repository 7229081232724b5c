"""A strict reader of labelled sequences in the MOTChallenge layout: every odd line is refused.

Layout (MOTChallenge 2D MOT 2015, Leal-Taixé et al., arXiv 1504.01942): a
folder with ``seqinfo.ini``, ``gt/gt.txt`` and ``det/det.txt``, which may lack
where the film is there; each line is frame, number, left, top, width, height,
score and up to three more columns.
"""

import configparser
import math
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.provenance import Canonical, digest
from vsa_core.errors import Unreadable
from vsa_core.validation.document import read_at_most

FILMS = (".mp4", ".avi", ".mkv", ".mov")
"""How the name of a sequence's film may end."""

_LARGEST_FILE = 64 * 2**20
_COLUMNS = range(7, 11)
_NAMELESS = -1
_LIMITS = {"seqLength": 10_000_000, "imWidth": 65_535, "imHeight": 65_535}


@dataclass(frozen=True, slots=True)
class Rows:
    """Boxes frame by frame as columns of n rows, in order of frame then of the file.

    frame: (n,) int64, 1 for the first frame; number: (n,) int64 identity, -1
    for a detection; boxes: (n, 4) float64, left, top, width, height in pixels
    of the upright picture; score: (n,) float64 (in a truth file 0 means: not counted).
    """

    frame: NDArray[np.int64]
    number: NDArray[np.int64]
    boxes: NDArray[np.float64]
    score: NDArray[np.float64]

    def __post_init__(self) -> None:
        n = len(self.frame)
        if self.boxes.shape != (n, 4) or len(self.number) != n or len(self.score) != n:
            raise ValueError("the columns of rows have different lengths")

    def __len__(self) -> int:
        return len(self.frame)

    def only(self, chosen: NDArray[np.bool_]) -> "Rows":
        """The rows chosen by a boolean mask."""
        return Rows(self.frame[chosen], self.number[chosen], self.boxes[chosen], self.score[chosen])


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled sequence: name, frames a second as labelled, frames, (width, height), rows.

    digest: SHA-256 (hex) over the digests of the files it was read from.
    """

    name: str
    folder: Path
    rate: Fraction
    length: int
    size: tuple[int, int]
    truth: Rows
    detections: Rows
    digest: str = ""


def read_labelled(folder: Path) -> Labelled:
    """Read a whole sequence folder.

    Raises Unreadable: VAL-001 (a file is absent), VAL-002 (seqinfo.ini),
    VAL-003 to VAL-008 (a line), VAL-009 (not text, or too large).
    """
    files = _Files(folder)
    name, rate, length, size = _read_info(files.text("seqinfo.ini"))
    truth = read_rows(files.text("gt/gt.txt"), "gt.txt", length, named=True)
    _check_places("gt.txt", truth, size)
    bare = film_of(folder) is not None and not (folder / "det" / "det.txt").exists()
    found = "" if bare else files.text("det/det.txt")
    detections = read_rows(found, "det.txt", length, named=False)
    return Labelled(name, folder, rate, length, size, truth, detections, digest(files.digests))


def film_of(folder: Path) -> Path | None:
    """The film of the sequence in `folder`, when it has one: the folder's name, as a film."""
    films = (folder / f"{folder.resolve().name}{ending}" for ending in FILMS)
    return next((film for film in films if film.is_file()), None)


def read_rows(text: str, name: str, length: int, named: bool) -> Rows:
    """Read gt.txt (`named`: every row has an identity >= 0) or det.txt (every number is -1).

    Raises Unreadable with the file's `name`: VAL-003 (columns), VAL-004 (a
    number), VAL-005 (frame outside 1..`length`), VAL-006 (an identity twice in
    one frame), VAL-007 (a box without area).
    """
    lines = enumerate(text.splitlines(), start=1)
    numbered = [(n, _numbers(name, n, line)) for n, line in lines if line.strip()]
    if len({len(values) for _, values in numbered}) > 1:
        raise Unreadable("VAL-003", name=name, line=_odd_line(numbered))
    for n, values in numbered:
        _check_row(name, n, values, length, named)
    table = np.array([v[:7] for _, v in numbered], np.float64).reshape(-1, 7)
    order = np.argsort(table[:, 0], kind="stable")
    table = table[order]
    rows = Rows(
        table[:, 0].astype(np.int64), table[:, 1].astype(np.int64), table[:, 2:6], table[:, 6]
    )
    if named:
        _check_identities(name, rows)
    return rows


class _Files:
    """The files of a sequence, each read once; SHA-256 (hex) of each by its name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.digests: dict[str, Canonical] = {}

    def text(self, name: str) -> str:
        path = self._folder / name
        if not path.is_file():
            raise Unreadable("VAL-001", name=path.name)
        data = read_at_most(path, _LARGEST_FILE)
        if len(data) > _LARGEST_FILE:
            raise Unreadable("VAL-009", name=path.name)
        self.digests[name] = sha256(data).hexdigest()
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise Unreadable("VAL-009", name=path.name) from error


def _numbers(name: str, line: int, text: str) -> tuple[float, ...]:
    fields = text.split(",")
    if len(fields) not in _COLUMNS or "_" in text:
        raise Unreadable("VAL-003", name=name, line=line)
    try:
        values = tuple(float(field) for field in fields)
    except ValueError as error:
        raise Unreadable("VAL-004", name=name, line=line) from error
    if not all(math.isfinite(value) for value in values):
        raise Unreadable("VAL-004", name=name, line=line)
    return values


def _odd_line(numbered: list[tuple[int, tuple[float, ...]]]) -> int:
    width = len(numbered[0][1])
    return next(n for n, values in numbered if len(values) != width)


def _check_row(name: str, line: int, values: tuple[float, ...], length: int, named: bool) -> None:
    frame, number, _, _, width, height = values[:6]
    if not (number.is_integer() and abs(number) < 2**53):
        raise Unreadable("VAL-004", name=name, line=line)
    if not (frame.is_integer() and 1 <= frame <= length):
        raise Unreadable("VAL-005", name=name, line=line, frame=f"{frame:g}", length=length)
    if (number >= 0) != named or (not named and number != _NAMELESS):
        raise Unreadable("VAL-004", name=name, line=line)
    if width <= 0 or height <= 0:
        raise Unreadable("VAL-007", name=name, line=line)


def _check_identities(name: str, rows: Rows) -> None:
    order = np.lexsort((rows.number, rows.frame))
    frame, number = rows.frame[order], rows.number[order]
    twice = np.flatnonzero((frame[1:] == frame[:-1]) & (number[1:] == number[:-1]))
    if len(twice):
        first = int(twice[0])
        raise Unreadable("VAL-006", name=name, frame=int(frame[first]), number=int(number[first]))


def _check_places(name: str, rows: Rows, size: tuple[int, int]) -> None:
    """A box may reach over the edge; one wholly outside belongs to another picture."""
    left, top, width, height = rows.boxes.T
    outside = (left >= size[0]) | (top >= size[1]) | (left + width <= 0) | (top + height <= 0)
    if outside.any():
        first = int(np.flatnonzero(outside)[0])
        spelt = f"{size[0]} × {size[1]}"
        raise Unreadable("VAL-008", name=name, frame=int(rows.frame[first]), size=spelt)


def _read_info(text: str) -> tuple[str, Fraction, int, tuple[int, int]]:
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(text)
        section = parser["Sequence"]
        name, rate = section["name"], _rate(section["frameRate"])
        length, width, height = (_whole(section[key], top) for key, top in _LIMITS.items())
    except KeyError as error:
        raise Unreadable("VAL-002", name="seqinfo.ini", key=str(error.args[0])) from error
    except (configparser.Error, ValueError, ZeroDivisionError) as error:
        raise Unreadable("VAL-002", name="seqinfo.ini", key=type(error).__name__) from error
    return name, rate, length, (width, height)


def _rate(text: str) -> Fraction:
    rate = Fraction(text) if len(text) <= 20 and "e" not in text.lower() else Fraction(0)
    if not 0 < rate <= 1000:
        raise ValueError(f"a frame rate lies between 0 and 1000: {text[:20]}")
    return rate


def _whole(text: str, largest: int) -> int:
    number = int(text)
    if not 1 <= number <= largest:
        raise ValueError(f"outside 1..{largest}: {number}")
    return number
