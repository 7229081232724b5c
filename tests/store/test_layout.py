"""The HDF5 image: always alike when written, and read by an allow-list."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.samples import digest_of, same, segment
from vsa_core.domain.track import POINT
from vsa_core.errors import Bug, Tampered, Unreadable
from vsa_core.store.layout import image, parse
from vsa_core.store.soundness import PARTS
from vsa_core.store.writer import merge

ROOT = Path(__file__).resolve().parents[2]


@given(st.integers(0, 40), st.integers(1, 12), st.integers(0, 99))
def test_a_segment_comes_back(tracks: int, count: int, seed: int) -> None:
    made = segment(seed, tracks, count)
    assert same(parse(image(made)), made)


def test_many_parts_and_more_rows_than_a_chunk_come_back() -> None:
    large = merge([segment(n, 60, 20, n) for n in range(60)])
    assert len(large.points) > 65_536
    assert same(parse(image(large)), large)


def test_as_many_parts_as_are_allowed_fit() -> None:
    most = merge([segment(n % 7, 1, 1, n) for n in range(PARTS)])
    assert same(parse(image(most)), most)
    with pytest.raises(Bug, match="STO-014"):
        image(merge([most, segment(1)]))


def test_two_runs_give_the_same_bytes() -> None:
    code = (
        "import hashlib; from tests.store.samples import segment; "
        "from vsa_core.store.layout import image; "
        "print(hashlib.sha256(image(segment(5, 300))).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True
        ).stdout
        for _ in range(2)
    }
    assert len(runs) == 1
    assert image(segment(5, 300)) == image(segment(5, 300))


def test_nothing_of_the_machine_or_the_hour_is_in_it() -> None:
    with h5py.File(BytesIO(image(segment(5))), "r") as file:
        assert file["tracks"].id.get_create_plist().get_obj_track_times() == 0
        assert file.userblock_size == 0


def test_a_contradictory_segment_is_not_written() -> None:
    made = segment(1)
    with pytest.raises(Bug, match="STO-014"):
        image(replace(made, points=made.points[:-1]))


Edit = Callable[[Any], None]


def _edited(edit: Edit) -> bytes:
    held = BytesIO(image(segment(1)))
    with h5py.File(held, "r+", libver=("v110", "v110")) as file:
        edit(file)
    return held.getvalue()


def _again(name: str, **options: Any) -> Edit:
    def edit(file: Any) -> None:
        rows = options.pop("data", file[name][:])
        del file[name]
        settings = {
            "maxshape": (max(1, len(rows)),),
            "chunks": (max(1, len(rows)),),
            "shuffle": True,
            "compression": "gzip",
            "fletcher32": True,
        }
        file.create_dataset(name, data=rows, **{**settings, **options})

    return edit


def _link(kind: Any) -> Edit:
    def edit(file: Any) -> None:
        del file["points"]
        file["points"] = kind

    return edit


def _floats(file: Any) -> None:
    file.create_dataset("features", data=np.zeros((5, 128), np.float32))


def _float_boxes(file: Any) -> None:
    rows = file["points"][:].astype([(name, "<f4") for name in POINT.names or ()])
    _again("points", data=rows)(file)


def _named_type(file: Any) -> None:
    rows = file["points"][:]
    file["kind"] = rows.dtype
    del file["points"]
    file.create_dataset("points", data=rows, dtype=file["kind"], chunks=(len(rows),))
    del file["kind"]


def _alias(file: Any) -> None:
    del file["points"]
    file["points"] = file["tracks"]


def _group(file: Any) -> None:
    del file["points"]
    file.create_group("points")


def _virtual(file: Any) -> None:
    shape = file["points"].shape
    del file["points"]
    layout = h5py.VirtualLayout(shape, POINT)
    layout[:] = h5py.VirtualSource("/etc/passwd", "points", shape)
    file.create_virtual_dataset("points", layout)


def _external(file: Any) -> None:
    del file["points"]
    file.create_dataset("points", (100,), POINT, external=[("/etc/passwd", 0, 1200)])


def _set(name: str, value: Any) -> Edit:
    def edit(file: Any) -> None:
        file.attrs[name] = value

    return edit


EDITS: dict[str, Edit] = {
    "a vector of floats beside": _floats,
    "floats for boxes": _float_boxes,
    "a soft link": _link(h5py.SoftLink("/tracks")),
    "an external link": _link(h5py.ExternalLink("/etc/passwd", "/points")),
    "a link to the other": _alias,
    "a group": _group,
    "a virtual dataset": _virtual,
    "external storage": _external,
    "a named type": _named_type,
    "a dataset missing": lambda file: file.__delitem__("points"),
    "no filter": _again("points", shuffle=False, compression=None, fletcher32=False),
    "no checksum": _again("points", fletcher32=False),
    "another filter": _again("points", compression="lzf"),
    "whole numbers for points": _again("points", data=np.zeros(100, "<u2")),
    "room to grow": _again("points", maxshape=(None,)),
    "another chunk": _again("points", chunks=(7,)),
    "two dimensions": _again(
        "points", data=np.zeros((100, 1), POINT), maxshape=(100, 1), chunks=(100, 1)
    ),
    "an attribute more": _set("name", "Porte nord"),
    "a float attribute": _set("format", 1.0),
    "text for digests": _set("footage", digest_of(0)),
    "wide digests": _set("footage", np.zeros((1, 64), np.uint8)),
    "digests in a row": _set("footage", np.zeros(32, np.uint8)),
    "a part of nothing": _set("part", np.array([[0, 0, 9]], np.uint16)),
    "a span backwards": _set("span", np.array([[5, 4]], np.int64)),
    "no time base": _set("time_base", np.array([[1, 0]], np.int64)),
    "too many parts": _set("footage", np.zeros((PARTS + 1, 32), np.uint8)),
    "an attribute on a dataset": lambda file: file["tracks"].attrs.create("x", 1),
    "an attribute missing": lambda file: file.attrs.__delitem__("span"),
    "a part out of range": lambda file: _poke(file, "part", 3),
    "an offset out of range": lambda file: _poke(file, "offset", 10**6),
    "a count out of range": lambda file: _poke(file, "count", 2**31),
    "a class out of range": lambda file: _poke(file, "kind", 200),
}


def _poke(file: Any, name: str, value: int) -> None:
    rows = file["tracks"][:]
    rows[name][1] = value
    file["tracks"][:] = rows


@pytest.mark.parametrize("what", EDITS)
def test_anything_else_than_our_own_layout_is_refused(what: str) -> None:
    edited = _edited(EDITS[what])
    assert edited != image(segment(1))
    with pytest.raises(Tampered, match="STO-003"):
        parse(edited)


def test_the_editing_itself_is_not_what_is_refused() -> None:
    def rewrite(file: Any) -> None:
        file["tracks"][:] = file["tracks"][:]

    assert same(parse(_edited(rewrite)), segment(1))


def test_a_newer_format_is_told_as_such() -> None:
    with pytest.raises(Unreadable, match="STO-004"):
        parse(_edited(lambda file: file.attrs.modify("format", np.uint32(2))))


@pytest.mark.parametrize("data", [b"", b"\x89HDF\r\n\x1a\n", b"not HDF5 at all" * 100])
def test_bytes_that_are_no_hdf5_are_refused(data: bytes) -> None:
    with pytest.raises(Tampered, match="STO-003"):
        parse(data)


def test_an_image_too_large_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vsa_core.store.layout.LIMIT", 100)
    with pytest.raises(Tampered, match="size"):
        parse(image(segment(1)))
