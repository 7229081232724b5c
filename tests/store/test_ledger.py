"""The case's sealed table: written whole, read back, moved with merged segments."""

import hashlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.store.samples import KEY, footage, recording, segment
from vsa_core.domain.track import LEDGER
from vsa_core.errors import Bug, Tampered, Unreadable
from vsa_core.store.ledger import (
    Ledger,
    Moved,
    ledger_of,
    ledger_path,
    listed,
    moved,
    read_ledger,
    rows_of,
    unlisted,
    write_ledger,
)
from vsa_core.store.sealed import seal
from vsa_core.store.writer import merge

NORTH, SOUTH = recording(0, 1), recording(7)


def _chains(*numbers: int) -> NDArray[np.uint32]:
    return np.array(numbers, np.uint32)


def _ledger() -> Ledger:
    first, second = segment(1, 3, number=0), segment(2, 2, number=7)
    rows = [
        rows_of(second, 1, [NORTH, SOUTH], _chains(4, 0)),
        rows_of(first, 0, [NORTH, SOUTH], _chains(2, 0, 1)),
    ]
    return ledger_of([NORTH, SOUTH], ["a" * 64, "b" * 64], rows)


def test_rows_say_what_the_segment_says_on_the_corrected_axis() -> None:
    made = segment(1, 3)
    rows = rows_of(made, 5, [SOUTH, NORTH], _chains(2, 0, 1))
    file = footage(0)
    assert rows["recording"].tolist() == [1, 1, 1]
    assert rows["segment"].tolist() == [5, 5, 5]
    assert rows["row"].tolist() == [0, 1, 2]
    assert rows["chain"].tolist() == [2, 0, 1]
    assert rows["start"].tolist() == [file.corrected(int(at)) for at in made.table["t0"]]
    assert rows["end"].tolist() == [file.corrected(int(at)) for at in made.table["t1"]]
    for name in ("kind", "mask", "offset", "count"):
        assert (rows[name] == made.table[name]).all()


def test_a_segment_of_foreign_footage_is_our_mistake() -> None:
    with pytest.raises(Bug, match="STO-015"):
        rows_of(segment(1, number=3), 0, [NORTH, SOUTH], _chains(0, 1, 2, 3, 4))


def test_rows_stand_in_order_of_recording_and_chain() -> None:
    rows = _ledger().rows
    assert rows["recording"].tolist() == [0, 0, 0, 1, 1]
    assert rows["chain"].tolist() == [0, 1, 2, 0, 4]


def test_a_recording_is_listed_with_the_clocks_it_had() -> None:
    now = listed(NORTH)
    assert now.files == (footage(0).digest, footage(1).digest)
    assert now.origins == (footage(0).corrected(0), footage(1).corrected(0))
    assert now.starts == (0, 0)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    ledger = _ledger()
    name = write_ledger(tmp_path, ledger, KEY)
    again = read_ledger(tmp_path, name, KEY)
    assert (again.recordings, again.segments) == (ledger.recordings, ledger.segments)
    assert again.rows.tobytes() == ledger.rows.tobytes()
    assert b"Porte" not in ledger_path(tmp_path, name).read_bytes()


def test_an_empty_ledger_is_written_and_read(tmp_path: Path) -> None:
    name = write_ledger(tmp_path, ledger_of([], [], []), KEY)
    assert len(read_ledger(tmp_path, name, KEY).rows) == 0


def test_a_new_ledger_lies_beside_the_old(tmp_path: Path) -> None:
    old = write_ledger(tmp_path, _ledger(), KEY)
    new = write_ledger(tmp_path, ledger_of([], [], []), KEY)
    assert len(read_ledger(tmp_path, old, KEY).rows) == 5
    assert len(read_ledger(tmp_path, new, KEY).rows) == 0


def test_damage_and_absence_are_told(tmp_path: Path) -> None:
    name = write_ledger(tmp_path, _ledger(), KEY)
    with pytest.raises(Tampered, match="STO-002"):
        read_ledger(tmp_path, name, bytes(32))
    with pytest.raises(Unreadable, match="STO-001"):
        read_ledger(tmp_path, "0" * 64, KEY)
    path = ledger_path(tmp_path, name)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(Tampered, match="STO-002"):
        read_ledger(tmp_path, name, KEY)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    write_ledger(tmp_path, _ledger(), KEY)
    data = seal(b"\x00" * 40, KEY, "segment", {})
    name = hashlib.sha256(data).hexdigest()
    ledger_path(tmp_path, name).write_bytes(data)
    with pytest.raises(Tampered, match="STO-002"):
        read_ledger(tmp_path, name, KEY)


@pytest.mark.parametrize("column", ["recording", "segment"])
def test_rows_that_point_outside_the_lists_are_refused(tmp_path: Path, column: str) -> None:
    ledger = _ledger()
    ledger.rows[column][-1] = 2
    with pytest.raises(Tampered, match="STO-003"):
        read_ledger(tmp_path, write_ledger(tmp_path, ledger, KEY), KEY)


def test_rows_out_of_order_are_refused(tmp_path: Path) -> None:
    ledger = replace(_ledger(), rows=_ledger().rows[::-1])
    with pytest.raises(Tampered, match="STO-003"):
        read_ledger(tmp_path, write_ledger(tmp_path, ledger, KEY), KEY)


def test_after_a_merge_the_rows_point_into_the_new_segment() -> None:
    made = [segment(n, 3 + n, 4 + n, number=n % 2) for n in range(3)]
    names = ["a" * 64, "b" * 64, "c" * 64]
    chains = [np.arange(len(s.table), dtype=np.uint32) + 10 * n for n, s in enumerate(made)]
    before = ledger_of(
        [NORTH], names, [rows_of(s, n, [NORTH], chains[n]) for n, s in enumerate(made)]
    )
    merged = merge([made[0], made[2]])
    moves = {names[0]: Moved("d" * 64, 0, 0), names[2]: Moved("d" * 64, 3, len(made[0].points))}
    after = moved(before, moves)
    again = [
        rows_of(merged, 0, [NORTH], np.concatenate([chains[0], chains[2]])),
        rows_of(made[1], 1, [NORTH], chains[1]),
    ]
    assert after.segments == ("d" * 64, "b" * 64)
    assert after.rows.tobytes() == ledger_of([NORTH], after.segments, again).rows.tobytes()
    assert before.segments == tuple(names)


def test_segments_sealed_since_are_told() -> None:
    assert unlisted(_ledger(), ["b" * 64, "d" * 64, "c" * 64]) == ("c" * 64, "d" * 64)
    assert unlisted(_ledger(), ["b" * 64]) == ()


def test_the_rows_are_the_domain_s() -> None:
    assert _ledger().rows.dtype == LEDGER
