"""What indexing works with, and what it tells when it is over."""

from vsa_core.pipeline.means import Report, Stopped


def test_a_report_begins_with_nothing_done() -> None:
    report = Report(run="r")
    counts = (report.files, report.slices, report.tracks, report.points, report.frames)
    assert counts == (0,) * 5
    assert (report.firsts, report.quarantined, report.failures) == (0, 0, [])
    assert not report.cancelled


def test_two_reports_share_no_failures() -> None:
    Report().failures.append(("a.mp4", "SRC-026"))
    assert Report().failures == []


def test_being_stopped_is_no_fault_of_anybody() -> None:
    assert Stopped.__mro__[1] is Exception
