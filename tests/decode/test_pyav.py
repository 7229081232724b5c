"""The source that the rest of the house holds: opening, checking, refusing, closing."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests import films, odd_files
from tests.decode.conftest import Projector
from tests.decode.projection import number, seated, seen
from vsa_core.decode import feed, pyav
from vsa_core.decode.pyav import PyavSource, open_footage
from vsa_core.decode.walk import walk
from vsa_core.domain.footage import Footage, Gap, PacketIndex
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import FrameOpener, FrameSource
from vsa_core.errors import Tampered, Unreadable
from vsa_core.intake.admit import admit


def taken(path: Path) -> tuple[Footage, PacketIndex]:
    admitted = admit(path, camera="c1", exhibit="1", clock=None, walker=walk)
    return admitted.footage, admitted.packets


def test_it_is_what_the_house_expects(film: Projector) -> None:
    opener: FrameOpener = open_footage
    source: FrameSource = opener(*taken(film("constant").path))
    assert isinstance(source, PyavSource)
    source.close()


@pytest.mark.parametrize("name", sorted({**films.TIMED, **films.UNTIMED}))
def test_stretches_read_one_after_another_are_what_one_reading_gives(
    film: Projector, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    footage, packets = taken(film(name).path)
    opened: list[object] = []
    monkeypatch.setattr(
        pyav, "open_feed", lambda *args: opened.append(args) or feed.open_feed(*args)
    )
    source = open_footage(footage, packets)
    whole = [(item.at.pts, item.key) for item in source.frames() if not isinstance(item, Gap)]
    middle = whole[len(whole) // 2][0]
    assert footage.stream is not None
    span = footage.stream.span
    next(source.frames(Span(middle, span.end)))
    parts = [Span(span.start, middle), Span(middle, middle + 1), Span(middle + 1, span.end)]
    read = [item for part in parts for item in source.frames(part)]
    assert [(i.at.pts, i.key) for i in read if not isinstance(i, Gap)] == whole
    assert len(opened) <= 2
    source.close()


def test_a_file_of_another_size_is_not_what_was_admitted(tmp_path: Path) -> None:
    film = films.constant(tmp_path)
    footage, packets = taken(film.path)
    with film.path.open("ab") as writer:
        writer.write(b"x")
    with pytest.raises(Tampered, match="SRC-009"):
        open_footage(footage, packets)


def test_a_queue_put_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    film = films.constant(tmp_path)
    footage, packets = taken(film.path)
    film.path.unlink()
    os.mkfifo(film.path)
    with pytest.raises(Tampered, match="SRC-009"):
        open_footage(footage, packets)


def test_a_link_put_in_its_place_is_not_followed(tmp_path: Path) -> None:
    film = films.constant(tmp_path)
    footage, packets = taken(film.path)
    moved = film.path.rename(tmp_path / "moved.mp4")
    film.path.symlink_to(moved)
    with pytest.raises(Unreadable, match="SRC-005"):
        open_footage(footage, packets)


def test_a_file_that_is_gone_is_unreadable(tmp_path: Path) -> None:
    film = films.constant(tmp_path)
    footage, packets = taken(film.path)
    film.path.unlink()
    with pytest.raises(Unreadable, match="SRC-005"):
        open_footage(footage, packets)


def test_footage_without_pictures_is_refused_with_its_own_reason(tmp_path: Path) -> None:
    footage, packets = taken(odd_files.sound_only(tmp_path))
    with pytest.raises(Unreadable, match="SRC-016"):
        open_footage(footage, packets)


def test_a_picture_that_cannot_be_decoded_is_refused_by_its_time(
    film: Projector, tmp_path: Path
) -> None:
    copy = tmp_path / "constant.mp4"
    copy.write_bytes(film("constant").path.read_bytes())
    with seated(odd_files.holed(films.Film(copy, ()), 0.5, 400)) as seat:
        lost = seen(seat.source)[1][0].span.start
        with pytest.raises(Unreadable) as caught:
            seat.source.at(lost)
        assert caught.value.code == "SRC-022"
        assert caught.value.values == {"name": seat.footage.name, "pts": lost}


def test_before_the_first_picture_the_first_is_given(film: Projector) -> None:
    with seated(film("transport").path) as seat:
        assert number(seat.source.at(seat.times[0] - 10**6)) == 0
        assert number(seat.source.at(10**12)) == film("transport").count - 1


def test_the_reading_leaves_the_file_alone(film: Projector) -> None:
    path = film("variable").path
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    with seated(path) as seat:
        seen(seat.source)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_a_closed_source_holds_nothing(film: Projector) -> None:
    footage, packets = taken(film("constant").path)
    source = open_footage(footage, packets)
    source.at(0)
    source.close()
    assert len(source._cache) == 0
    assert source._file.closed


def test_an_abandoned_reading_releases_its_container(film: Projector) -> None:
    with seated(film("b250").path) as seat:
        for _ in range(20):
            reading = seat.source.frames()
            next(iter(reading))
            reading.close()  # type: ignore[attr-defined]  # a generator
        assert number(seat.source.at(seat.times[7])) == 7


def test_an_index_of_another_film_gives_gaps_not_wrong_pictures(film: Projector) -> None:
    footage, _ = taken(film("constant").path)
    other, packets = taken(film("variable").path)
    assert other.stream is not None
    source = open_footage(replace(footage, stream=other.stream), packets)
    frames, gaps = seen(source)
    assert frames == []
    assert gaps[-1].span.end == other.stream.span.end
    source.close()


def test_two_threads_decode_the_same_pictures(film: Projector) -> None:
    for name in ("b250", "raw_b", "avi_mpeg4"):
        with seated(film(name).path, threads=2) as seat:
            frames, gaps = seen(seat.source)
            assert gaps == []
            assert [number(frame) for frame in frames] == list(range(film(name).count))
