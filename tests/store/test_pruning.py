"""Pruning rules out no answer, and does rule out something."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.store.worlds import Piece, pieces, wanted, world
from vsa_core.domain.naming import FAIR_SHARE
from vsa_core.domain.ports import Wanted
from vsa_core.domain.track import LEDGER
from vsa_core.store.pruning import EVERYWHERE, kept, touches, whole_kinds


def _whole_kind(drawn: list[Piece], chain: int) -> int:
    """The kind with the most points, counted one by one; 9 (vehicle) yields to 4 or 6."""
    votes: dict[int, int] = {}
    for piece in drawn:
        if piece.chain == chain:
            votes[piece.kind] = votes.get(piece.kind, 0) + len(piece.points)
    total = sum(votes.values())
    if 9 in votes:
        finer = {kind: votes.pop(kind) for kind in (4, 6) if kind in votes}
        fair = [k for k in finer if finer[k] / total >= FAIR_SHARE]
        name = max(fair, key=lambda kind: (finer[kind], -kind)) if fair else 9
        votes[name] = votes.pop(9) + sum(finer.values())
    return max(votes, key=lambda kind: (votes[kind], kind != 0, -kind))


def _answers(drawn: list[Piece], question: Wanted) -> set[int]:
    """Tracks of a wanted kind with one point inside both the window and the cells."""
    found = set()
    for piece in drawn:
        if question.kinds and _whole_kind(drawn, piece.chain) not in question.kinds:
            continue
        for at, cell in zip(piece.times(), piece.cells(), strict=True):
            late = question.start is None or at >= question.start
            early = question.end is None or at < question.end
            if late and early and question.cells >> cell & 1:
                found.add(piece.chain)
    return found


@given(pieces, wanted())
def test_no_track_with_a_point_inside_is_lost(drawn: list[Piece], question: Wanted) -> None:
    ledger, _ = world(drawn)
    rows = kept(ledger.rows, question)
    assert _answers(drawn, question) <= set(rows["chain"].tolist())


@given(pieces, wanted())
def test_what_is_kept_is_kept_whole(drawn: list[Piece], question: Wanted) -> None:
    ledger, _ = world(drawn)
    rows = kept(ledger.rows, question)
    stays = np.isin(ledger.rows["chain"], rows["chain"])
    assert rows.tobytes() == ledger.rows[stays].tobytes()


@given(pieces)
def test_the_whole_kind_is_the_one_with_most_points(drawn: list[Piece]) -> None:
    ledger, _ = world(drawn)
    chains, counts = np.unique(ledger.rows["chain"], return_counts=True)
    kinds = whole_kinds(ledger.rows, counts)
    assert kinds.tolist() == [_whole_kind(drawn, int(chain)) for chain in chains]


def _straight(a: int, b: int) -> set[int]:
    """Cells that the line between the middles of two cells crosses, by walking it finely."""
    (row, column), (to_row, to_column) = divmod(a, 8), divmod(b, 8)
    steps = np.linspace(0, 1, 200)
    rows = np.floor(row + 0.5 + (to_row - row) * steps).astype(int)
    columns = np.floor(column + 0.5 + (to_column - column) * steps).astype(int)
    return set((8 * rows + columns).tolist())


@given(st.integers(0, 63), st.integers(0, 63), st.integers(0, 63))
def test_an_object_seen_on_both_sides_of_a_place_was_in_it(a: int, b: int, place: int) -> None:
    masks = np.array([1 << a | 1 << b], np.uint64)
    if place in _straight(a, b):
        assert touches(masks, 1 << place)[0]


def test_a_place_off_the_rectangle_is_ruled_out() -> None:
    masks = np.array([0b110 | 1 << 18, 1 << 63, 0], np.uint64)  # rows 0..2, columns 1..2
    inside = [bit for bit in range(64) if touches(masks, 1 << bit)[0]]
    assert inside == [1, 2, 9, 10, 17, 18]
    assert [bit for bit in range(64) if touches(masks, 1 << bit)[1]] == [63]
    assert not touches(masks, EVERYWHERE)[2]


def test_a_window_is_half_open() -> None:
    rows = np.zeros(1, LEDGER)
    rows["start"], rows["end"], rows["count"] = 10, 20, 2
    assert len(kept(rows, Wanted(start=20))) == 1
    assert len(kept(rows, Wanted(start=21))) == 0
    assert len(kept(rows, Wanted(end=11))) == 1
    assert len(kept(rows, Wanted(end=10))) == 0


def test_a_track_that_was_hidden_during_the_window_stays() -> None:
    rows = np.zeros(2, LEDGER)
    rows["start"], rows["end"], rows["count"] = [0, 80], [10, 90], 2
    assert len(kept(rows, Wanted(start=30, end=50))) == 2
