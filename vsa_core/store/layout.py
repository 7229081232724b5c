"""A segment as an HDF5 image in memory, written always alike and read by an allow-list."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import h5py
import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.moment import Span
from vsa_core.domain.track import POINT, TRACK, Part, Segment, Structured
from vsa_core.errors import Bug, Tampered, Unreadable
from vsa_core.store.differences import differenced, summed
from vsa_core.store.soundness import PARTS, POINTS, TRACKS, fault_of

FORMAT = 1
LIMIT = 2**28
"""Bytes of the largest image that is parsed."""

VERSION = ("v110", "v110")  # a fixed file format: "latest" moves with the library
LEVEL = 4  # gzip; 6 gains 1 % and costs twice

_SETS = {"tracks": (TRACK, TRACKS, 16_384), "points": (POINT, POINTS, 65_536)}
_FILTERS = sorted((h5py.h5z.FILTER_SHUFFLE, h5py.h5z.FILTER_DEFLATE, h5py.h5z.FILTER_FLETCHER32))
_ATTRIBUTES = {
    "format": (np.dtype("<u4"), ()),
    "footage": (np.dtype("u1"), (32,)),
    "time_base": (np.dtype("<i8"), (2,)),
    "span": (np.dtype("<i8"), (2,)),
    "part": (np.dtype("<u2"), (3,)),
}


def image(segment: Segment) -> bytes:
    """The HDF5 image: datasets `tracks` and `points`, attributes `format` and the parts.

    Points are kept as differences (store.differences), with shuffle, gzip and
    Fletcher-32; no timestamp, nothing of the machine: the same segment gives
    the same bytes. Raises Bug (STO-014) when the segment contradicts itself.
    """
    fault = fault_of(segment)
    if fault:
        raise Bug("STO-014", what=fault)
    with h5py.File("segment", "w", driver="core", backing_store=False, libver=VERSION) as file:
        for name, value in _described(segment.parts).items():
            file.attrs.create(name, value)
        _add(file, "tracks", segment.table)
        _add(file, "points", differenced(segment.points, _offsets(segment)))
        file.flush()
        return bytes(file.id.get_file_image())


def _described(parts: tuple[Part, ...]) -> dict[str, NDArray[Any]]:
    """Digests, time bases and spans, each once; a part says which of each it has."""
    told = [
        (part.footage, (part.time_base.numerator, part.time_base.denominator), part.span)
        for part in parts
    ]
    digests, bases, spans = (
        {value: number for number, value in enumerate(dict.fromkeys(column))}
        for column in (zip(*told, strict=True) if told else ((), (), ()))
    )
    numbers = [(digests[name], bases[base], spans[span]) for name, base, span in told]
    hashes = [np.frombuffer(bytes.fromhex(name), np.uint8) for name in digests]
    return {
        "format": np.array(FORMAT, "<u4"),
        "footage": np.array(hashes, np.uint8).reshape(-1, 32),
        "time_base": np.array(list(bases), "<i8").reshape(-1, 2),
        "span": np.array([(span.start, span.end) for span in spans], "<i8").reshape(-1, 2),
        "part": np.array(numbers, "<u2").reshape(-1, 3),
    }


def _add(file: Any, name: str, rows: Structured) -> None:
    room, chunk = _shape_of(name, len(rows))
    file.create_dataset(
        name,
        data=rows,
        maxshape=room,
        chunks=chunk,
        shuffle=True,
        compression="gzip",
        compression_opts=LEVEL,
        fletcher32=True,
        track_times=False,
    )


def _shape_of(name: str, rows: int) -> tuple[tuple[int], tuple[int]]:
    room = max(1, rows)
    return (room,), (min(room, _SETS[name][2]),)


def parse(data: bytes) -> Segment:
    """The segment in an authenticated image.

    Only what `image` writes is let through: exact names, types, filters and
    sizes, no link, no external storage, and no other column: a vector of
    floats, in which a template of a person could hide, is refused (red line).
    Raises Tampered (STO-003) otherwise, Unreadable (STO-004) for a newer format.
    """
    if len(data) > LIMIT:
        raise Tampered("STO-003", what="size")
    try:
        with h5py.File(h5py.h5f.open_file_image(data), "r") as file:
            segment = _read(file)
    except (OSError, RuntimeError, KeyError, ValueError, TypeError) as error:
        raise Tampered("STO-003", what="HDF5") from error
    _demand(fault_of(segment))
    return replace(segment, points=summed(segment.points, _offsets(segment)))


def _offsets(segment: Segment) -> NDArray[np.int64]:
    return segment.table["offset"].astype(np.int64)


def _demand(fault: str) -> None:
    if fault:
        raise Tampered("STO-003", what=fault)


def _read(file: Any) -> Segment:
    _demand("" if set(file.attrs) == set(_ATTRIBUTES) else "attributes")
    found = int(_attribute(file, "format"))
    if found != FORMAT:
        raise Unreadable("STO-004", found=found, known=FORMAT)
    _demand("" if sorted(file) == sorted(_SETS) else "names")
    return Segment(_parts(file), _rows(file, "tracks"), _rows(file, "points"))


def _attribute(file: Any, name: str) -> NDArray[Any]:
    kind, tail = _ATTRIBUTES[name]
    held = file.attrs.get_id(name)
    count = held.shape[: len(held.shape) - len(tail)]
    expected = () if name == "format" else (count[0] if len(count) == 1 else -1,)
    sound = held.dtype == kind and held.shape == expected + tail and sum(expected) <= PARTS
    _demand("" if sound else f"attribute {name}")
    return np.asarray(file.attrs[name])


def _parts(file: Any) -> tuple[Part, ...]:
    listed = ("footage", "time_base", "span")
    footage, bases, spans = columns = [_attribute(file, name) for name in listed]
    parts = _attribute(file, "part")
    inside = (parts < np.array([len(column) for column in columns])).all()
    _demand("" if inside and (bases > 0).all() else "parts")
    digests = [digest.tobytes().hex() for digest in footage]
    times = [Fraction(top, bottom) for top, bottom in bases.tolist()]
    lengths = [Span(start, end) for start, end in spans.tolist()]
    return tuple(Part(digests[f], times[b], lengths[s]) for f, b, s in parts.tolist())


def _rows(file: Any, name: str) -> Structured:
    link = file.get(name, getlink=True)
    _demand("" if type(link) is h5py.HardLink else f"link {name}")
    dataset = file[name]
    _demand("" if type(dataset) is h5py.Dataset else f"object {name}")
    _demand(_fault_in(dataset, name))
    rows: Structured = dataset[:]
    return rows


def _fault_in(dataset: Any, name: str) -> str:
    kind, most, _ = _SETS[name]
    made = dataset.id.get_create_plist()
    if made.get_layout() != h5py.h5d.CHUNKED or made.get_external_count():
        return f"storage {name}"
    if dataset.dtype != kind or dataset.id.get_type().committed() or len(dataset.attrs):
        return f"type {name}"
    if dataset.ndim != 1 or len(dataset) > most:
        return f"size {name}"
    if (dataset.maxshape, dataset.chunks) != _shape_of(name, len(dataset)):
        return f"chunks {name}"
    filters = sorted(made.get_filter(place)[0] for place in range(made.get_nfilters()))
    return "" if filters == _FILTERS else f"filters {name}"
