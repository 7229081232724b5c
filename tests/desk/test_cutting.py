from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.scene import MOTIVE, START, Office, film, indexed
from tests.desk.test_matches import FILM, SECOND, tracks
from tests.desk.test_watched import archive_of
from vsa_core.desk.cutting import Cut, bases, cut, extent, files_in, pictures_in, tracks_in
from vsa_core.desk.footage import Admission
from vsa_core.desk.watched import watched
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import ClockClaim, Window
from vsa_core.domain.track import Tracks
from vsa_core.errors import Refused, WrongUsage


def admitted(at: Office, path: Path, after: int | None, seed: int) -> Footage:
    """Four more seconds of the camera, `after` microseconds after the start; None: no clock."""
    clock = None if after is None else ClockClaim(START + after, 0, 0, "alice")
    new = Admission(str(film(path, 4, seed)), "rue", "S2", clock)
    return at.desks.footage.admit(at.who, at.where, new, MOTIVE)


def cut_of(at: Office, window: Window) -> Cut | None:
    """What lies in a window of the camera."""
    archive = archive_of(at)
    files = files_in(archive, "rue", window)
    return cut(archive, watched(archive, (f.digest for f in files)), files, window)


@pytest.mark.parametrize(
    ("start", "end", "first", "count"),
    [(0, 12 * SECOND, 0, 120), (1, 200_001, 1, 2), (11_900_000, 99 * SECOND, 119, 1)],
)
def test_the_pictures_of_a_window_are_those_that_begin_in_it(
    ready: Office, start: int, end: int, first: int, count: int
) -> None:
    window = Window(START + start, START + end)
    pts, at = pictures_in(archive_of(ready), ready.footage, window)
    assert at.tolist() == [START + 100_000 * (first + n) for n in range(count)]
    assert [ready.footage.corrected(p) for p in pts.tolist()] == at.tolist()


def test_what_is_cut_is_clipped_to_what_was_recorded(ready: Office) -> None:
    found = cut_of(ready, Window(START - 60 * SECOND, START + 60 * SECOND))
    assert found is not None
    assert found.window == Window(START, START + 12 * SECOND)
    assert found.piece(ready.footage.digest).looked != ()
    with pytest.raises(Refused, match="CAS-073"):
        found.piece("0" * 64)
    assert cut_of(ready, Window(START + 60 * SECOND, START + 61 * SECOND)) is None


def test_a_window_takes_in_several_recordings_of_a_camera(fresh: Office, tmp_path: Path) -> None:
    later = admitted(fresh, tmp_path / "later.mp4", 60 * SECOND, 2)
    after = admitted(fresh, tmp_path / "after.mp4", 64 * SECOND, 3)
    indexed(fresh)
    found = cut_of(fresh, Window(START + 5 * SECOND, START + 66 * SECOND))
    assert found is not None
    assert [p.footage.digest for p in found.pieces] == [
        fresh.footage.digest,
        later.digest,
        after.digest,
    ]
    assert [p.home for p in found.pieces] == [0, 1, 1]
    assert found.window == Window(START + 5 * SECOND, START + 66 * SECOND)
    assert len(set(found.tracks.number.tolist())) == len(found.tracks)
    homes = [found.home(number)[0] for number in found.tracks.number.tolist()]
    assert set(homes) == {0, 1}


def test_a_file_without_a_clock_lies_in_no_window(fresh: Office, tmp_path: Path) -> None:
    admitted(fresh, tmp_path / "loose.mp4", None, 2)
    archive = archive_of(fresh)
    assert files_in(archive, "rue", Window(0, 10 * SECOND)) == ()
    assert files_in(archive, "rue", Window(0, START + SECOND)) == (fresh.footage,)
    assert files_in(archive, "cour", Window(0, START + SECOND)) == ()


def test_a_file_without_pictures_has_no_extent() -> None:
    assert extent(replace(FILM, stream=None)) == (0, 0)


def shifted(world: Tracks, by: int) -> Tracks:
    """The same, later."""
    return replace(world, t=world.t + by)


@given(st.lists(st.integers(0, 4), max_size=4))
def test_no_two_tracks_of_several_recordings_share_a_number(sizes: list[int]) -> None:
    found = [tracks(*[(10 * n, 0, 10, 10) for n in range(size)], first=0) for size in sizes]
    start = FILM.corrected(0)
    told = tracks_in(found, Window(start, start + SECOND))
    assert told.number.tolist() == list(range(sum(sizes)))
    assert told.starts.tolist() == list(range(0, 2 * sum(sizes) + 1, 2))
    cut_ = Cut(Window(start, start + SECOND), (), (), bases(found), told)
    homes = [cut_.home(number) for number in told.number.tolist()]
    assert homes == [(home, n) for home, size in enumerate(sizes) for n in range(size)]
    with pytest.raises(WrongUsage, match="CAS-074"):
        cut_.home(sum(sizes))


def test_only_tracks_with_a_point_inside_are_told_and_those_are_told_whole() -> None:
    start = FILM.corrected(0)
    early, late = tracks((0, 0, 10, 10)), shifted(tracks((50, 0, 10, 10), first=3), 60 * SECOND)
    told = tracks_in([early, late], Window(start + 15 * SECOND, start + 61 * SECOND))
    assert told.number.tolist() == [8 + 3]
    assert told.t.tolist() == [start + 60 * SECOND, start + 70 * SECOND]
    assert told.x.tolist() == [55.0, 55.0]
    assert [told.parts[part].footage for part in told.part.tolist()] == [FILM.digest] * 2
    nobody = tracks_in([early, late], Window(start + 20 * SECOND, start + 30 * SECOND))
    assert len(nobody) == 0
    assert nobody.starts.tolist() == [0]
    assert nobody.number.dtype == np.uint32
