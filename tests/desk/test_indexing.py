from pathlib import Path

import pytest

from tests.desk.records import denied, last, quiet, records
from tests.desk.scene import HOUR, MOTIVE, START, Office, crossing, film, hits, office
from vsa_core.desk.footage import Admission
from vsa_core.desk.indexing import Indexed
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Coverage, Level, Looked
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import ClockClaim, Window
from vsa_core.errors import Refused

SECOND = 1_000_000


def index(at: Office, level: Level = Level.FULL, cameras: tuple[str, ...] = ()) -> Indexed:
    """Have the case looked at."""
    return at.desks.indexing.index(at.who, at.where, level, cameras, MOTIVE, quiet, lambda: False)


def coverage(at: Office) -> Coverage:
    """The coverage of the usual question."""
    last_batch = list(at.desks.queries.ask(at.who, at.where, crossing(), MOTIVE))[-1]
    assert last_batch.coverage is not None
    return last_batch.coverage


def stretched(at: Office, footage: Footage) -> list[tuple[int, int, Looked]]:
    """What became of a file, in seconds from its first picture."""
    assert footage.stream is not None
    rate = footage.stream.time_base.denominator
    archive = at.desks.cases._tickets.archive(at.who, at.where)
    return [
        (s.span.start // rate, s.span.end // rate, s.looked)
        for s in archive.catalogue.runs.stretches(footage.digest)
    ]


def another(at: Office, path: Path, clock: ClockClaim | None) -> Footage:
    admission = Admission(str(path), "rue", "S2", clock)
    return at.desks.footage.admit(at.who, at.where, admission, MOTIVE)


def test_the_order_and_its_end_are_recorded(ready: Office) -> None:
    asked, done = [r for r in records(ready.home) if r["act"] in (Act.INDEX, Act.RESULT)][:2]
    assert (asked["act"], done["act"]) == (Act.INDEX, Act.RESULT)
    assert asked["about"]["level"] == "full"
    assert asked["about"]["cameras"] == ["rue"]
    assert asked["models"] == [asked["about"]["detector"].removeprefix("motion:")]
    assert done["about"]["of"] == asked["seq"]
    assert done["question"] == asked["question"]
    assert done["about"]["failures"] == []
    assert done["about"]["tracks"] >= 1


def test_what_was_done_is_told_and_how_far_it_is(fresh: Office) -> None:
    heard: list[tuple[int, int, str]] = []

    def listen(done: int, total: int, what: str) -> None:
        heard.append((done, total, what))

    indexed = fresh.desks.indexing.index(
        fresh.who, fresh.where, Level.FULL, (), MOTIVE, listen, lambda: False
    )
    assert (indexed.files, indexed.slices, indexed.frames) == (1, 1, 120)
    assert indexed.points > indexed.tracks >= 1
    assert (indexed.detector, indexed.named, indexed.tracker) == ("motion", False, "twostage")
    assert not indexed.cancelled
    assert indexed.failures == ()
    assert [done for done, _, _ in heard] == sorted(done for done, _, _ in heard)
    assert {(total, what) for _, total, what in heard} == {(12_000, "rue.mp4")}
    assert heard[-1][0] > 11_000


def test_asking_twice_does_nothing_twice(fresh: Office) -> None:
    first = index(fresh)
    (hit,) = hits(fresh)
    again = index(fresh)
    assert (again.slices, again.frames, again.tracks) == (0, 0, 0)
    assert again.run == first.run
    assert [h.name for h in hits(fresh)] == [hit.name]


def test_another_level_takes_the_place_of_the_first_and_back(fresh: Office) -> None:
    first = index(fresh, Level.SCAN)
    assert {s.level for s in coverage(fresh).stretches} == {Level.SCAN}
    assert index(fresh, Level.STANDARD).slices == 1
    assert {s.level for s in coverage(fresh).stretches} == {Level.STANDARD}
    assert len(hits(fresh)) == 1
    back = index(fresh, Level.SCAN)
    assert back.slices == 1
    assert back.run != first.run
    assert {s.level for s in coverage(fresh).stretches} == {Level.SCAN}


def test_a_file_outside_the_window_is_not_looked_at(tmp_path: Path) -> None:
    at = office(tmp_path, window=Window(START - HOUR, START))
    indexed = index(at)
    assert (indexed.slices, indexed.frames) == (0, 0)
    assert stretched(at, at.footage) == []
    assert {s.looked for s in coverage(at).stretches} == {Looked.OUTSIDE_BASIS}


def test_a_file_partly_outside_is_looked_at_inside_only(tmp_path: Path) -> None:
    at = office(tmp_path, window=Window(START + 3 * SECOND, START + 8 * SECOND))
    indexed = index(at)
    assert indexed.frames == 50
    assert stretched(at, at.footage) == [(3, 8, Looked.LOOKED)]
    told = coverage(at)
    assert told.microseconds(Looked.LOOKED) == 5 * SECOND
    assert told.microseconds(Looked.OUTSIDE_BASIS) == 7 * SECOND


def test_a_file_whose_time_nobody_claimed_is_not_looked_at(fresh: Office, tmp_path: Path) -> None:
    untimed = another(fresh, film(tmp_path / "b.mp4", 3, seed=2), None)
    index(fresh)
    assert stretched(fresh, untimed) == []
    assert coverage(fresh).microseconds(Looked.OUTSIDE_CLOCK) == 3 * SECOND
    claim = ClockClaim(START + HOUR // 2, 0, 0, "alice")
    fresh.desks.footage.claim_clock(fresh.who, fresh.where, untimed.digest, claim, MOTIVE)
    assert index(fresh).slices == 1
    assert stretched(fresh, untimed) == [(0, 3, Looked.LOOKED)]


def test_a_time_that_nobody_claimed_is_in_no_window_however_wide(tmp_path: Path) -> None:
    at = office(tmp_path, window=Window(0, START + HOUR))
    untimed = another(at, film(tmp_path / "b.mp4", 3, seed=2), None)
    assert index(at, Level.SCAN).slices == 1
    assert stretched(at, untimed) == []


def test_a_file_that_is_gone_is_a_failure_and_the_rest_is_looked_at(
    fresh: Office, tmp_path: Path
) -> None:
    claim = ClockClaim(START - HOUR // 2, HOUR, 0, "alice")
    gone = another(fresh, film(tmp_path / "b.mp4", 3, seed=2), claim)
    Path(gone.path).unlink()
    indexed = index(fresh)
    assert indexed.failures == (("b.mp4", "SRC-005"),)
    assert indexed.files == 1
    assert last(fresh.home)["about"]["failures"] == ["SRC-005"]
    assert coverage(fresh).microseconds(Looked.NOT_INDEXED) == 3 * SECOND
    assert len(hits(fresh)) == 1


def test_the_name_of_a_failed_file_stays_out_of_the_journal(fresh: Office, tmp_path: Path) -> None:
    claim = ClockClaim(START + HOUR // 2, 0, 0, "alice")
    gone = another(fresh, film(tmp_path / "private name.mp4", 3, seed=2), claim)
    Path(gone.path).unlink()
    index(fresh)
    assert "private name" not in str(records(fresh.home))


def test_a_camera_outside_the_basis_is_refused(fresh: Office) -> None:
    with pytest.raises(Refused, match="LAW-007"):
        index(fresh, cameras=("cour",))
    assert denied(fresh.home) == ("alice", "index", "LAW-007")


def test_only_the_cameras_asked_for_are_looked_at(tmp_path: Path) -> None:
    at = office(tmp_path, cameras=("rue", "cour"))
    assert index(at, cameras=("cour",)).files == 0
    assert index(at, cameras=("rue",)).files == 1


def test_stopped_halfway_nothing_half_done_is_kept_and_it_can_go_on(fresh: Office) -> None:
    indexed = fresh.desks.indexing.index(
        fresh.who, fresh.where, Level.FULL, (), MOTIVE, quiet, lambda: True
    )
    assert indexed.cancelled
    assert indexed.slices == 0
    assert last(fresh.home)["about"]["cancelled"] is True
    assert stretched(fresh, fresh.footage) == []
    assert index(fresh).slices == 1
