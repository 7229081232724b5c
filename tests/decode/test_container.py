"""One way in: allowed formats and codecs, no second file, bounded reading, mapped failures."""

import io
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

import av
import pytest

from tests import films, odd_files
from tests.decode.conftest import Projector
from tests.intake.watching import openings
from vsa_core.decode import container, sniff
from vsa_core.decode.container import (
    FAILURES,
    Opened,
    Reader,
    Runaway,
    failure_code,
    open_container,
    stop_code,
    too_large,
)
from vsa_core.errors import Unreadable


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    with path.open("rb", buffering=0) as file:
        found = open_container(file, path.name, Reader(file))
        try:
            yield found
        finally:
            found.close()


def refusal(path: Path) -> str:
    with pytest.raises(Unreadable) as caught, opened(path):
        pass
    assert caught.value.values == {"name": path.name}
    return caught.value.code


@pytest.mark.parametrize("name", [*films.TIMED, *films.UNTIMED])
def test_films_open_with_their_picture_stream(film: Projector, name: str) -> None:
    with opened(film(name).path) as found:
        assert (found.codec.width, found.codec.height) == (films.WIDTH, films.HEIGHT)
        assert found.others == 0


def test_the_extension_says_nothing(film: Projector, tmp_path: Path) -> None:
    lying = tmp_path / "cam.jpg"
    lying.write_bytes(film("constant").path.read_bytes())
    with opened(lying) as found:
        assert found.container.format.name.startswith("mov")


def test_refusals_say_why(tmp_path: Path) -> None:
    assert refusal(odd_files.empty(tmp_path)) == "SRC-010"
    assert refusal(odd_files.playlist(tmp_path, "a.mp4")) == "SRC-011"
    assert refusal(odd_files.truncated(films.constant(tmp_path))) == "SRC-012"
    assert refusal(odd_files.text(tmp_path)) == "SRC-013"
    assert refusal(odd_files.still_pictures(tmp_path)[0]) == "SRC-014"
    assert refusal(odd_files.sound_only(tmp_path)) == "SRC-016"


def test_a_format_outside_the_list_does_not_open(tmp_path: Path) -> None:
    film = films.write(tmp_path / "film.nut", films.even(5), form="nut")
    with av.open(str(film.path)) as sane:
        assert sane.format.name == "nut"
    assert refusal(film.path) == "SRC-013"


def test_a_codec_outside_the_list_does_not_run(tmp_path: Path) -> None:
    film = films.write(
        tmp_path / "film.avi",
        [0, 1],
        codec="png",
        pixels="rgb24",
        time_base=films.MPEG4_AVI,
    )
    with opened(film.path) as found, pytest.raises(av.FFmpegError):
        found.codec.open()


@pytest.mark.skipif(not hasattr(os, "O_NOATIME"), reason="inotify is of Linux")
def test_even_a_playlist_demuxer_would_find_every_protocol_shut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The look at the bytes and the list of formats put aside, no second file is opened."""
    monkeypatch.chdir(tmp_path)
    target = films.constant(tmp_path).path
    script = odd_files.playlist(tmp_path, target.name)
    monkeypatch.setattr(container, "FORMATS", container.FORMATS + ",concat")
    monkeypatch.setattr(sniff, "refuses_opening", lambda file: "")
    with openings(tmp_path) as seen:
        assert refusal(script) in {"SRC-013", "SRC-026"}
    assert seen == {script.name}


def test_what_demuxers_ask_to_open_is_refused() -> None:
    with pytest.raises(PermissionError):
        container._no_second_file("other.mp4", 0, {})


def test_enormous_pictures_are_refused_before_they_are_decoded(tmp_path: Path) -> None:
    film = films.write(
        tmp_path / "wide.mp4", [0], size=(8208, 16), options={"x264-params": "keyint=1"}
    )
    assert refusal(film.path) == "SRC-018"


@pytest.mark.parametrize(
    ("size", "verdict"),
    [
        ((8192, 4320), False),
        ((4320, 8192), False),
        ((8193, 16), True),
        ((16, 8193), True),
        ((8192, 4321), True),
        ((6000, 6000), True),
        ((0, 0), False),
    ],
)
def test_the_limit_of_size(size: tuple[int, int], verdict: bool) -> None:
    assert too_large(*size) is verdict


def test_the_largest_of_several_picture_streams_is_chosen(tmp_path: Path) -> None:
    path = tmp_path / "two.mp4"
    with av.open(str(path), "w") as out:
        streams = [out.add_stream("libx264", rate=25) for _ in range(3)]
        for stream, width in zip(streams, (64, 128, 96), strict=True):
            stream.width, stream.height, stream.pix_fmt = width, 48, "yuv420p"
        for index in range(100):
            for stream in streams:
                frame = av.VideoFrame(stream.width, 48, "yuv420p")
                frame.pts, frame.time_base = index, Fraction(1, 25)
                out.mux(stream.encode(frame))
        for stream in streams:
            out.mux(stream.encode(None))
    with opened(path) as found:
        assert (found.codec.width, found.stream.index, found.others) == (128, 1, 2)
        given = Counter(packet.stream_index for packet in found.container.demux() if packet.size)
        # What was read to recognise the streams still comes; all further packets stay silent.
        assert given[1] == 100
        assert given[0] + given[2] < 50


def test_readers_share_a_file_and_keep_their_own_place(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(range(100)))
    with path.open("rb") as file:
        one, two = Reader(file), Reader(file)
        assert one.read(3) == bytes((0, 1, 2))
        assert two.seek(-2, io.SEEK_END) == 98
        assert one.read(1) == b"\x03"
        assert two.read(9) == bytes((98, 99))
        assert one.seek(2, io.SEEK_CUR) == 6
        assert one.tell() == 6
        with pytest.raises(ValueError, match="before"):
            one.seek(-1)


def test_reading_far_more_than_there_is_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(container, "_SLACK", 100)
    path = tmp_path / "file"
    path.write_bytes(bytes(100))
    with path.open("rb") as file:
        reader = Reader(file)
        for _ in range(9):
            reader.seek(0)
            reader.read(100)
        reader.seek(0)
        with pytest.raises(Runaway):
            reader.read(100)
        reader.renew()
        reader.seek(0)
        assert len(reader.read(100)) == 100


def test_a_medium_that_fails_is_named(film: Projector) -> None:
    class Failing(Reader):
        def read(self, length: int) -> bytes:
            raise OSError(5, "Input/output error")

    with (
        film("constant").path.open("rb", buffering=0) as file,
        pytest.raises(Unreadable, match="SRC-026"),
    ):
        open_container(file, "cam", Failing(file))


def test_every_failure_ever_measured_is_caught() -> None:
    measured = (
        av.error.InvalidDataError,
        IndexError,
        EOFError,
        OSError,
        av.error.PatchWelcomeError,
        MemoryError,
        BlockingIOError,
        ValueError,
        UnicodeDecodeError,
        av.error.ArgumentError,
    )
    assert all(issubclass(kind, FAILURES) for kind in measured)


def test_failures_have_their_codes() -> None:
    prose = io.BytesIO(b"prose")
    assert failure_code(Runaway(), prose) == "SRC-025"
    assert failure_code(MemoryError(), prose) == "SRC-027"
    assert failure_code(OSError(), prose) == "SRC-026"
    assert failure_code(ValueError(), prose) == "SRC-013"
    assert [stop_code(e) for e in (Runaway(), MemoryError(), ValueError())] == [
        "SRC-025",
        "SRC-027",
        "SRC-028",
    ]
