"""Random access never gives a neighbour: 0 wrong pictures, whatever the structure of the film."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from av.video.codeccontext import VideoCodecContext

from tests import films, odd_files
from tests.decode.conftest import Projector
from tests.decode.projection import Seat, number, seated, seen
from vsa_core.decode.cache import PictureCache
from vsa_core.decode.feed import Feed, PicturePacket, open_feed
from vsa_core.decode.kept import Scaled, Size
from vsa_core.decode.reel import Reel
from vsa_core.decode.seek import Seeker
from vsa_core.decode.timeline import timeline_of
from vsa_core.errors import Unreadable

ALL = [*films.TIMED, *films.UNTIMED]
TARGETS = 200


@pytest.mark.parametrize("cold", [False, True])
@pytest.mark.parametrize("name", ALL)
def test_no_random_target_gives_a_wrong_picture(film: Projector, name: str, cold: bool) -> None:
    rng = np.random.default_rng(21)
    with seated(film(name).path) as seat:
        span = seat.stream.span
        wrong = 0
        for pts in rng.integers(span.start - 9, span.end + 9, TARGETS).tolist():
            if cold:
                seat.source._cache.clear()
            position = seat.on_show(pts)
            frame = seat.source.at(pts)
            right = frame.at.pts == seat.times[position] and number(frame) == position
            wrong += not right
        assert wrong == 0


@pytest.mark.parametrize("name", ALL)
def test_the_frame_just_before_each_key_picture_is_not_missed(film: Projector, name: str) -> None:
    """The known fault of a naive seek: it lands on the key picture instead (49 gives 50)."""
    with seated(film(name).path) as seat:
        for time in seat.packets.pts[seat.packets.key].tolist()[-8:]:
            seat.source._cache.clear()
            position = seat.on_show(time - 1)
            assert number(seat.source.at(time - 1)) == position


class _Counting:
    """A feed that takes down from where it is asked to start."""

    def __init__(self, feed: Feed) -> None:
        self._feed, self.by_turn, self.starts = feed, feed.by_turn, list[int]()

    def start(self, ordinal: int) -> tuple[VideoCodecContext, Iterator[tuple[int, PicturePacket]]]:
        self.starts.append(ordinal)
        return self._feed.start(ordinal)

    def close(self) -> None:
        self._feed.close()


@contextmanager
def seeking(path: Path, budget: int) -> Iterator[tuple[Seat, Seeker, list[int]]]:
    """A seeker over a film, and the packets from which it made the decoder start."""
    with seated(path) as seat, path.open("rb", buffering=0) as file:
        reel = Reel(seat.stream, seat.packets, timeline_of(seat.packets, seat.stream.codec))
        feed = _Counting(open_feed(file, "film", seat.packets, threads=1))
        try:
            yield seat, Seeker(reel, lambda: feed, PictureCache(budget)), feed.starts
        finally:
            feed.close()


def test_stepping_back_and_forth_decodes_once(film: Projector) -> None:
    with seeking(film("b250").path, 2**26) as (_, find, starts):
        for position in [100, 99, 98, 97, 98, 99, 100, 101, 102, 60]:
            found = find.find(position)
            assert found is not None
            assert number(found) == position
        assert starts == [0]


def test_stepping_forward_never_seeks_again(film: Projector) -> None:
    with seeking(film("transport").path, 1) as (_, find, starts):
        for position in range(60, 120):
            found = find.find(position)
            assert found is not None
            assert number(found) == position
        assert len(starts) == 1


def test_a_far_target_is_reached_from_its_own_key_picture(film: Projector) -> None:
    with seeking(film("transport").path, 1) as (_, find, starts):
        find.find(3)
        find.find(140)
        assert starts[-1] == 125


def test_a_lost_picture_is_refused_every_time_and_cheaply(film: Projector, tmp_path: Path) -> None:
    copy = tmp_path / "constant.mp4"
    copy.write_bytes(film("constant").path.read_bytes())
    damaged = odd_files.holed(films.Film(copy, ()), 0.5, 400)
    with seeking(damaged, 2**26) as (seat, find, starts):
        shown = {frame.at.pts for frame in seen(seat.source)[0]}
        gone = [p for p, time in enumerate(seat.times) if time not in shown]
        assert gone
        for position in gone:
            assert find.find(position) is None
        runs = len(starts)
        for position in gone:
            assert find.find(position) is None
        assert len(starts) == runs


@pytest.mark.parametrize("share", [0.2, 0.5, 0.7])
@pytest.mark.parametrize("name", ["constant", "variable", "transport", "raw"])
def test_in_damaged_footage_a_picture_is_right_or_refused(
    film: Projector, tmp_path: Path, name: str, share: float
) -> None:
    """The picture of a sound stretch is that of the reading in order; a lost one is refused."""
    copy = tmp_path / film(name).path.name
    copy.write_bytes(film(name).path.read_bytes())
    with seated(odd_files.holed(films.Film(copy, ()), share, 400)) as seat:
        frames, gaps = seen(seat.source)
        leaning = [gap.span for gap in gaps if gap.code == "SRC-034"]
        whole = {frame.at.pts: frame.luma(64).tobytes() for frame in frames}
        for time in seat.times:
            if time not in whole:
                with pytest.raises(Unreadable, match="SRC-022"):
                    seat.source.at(time)
            elif not any(span.start <= time < span.end for span in leaning):
                assert seat.source.at(time).luma(64).tobytes() == whole[time]
            else:
                assert seat.source.at(time).at.pts == time


def test_packets_that_repeat_show_the_picture_before(footage_dir: Path) -> None:
    """XviD packed bitstream: packets 1 and 2 only hold a place; the first picture stays on show."""
    with seated(footage_dir / "traffic" / "highway.avi") as seat:
        frames, gaps = seen(seat.source)
        assert gaps == []
        assert len(frames) == 1699
        assert [frame.at.pts for frame in frames[:4]] == [0, 3, 4, 5]
        for pts in (0, 1, 2):
            assert seat.source.at(pts).at.pts == 0
        assert seat.source.at(3).at.pts == 3


@pytest.mark.parametrize("name", ALL)
def test_what_is_had_at_once_tells_what_it_is(film: Projector, name: str) -> None:
    """Each picture is that of its own moment; the one said to be exact is the one asked for."""
    rng = np.random.default_rng(5)
    with seated(film(name).path) as seat:
        span = seat.stream.span
        exact = 0
        for pts in rng.integers(span.start, span.end, 60).tolist():
            near = seat.source.near(pts)
            if near is None:
                continue
            position = seat.on_show(near.frame.at.pts)
            assert number(near.frame) == position
            assert near.exact == (position == seat.on_show(pts))
            exact += near.exact
            for _ in seat.source.approach(pts):
                pass
            assert seat.source.holds(pts)
            again = seat.source.near(pts)
            assert again is not None
            assert (again.exact, number(again.frame)) == (True, seat.on_show(pts))
        assert exact < 60 or seat.packets.key.all()


def test_a_group_prepared_aside_leaves_the_place_that_one_goes_on_from(film: Projector) -> None:
    with seeking(film("transport").path, 2**26) as (_, find, starts):
        find.find(130)
        for _ in find.approach(120, aside=True):
            pass
        assert all(find.holds(position) for position in range(101, 121))
        runs = len(starts)
        assert find.find(131) is not None
        assert len(starts) == runs


def test_what_is_prepared_can_be_given_up_at_any_picture_and_taken_up_again(
    film: Projector,
) -> None:
    with seeking(film("b250").path, 2**26) as (_, find, starts):
        find.near(100)
        for turn, _ in enumerate(find.approach(100)):
            if turn == 7:
                break
        assert not find.holds(100)
        found = find.find(100)
        assert found is not None
        assert number(found) == 100
        assert len(starts) == 1


def test_pictures_are_kept_in_the_size_asked_for(film: Projector) -> None:
    with seeking(film("transport").path, 2**26) as (_, find, _):
        find.fit(Size(80, 45, 160))
        for position in (5, 4, 30):
            found = find.find(position)
            assert isinstance(found, Scaled)
            assert found.bgr(80, 45).shape == (45, 80, 3)
            assert number(found) == position
        find.fit(Size(40, 22, 160))
        assert not find.holds(5)
