"""A made-up appearance that is easy to find again, and the search for it in all that is left."""

import base64
import gc
import json
import weakref
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import ClassVar

import h5py
import numpy as np
from numpy.typing import NDArray

from vsa_core.desk.archive import Archive
from vsa_core.domain.ports import Picture
from vsa_core.errors import Tampered
from vsa_core.keys.subkeys import CaseKeys
from vsa_core.store.sealed import MAGIC, unseal
from vsa_core.vision.appearance import LENGTH

Floats = NDArray[np.float32]

_SONG = np.random.default_rng(20_260_305).random(LENGTH)
LOOK = (_SONG / np.linalg.norm(_SONG)).astype(np.float32)
"""The appearance of everything: a unit vector, as the house's own embedder gives."""

KINDS = ("segment", "ledger", "packets", "thumbnail", "log")
"""What is ever sealed under a key of a case."""


class Traced(np.ndarray):  # type: ignore[type-arg]  # any type, any shape
    """An array that is counted as long as it lives, and everything computed from it too."""

    born: ClassVar[list["weakref.ref[Traced]"]] = []

    def __array_finalize__(self, source: object) -> None:
        Traced.born.append(weakref.ref(self))

    @classmethod
    def alive(cls) -> int:
        """How many are still held by somebody."""
        gc.collect()
        cls.born[:] = [one for one in cls.born if one() is not None]
        return len(cls.born)


class Canary:
    """The embedder that gives the made-up appearance; `heard` is called each time."""

    def __init__(self, heard: Callable[[Floats], object] = lambda looks: None) -> None:
        self.given = 0
        self._heard = heard

    def embed(self, picture: Picture, boxes: Floats) -> Floats:
        looks = np.tile(LOOK, (len(boxes), 1)).view(Traced)
        self.given += len(boxes)
        self._heard(looks)
        return looks


def traces() -> tuple[bytes, ...]:
    """How two numbers of the appearance may stand in bytes: as fractions, as text, as hex."""
    pair = LOOK[2:4]
    raw = [pair.astype(kind).tobytes() for kind in ("<f4", "<f8", ">f4", ">f8")]
    told = f"{pair[0]:.6g}"[:8].encode()
    return (*raw, told, pair.tobytes().hex().encode(), base64.b64encode(LOOK.tobytes())[16:40])


def leaks(folder: Path, archive: Archive, journal: Path) -> list[str]:
    """Every place below `folder`, in the case or in the journal where the appearance lies."""
    found = [str(p.relative_to(folder)) for p in _files(folder) if _sings(p, archive.keys)]
    rows = archive.catalogue._database
    for (table,) in rows.rows("SELECT name FROM sqlite_master WHERE type = 'table'"):
        values = [value for row in rows.rows(f'SELECT * FROM "{table}"') for value in row]
        if any(_heard(_bytes(value)) for value in values):
            found.append(f"table {table}")
    return found + [f"journal {n}" for n, data in _sealed(journal, archive.keys) if _heard(data)]


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _sings(path: Path, keys: CaseKeys) -> bool:
    data = path.read_bytes()
    if not data.startswith(MAGIC):
        return any(_heard(one) for one in _unfolded(data))
    return any(_heard(one) for plain in _opened(data, keys) for one in _unfolded(plain))


def _opened(data: bytes, keys: CaseKeys) -> Iterator[bytes]:
    """What a sealed file holds; AssertionError for one that no key of the case opens."""
    for kind in KINDS:
        for key in (keys.segment, keys.thumbnail, keys.log, keys.catalogue):
            try:
                yield unseal(data, key, kind)[1]
                return
            except Tampered:
                continue
    raise AssertionError("a sealed file that no key of the case opens")


def _unfolded(data: bytes) -> Iterator[bytes]:
    """The bytes, and whatever is folded in them: columns of HDF5, files of a zip, deflated rows."""
    yield data
    if zipfile.is_zipfile(BytesIO(data)):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    if data.startswith(b"\x89HDF"):
        with h5py.File(BytesIO(data), "r") as file:
            names: list[str] = []
            file.visit(names.append)
            for name in names:
                if isinstance(file[name], h5py.Dataset):
                    yield np.asarray(file[name]).tobytes()
    for at in range(min(len(data), 4096)):
        if data[at : at + 1] == b"\x78":
            try:
                yield zlib.decompressobj().decompress(data[at:])
            except zlib.error:
                continue


def _sealed(journal: Path, keys: CaseKeys) -> Iterator[tuple[int, bytes]]:
    """The sealed part of each record that the case's log key opens."""
    for path in sorted(journal.glob("*/audit.jsonl")):
        for number, line in enumerate(path.read_bytes().splitlines()):
            sealed = json.loads(line.partition(b"\t")[0])["sealed"]
            if not sealed:
                continue
            try:
                yield number, unseal(base64.b64decode(sealed), keys.log, "log")[1]
            except Tampered:
                continue


def _heard(data: bytes) -> bool:
    return any(trace in data for trace in traces())


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogateescape")
