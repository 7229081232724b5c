"""Whatever is asked about several tracks together: no answer reaches beyond the basis."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.desk.scene import (
    HEIGHT,
    MOTIVE,
    RATE,
    START,
    WIDTH,
    Office,
    crossing,
    hits,
    indexed,
    office,
)
from vsa_core.desk.footage import Admission
from vsa_core.domain.event import Event, Stamp
from vsa_core.domain.footage import Footage
from vsa_core.domain.geometry import UNITS, Point, Zone
from vsa_core.domain.moment import MICROSECONDS, ClockClaim, Window
from vsa_core.domain.query import Query, Setting
from vsa_core.errors import Refused

CAMERAS = ("rue", "cour")
SPAN = 15 * MICROSECONDS
WHOLE = Zone((Point(0, 0), Point(UNITS, 0), Point(UNITS, UNITS), Point(0, UNITS)))


def _asked(kind: str, **values: int) -> Query:
    given = tuple(Setting(name, value, value, value) for name, value in values.items())
    return Query(kind, settings=given)


QUERIES = {
    "count": replace(_asked("count", period=2000), place=crossing().place),
    "entries": replace(_asked("count", period=2000), place=WHOLE),
    "crowd": _asked("crowd_density", people=2, minimum=0),
    "gathering": _asked("gathering", people=2, minimum=0, distance=3000),
    "proximity": _asked("proximity", minimum=0, distance=3000),
    "any": Query("any", parts=(_asked("proximity", minimum=0, distance=3000), _asked("seen"))),
}


@dataclass(frozen=True)
class Archive:
    """A case over two cameras, and from when to when each of its tracks was seen."""

    at: Office
    files: dict[str, Footage]
    lives: dict[tuple[str, int], tuple[int, int]]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("together")
    at = office(folder, cameras=CAMERAS)
    claim = ClockClaim(START, 0, 0, "alice")
    path = _two_walkers(folder / "cour.mp4")
    footage = at.desks.footage.admit(
        at.who, at.where, Admission(str(path), "cour", "S1", claim), MOTIVE
    )
    files = {at.footage.digest: at.footage, footage.digest: footage}
    indexed(at)
    seen = [hit.event for hit in hits(at, Query("seen"))]
    lives = {
        (one.camera, one.track): (_corrected(files, one.start), _corrected(files, one.end))
        for one in seen
    }
    return Archive(at, files, lives)


def _two_walkers(path: Path, seconds: int = 12) -> Path:
    """Two bright blocks that cross a textured yard side by side, the second a second behind."""
    ground = np.random.default_rng(3).integers(60, 120, (HEIGHT, WIDTH, 3), np.uint8)
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=RATE, options={"threads": "1", "g": "10"})
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        for number in range(seconds * RATE):
            picture = ground.copy()
            for late, top in ((2, 20), (3, 100)):
                x = 6 * (number - late * RATE)
                if 0 <= x < WIDTH - 24:
                    picture[top : top + 60, x : x + 24] = (230, 220, 240)
            frame = av.VideoFrame.from_ndarray(picture, format="bgr24")
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return path


def _corrected(files: dict[str, Footage], stamp: Stamp) -> int:
    return files[stamp.footage].corrected(stamp.pts)


times = st.integers(-2, 14 * 4).map(lambda quarter: START + quarter * MICROSECONDS // 4)
windows = (
    st.tuples(times, times)
    .filter(lambda pair: pair[0] != pair[1])
    .map(lambda pair: Window(min(pair), max(pair)))
)
cameras = st.lists(st.sampled_from(CAMERAS), min_size=1, unique=True).map(tuple)
Drawn = tuple[tuple[str, ...], Window]


def _examples(number: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return settings(
        max_examples=number, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )


@_examples(100)
@given(st.sampled_from(list(QUERIES)), st.tuples(cameras, windows), st.none() | windows)
def test_no_answer_about_several_tracks_reaches_beyond_the_basis(
    archive: Archive, name: str, drawn: Drawn, asked: Window | None
) -> None:
    _check(archive, name, drawn, asked)


@pytest.mark.campaign
@_examples(10_000)
@given(st.sampled_from(list(QUERIES)), st.tuples(cameras, windows), st.none() | windows)
def test_ten_thousand_answers_about_several_tracks_stay_within_their_basis(
    archive: Archive, name: str, drawn: Drawn, asked: Window | None
) -> None:
    _check(archive, name, drawn, asked)


@pytest.mark.parametrize("name", QUERIES)
def test_under_the_whole_basis_there_is_something_to_find(archive: Archive, name: str) -> None:
    found = _answer(archive, QUERIES[name], (CAMERAS, Window(START - SPAN, START + SPAN)), None)
    assert found
    if name != "any":
        assert any(event.others for event in found) or name in ("count", "entries")


def _check(archive: Archive, name: str, drawn: Drawn, asked: Window | None) -> None:
    allowed, window = drawn
    if asked is not None and not asked.overlaps(window.start, window.end):
        with pytest.raises(Refused, match="LAW-008"):
            _answer(archive, QUERIES[name], drawn, asked)
        return
    for event in _answer(archive, QUERIES[name], drawn, asked):
        assert event.camera in allowed
        start, end = (_corrected(archive.files, one) for one in (event.start, event.end))
        assert window.start <= start <= end < window.end
        if asked is not None:
            assert start < asked.end
            assert end >= asked.start
        for number in (event.track, *event.others):
            first, last = archive.lives[event.camera, number]
            assert max(first, window.start) <= min(last, window.end)
        assert event.track not in event.others


def _answer(archive: Archive, query: Query, drawn: Drawn, asked: Window | None) -> list[Event]:
    at, (allowed, window) = archive.at, drawn
    basis = replace(at.where.case.basis, cameras=allowed, window=window)
    case = replace(at.where.case, basis=basis)
    at.where = at.desks.cases._tickets.amend(at.who, at.where, case)
    return [hit.event for hit in hits(at, replace(query, window=asked))]
