"""Indexing through real rooms: what is finished stays finished, whatever kills the program."""

from pathlib import Path
from threading import Thread

import pytest

from tests.desk.records import quiet
from tests.desk.scene import HOUR, MOTIVE, START, Office, crossing, film, indexed, office
from tests.pipeline.dying import finished, index_and_die, prepare
from vsa_core.audit.review import read
from vsa_core.desk.footage import Admission
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import ClockClaim, Window
from vsa_core.errors import Tampered
from vsa_core.store.layout import image

SECOND = 1_000_000


def slices(at: Office) -> list[tuple[str, tuple[int, int]]]:
    archive = at.desks.indexing._tickets.archive(at.who, at.where)
    found = archive.catalogue.runs.slices(at.footage.digest)
    return [(done.run, (done.span.start, done.span.end)) for done in found]


def run(at: Office, level: Level = Level.FULL, cancel: bool = False):
    return at.desks.indexing.index(
        at.who, at.where, level, (), MOTIVE, lambda done, total, what: None, lambda: cancel
    )


def test_asking_again_redoes_nothing(fresh: Office) -> None:
    first, second = run(fresh), run(fresh)
    assert first.slices == 1
    assert second.slices == 0
    assert second.run == first.run
    assert len(slices(fresh)) == 1


def test_a_file_of_which_nothing_may_be_looked_at_is_not_counted(tmp_path: Path) -> None:
    at = office(tmp_path, window=Window(START - HOUR, START))
    assert run(at).files == 0


def test_another_level_supersedes_the_slice(fresh: Office) -> None:
    full, standard = run(fresh), run(fresh, Level.STANDARD)
    assert standard.run != full.run
    assert [name for name, _ in slices(fresh)] == [standard.run]
    again = run(fresh)
    assert again.slices == 1
    assert [name for name, _ in slices(fresh)] == [again.run]


def test_a_lost_segment_is_made_again_by_asking_again(fresh: Office) -> None:
    first = run(fresh)
    archive = fresh.desks.indexing._tickets.archive(fresh.who, fresh.where)
    (record,) = archive.catalogue.runs.segments()
    archive.segments.path(record.name).unlink()
    again = run(fresh)
    assert again.slices == 1
    assert again.run != first.run
    (made,) = archive.catalogue.runs.segments()
    assert len(archive.segments.read(made.name).table) == record.tracks


def test_a_cancelled_run_leaves_no_slice_and_goes_on_later(fresh: Office) -> None:
    assert run(fresh, cancel=True).cancelled
    assert slices(fresh) == []
    assert run(fresh).slices == 1


def test_progress_reaches_the_length_of_the_footage(fresh: Office) -> None:
    told: list[tuple[int, int]] = []
    fresh.desks.indexing.index(
        fresh.who,
        fresh.where,
        Level.FULL,
        (),
        MOTIVE,
        lambda done, total, what: told.append((done, total)),
        lambda: False,
    )
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert {total for _, total in told} == {12_000}
    assert (told[0][0], told[-1][0]) == (0, 12_000)


def progress_of(at: Office, level: Level = Level.FULL) -> list[tuple[int, int]]:
    """What progress was told while indexing."""
    told: list[tuple[int, int]] = []

    def progress(done: int, total: int, what: str) -> None:
        told.append((done, total))

    at.desks.indexing.index(at.who, at.where, level, (), MOTIVE, progress, lambda: False)
    return told


def test_what_an_earlier_call_finished_is_not_waited_for(fresh: Office) -> None:
    run(fresh)
    assert progress_of(fresh) == [(0, 0)]
    assert progress_of(fresh, Level.STANDARD)[-1] == (12_000, 12_000)


def test_what_the_basis_leaves_out_is_not_waited_for(tmp_path: Path) -> None:
    at = office(tmp_path, window=Window(START - HOUR, START + 5 * SECOND))
    told = progress_of(at)
    assert {total for _, total in told} == {5_000}
    assert told[-1][0] == 5_000


def test_what_cannot_be_looked_at_is_no_longer_waited_for(fresh: Office, tmp_path: Path) -> None:
    other = film(tmp_path / "other.mp4", 4, seed=3)
    clock = ClockClaim(START + 60 * SECOND, 0, 0, "alice")
    admission = Admission(str(other), "rue", "S2", clock)
    fresh.desks.footage.admit(fresh.who, fresh.where, admission, MOTIVE)
    other.unlink()
    told = progress_of(fresh)
    assert told[0] == (0, 16_000)
    assert told[-1] == (12_000, 12_000)


class Impatient:
    """Asks to stop from the nth time it is asked on, and says when it was asked."""

    def __init__(self, patience: int) -> None:
        self.asked = 0
        self._patience = patience

    def __call__(self) -> bool:
        self.asked += 1
        return self.asked > self._patience


def test_a_run_may_be_stopped_while_a_file_is_hashed_before_or_after(fresh: Office) -> None:
    def stopped(patience: int) -> bool:
        cancel = Impatient(patience)
        return fresh.desks.indexing.index(
            fresh.who, fresh.where, Level.FULL, (), MOTIVE, quiet, cancel
        ).cancelled

    assert stopped(0)
    assert slices(fresh) == []
    whole = Impatient(10**9)
    fresh.desks.indexing.index(fresh.who, fresh.where, Level.FULL, (), MOTIVE, quiet, whole)
    fresh.desks.indexing.index(fresh.who, fresh.where, Level.SCAN, (), MOTIVE, quiet, whole)
    known = slices(fresh)
    assert stopped(whole.asked) is False
    assert slices(fresh) != known
    assert whole.asked > 2 * 120  # each frame, also of the background


def test_a_file_touched_before_a_run_was_stopped_is_noticed(fresh: Office) -> None:
    asked = Impatient(2)

    def cancel() -> bool:
        if asked():
            Path(fresh.footage.path).touch()
            return True
        return False

    with pytest.raises(Tampered, match="SRC-009"):
        fresh.desks.indexing.index(fresh.who, fresh.where, Level.FULL, (), MOTIVE, quiet, cancel)
    assert slices(fresh) == []


def test_nothing_is_locked_while_somebody_is_asked_whether_to_stop(fresh: Office) -> None:
    """A pause is a callback that does not return: another thread must get through meanwhile."""
    heard: list[int] = []

    def asks() -> None:
        heard.append(len(fresh.desks.footage.listed(fresh.who, fresh.where)))
        list(fresh.desks.queries.ask(fresh.who, fresh.where, crossing(), MOTIVE))

    def cancel() -> bool:
        if len(heard) < 3:
            other = Thread(target=asks, daemon=True)
            other.start()
            other.join(60)
            assert not other.is_alive()
        return False

    fresh.desks.indexing.index(fresh.who, fresh.where, Level.FULL, (), MOTIVE, quiet, cancel)
    assert heard == [1, 1, 1]


def test_two_runs_give_the_same_bytes_of_observations(tmp_path: Path) -> None:
    images = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        at = indexed(office(folder))
        archive = at.desks.indexing._tickets.archive(at.who, at.where)
        (record,) = archive.catalogue.runs.segments()
        images.append(image(archive.segments.read(record.name)))
    assert images[0] == images[1]


def test_fifty_kills_lose_no_finished_slice_and_double_none(tmp_path: Path) -> None:
    """kill -9 at fifty instants: a restart begins at most one slice that had been begun before."""
    prepare(tmp_path)
    level, kills, known = Level.FULL, 0, []
    for attempt in range(400):
        begun = index_and_die(tmp_path, level, 5 + 13 * (attempt % 11))
        done = finished(tmp_path)
        spans = [span for _, span in done]
        assert len(spans) == len(set(spans))
        assert [s for s in known if s not in done] == [] or level_changed(known, done)
        fresh = [s for s in done if s not in known]
        assert len(begun) - len(fresh) <= 1
        kills += len(begun) - len(fresh)
        known = done
        if kills >= 50:
            return
        if len(begun) == len(fresh):  # it ended by itself: look again, more or less closely
            level = Level.STANDARD if level is Level.FULL else Level.FULL
    pytest.fail(f"only {kills} children were killed within a slice")


def level_changed(known: list, done: list) -> bool:
    """Whether slices went only because a run of another level supersedes them one by one."""
    new = {span for run, span in done if (run, span) not in known}
    return {span for run, span in known if (run, span) not in done} <= new


def test_a_killed_indexing_is_aborted_in_the_journal(tmp_path: Path) -> None:
    prepare(tmp_path)
    index_and_die(tmp_path, Level.FULL, 1)
    finished(tmp_path)
    acts = [logged.act for logged in read(tmp_path / "home" / "audit")]
    ends = acts.count(Act.ABORTED) + acts.count(Act.RESULT)
    assert acts.count(Act.INDEX) == ends == 1
    assert Act.ABORTED in acts
