"""A report is a new folder, told by the digests of its files, and none stays without its record."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.state.report_writing import ReportWriting, beside
from app.state.session import Session
from app.tasks import Tasks
from tests.app.laboratory import FILES, Laboratory, ModelsDesk, assessment
from tests.app.laid import inside
from vsa_core.errors import Refused, Unreadable


@pytest.fixture
def laboratory() -> Laboratory:
    """Writes reports of two files."""
    return Laboratory()


@pytest.fixture
def desk() -> ModelsDesk:
    """Where the journal is told."""
    return ModelsDesk()


@pytest.fixture
def session(tasks: Tasks, desk: ModelsDesk) -> Iterator[Session]:
    """An analyst in a case."""
    at = inside(tasks, models=desk)
    yield at
    at.sign_out()


@pytest.fixture
def report(session: Session, laboratory: Laboratory) -> ReportWriting:
    """Nothing was written yet."""
    return ReportWriting(session, laboratory.report)


def written(qtbot: QtBot, report: ReportWriting, folder: Path, language: str = "fr") -> None:
    """A report that was asked for, however it ended."""
    report.write(assessment(), str(folder), language)
    assert report.busy
    qtbot.waitUntil(lambda: not report.busy)


def test_its_files_are_told_with_their_digests_and_recorded(
    qtbot: QtBot, report: ReportWriting, laboratory: Laboratory, desk: ModelsDesk, tmp_path: Path
) -> None:
    written(qtbot, report, tmp_path, "en")
    made = beside(Path("/"), assessment()).name
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in FILES.items()}
    told = {Path(one.path): one.digest for one in report.written}
    assert told == {tmp_path / made / name: digest for name, digest in digests.items()}
    assert laboratory.reports == [(str(tmp_path / made), "en")]
    (record,) = desk.records
    assert (record["what"], record["sha256"]) == ("validation_report", digests)
    report.dismiss()
    assert report.written == ()


def test_a_second_report_does_not_touch_the_first(
    qtbot: QtBot, report: ReportWriting, tmp_path: Path
) -> None:
    for _ in range(2):
        written(qtbot, report, tmp_path)
    first, second = sorted(path.name for path in tmp_path.iterdir())
    assert second == f"{first}-1"


def test_a_report_whose_record_fails_does_not_stay(
    qtbot: QtBot, report: ReportWriting, desk: ModelsDesk, tmp_path: Path
) -> None:
    desk.refusal = Refused("CAS-001", name="alice")
    written(qtbot, report, tmp_path)
    assert report.written == ()
    assert report.fault is desk.refusal
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_is_told_and_not_recorded(
    qtbot: QtBot, report: ReportWriting, laboratory: Laboratory, desk: ModelsDesk, tmp_path: Path
) -> None:
    laboratory.report_fault = Unreadable("VAL-051", folder="x", why="No space left on device")
    written(qtbot, report, tmp_path)
    assert report.fault is laboratory.report_fault
    assert desk.records == []
    laboratory.report_fault = None
    written(qtbot, report, tmp_path)
    assert report.fault is None
    assert report.written


def test_a_second_click_writes_nothing_more(
    qtbot: QtBot, report: ReportWriting, tmp_path: Path
) -> None:
    report.write(assessment(), str(tmp_path), "fr")
    report.write(assessment(), str(tmp_path), "fr")
    qtbot.waitUntil(lambda: not report.busy)
    assert len(list(tmp_path.iterdir())) == 1


def test_the_folder_is_named_after_what_was_measured_whatever_its_name(tmp_path: Path) -> None:
    for name in ("vérité 2024", "../../etc", "", "a\u202eb", "..."):
        made = beside(tmp_path, assessment(folder=name))
        assert made.parent == tmp_path
        assert made.name.startswith("validation-")
        assert all(c.isalnum() or c == "-" for c in made.name)


def test_nothing_of_it_is_left_to_the_next_person(
    qtbot: QtBot, report: ReportWriting, session: Session, tmp_path: Path
) -> None:
    written(qtbot, report, tmp_path)
    session.sign_out()
    assert report.written == ()
