from pathlib import Path

import numpy as np
import pytest

from tests.desk.records import acts, count, denied, last, quiet, records
from tests.desk.scene import HOUR, MOTIVE, START, Office, crossing, film, hits, indexed, office
from tests.films import even, write
from vsa_core.desk.footage import Admission
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Level, Looked
from vsa_core.domain.footage import Footage, FootageState
from vsa_core.domain.moment import ClockClaim
from vsa_core.errors import Refused, Tampered, Unreadable

CLAIM = ClockClaim(START + HOUR // 2, 0, 0, "alice")


def admitted(at: Office, path: Path, camera: str = "rue", exhibit: str = "S2") -> Footage:
    """Admit one more file."""
    admission = Admission(str(path), camera, exhibit, CLAIM)
    return at.desks.footage.admit(at.who, at.where, admission, MOTIVE)


def held(at: Office) -> list[str]:
    """The names of the files in the case."""
    return [sheet.footage.name for sheet in at.desks.footage.listed(at.who, at.where)]


def changed(at: Office) -> None:
    """Put other bytes of the same length where the film was."""
    path = Path(at.footage.path)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


def test_admission_is_recorded_before_and_after_with_state_and_digest(fresh: Office) -> None:
    before, after = [r for r in records(fresh.home) if r["act"] == Act.ADMIT]
    assert before["about"] == {"camera": "rue", "exhibit": "S1"}
    assert after["about"]["footage"] == fresh.footage.digest
    assert after["about"]["state"] == "readable"
    assert before["motive"] == MOTIVE


def test_neither_path_nor_name_of_a_file_stands_in_the_journal(fresh: Office) -> None:
    assert fresh.footage.name not in str(records(fresh.home))


def test_a_file_is_in_a_case_once_whatever_its_name(fresh: Office, tmp_path: Path) -> None:
    again = tmp_path / "again.mp4"
    again.write_bytes(Path(fresh.footage.path).read_bytes())
    with pytest.raises(Refused, match="CAS-040"):
        admitted(fresh, again)
    assert denied(fresh.home) == ("alice", "admit", "CAS-040")
    assert held(fresh) == ["rue.mp4"]


@pytest.mark.parametrize(
    ("exhibit", "camera", "code"), [(" ", "rue", "LAW-012"), ("S2", "cour", "LAW-007")]
)
def test_a_file_without_exhibit_or_outside_the_basis_is_refused(
    exhibit: str, camera: str, code: str, fresh: Office, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match=code):
        admitted(fresh, film(tmp_path / "b.mp4", 3), camera, exhibit)
    assert denied(fresh.home) == ("alice", "admit", code)
    assert held(fresh) == ["rue.mp4"]


def test_what_is_no_closed_file_is_refused(fresh: Office, tmp_path: Path) -> None:
    (tmp_path / "link.mp4").symlink_to(fresh.footage.path)
    places = {
        str(tmp_path): "SRC-001",
        str(tmp_path / "link.mp4"): "SRC-008",
        "rtsp://camera/stream": "SRC-003",
        "/dev/null": "SRC-002",
    }
    for path, code in places.items():
        with pytest.raises(Refused, match=code):
            admitted(fresh, Path(path))
        assert denied(fresh.home) == ("alice", "admit", code)


def test_a_file_that_is_not_there_is_said_and_recorded(fresh: Office, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="SRC-005"):
        admitted(fresh, tmp_path / "gone.mp4")
    assert denied(fresh.home) == ("alice", "admit", "SRC-005")


def test_an_unreadable_file_is_admitted_with_its_reason_and_stands_in_the_coverage(
    fresh: Office, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"this is no film" * 100)
    footage = admitted(fresh, broken)
    assert footage.state is FootageState.UNREADABLE
    assert footage.reason.startswith("SRC-")
    assert footage.stream is None
    assert last(fresh.home)["about"]["reason"] == footage.reason
    (told,) = fresh.desks.queries.ask(fresh.who, fresh.where, crossing(), MOTIVE)
    assert told.coverage is not None
    (unread,) = [s for s in told.coverage.stretches if s.footage == footage.digest]
    assert unread.looked is Looked.UNDECODABLE
    assert not told.coverage.complete


def test_an_unreadable_file_does_not_stop_the_others(fresh: Office, tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"this is no film" * 100)
    admitted(fresh, broken)
    assert len(hits(indexed(fresh))) == 1


def test_admitting_leaves_the_file_and_its_folder_alone(fresh: Office, tmp_path: Path) -> None:
    folder = tmp_path / "evidence"
    folder.mkdir()
    path = film(folder / "b.mp4", 3)
    path.chmod(0o400)
    before = path.read_bytes(), path.stat()
    admitted(fresh, path)
    assert path.read_bytes() == before[0]
    assert (path.stat().st_mtime_ns, path.stat().st_mode) == (
        before[1].st_mtime_ns,
        before[1].st_mode,
    )
    assert [p.name for p in folder.iterdir()] == ["b.mp4"]


def test_a_changed_file_is_tampered_with_before_it_is_looked_at(fresh: Office) -> None:
    changed(fresh)
    with pytest.raises(Tampered, match="SRC-009"):
        indexed(fresh)
    record = last(fresh.home)
    assert (record["act"], record["about"]["code"]) == (Act.ABORTED, "SRC-009")
    (sheet,) = fresh.desks.footage.listed(fresh.who, fresh.where)
    assert sheet.stretches == ()


def test_no_picture_of_a_changed_file_is_shown(fresh: Office) -> None:
    (hit,) = hits(indexed(fresh))
    changed(fresh)
    with pytest.raises(Tampered, match="SRC-009"):
        fresh.desks.viewing.look(fresh.who, fresh.where, hit.name, MOTIVE)


def test_another_clock_is_recorded_with_the_one_before(fresh: Office) -> None:
    claim = ClockClaim(START, -83_000_000, 2_000_000, "alice")
    at = fresh.desks.footage
    footage = at.claim_clock(fresh.who, fresh.where, fresh.footage.digest, claim, "M06")
    assert footage.clock == claim
    record = last(fresh.home)
    assert (record["act"], record["motive"]) == (Act.CLOCK, "M06")
    assert record["about"]["before"] == {
        "shown_us": START, "offset_us": 0, "uncertainty_us": 0, "author": "alice",
    }  # fmt: skip
    assert record["about"]["after"]["offset_us"] == -83_000_000
    (sheet,) = at.listed(fresh.who, fresh.where)
    assert sheet.footage.clock == claim


def test_a_clock_claimed_later_moves_the_answers_without_looking_again(fresh: Office) -> None:
    (before,) = hits(indexed(fresh))
    claim = ClockClaim(START, 60_000_000, 0, "alice")
    fresh.desks.footage.claim_clock(fresh.who, fresh.where, fresh.footage.digest, claim, MOTIVE)
    (after,) = hits(fresh)
    assert before.event.start.corrected is not None
    assert after.event.start.corrected == before.event.start.corrected + 60_000_000
    assert after.event.start.pts == before.event.start.pts


def test_the_first_clock_of_a_file_has_none_before_it(tmp_path: Path) -> None:
    at = office(tmp_path)
    admission = Admission(str(film(tmp_path / "b.mp4", 3)), "rue", "S2", None)
    footage = at.desks.footage.admit(at.who, at.where, admission, MOTIVE)
    assert footage.clock is None
    at.desks.footage.claim_clock(at.who, at.where, footage.digest, CLAIM, MOTIVE)
    assert last(at.home)["about"]["before"] is None


def test_files_are_listed_with_what_became_of_them(ready: Office) -> None:
    (sheet,) = ready.desks.footage.listed(ready.who, ready.where)
    assert sheet.footage.digest == ready.footage.digest
    assert {stretch.looked for stretch in sheet.stretches} == {Looked.LOOKED}
    assert {stretch.level for stretch in sheet.stretches} == {Level.FULL}


@pytest.mark.parametrize("call", ["listed", "geometry"])
def test_reading_the_list_is_a_consultation_of_the_case(call: str, ready: Office) -> None:
    before = count(ready)
    getattr(ready.desks.footage, call)(ready.who, ready.where)
    assert acts(ready, before) == [Act.CONSULT]
    assert last(ready.home)["case"] == "2024/17"


def test_cameras_of_one_size_have_a_size_and_others_have_none(
    fresh: Office, tmp_path: Path
) -> None:
    desk, who, where = fresh.desks.footage, fresh.who, fresh.where
    assert desk.geometry(who, where).size == (320, 180)
    assert desk.geometry(who, where, ("cour",)).size is None
    admitted(fresh, write(tmp_path / "small.mp4", even(20)).path)
    assert desk.geometry(who, where, ("rue",)).size is None


def test_pictures_have_exact_times(ready: Office) -> None:
    desk = ready.desks.footage
    stream = ready.footage.stream
    assert stream is not None
    firsts = desk.geometry(ready.who, ready.where).firsts
    assert firsts == {ready.footage.digest: stream.span.start}
    times = desk.picture_times(ready.who, ready.where, ready.footage.digest)
    assert times.dtype == np.int64
    assert times.tolist() == [START + 100_000 * number for number in range(120)]


def test_a_file_without_pictures_has_no_times(fresh: Office, tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"this is no film" * 100)
    footage = admitted(fresh, broken)
    assert len(fresh.desks.footage.picture_times(fresh.who, fresh.where, footage.digest)) == 0
    assert footage.digest not in fresh.desks.footage.geometry(fresh.who, fresh.where).firsts


def test_indexing_again_after_the_file_came_back_goes_on(fresh: Office) -> None:
    original = Path(fresh.footage.path).read_bytes()
    changed(fresh)
    with pytest.raises(Tampered, match="SRC-009"):
        indexed(fresh)
    Path(fresh.footage.path).write_bytes(original)
    report = fresh.desks.indexing.index(
        fresh.who, fresh.where, Level.FULL, (), MOTIVE, quiet, lambda: False
    )
    assert report.slices == 1
