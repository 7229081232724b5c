"""Pieces become whole tracks: against the same, made one point at a time."""

import numpy as np
import pytest
from hypothesis import given

from tests.store.worlds import RECORDING, Piece, pieces, world
from vsa_core.domain.track import Tracks
from vsa_core.errors import Tampered
from vsa_core.store.assembly import assemble


def _assembled(drawn: list[Piece]) -> Tracks:
    ledger, memory = world(drawn)
    return assemble(RECORDING, ledger.rows, lambda n: memory.read(ledger.segments[n]))


def _expected(drawn: list[Piece], chain: int) -> list[Piece]:
    """The pieces of a track in the ledger's order: by start, then as they were laid down."""
    return sorted((p for p in drawn if p.chain == chain), key=lambda piece: piece.times()[0])


@given(pieces)
def test_every_point_is_there_in_time_order(drawn: list[Piece]) -> None:
    tracks = _assembled(drawn)
    chains = sorted({piece.chain for piece in drawn})
    assert tracks.number.tolist() == chains
    for row, chain in enumerate(chains):
        points = tracks.points_of(row)
        made = [
            (at, *(float(point[name]) for name in ("x", "y", "w", "h")))
            for piece in _expected(drawn, chain)
            for at, point in zip(piece.times(), piece.points, strict=True)
        ]
        found = zip(*(column[points].tolist() for column in _columns(tracks)), strict=True)
        assert list(found) == sorted(made, key=lambda point: point[0])


def _columns(tracks: Tracks) -> tuple[np.ndarray, ...]:
    return tracks.t, tracks.x, tracks.y, tracks.w, tracks.h


@given(pieces)
def test_each_point_keeps_its_address(drawn: list[Piece]) -> None:
    tracks = _assembled(drawn)
    files = {file.digest: file for file in RECORDING.files}
    for at, pts, part in zip(tracks.t, tracks.pts, tracks.part, strict=True):
        assert files[tracks.parts[part].footage].corrected(int(pts)) == at


@given(pieces)
def test_the_whole_takes_after_its_pieces(drawn: list[Piece]) -> None:
    tracks = _assembled(drawn)
    for row, chain in enumerate(tracks.number.tolist()):
        own = _expected(drawn, chain)
        points = sum(len(piece.points) for piece in own)
        total = sum(piece.score * len(piece.points) for piece in own)
        assert tracks.score[row] == (2 * total + points) // (2 * points)
        longest = max(own, key=lambda piece: len(piece.points))
        place = next(n for n, piece in enumerate(drawn) if piece is longest)
        assert tracks.colours[row][0] == 1 + (place % 3) % 14


def test_the_shapes_and_types_are_those_of_the_domain() -> None:
    tracks = _assembled([])
    assert len(tracks) == 0
    assert tracks.starts.tolist() == [0]
    assert tracks.parts == ()
    wanted = [np.uint32, np.uint8, np.uint8, np.uint8, np.int64, np.int64, np.int64, np.uint16]
    found = [
        getattr(tracks, name).dtype
        for name in ("number", "kind", "score", "colours", "starts", "t", "pts", "part")
    ]
    assert found == [np.dtype(one) for one in wanted]
    assert {column.dtype for column in _columns(tracks)[1:]} == {np.dtype(np.float64)}
    assert tracks.colours.shape == (0, 8)


def test_the_shape_of_the_picture_comes_along() -> None:
    stream = RECORDING.files[0].stream
    assert stream is not None
    assert _assembled([]).picture == (stream.width, stream.height)


@given(pieces.filter(bool))
def test_a_ledger_that_disagrees_with_a_segment_is_refused(drawn: list[Piece]) -> None:
    for name, value in (("row", 99), ("offset", 7000), ("count", 77), ("kind", 3), ("mask", 0)):
        ledger, memory = world(drawn)
        ledger.rows[name][0] = value
        with pytest.raises(Tampered, match="STO-016"):
            assemble(RECORDING, ledger.rows, list(memory.segments.values()).__getitem__)
