"""Slices: all of time, once; every recording in each slice that it touches."""

from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.events.worlds import NOON
from tests.search.archive import MINUTE, footage, window
from tests.search.sights import CROSSINGS, STAYS
from vsa_core.domain.footage import Recording
from vsa_core.domain.ports import Wanted
from vsa_core.domain.query import Query, Setting
from vsa_core.events import registry
from vsa_core.events.dwell import Dwell
from vsa_core.search.asked import FAR_AHEAD, LONG_AGO
from vsa_core.search.plan import Search
from vsa_core.search.ruling_out import SLACK
from vsa_core.search.slices import HOUR, groups, slices

QUERY = Query("then", parts=(STAYS, CROSSINGS))
ACROSS = Query("then", parts=(STAYS, CROSSINGS), settings=(Setting("same_camera", 0, 0, 0),))


def _search(letter: str, camera: str, at: int | None, length: int = 30 * MINUTE) -> Search:
    return Search(Recording(camera, (footage(letter, camera, at, length),)), Wanted())


def test_pairs_are_looked_for_on_one_camera_or_over_all() -> None:
    searches = (
        _search("a", "north", None),
        _search("b", "north", 0),
        _search("c", "north", HOUR),
        _search("d", "south", 0),
    )
    assert list(groups(QUERY, searches)) == [searches[:1], searches[1:3], searches[3:]]
    assert list(groups(ACROSS, searches)) == [searches]


def test_the_first_slice_is_an_hour_and_the_next_ones_are_wider() -> None:
    one = _search("a", "north", 0, length=100 * HOUR)
    ends = [piece.end - NOON for piece in slices(QUERY, [one])]
    assert ends[:3] == [HOUR, 3 * HOUR, 7 * HOUR]
    assert ends[-1] == FAR_AHEAD - NOON
    many = [_search("a", f"camera {i}", 0, 100 * HOUR) for i in range(2400)]
    widths = [piece.end - NOON for piece in slices(ACROSS, many)][:4]
    assert widths == [HOUR, 3 * HOUR, 5 * HOUR, 7 * HOUR]


def test_nothing_to_search_is_one_slice_of_nothing() -> None:
    (piece,) = slices(QUERY, [])
    assert (piece.end, piece.looks) == (FAR_AHEAD, ())


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(1, 30)), min_size=1, max_size=5),
    st.none() | st.tuples(st.integers(0, 50), st.integers(1, 30)),
)
def test_each_instant_of_each_recording_is_looked_at_once(
    spans: list[tuple[int, int]], asked: tuple[int, int] | None
) -> None:
    wanted = Wanted()
    if asked is not None:
        whole = window(asked[0] * HOUR, (asked[0] + asked[1]) * HOUR)
        wanted = Wanted(start=whole.start, end=whole.end)
    searches = [
        Search(_search(letter, "north", at * HOUR, length * HOUR).recording, wanted)
        for letter, (at, length) in zip("abcde", spans, strict=False)
    ]
    pieces = list(slices(QUERY, searches))
    assert pieces[-1].end == FAR_AHEAD
    edges = [LONG_AGO, *(piece.end for piece in pieces)]
    assert edges == sorted(set(edges))
    for search, (at, length) in zip(searches, spans, strict=True):
        for hour in range(at, at + length):
            instant = NOON + hour * HOUR + HOUR // 3
            if wanted.start is not None and not wanted.start <= instant < (wanted.end or 0):
                continue
            looks = [
                look
                for piece in pieces
                for look in piece.looks
                if look.search.recording == search.recording and look.start <= instant < look.end
            ]
            (look,) = looks
            assert (look.search.wanted.start or LONG_AGO) <= instant - min(SLACK, HOUR // 3)
            assert instant < (look.search.wanted.end or FAR_AHEAD)


class _Crowd(Dwell):
    """A kind of several tracks."""

    KIND: ClassVar[str] = "crowd"
    MANY: ClassVar[bool] = True


def test_what_is_about_many_tracks_is_looked_at_whole_and_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(registry, "KINDS", (*registry.KINDS, _Crowd()))
    crowd = Query("then", parts=(Query("crowd", cameras=("north",)), CROSSINGS))
    early = _search("a", "south", 0, 9 * HOUR)
    late = _search("b", "north", 40 * HOUR, 9 * HOUR)
    first, *rest = slices(crowd, [early, late])
    whole, _ = first.looks
    assert (whole.search, whole.start, whole.end) == (late, LONG_AGO, FAR_AHEAD)
    assert all(look.search.recording != late.recording for p in rest for look in p.looks)
