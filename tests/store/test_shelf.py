"""The shelf of tracks: prunes, opens what it must, refuses what is out of date."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given

from tests.store.samples import KEY, footage, recording, segment
from tests.store.worlds import RECORDING, SECONDS, Piece, pieces, shelf_over, wanted, world
from vsa_core.domain.footage import Recording
from vsa_core.domain.moment import ClockClaim
from vsa_core.domain.ports import TrackShelf, Wanted
from vsa_core.errors import Unreadable
from vsa_core.store.ledger import ledger_of, rows_of
from vsa_core.store.writer import Segments, merge


@given(pieces, wanted())
def test_a_pruned_answer_is_part_of_the_whole_and_opens_no_more(
    drawn: list[Piece], question: Wanted
) -> None:
    ledger, memory = world(drawn)
    shelf: TrackShelf = shelf_over(memory, ledger)
    some = shelf.tracks(RECORDING, question)
    opened = len(memory.opened)
    whole = shelf_over(memory, ledger).tracks(RECORDING, Wanted())
    assert opened <= len(memory.opened) - opened <= len(memory.segments)
    for row, number in enumerate(some.number.tolist()):
        same = whole.number.tolist().index(number)
        assert (some.t[some.points_of(row)] == whole.t[whole.points_of(same)]).all()
        assert (some.x[some.points_of(row)] == whole.x[whole.points_of(same)]).all()


def test_a_question_about_nothing_opens_nothing() -> None:
    ledger, memory = world([_piece(0), _piece(1)])
    tracks = shelf_over(memory, ledger).tracks(RECORDING, Wanted(kinds=frozenset({8})))
    assert len(tracks) == 0
    assert memory.opened == []


def _piece(chain: int) -> Piece:
    points = segment(chain, 1).points
    return Piece(chain, 0, 1, 200, 0, points)


def test_only_the_tracks_of_the_numbers_chosen_come_back() -> None:
    ledger, memory = world([_piece(chain) for chain in range(5)])
    chosen = shelf_over(memory, ledger).chosen(RECORDING, np.array([1, 3], np.uint32))
    whole = shelf_over(memory, ledger).tracks(RECORDING, Wanted())
    assert chosen.number.tolist() == [1, 3]
    assert chosen.x[chosen.points_of(0)].tolist() == whole.x[whole.points_of(1)].tolist()


def test_a_recording_that_was_never_indexed_has_no_tracks() -> None:
    ledger, memory = world([_piece(0)])
    assert len(shelf_over(memory, ledger).tracks(recording(40), Wanted())) == 0


def test_a_file_admitted_since_leaves_the_answer_as_it_was() -> None:
    ledger, memory = world([_piece(0)])
    longer = Recording("Porte nord", (*RECORDING.files, footage(2, seconds=SECONDS)))
    assert len(shelf_over(memory, ledger).tracks(longer, Wanted())) == 1


def test_another_clock_makes_the_table_out_of_date() -> None:
    ledger, memory = world([_piece(0)])
    first, second = RECORDING.files
    moved = Recording("Porte nord", (first, replace(second, clock=ClockClaim(0, 0, 0, "B"))))
    with pytest.raises(Unreadable, match="STO-011"):
        shelf_over(memory, ledger).tracks(moved, Wanted())
    shorter = Recording("Porte nord", (first,))
    with pytest.raises(Unreadable, match="STO-011"):
        shelf_over(memory, ledger).tracks(shorter, Wanted())


def test_two_recordings_joined_since_make_the_table_out_of_date() -> None:
    apart = [recording(0), recording(1)]
    rows = rows_of(segment(1), 0, apart, np.arange(5, dtype=np.uint32))
    ledger = ledger_of(apart, ["0" * 64], [rows])
    with pytest.raises(Unreadable, match="STO-011"):
        shelf_over(world([])[1], ledger).tracks(recording(0, 1), Wanted())


def test_over_real_sealed_files_of_several_recordings(tmp_path: Path) -> None:
    """Tracks of one recording only, though a merged segment holds another's too."""
    both = [recording(0, 1), recording(7)]
    made = merge([segment(1, 4, number=0), segment(2, 3, number=7)])
    files = Segments(tmp_path, KEY)
    name = files.write(made, "Porte nord", "r").name
    rows = rows_of(made, 0, both, np.array([3, 2, 1, 0, 0, 1, 2], np.uint32))
    shelf = shelf_over(files, ledger_of(both, [name], [rows]))
    north, south = (shelf.tracks(one, Wanted()) for one in both)
    assert (len(north), len(south)) == (4, 3)
    assert [part.footage for part in north.parts] == [footage(0).digest]
    assert [part.footage for part in south.parts] == [footage(7).digest]
    assert north.x[north.points_of(3)].tolist() == made.points["x"][:20].tolist()
