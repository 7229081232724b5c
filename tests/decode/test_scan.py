"""Reading forward: complete, in order, and with a gap wherever a picture is missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import pytest

from tests import films, odd_files
from tests.decode.conftest import Projector
from tests.decode.projection import Seat, number, seated, seen
from vsa_core.decode import scan
from vsa_core.decode.feed import Feed
from vsa_core.decode.reel import Reel
from vsa_core.decode.run import Shown
from vsa_core.decode.timeline import Timeline, timeline_of
from vsa_core.domain.footage import FootageState, Gap, PacketIndex
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Frame

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


def within(time: int, gaps: list[Gap], codes: tuple[str, ...]) -> bool:
    return any(g.span.start <= time < g.span.end for g in gaps if g.code in codes)


def covered(seat: Seat, span: Span | None = None) -> tuple[list[Frame], list[Gap]]:
    """Each picture that the index announces is either shown or lost, and never both."""
    frames, gaps = seen(seat.source, span)
    shown = {frame.at.pts for frame in frames}
    assert sorted(shown) == [frame.at.pts for frame in frames]
    asked = [t for t in seat.times if span is None or span.start <= t < span.end]
    assert shown <= set(asked)
    for time in asked:
        assert (time in shown) is not within(time, gaps, ("SRC-021", "SRC-032"))
    return frames, gaps


@pytest.mark.parametrize("length", [40, 400, 2000])
@pytest.mark.parametrize("share", [0.1, 0.6])
@pytest.mark.parametrize("name", ALL)
def test_what_a_hole_swallows_is_a_gap(
    film: Projector, tmp_path: Path, name: str, share: float, length: int
) -> None:
    with seated(holed_copy(film(name), tmp_path, share, length)) as seat:
        covered(seat)
        middle = seat.times[len(seat.times) // 2]
        covered(seat, Span(middle, seat.stream.span.end))


@pytest.mark.parametrize("length", [40, 400, 2000])
@pytest.mark.parametrize("share", [0.15, 0.4, 0.65])
@pytest.mark.parametrize("name", ["constant", "variable", "b250", "open"])
def test_no_picture_of_another_moment_is_shown_unannounced(
    film: Projector, tmp_path: Path, name: str, share: float, length: int
) -> None:
    """After a loss, decoders show old or smeared pictures without a word; their time is told."""
    with seated(holed_copy(film(name), tmp_path, share, length)) as seat:
        half = Span(seat.times[len(seat.times) // 2], seat.stream.span.end)
        for span in (None, half):
            frames, gaps = covered(seat, span)
            for frame in frames:
                right = number(frame) == seat.times.index(frame.at.pts)
                assert right or within(frame.at.pts, gaps, ("SRC-034",))


def test_packets_marked_as_damaged_are_told(film: Projector, tmp_path: Path) -> None:
    """A transport stream that lost packets: what leans on the place is not taken for sound."""
    data = film("transport").path.read_bytes()
    path = tmp_path / "torn.ts"
    at = next(
        at
        for at in range(len(data) // 2 // 188 * 188, len(data), 188)
        if data[at + 1] == 0x01 and data[at + 189] == 0x01  # the middle of a picture
    )
    path.write_bytes(data[:at] + data[at + 188 :])
    with seated(path) as seat:
        frames, gaps = covered(seat)
        assert seat.footage.state is FootageState.DAMAGED
        assert "SRC-034" in {gap.code for gap in gaps}
        assert len(frames) > 140


def holed_copy(film: films.Film, folder: Path, share: float, length: int) -> Path:
    copy = folder / film.path.name
    copy.write_bytes(film.path.read_bytes())
    return odd_files.holed(films.Film(copy, film.times), share, length)


def test_the_measured_silent_loss_is_no_longer_silent(film: Projector, tmp_path: Path) -> None:
    """Zeroed bytes lose pictures with neither error nor corrupt flag; here they make a gap."""
    with seated(holed_copy(film("b250"), tmp_path, 0.4, 4000)) as seat:
        frames, gaps = covered(seat)
        assert len(seat.times) - len(frames) > 10
        assert {gap.code for gap in gaps} == {"SRC-021", "SRC-034"}


def test_a_doubted_picture_is_not_shown(film: Projector, tmp_path: Path) -> None:
    with seated(holed_copy(film("constant"), tmp_path, 0.5, 40)) as seat:
        frames, gaps = covered(seat)
        assert [gap.code for gap in gaps] == ["SRC-032", "SRC-034"]
        assert len(frames) == len(seat.times) - 1
        key = min(t for t in seat.packets.pts[seat.packets.key] if t >= gaps[1].span.start)
        assert gaps[1].span.end == key


@dataclass(frozen=True, slots=True)
class _Pairs:
    """A reel whose decoder makes one picture of every two packets, as with field-coded H.264."""

    timeline: Timeline

    def starts(self, position: int) -> list[int]:
        return [0]

    def run(self, feed: object, start: int) -> "_Pairs":
        return self

    def pictures(self) -> Iterator[Shown]:
        for position in range(0, len(self.timeline.times), 2):
            yield Shown(position, None, position == 0, True, True, True)  # type: ignore[arg-type]

    def picture(self, shown: Shown) -> Shown:
        return shown


class _TimedFeed:
    by_turn = False


@pytest.mark.parametrize("absent", [None, 6])
def test_the_second_field_of_a_picture_is_not_a_lost_picture(absent: int | None) -> None:
    times = np.arange(20, dtype=np.int64) * 20
    zero = np.zeros(20, np.int64)
    index = PacketIndex(times, times, zero + 100, np.arange(20) == 0, zero, zero)
    reel = _Pairs(timeline_of(index, "h264"))
    pictures = [s for s in reel.pictures() if s.position != absent]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_Pairs, "pictures", lambda self: iter(pictures))
        items = list(scan.every(cast(Reel, reel), cast(Feed, _TimedFeed()), Span(0, 380)))
    gaps = [item for item in items if isinstance(item, Gap)]
    assert len(items) - len(gaps) == len(pictures)
    # Where the first field is lost, the second is lost with it.
    assert [(g.code, g.span) for g in gaps][:1] == (
        [] if absent is None else [("SRC-021", Span(120, 160))]
    )


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


def test_a_file_that_ends_early_leaves_a_gap_to_the_end(film: Projector, tmp_path: Path) -> None:
    path = tmp_path / "film.ts"
    path.write_bytes(film("transport").path.read_bytes())
    with seated(path) as seat:
        with path.open("r+b") as writer:
            writer.truncate(path.stat().st_size // 2)
        frames, gaps = seen(seat.source)
        assert 60 < len(frames) < 90
        assert gaps[-1].span.end == seat.stream.span.end


def test_two_readings_side_by_side_do_not_disturb_each_other(film: Projector) -> None:
    with seated(film("b250").path) as seat:
        one, two = seat.source.frames(), seat.source.frames(Span(seat.times[150], 10**9))
        for k in range(30):
            first, second = next(one), next(two)
            assert not isinstance(first, Gap)
            assert not isinstance(second, Gap)
            assert (number(first), number(second)) == (k, 150 + k)
            assert number(seat.source.at(seat.times[250 - k])) == 250 - k


def test_two_readings_give_the_same_bytes(film: Projector) -> None:
    with seated(film("variable").path) as seat, seated(film("variable").path, threads=2) as twin:
        one = [frame.bgr().tobytes() for frame in seen(seat.source)[0]]
        assert one == [frame.bgr().tobytes() for frame in seen(seat.source)[0]]
        assert one == [frame.bgr().tobytes() for frame in seen(twin.source)[0]]
