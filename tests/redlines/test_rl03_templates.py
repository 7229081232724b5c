"""RL3. No biometric template is stored: nothing that rests on the disk has room for one."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest

from tests.desk.scene import Office, office
from tests.desk.scene import indexed as looked_at
from tests.store.samples import segment
from vsa_core.domain.track import LEDGER, POINT, TRACK
from vsa_core.errors import Bug, Tampered
from vsa_core.store.catalog_schema import LADDER
from vsa_core.store.layout import image, parse
from vsa_core.store.sealed import unseal

WIDEST = 64
"""Bytes of a row at most."""

LONGEST = 8
"""Numbers in one column of a row at most: a template of a person has dozens."""

BLOBS = {"name", "path"}
"""Columns of the catalogue that hold bytes: the name of a file and its path, as the system spells
them. One whose length the table itself holds at 32 is a SHA-256 (FIPS 180-4)."""


def roomy(data: bytes) -> list[str]:
    """Whatever of an HDF5 image could hold a template."""
    found = []
    with h5py.File(h5py.h5f.open_file_image(data), "r") as file:
        names: list[str] = []
        file.visit(names.append)
        found += sorted(set(names) - {"tracks", "points"})
        for name in names:
            found += [f"{name}: {fault}" for fault in wide(file[name].dtype)]
    return found


def wide(row: np.dtype[Any]) -> Iterator[str]:
    """What is too wide in the type of a row: fractions, long vectors, long rows."""
    if row.itemsize > WIDEST:
        yield f"{row.itemsize} bytes"
    fields = row.fields or {"": (row, 0)}
    for name, (kind, *_) in fields.items():
        base, shape = kind.subdtype or (kind, ())
        if base.kind not in "iu":
            yield f"{name} holds {base}"
        if int(np.prod(shape, dtype=np.int64)) > LONGEST:
            yield f"{name} holds {shape} numbers"


def blobs(ladder: Sequence[Sequence[str]]) -> list[str]:
    """Columns of the catalogue that could hold a template: bytes, and fractions."""
    columns = re.compile(r"\"?(\w+)\"? (BLOB|REAL|ANY)\b", re.IGNORECASE)
    told = "\n".join(sql for step in ladder for sql in step)
    found = {name for name, _ in columns.findall(told)} - BLOBS
    return sorted(name for name in found if f"CHECK (length({name}) = 32)" not in told)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A case that was looked at."""
    return looked_at(office(tmp_path_factory.mktemp("office")))


def images(at: Office) -> list[bytes]:
    """Every image that rests in the case, unsealed."""
    key = at.desks.indexing._tickets.archive(at.who, at.where).keys.segment
    sealed = sorted(Path(at.where.folder, "segments").glob("*.seg"))
    return [unseal(path.read_bytes(), key, "segment")[1] for path in sealed]


def test_no_segment_of_a_case_has_room_for_a_template(case: Office) -> None:
    found = images(case)
    assert found
    assert [fault for data in found for fault in roomy(data)] == []


@pytest.mark.parametrize("row", [TRACK, POINT, LEDGER])
def test_no_row_that_is_ever_written_has_room_for_one(row: np.dtype[np.void]) -> None:
    assert list(wide(row)) == []


def test_no_column_of_the_catalogue_has_room_for_one() -> None:
    assert blobs(LADDER) == []


def with_set(data: bytes) -> bytes:
    """The image and a table of appearances beside its own."""
    with h5py.File("x", "w", driver="core", backing_store=False) as out:
        with h5py.File(h5py.h5f.open_file_image(data), "r") as file:
            for name in file:
                file.copy(name, out)
            for name, value in file.attrs.items():
                out.attrs[name] = value
        out["looks"] = np.ones((3, 96), np.float32)
        out.flush()
        return bytes(out.id.get_file_image())


def with_column(data: bytes) -> bytes:
    """The image, and in each row of its tracks 96 numbers more."""
    with h5py.File("x", "w", driver="core", backing_store=False) as out:
        with h5py.File(h5py.h5f.open_file_image(data), "r") as file:
            for name, value in file.attrs.items():
                out.attrs[name] = value
            out["points"] = file["points"][:]
            tracks = file["tracks"][:]
        rows = np.zeros(len(tracks), [*TRACK.descr, ("look", "u1", (96,))])
        for name in tracks.dtype.names:
            rows[name] = tracks[name]
        out["tracks"] = rows
        out.flush()
        return bytes(out.id.get_file_image())


@pytest.mark.parametrize("fault", [with_set, with_column])
def test_a_stored_template_is_seen_and_the_reader_refuses_it(fault: Any, case: Office) -> None:
    data = fault(images(case)[0])
    assert roomy(data) != []
    with pytest.raises(Tampered, match="STO-003"):
        parse(data)


def test_the_writer_refuses_a_column_more() -> None:
    sound = segment(1)
    rows = np.zeros(len(sound.table), [*TRACK.descr, ("look", "<f4", (96,))])
    with pytest.raises(Bug, match="STO-014"):
        image(type(sound)(sound.parts, rows, sound.points))


@pytest.mark.parametrize("column", ["look BLOB NOT NULL", "likeness REAL", "look ANY"])
def test_a_column_for_templates_is_seen(column: str) -> None:
    assert len(blobs([*LADDER, [f"ALTER TABLE hits ADD COLUMN {column}"]])) == 1
