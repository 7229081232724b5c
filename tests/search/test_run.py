"""Answers: never without the right receipt, never hits alone, never less coverage than asked."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.events.worlds import tracks
from tests.search.archive import (
    MINUTE,
    Shelf,
    crossing,
    footage,
    grant,
    looked,
    of_file,
    pedigree,
    planned,
    window,
)
from vsa_core.domain.coverage import Looked
from vsa_core.domain.footage import Footage
from vsa_core.domain.geometry import Line, Point
from vsa_core.domain.query import Query, Setting
from vsa_core.domain.receipt import Receipt
from vsa_core.domain.track import Tracks
from vsa_core.errors import Bug, Fault, Tampered, Unreadable
from vsa_core.search.plan import Plan
from vsa_core.search.run import Batch, Failure, answer, follow, run

QUERY = Query("line_crossing", place=Line(Point(10_000, 30_000), Point(50_000, 30_000)))
A, B, C = footage("a"), footage("b", at=20 * MINUTE), footage("c", "south")


def _plan(*files: Footage, query: Query = QUERY) -> Plan:
    known = {f.digest: looked(f) for f in files}
    return planned(
        query,
        grant("north", "south"),
        files,
        known,
        {f.digest: pedigree(f.digest[0]) for f in files},
    )


def _receipt(made: Plan) -> Receipt:
    return Receipt(7, "e" * 64, made.query.digest)


def _batches(made: Plan, held: dict[str, Tracks | Fault], size: int = 100) -> list[Batch]:
    return list(run(made, _receipt(made), Shelf(held), size))


def _crossings(file: Footage, count: int) -> Tracks:
    return of_file(tracks(*(crossing(5000 * i + 1000) for i in range(count))), file)


def test_a_receipt_of_another_question_opens_nothing() -> None:
    made = _plan(A)
    shelf = Shelf({})
    other = Receipt(7, "e" * 64, replace(QUERY, direction="to_left").digest)
    with pytest.raises(Bug) as refusal:
        run(made, other, shelf, 10)
    assert refusal.value.code == "ASK-001"
    assert shelf.asked == []


def test_a_batch_holds_a_hit_at_least() -> None:
    made = _plan(A)
    with pytest.raises(Bug, match="ASK-004"):
        run(made, _receipt(made), Shelf({}), 0)


def test_nothing_found_is_an_answer_with_coverage() -> None:
    query = replace(QUERY, cameras=("north",))
    (batch,) = _batches(_plan(A, query=query), {})
    assert (batch.hits, batch.last, batch.running) == ((), True, query.digest)
    assert batch.coverage is not None
    assert batch.coverage.complete


def test_nothing_to_search_is_an_answer_too() -> None:
    made = planned(QUERY, grant("north"), [A], {}, {})
    (batch,) = _batches(made, {})
    assert batch.coverage is not None
    assert [s.looked for s in batch.coverage.stretches] == [Looked.NOT_INDEXED]


def test_every_recording_is_asked_for_what_is_wanted() -> None:
    made = _plan(A, B, C)
    shelf = Shelf({A.digest: _crossings(A, 2), C.digest: _crossings(C, 1)})
    found = answer(run(made, _receipt(made), shelf, 10))
    assert shelf.asked == [(s.recording.name, s.wanted) for s in made.searches()]
    assert [hit.event.camera for hit in found.hits] == ["north", "north", "south"]
    assert found.coverage == made.coverage


@given(st.integers(0, 9), st.integers(1, 5))
def test_batches_share_the_hits_out_and_the_running_digest_does_not_care(
    count: int, size: int
) -> None:
    held: dict[str, Tracks | Fault] = {A.digest: _crossings(A, count)}
    made = _plan(A)
    batches, whole = _batches(made, held, size), _batches(made, held, 1000)[-1]
    assert tuple(hit for batch in batches for hit in batch.hits) == whole.hits
    assert len(whole.hits) == count
    assert all(1 <= len(batch.hits) <= size for batch in batches[:-1])
    assert [batch.last for batch in batches] == [False] * (len(batches) - 1) + [True]
    assert all(batch.coverage is None for batch in batches[:-1])
    running = made.query.digest
    for batch in batches:
        for hit in batch.hits:
            running = follow(running, hit)
        assert batch.running == running
    assert batches[-1].running == whole.running


def test_hits_that_waited_leave_before_the_next_recording_is_read() -> None:
    held: dict[str, Tracks | Fault] = {A.digest: _crossings(A, 2), B.digest: _crossings(B, 1)}
    made, shelf = _plan(A, B), Shelf(held)
    batches = run(made, _receipt(made), shelf, 100, lambda: True)
    first = next(batches)
    assert (len(first.hits), first.last) == (2, False)
    assert [name for name, _ in shelf.asked] == [A.digest]
    assert answer([first, *batches]).hits == _batches(made, held)[-1].hits


def test_two_runs_give_the_same_answer() -> None:
    held: dict[str, Tracks | Fault] = {A.digest: _crossings(A, 5)}
    assert _batches(_plan(A), held, 2) == _batches(_plan(A), held, 2)


def test_an_unreadable_recording_becomes_coverage_and_the_rest_is_answered() -> None:
    query = replace(QUERY, window=window(-MINUTE, 40 * MINUTE))
    made = _plan(A, B, query=query)
    fault = Unreadable("STO-001", name="x")
    (batch,) = _batches(made, {A.digest: fault, B.digest: _crossings(B, 1)})
    assert batch.failures == (Failure(A.digest, "STO-001"),)
    assert len(batch.hits) == 1
    assert batch.coverage is not None
    assert batch.coverage.asked == made.coverage.asked
    fates = {s.footage: s.looked for s in batch.coverage.stretches if s.footage}
    assert fates == {A.digest: Looked.UNDECODABLE, B.digest: Looked.LOOKED}
    assert batch.coverage.microseconds(Looked.NO_FOOTAGE) == made.coverage.microseconds(
        Looked.NO_FOOTAGE
    )


def test_stretches_of_no_length_outlive_a_failure() -> None:
    blind = footage("d", pictures=False)
    made = planned(
        QUERY, grant("north"), [A, blind], {A.digest: looked(A)}, {A.digest: pedigree("a")}
    )
    (batch,) = _batches(made, {A.digest: Unreadable("STO-001", name="x")})
    assert batch.coverage is not None
    assert [s.footage for s in batch.coverage.stretches] == [A.digest, blind.digest]


def test_tampering_ends_the_answer() -> None:
    made = _plan(A, B)
    told = run(made, _receipt(made), Shelf({A.digest: Tampered("STO-002", name="x")}), 10)
    with pytest.raises(Tampered, match="STO-002"):
        list(told)


def test_hits_found_before_tampering_were_full_batches_only() -> None:
    made = _plan(A, B)
    held: dict[str, Tracks | Fault] = {
        A.digest: _crossings(A, 3),
        B.digest: Tampered("STO-002", name="x"),
    }
    told = run(made, _receipt(made), Shelf(held), 2)
    assert len(next(told).hits) == 2
    with pytest.raises(Tampered):
        next(told)


def test_an_answer_without_its_last_batch_is_none() -> None:
    made = _plan(A)
    batches = _batches(made, {A.digest: _crossings(A, 3)}, 2)
    assert len(answer(batches).hits) == 3
    with pytest.raises(Bug, match="ASK-005"):
        answer(batches[:-1])


def _paired(**values: int) -> Query:
    settings = tuple(Setting(name, value, value, value) for name, value in values.items())
    return Query("then", parts=(QUERY, QUERY), settings=settings)


def test_a_pair_leaves_before_the_rest_of_the_archive_is_opened() -> None:
    later = footage("e", at=600 * MINUTE)
    made = _plan(A, later, query=_paired(within=60_000))
    shelf = Shelf({A.digest: _crossings(A, 3), later.digest: _crossings(later, 3)})
    told = run(made, _receipt(made), shelf, 1)
    (hit,) = next(told).hits
    assert [part.track for part in hit.event.parts] == [1, 2]
    assert {name for name, _ in shelf.asked} == {A.digest}
    assert len(answer(told).hits) == 3


def test_a_recording_that_cannot_be_read_fails_once_and_pairs_with_nothing() -> None:
    held: dict[str, Tracks | Fault] = {
        A.digest: _crossings(A, 2),
        C.digest: Unreadable("STO-001", name="x"),
    }
    long = footage("c", "south", length=600 * MINUTE)
    made = _plan(A, long, query=_paired(within=60_000, same_camera=0))
    (batch,) = _batches(made, held)
    assert len(batch.hits) == 1
    assert batch.failures == (Failure(C.digest, "STO-001"),)
    assert batch.coverage is not None
    assert {s.looked for s in batch.coverage.stretches if s.camera == "south"} == {
        Looked.UNDECODABLE
    }


@given(st.integers(1, 6), st.integers(1, 4))
def test_pairs_are_shared_out_like_all_hits(count: int, size: int) -> None:
    made = _plan(A, B, C, query=_paired(within=3_600_000, same_camera=0))
    held: dict[str, Tracks | Fault] = {f.digest: _crossings(f, count) for f in (A, B, C)}
    batches, whole = _batches(made, held, size), _batches(made, held, 1000)[-1]
    assert tuple(hit for batch in batches for hit in batch.hits) == whole.hits
    assert batches[-1].running == whole.running
    times = [hit.event.parts[1].start.corrected or 0 for hit in whole.hits]
    assert times == sorted(times)
