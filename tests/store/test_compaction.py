"""Small segments become large ones; every track stays where a question finds it."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.keys.dying import deaths
from tests.store.samples import KEY, SLICE, case, digest_of, footage, recording, segment
from vsa_core.domain.footage import Recording
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import SegmentRecord, Wanted
from vsa_core.domain.track import Tracks
from vsa_core.store import compaction
from vsa_core.store.catalog import Catalog
from vsa_core.store.compaction import compact, groups
from vsa_core.store.ledger import ledger_of, read_ledger, rows_of, write_ledger
from vsa_core.store.run_rows import Slice
from vsa_core.store.shelf import Shelf
from vsa_core.store.stacks import Stacks
from vsa_core.store.writer import Segments

WHOLE = recording(0, 1)
NORTH = WHOLE.camera


def _filled(folder: Path) -> Catalog:
    """Six small segments over two files, and the ledger over them."""
    catalog = Catalog.create(folder, KEY, case())
    run = catalog.runs.add({"level": "full"}).digest
    files = Segments(folder, KEY)
    names: list[str] = []
    rows = []
    for number in range(2):
        catalog.footage.add(footage(number))
        for place in range(3):
            made = segment(10 * number + place, 4, 20, number, place)
            record = files.write(made, "Porte nord", run)
            span = Span(place * SLICE, (place + 1) * SLICE)
            catalog.runs.finish(Slice(run, digest_of(number), span, record.name, ()), record)
            chains = np.arange(4, dtype=np.uint32) + 3 * len(names)  # the last goes on in the next
            rows.append(rows_of(made, len(names), [WHOLE], chains))
            names.append(record.name)
    catalog.set_ledgers({NORTH: write_ledger(folder, ledger_of([WHOLE], names, rows), KEY)})
    return catalog


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Catalog]:
    catalog = _filled(tmp_path)
    yield catalog
    catalog.close()


def _tracks(folder: Path, catalog: Catalog, of: Recording = WHOLE) -> Tracks:
    names = catalog.ledgers()
    ledger = read_ledger(folder, names[NORTH], KEY)
    live = {record.name for record in catalog.runs.segments()}
    assert set(ledger.segments) == live, "the ledger points into segments that are not in force"
    stacks = Stacks(Segments(folder, KEY), lambda name: read_ledger(folder, name, KEY))
    return Shelf(stacks, names).tracks(of, Wanted())


def _same(a: Tracks, b: Tracks) -> bool:
    columns = (name for name in Tracks.__slots__ if name != "parts")
    return a.parts == b.parts and all(
        np.array_equal(getattr(a, name), getattr(b, name)) for name in columns
    )


def test_a_question_gets_the_same_tracks_from_fewer_files(filled: Catalog, tmp_path: Path) -> None:
    before = _tracks(tmp_path, filled)
    assert len(before) == 19
    assert compact(tmp_path, filled, Segments(tmp_path, KEY), KEY, NORTH) == 6
    assert _same(_tracks(tmp_path, filled), before)
    assert len(list((tmp_path / "segments").iterdir())) == 1
    assert len(list((tmp_path / "ledgers").iterdir())) == 1
    assert filled.runs.segments()[0].points == 6 * 80
    assert compact(tmp_path, filled, Segments(tmp_path, KEY), KEY, NORTH) == 0


def test_a_case_without_a_ledger_is_compacted_too(tmp_path: Path) -> None:
    catalog = _filled(tmp_path)
    with catalog.transaction():
        catalog._database.do("DELETE FROM ledgers")
    assert compact(tmp_path, catalog, Segments(tmp_path, KEY), KEY, NORTH) == 6
    assert catalog.ledgers() == {}
    catalog.close()


def test_what_is_merged_does_not_depend_on_how_it_was_sealed(tmp_path: Path) -> None:
    images = []
    for name in "ab":
        (tmp_path / name).mkdir()
        catalog = _filled(tmp_path / name)
        files = Segments(tmp_path / name, KEY)
        compact(tmp_path / name, catalog, files, KEY, NORTH)
        (record,) = catalog.runs.segments()
        images.append(files.read(record.name).points.tobytes())
        catalog.close()
    assert images[0] == images[1]


def _compact(folder: Path) -> None:
    catalog = Catalog(folder, KEY)
    compact(folder, catalog, Segments(folder, KEY), KEY, NORTH)
    catalog.close()


def test_killed_at_each_step_no_track_is_lost(tmp_path: Path) -> None:
    catalog = _filled(tmp_path)
    before = _tracks(tmp_path, catalog)
    catalog.close()
    steps = 0
    for _ in deaths(lambda: _compact(tmp_path)):
        again = Catalog(tmp_path, KEY)
        assert _same(_tracks(tmp_path, again), before)
        again.sweep()
        assert _same(_tracks(tmp_path, again), before)
        done = len(again.runs.segments()) == 1
        again.close()
        steps += 1
        if done:
            break
    assert steps > 20
    _compact(tmp_path)
    again = Catalog(tmp_path, KEY)
    assert _same(_tracks(tmp_path, again), before)
    again.close()


def _records(*told: tuple[str, str, int]) -> list[SegmentRecord]:
    return [
        SegmentRecord(f"{n:064x}", camera, (), 1, points, run)
        for n, (camera, run, points) in enumerate(told)
    ]


class _Same:
    """A shelf on which every name is the same small segment."""

    def read(self, name: str) -> object:
        return segment(1, 1)


def _sizes(monkeypatch: pytest.MonkeyPatch, *told: tuple[str, str, int]) -> list[list[int]]:
    found = groups(_records(*told), _Same())  # type: ignore[arg-type]  # reads only
    return [[int(record.name, 16) for record in group.records] for group in found]


def test_neighbours_of_one_camera_and_run_are_grouped_until_they_are_enough(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small, large = ("n", "r", 24_000), ("n", "r", 40_000)
    assert _sizes(monkeypatch, small, small, small, small) == [[0, 1], [2, 3]]
    assert _sizes(monkeypatch, small, large, small) == [[0, 2]]
    assert _sizes(monkeypatch, small, ("s", "r", 1), ("s", "q", 1), ("s", "q", 1)) == [[2, 3]]
    assert _sizes(monkeypatch, small) == []
    assert _sizes(monkeypatch) == []
    monkeypatch.setattr(compaction, "PARTS", 2)
    assert _sizes(monkeypatch, *[("n", "r", 1)] * 5) == [[0, 1], [2, 3]]
