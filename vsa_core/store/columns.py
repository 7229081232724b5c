"""Rows of small integers as compressed bytes, and back without trusting their size."""

import zlib

import numpy as np

from vsa_core.domain.track import Structured
from vsa_core.errors import Tampered


def pack(rows: Structured) -> bytes:
    """The rows, byte k of every row together (shuffle), then deflated: (n,) of any flat dtype."""
    matrix = np.ascontiguousarray(rows).view(np.uint8).reshape(len(rows), rows.dtype.itemsize)
    return zlib.compress(matrix.T.tobytes(), 1)


def unpack(data: bytes, dtype: np.dtype[np.void], count: int) -> Structured:
    """`count` rows of `dtype`; Tampered (STO-003) when the bytes hold more, less, or nonsense."""
    size = count * dtype.itemsize
    inflater = zlib.decompressobj()
    try:
        plain = inflater.decompress(data, size + 1)
    except zlib.error as error:
        raise Tampered("STO-003", what="columns") from error
    if len(plain) != size or not inflater.eof or inflater.unused_data:
        raise Tampered("STO-003", what="columns")
    matrix = np.frombuffer(plain, np.uint8).reshape(dtype.itemsize, count)
    rows: Structured = np.ascontiguousarray(matrix.T).view(dtype).reshape(count)
    return rows
