import pytest

from tests.desk.records import quiet
from tests.desk.scene import MOTIVE, Office, indexed
from vsa_core.desk.archive import Archive
from vsa_core.desk.watched import file_of, touching, watched
from vsa_core.domain.coverage import Level
from vsa_core.domain.moment import Span
from vsa_core.errors import Refused, Unreadable


def archive_of(at: Office) -> Archive:
    """The open archive behind the desk."""
    return at.desks.cases._tickets.archive(at.who, at.where)


def test_a_recording_comes_with_its_tracks_and_where_it_was_looked_at(ready: Office) -> None:
    (seen,) = watched(archive_of(ready), [ready.footage.digest])
    assert seen.recording.name == ready.footage.digest
    assert len(seen.tracks) == 1
    stream = ready.footage.stream
    assert stream is not None
    assert seen.looked == {ready.footage.digest: (stream.span,)}
    seen.check(ready.footage, stream.span.start)
    for outside in (stream.span.start - 1, stream.span.end):
        with pytest.raises(Refused, match="CAS-050"):
            seen.check(ready.footage, outside)


def test_what_only_a_scan_looked_at_was_not_looked_at_closely(fresh: Office) -> None:
    def looked() -> int:
        (seen,) = watched(archive_of(fresh), [fresh.footage.digest])
        return len(seen.looked[fresh.footage.digest])

    assert looked() == 0
    fresh.desks.indexing.index(fresh.who, fresh.where, Level.SCAN, (), MOTIVE, quiet, lambda: False)
    assert looked() == 0
    indexed(fresh)
    assert looked() == 1


def test_looks_that_touch_are_one_whatever_their_order() -> None:
    told = [Span(20, 30), Span(0, 1), Span(1, 9), Span(30, 31)]
    assert touching(told) == (Span(0, 9), Span(20, 31))
    assert touching([]) == ()


def test_only_the_recordings_of_the_files_named_are_given(ready: Office) -> None:
    assert watched(archive_of(ready), []) == ()
    assert watched(archive_of(ready), ["0" * 64]) == ()


def test_a_file_that_is_not_in_the_case_is_told(ready: Office) -> None:
    assert file_of(archive_of(ready), ready.footage.digest) == ready.footage
    with pytest.raises(Unreadable, match="CAS-052"):
        file_of(archive_of(ready), "0" * 64)
