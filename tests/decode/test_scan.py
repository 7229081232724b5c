"""Reading forward: complete, in order, and with a gap wherever a picture is missing."""

from pathlib import Path

import numpy as np
import pytest

from tests import films, odd_files
from tests.decode.conftest import Projector
from tests.decode.projection import Seat, number, seated, seen
from vsa_core.domain.footage import Gap
from vsa_core.domain.moment import Span

ALL = [*films.TIMED, *films.UNTIMED]


@pytest.mark.parametrize("name", ALL)
def test_every_picture_comes_once_in_order_at_its_time(film: Projector, name: str) -> None:
    with seated(film(name).path) as seat:
        frames, gaps = seen(seat.source)
        assert gaps == []
        assert [frame.at.pts for frame in frames] == seat.times
        assert [number(frame) for frame in frames] == list(range(film(name).count))
        base = seat.times[0] * seat.stream.time_base
        assert tuple(frame.at.seconds - base for frame in frames) == film(name).times


@pytest.mark.parametrize("name", ALL)
def test_a_span_gives_exactly_its_pictures(film: Projector, name: str) -> None:
    rng = np.random.default_rng(11)
    with seated(film(name).path) as seat:
        span = seat.stream.span
        for _ in range(12):
            start, end = sorted(rng.integers(span.start - 9, span.end + 9, 2).tolist())
            frames, gaps = seen(seat.source, Span(start, end))
            assert [f.at.pts for f in frames] == [t for t in seat.times if start <= t < end]
            assert gaps == []
            assert [number(f) for f in frames] == [seat.times.index(f.at.pts) for f in frames]


@pytest.mark.parametrize("name", ALL)
def test_key_pictures_of_spans_are_those_of_the_whole(film: Projector, name: str) -> None:
    rng = np.random.default_rng(12)
    with seated(film(name).path) as seat:
        keys = [frame.at.pts for frame in seen(seat.source)[0] if frame.key]
        assert len(keys) == seat.stream.keys
        spans = [tuple(sorted(rng.integers(seat.times[0], seat.times[-1], 2))) for _ in range(6)]
        for start, end in [(seat.times[0], seat.stream.span.end), *spans]:
            frames, gaps = seen(seat.source, Span(int(start), int(end)), keys_only=True)
            assert [f.at.pts for f in frames] == [t for t in keys if start <= t < end]
            assert [number(f) for f in frames] == [seat.times.index(f.at.pts) for f in frames]
            assert gaps == []


def test_an_empty_span_gives_nothing(film: Projector) -> None:
    with seated(film("constant").path) as seat:
        assert seen(seat.source, Span(5, 5)) == ([], [])
        assert seen(seat.source, Span(10**9, 10**9 + 1)) == ([], [])
        assert seen(seat.source, Span(5, 5), keys_only=True) == ([], [])


@pytest.mark.parametrize("keys_only", [False, True])
def test_a_jump_of_time_comes_before_what_follows_it(tmp_path: Path, keys_only: bool) -> None:
    with seated(films.with_pause(tmp_path).path) as seat:
        jump = seat.footage.gaps[0]
        items = list(seat.source.frames(keys_only=keys_only))
        at = items.index(jump)
        before, after = items[at - 1], items[at + 1]
        assert not isinstance(before, Gap)
        assert not isinstance(after, Gap)
        assert before.at.pts < jump.span.start < jump.span.end <= after.at.pts
        inside = Span(jump.span.start + 5, jump.span.end - 5)
        assert list(seat.source.frames(inside, keys_only)) == [jump]
        assert seen(seat.source, Span(0, jump.span.start))[1] == []


def covered(seat: Seat, span: Span | None = None) -> None:
    """Each picture that the index announces is either shown or in a gap, and never both."""
    frames, gaps = seen(seat.source, span)
    shown = {frame.at.pts for frame in frames}
    assert sorted(shown) == [frame.at.pts for frame in frames]
    asked = [t for t in seat.times if span is None or span.start <= t < span.end]
    for time in asked:
        missing = any(g.span.start <= time < g.span.end for g in gaps if g.code != "SRC-023")
        assert (time in shown) is not missing
    assert shown <= set(asked)


@pytest.mark.parametrize("length", [40, 400, 4000])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.8])
@pytest.mark.parametrize("name", [name for name in ALL if name != "avi_mpeg4"])
def test_what_a_hole_swallows_is_a_gap(
    film: Projector, tmp_path: Path, name: str, share: float, length: int
) -> None:
    copy = tmp_path / film(name).path.name
    copy.write_bytes(film(name).path.read_bytes())
    damaged = odd_files.holed(films.Film(copy, film(name).times), share, length)
    with seated(damaged) as seat:
        covered(seat)
        middle = seat.times[len(seat.times) // 2]
        covered(seat, Span(middle, seat.stream.span.end))


def test_the_measured_silent_loss_is_no_longer_silent(film: Projector, tmp_path: Path) -> None:
    """Zeroed bytes lose pictures with neither error nor corrupt flag; here they make a gap."""
    copy = tmp_path / "b250.mp4"
    copy.write_bytes(film("b250").path.read_bytes())
    with seated(odd_files.holed(films.Film(copy, ()), 0.5, 4000)) as seat:
        frames, gaps = seen(seat.source)
        lost = len(seat.times) - len(frames)
        assert lost > 10
        inside = [t for t in seat.times for g in gaps if g.span.start <= t < g.span.end]
        assert len(inside) == lost
        assert {gap.code for gap in gaps} <= {"SRC-021", "SRC-032"}


def test_a_doubted_picture_is_not_shown(film: Projector, tmp_path: Path) -> None:
    copy = tmp_path / "constant.mp4"
    copy.write_bytes(film("constant").path.read_bytes())
    with seated(odd_files.holed(films.Film(copy, ()), 0.5, 40)) as seat:
        frames, gaps = seen(seat.source)
        assert [gap.code for gap in gaps] == ["SRC-032"]
        assert len(frames) == len(seat.times) - 1


def test_a_lost_key_picture_is_a_gap_up_to_the_next_picture(tmp_path: Path) -> None:
    film = films.constant(tmp_path)
    with seated(film.path) as seat:
        key = int(np.flatnonzero(seat.packets.key)[2])
        start, size = int(seat.packets.pos[key]), int(seat.packets.size[key])
    data = bytearray(film.path.read_bytes())
    data[start + size // 2 : start + size] = bytes(size - size // 2)
    film.path.write_bytes(bytes(data))
    with seated(film.path) as seat:
        frames, gaps = seen(seat.source, keys_only=True)
        assert len(frames) == seat.stream.keys - 1
        assert gaps == [Gap(Span(seat.times[key], seat.times[key + 1]), "SRC-032")]


def test_a_demuxer_that_stops_leaves_a_gap_to_the_end(tmp_path: Path) -> None:
    film = films.write(tmp_path / "f.mp4", films.even(60), options={})
    with seated(film.path) as seat:
        cut = int(seat.packets.pos[30])
        index_end = film.path.read_bytes()
        blank = index_end[:cut] + bytes(int(seat.packets.pos[-1]) + 1 - cut)
        film.path.write_bytes(blank + index_end[len(blank) :])
        frames, gaps = seen(seat.source)
        assert frames[-1].at.pts < seat.times[30]
        assert gaps[-1].span.end == seat.stream.span.end


def test_two_readings_side_by_side_do_not_disturb_each_other(film: Projector) -> None:
    with seated(film("b250").path) as seat:
        one, two = seat.source.frames(), seat.source.frames(Span(seat.times[300], 10**9))
        for k in range(30):
            first, second = next(one), next(two)
            assert not isinstance(first, Gap)
            assert not isinstance(second, Gap)
            assert (number(first), number(second)) == (k, 300 + k)
            assert number(seat.source.at(seat.times[400 - k])) == 400 - k


def test_two_readings_give_the_same_bytes(film: Projector) -> None:
    with seated(film("variable").path) as seat, seated(film("variable").path, threads=2) as twin:
        one = [frame.bgr().tobytes() for frame in seen(seat.source)[0]]
        assert one == [frame.bgr().tobytes() for frame in seen(seat.source)[0]]
        assert one == [frame.bgr().tobytes() for frame in seen(twin.source)[0]]
