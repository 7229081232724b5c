"""One call of indexing: whoever looks, the same observations; whatever fails, the rest goes on."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.records import last
from tests.desk.scene import MOTIVE, SECRET
from tests.pipeline import scripts
from tests.pipeline.street import Street, slices_of, street, two_films
from vsa_core import looking
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Level, Looked
from vsa_core.errors import Tampered, Unreadable
from vsa_core.pipeline import priority
from vsa_core.pipeline.looker import Looker
from vsa_core.store.writer import Segments

Films = dict[str, tuple[Path, ...]]


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Films:
    return two_films(tmp_path_factory.mktemp("films"), 6)


@pytest.fixture(scope="module")
def usual(films: Films, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The digest of what the program itself sees, undisturbed."""
    at = street(tmp_path_factory.mktemp("usual"), films)
    assert at.index().slices == 6
    return at.digest()


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_however_many_look_the_observations_are_the_same(
    workers: int, films: Films, usual: str, tmp_path: Path
) -> None:
    at = street(tmp_path, films, workers)
    done = at.index()
    assert (done.files, done.slices, done.failures) == (2, 6, ())
    assert at.digest() == usual
    assert at.progress[-1][:2] == (12_000, 12_000)
    assert [one[0] for one in at.progress] == sorted(one[0] for one in at.progress)


def test_every_camera_has_something_early(films: Films, tmp_path: Path) -> None:
    at = street(tmp_path, films)
    at.index()
    names = [what for done, _, what in at.progress if done]
    assert names[:4] == ["cour.mp4", "rue.mp4"] * 2


def fates(at: Street) -> dict[str, list[Looked]]:
    found: dict[str, list[Looked]] = {}
    for name, _, _, stretches, _ in at.seen():
        found.setdefault(name, []).extend(s.looked for s in stretches)
    return found


def test_a_slice_that_ends_two_workers_is_put_in_quarantine_and_the_rest_is_looked_at(
    films: Films, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = street(tmp_path, films, 2)
    footage = at.archive.catalogue.footage.all()
    start = 2 * footage[0].stream.time_base.denominator
    monkeypatch.setattr(looking, "WORKER", scripts.dying_at(start))
    done = at.index()
    assert sorted(done.failures) == [("cour.mp4", "SRC-035"), ("rue.mp4", "SRC-035")]
    assert (done.files, done.slices, done.quarantined) == (2, 6, 2)
    for looked in fates(at).values():
        assert looked.count(Looked.QUARANTINED) == 1
        assert len(looked) > 1
    told = last(tmp_path / "home")["about"]
    assert (told["quarantined"], told["failures"]) == (2, ["SRC-035", "SRC-035"])
    monkeypatch.undo()
    assert at.index().slices == 0, "what is in quarantine kills nobody a third time"
    again = at.index(Level.FULL)
    assert again.slices == 6
    assert Looked.QUARANTINED not in {fate for looked in fates(at).values() for fate in looked}


def test_one_that_dies_once_costs_one_slice_looked_at_twice(
    films: Films, usual: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flag = tmp_path / "case" / "home" / "models" / "died"  # where a fenced process may write
    once = scripts.script(
        f"""
def observe(*rest):
    if not os.path.exists({str(flag)!r}):
        open({str(flag)!r}, "w").close()
        os._exit(9)
    return usual(*rest)
looker.observe = observe
"""
    )
    at = street(tmp_path / "case", films, 2)
    monkeypatch.setattr(looking, "WORKER", once)
    done = at.index()
    assert (done.slices, done.quarantined, done.failures) == (6, 0, ())
    assert flag.exists()
    assert at.digest() == usual


def only(name: str, fault: Exception) -> Callable[..., object]:
    """A way of looking that fails on one file."""
    look = Looker._looked

    def looked(self, order, poll, tell):
        if order.footage.name == name:
            raise fault
        return look(self, order, poll, tell)

    return looked


def test_a_file_that_cannot_be_read_is_a_failure_and_the_rest_goes_on(
    films: Films, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = street(tmp_path, films)
    with monkeypatch.context() as patch:
        patch.setattr(Looker, "_looked", only("rue.mp4", Unreadable("SRC-026", name="rue.mp4")))
        done = at.index()
    assert done.failures == (("rue.mp4", "SRC-026"),)
    assert (done.files, done.slices) == (1, 3)
    assert at.progress[-1][:2] == (6_000, 6_000)
    assert at.index().slices == 3, "the disk is back: the work goes on from there"


def test_tampering_stops_everything(
    films: Films, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = street(tmp_path, films)
    monkeypatch.setattr(Looker, "_looked", only("rue.mp4", Tampered("SRC-009", name="rue.mp4")))
    with pytest.raises(Tampered, match="SRC-009"):
        at.index()
    assert last(tmp_path / "home")["act"] == Act.ABORTED
    assert {name for name, *_ in at.seen()} == {"cour.mp4"}


def copied(films: Films, folder: Path) -> Films:
    """The films where they may be touched."""
    folder.mkdir()
    moved: Films = {}
    for camera, paths in films.items():
        moved[camera] = tuple(folder / path.name for path in paths)
        for path, copy in zip(paths, moved[camera], strict=True):
            copy.write_bytes(path.read_bytes())
    return moved


def after_the_first(at: Street, act: Callable[[], object]) -> Street:
    """Do something once the first slice is put down."""
    finish = at.archive.catalogue.runs.finish
    acted: list[object] = []

    def finished(*rest):
        finish(*rest)
        if not acted:
            acted.append(act())

    at.archive.catalogue.runs.finish = finished
    return at


def test_a_disk_unplugged_in_the_middle_is_no_tampering_and_nothing_is_lost(
    films: Films, usual: str, tmp_path: Path
) -> None:
    mine = copied(films, tmp_path / "films")
    (path,) = mine["cour"]
    away = path.with_suffix(".away")
    at = after_the_first(street(tmp_path / "case", mine), lambda: path.rename(away))
    done = at.index()
    assert done.failures == (("cour.mp4", "SRC-005"),)
    kept = [row for row in at.seen() if row[0] == "cour.mp4"]
    assert len(kept) == 1
    away.rename(path)
    assert at.index().failures == ()
    assert at.digest() == usual


def test_a_file_touched_in_the_middle_is_noticed_at_its_next_slice(
    films: Films, tmp_path: Path
) -> None:
    mine = copied(films, tmp_path / "films")
    (path,) = mine["cour"]
    at = after_the_first(street(tmp_path / "case", mine), path.touch)
    with pytest.raises(Tampered, match="SRC-009"):
        at.index()
    assert len([row for row in at.seen() if row[0] == "cour.mp4"]) == 1


def test_a_full_disk_stops_with_its_own_words_and_the_work_goes_on_later(
    films: Films, usual: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = street(tmp_path, films)
    write, left = Segments.write, [2]

    def full(self, *rest):
        if not left[0]:
            raise Unreadable("STO-021", name="segment")
        left[0] -= 1
        return write(self, *rest)

    with monkeypatch.context() as patch:
        patch.setattr(Segments, "write", full)
        with pytest.raises(Unreadable, match="STO-021"):
            at.index()
    told = last(tmp_path / "home")
    assert (told["act"], told["about"]["code"]) == (Act.ABORTED, "STO-021")
    at.index()
    assert at.digest() == usual


def test_key_pictures_of_everything_come_first_where_there_is_much_to_do(
    films: Films, usual: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(priority, "PATIENCE", dict.fromkeys(priority.PATIENCE, 0))
    at = street(tmp_path, films)
    put: list[tuple[str, Level | None]] = []
    finish = at.archive.catalogue.runs.finish

    def finished(done, record):
        put.append((done.footage, done.stretches[0].level))
        finish(done, record)

    at.archive.catalogue.runs.finish = finished
    done = at.index()
    assert [level for _, level in put] == [Level.SCAN] * 6 + [Level.STANDARD] * 6
    assert len({footage for footage, _ in put[:2]}) == 2
    assert (done.firsts, done.slices) == (6, 6)
    assert at.digest() == usual
    assert at.progress[-1][0] == at.progress[-1][1] == 12_000 + 2_100
    told = last(tmp_path / "home")["about"]
    assert (told["first_slices"], told["slices"]) == (6, 6)


def test_what_was_looked_at_once_needs_no_first_look(
    films: Films, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(priority, "PATIENCE", dict.fromkeys(priority.PATIENCE, 0))
    at = street(tmp_path, films)
    assert at.index(Level.SCAN).firsts == 0
    assert at.index().firsts == 0
    assert at.index(Level.FULL).firsts == 0


def test_stopped_after_the_first_pass_there_is_something_to_ask(
    films: Films, usual: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(priority, "PATIENCE", dict.fromkeys(priority.PATIENCE, 0))
    at = street(tmp_path, films)
    runs = at.archive.catalogue.runs

    def enough() -> bool:
        footage = at.archive.catalogue.footage.all()
        return all(len(runs.slices(one.digest)) == 3 for one in footage)

    with slices_of(2):
        stopped = at.desks.indexing.index(
            at.who, at.where, Level.STANDARD, (), MOTIVE, lambda *told: None, enough
        )
    assert stopped.cancelled
    assert (stopped.firsts, stopped.slices) == (6, 0)
    assert {Looked.SKIPPED, Looked.LOOKED} >= {f for looked in fates(at).values() for f in looked}
    again = at.index()
    assert (again.firsts, again.slices) == (0, 6)
    assert at.digest() == usual


def test_processes_hold_no_key_of_the_case(films: Films, tmp_path: Path) -> None:
    """What they are told in words: settings, a film, a span. Neither key nor passphrase."""
    at = street(tmp_path, films, 1)
    crew = at.desks.indexing._lab.crew(at.desks.indexing._lab.sight())
    told = repr((crew.greeting, dict(crew.environment), crew.sight))
    keys = at.archive.keys
    for secret in (keys.segment, keys.catalogue):
        assert secret.hex() not in told
        assert repr(secret) not in told
    assert SECRET not in told
    assert replace(crew, count=2).count == 2
