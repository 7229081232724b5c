"""Random access never gives a neighbour: 0 wrong pictures, whatever the structure of the film."""

from pathlib import Path

import numpy as np
import pytest

from tests import films, odd_files
from tests.decode.conftest import Projector
from tests.decode.projection import Seat, number, seated, seen
from vsa_core.decode.cache import PictureCache
from vsa_core.decode.feed import Feed, open_feed
from vsa_core.decode.reel import Reel
from vsa_core.decode.seek import Seeker
from vsa_core.decode.timeline import timeline_of
from vsa_core.domain.footage import Gap
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


def seeker(seat: Seat, path: Path, budget: int) -> tuple[Seeker, Feed, PictureCache, list[int]]:
    file = path.open("rb", buffering=0)
    reel = Reel(seat.stream, seat.packets, timeline_of(seat.packets, seat.stream.codec))
    feed = open_feed(file, "film", seat.packets, threads=1)
    cache = PictureCache(budget)
    starts: list[int] = []
    start = feed.start

    def counted(ordinal: int):  # type: ignore[no-untyped-def]
        starts.append(ordinal)
        return start(ordinal)

    feed.start = counted  # type: ignore[method-assign]
    return Seeker(reel, feed, cache), feed, cache, starts


def test_stepping_back_and_forth_decodes_once(film: Projector) -> None:
    path = film("b250").path
    with seated(path) as seat:
        find, feed, _, starts = seeker(seat, path, 2**26)
        for position in [100, 99, 98, 97, 98, 99, 100, 101, 102, 60]:
            found = find.find(position)
            assert found is not None
            assert number(found) == position
        assert starts == [0]
        feed.close()


def test_stepping_forward_never_seeks_again(film: Projector) -> None:
    path = film("transport").path
    with seated(path) as seat:
        find, feed, _, starts = seeker(seat, path, 1)
        for position in range(60, 120):
            found = find.find(position)
            assert found is not None
            assert number(found) == position
        assert len(starts) == 1
        feed.close()


def test_a_far_target_is_reached_from_its_own_key_picture(film: Projector) -> None:
    path = film("transport").path
    with seated(path) as seat:
        find, feed, _, starts = seeker(seat, path, 1)
        find.find(3)
        find.find(240)
        assert starts[-1] == 225
        feed.close()


def test_a_lost_picture_is_refused_every_time_and_cheaply(
    film: Projector, tmp_path: Path
) -> None:
    copy = tmp_path / "constant.mp4"
    copy.write_bytes(film("constant").path.read_bytes())
    damaged = odd_files.holed(films.Film(copy, ()), 0.5, 400)
    with seated(damaged) as seat:
        find, feed, _, starts = seeker(seat, damaged, 2**26)
        gone = {
            position
            for position, time in enumerate(seat.times)
            for gap in seen(seat.source)[1]
            if gap.span.start <= time < gap.span.end
        }
        assert gone
        for position in sorted(gone):
            assert find.find(position) is None
        runs = len(starts)
        for position in sorted(gone):
            assert find.find(position) is None
        assert len(starts) == runs
        feed.close()


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
@pytest.mark.parametrize("name", ["constant", "variable", "transport", "raw"])
def test_in_damaged_footage_a_picture_is_right_or_refused(
    film: Projector, tmp_path: Path, name: str, share: float
) -> None:
    copy = tmp_path / film(name).path.name
    copy.write_bytes(film(name).path.read_bytes())
    with seated(odd_files.holed(films.Film(copy, ()), share, 400)) as seat:
        items = list(seat.source.frames())
        whole = {item.at.pts: item.luma(64).tobytes() for item in items if not isinstance(item, Gap)}
        for time in seat.times:
            if time in whole:
                assert seat.source.at(time).luma(64).tobytes() == whole[time]
            else:
                with pytest.raises(Unreadable, match="SRC-022"):
                    seat.source.at(time)


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
