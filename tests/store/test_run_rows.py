"""Runs, slices, stretches and segments in the catalogue."""

from dataclasses import replace

import pytest

from tests.store.samples import SLICE, digest_of, footage
from vsa_core.domain.coverage import Level, Looked, Stretch
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import SegmentRecord
from vsa_core.domain.provenance import digest
from vsa_core.errors import Bug, Fault, WrongUsage
from vsa_core.store.catalog import Catalog
from vsa_core.store.run_rows import Run, RunRows, Slice

SCAN = {"detector": "motion", "level": "scan"}
NAMELESS = Stretch(Span(0, 1), None, None)  # type: ignore[arg-type]  # to be refused
FULL = {"detector": "yolo", "level": "full"}


@pytest.fixture
def runs(catalog: Catalog) -> RunRows:
    for number in (2, 1, 0):
        catalog.footage.add(footage(number))
    catalog.runs.add(SCAN)
    return catalog.runs


def _name(number: int) -> str:
    return f"{number:064x}"


def _slice(place: int, segment: int | None, run: str = digest(SCAN), file: int = 0) -> Slice:
    start = place * SLICE
    stretches = (
        Stretch(Span(start, start + 100), Looked.UNDECODABLE, None),
        Stretch(Span(start + 100, start + SLICE), Looked.LOOKED, Level.SCAN),
    )
    name = None if segment is None else _name(segment)
    return Slice(run, digest_of(file), Span(start, start + SLICE), name, stretches)


def _record(number: int, run: str = digest(SCAN), file: int = 0) -> SegmentRecord:
    return SegmentRecord(_name(number), "Porte nord", (digest_of(file),), 3, 60, run)


def test_a_run_is_recorded_once_under_the_digest_of_its_fields(runs: RunRows) -> None:
    first = runs.add(SCAN)
    second = runs.add(FULL)
    assert runs.add(SCAN) == first == Run(1, digest(SCAN), SCAN)
    assert runs.get(digest(FULL)) == second == Run(2, digest(FULL), FULL)
    assert runs.all() == (first, second)
    with pytest.raises(WrongUsage, match="STO-015"):
        runs.get("none")


def test_a_finished_slice_comes_back_with_all_it_brought(runs: RunRows) -> None:
    runs.finish(_slice(1, None), None)
    runs.finish(_slice(0, 1), _record(1))
    assert runs.slices(digest_of(0)) == (_slice(0, 1), _slice(1, None))
    assert runs.slices(digest_of(1)) == ()
    assert runs.segments() == (_record(1),)
    assert runs.segment(_name(1)) == _record(1)
    assert runs.stretches(digest_of(0)) == _slice(0, 1).stretches + _slice(1, None).stretches
    with pytest.raises(WrongUsage, match="STO-015"):
        runs.segment(_name(2))


BROKEN = [
    (_slice(0, 1), _record(1)),
    (_slice(1, 2), None),
    (_slice(1, None), _record(2)),
    (_slice(1, 2), _record(3)),
    (_slice(1, 2, run="unknown"), _record(2, run="unknown")),
    (_slice(1, 2, file=9), _record(2)),
    (_slice(1, 2), _record(2, file=9)),
    (replace(_slice(1, 2), stretches=(NAMELESS,)), _record(2)),
]


@pytest.mark.parametrize(("done", "record"), BROKEN)
def test_finishing_is_all_or_nothing(
    runs: RunRows, done: Slice, record: SegmentRecord | None
) -> None:
    runs.finish(_slice(0, 1), _record(1))
    with pytest.raises((Bug, AttributeError)):
        runs.finish(done, record)
    assert runs.slices(digest_of(0)) == (_slice(0, 1),)
    assert runs.segments() == (_record(1),)


def test_a_finer_look_supersedes_the_slices_inside_it(runs: RunRows) -> None:
    full = runs.add(FULL).digest
    for place in range(3):
        runs.finish(_slice(place, place), _record(place))
    finer = Slice(full, digest_of(0), Span(0, 2 * SLICE), _name(9), _slice(0, 0).stretches)
    runs.finish(finer, _record(9, full))
    assert runs.slices(digest_of(0)) == (finer, _slice(2, 2))
    assert runs.slices(digest_of(0), superseded=True) == (_slice(0, 0), _slice(1, 1))
    assert [record.name for record in runs.segments()] == [_name(2), _name(9)]
    assert runs.segment(_name(0)) == _record(0), "what the first answer named stays known"
    assert _name(0) in runs.names_on_disk()


def test_a_segment_lives_while_one_of_its_slices_does(runs: RunRows) -> None:
    full = runs.add(FULL).digest
    runs.finish(_slice(0, 0), _record(0))
    runs.finish(_slice(1, 1), _record(1))
    runs.replace([_name(0), _name(1)], _record(5))
    runs.finish(_slice(0, None, full), None)
    assert runs.segments() == (_record(5),)
    runs.finish(_slice(1, None, full), None)
    assert runs.segments() == ()


def test_a_look_that_overlaps_only_partly_is_refused(runs: RunRows) -> None:
    full = runs.add(FULL).digest
    runs.finish(_slice(0, 0), _record(0))
    half = replace(_slice(0, None, full), span=Span(SLICE // 2, 2 * SLICE))
    with pytest.raises(Bug, match="STO-018"):
        runs.finish(half, None)
    runs.finish(replace(half, span=Span(SLICE, 2 * SLICE)), None)
    assert len(runs.slices(digest_of(0))) == 2


def test_a_merged_segment_takes_the_place_of_several(runs: RunRows) -> None:
    for place in range(3):
        runs.finish(_slice(place, place), _record(place))
    merged = replace(_record(7), tracks=6, points=120)
    runs.replace([_name(0), _name(2)], merged)
    assert {record.name for record in runs.segments()} == {_name(1), _name(7)}
    assert [one.segment for one in runs.slices(digest_of(0))] == [_name(7), _name(1), _name(7)]
    assert runs.names_on_disk() == {_name(1), _name(7)}
    assert runs.stretches(digest_of(0)) == sum((_slice(n, n).stretches for n in range(3)), ())


def test_segments_stand_in_an_order_that_their_names_do_not_decide(runs: RunRows) -> None:
    places = [(2, 0, 9), (0, 1, 3), (1, 0, 5), (0, 0, 7)]
    for file, place, name in places:
        runs.finish(_slice(place, name, file=file), _record(name, file=file))
    assert [int(record.name, 16) for record in runs.segments()] == [7, 3, 5, 9]


def test_nothing_is_replaced_by_halves(runs: RunRows) -> None:
    runs.finish(_slice(0, 0), _record(0))
    with pytest.raises(Fault):
        runs.replace([_name(0)], _record(0))
    assert runs.segments() == (_record(0),)
