"""Walking finds every packet with its time, and says what is wrong without judging it."""

import io
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from tests import films, odd_files
from tests.decode.conftest import Projector
from vsa_core.decode import walk as walking
from vsa_core.decode.timing import NO_TIME
from vsa_core.decode.walk import walk
from vsa_core.domain.ports import Walked
from vsa_core.errors import Unreadable


def walked(path: Path) -> Walked:
    with path.open("rb", buffering=0) as file:
        return walk(file, path.name)


@pytest.mark.parametrize("name", list(films.TIMED))
def test_every_packet_has_the_time_it_was_written_with(film: Projector, name: str) -> None:
    found = walked(film(name).path)
    times = sorted(found.packets.pts.tolist())
    assert tuple((t - times[0]) * found.time_base for t in times) == film(name).times
    assert found.timed
    assert found.faults == ()
    assert found.trial > 0
    assert not found.encrypted


@pytest.mark.parametrize("name", list(films.UNTIMED))
def test_pictures_without_times_are_laid_out_at_their_rate(film: Projector, name: str) -> None:
    found = walked(film(name).path)
    times = [pts * found.time_base for pts in found.packets.pts.tolist()]
    assert times == [Fraction(k, 25) for k in range(film(name).count)]
    bare = name.startswith("raw")
    assert found.timed is not bare
    assert found.faults == (("SRC-007",) if bare else ())


def test_a_bare_stream_is_laid_out_at_the_rate_it_claims(tmp_path: Path) -> None:
    film = films.write(
        tmp_path / "ten.264", list(range(30)), form="h264", time_base=Fraction(1, 10)
    )
    found = walked(film.path)
    assert found.rate == 10
    steps = set(np.diff(found.packets.pts).tolist())
    assert [step * found.time_base for step in steps] == [Fraction(1, 10)]


def test_columns_are_of_one_length_and_kind(film: Projector) -> None:
    packets = walked(film("transport").path).packets
    columns = (packets.pts, packets.dts, packets.size, packets.pos, packets.duration)
    assert {column.dtype for column in columns} == {np.dtype(np.int64)}
    assert {len(column) for column in (*columns, packets.key)} == {150}
    assert packets.key.dtype == np.bool_
    assert int(packets.key.sum()) == 6


def test_transport_streams_start_where_their_clock_does(film: Projector) -> None:
    found = walked(film("transport").path)
    assert found.packets.pts.min() * found.time_base > 1


def test_a_clock_that_goes_back_is_said_and_put_right(tmp_path: Path) -> None:
    found = walked(odd_files.backwards(tmp_path).path)
    assert "SRC-024" in found.faults
    assert found.timed
    assert (np.diff(np.sort(found.packets.pts)) > 0).all()


def test_the_turn_is_told_and_the_size_is_as_stored(tmp_path: Path) -> None:
    found = walked(films.turned(tmp_path, 90).path)
    assert (found.width, found.height, found.rotation) == (films.WIDTH, films.HEIGHT, 90)


def test_a_film_cut_short_is_said(film: Projector, tmp_path: Path) -> None:
    cut = tmp_path / "cut.avi"
    data = film("avi_mpeg4").path.read_bytes()
    cut.write_bytes(data[: len(data) * 6 // 10])
    assert "SRC-028" in walked(cut).faults
    fast = films.write(tmp_path / "fast.mp4", films.even(100), options={"movflags": "faststart"})
    assert walked(fast.path).faults == ()


def test_lost_key_pictures_are_said(tmp_path: Path) -> None:
    film = films.constant(tmp_path)
    keys = walked(film.path).packets
    data = bytearray(film.path.read_bytes())
    last = int(np.flatnonzero(keys.key)[-1])
    start, size = int(keys.pos[last]), int(keys.size[last])
    data[start + size // 2 : start + size] = bytes(size - size // 2)
    film.path.write_bytes(bytes(data))
    assert "SRC-021" in walked(film.path).faults


def test_pictures_that_an_edit_list_hides_are_said_and_never_shown(footage_dir: Path) -> None:
    found = walked(footage_dir / "recordings/exoplayer/mp4/dolbyVision-hdr.MOV")
    assert found.faults == ("SRC-031",)
    assert int((found.packets.pts == NO_TIME).sum()) == 1


def test_enormous_pictures_are_never_decoded(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="SRC-018"):
        walked(odd_files.huge(tmp_path))


def test_the_number_of_packets_is_bounded(film: Projector, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walking, "MOST_PACKETS", 20)
    found = walked(film("constant").path)
    assert len(found.packets.pts) == 20
    assert "SRC-025" in found.faults


def test_vp8_frames_that_are_never_shown_are_known() -> None:
    assert walking._invisible(memoryview(b"\x10"), "vp8") is False  # type: ignore[arg-type]
    assert walking._invisible(memoryview(b"\x00"), "vp8") is True  # type: ignore[arg-type]
    assert walking._invisible(memoryview(b"\x00"), "h264") is False  # type: ignore[arg-type]


def test_two_walks_say_the_same(film: Projector) -> None:
    one, two = walked(film("open").path), walked(film("open").path)
    assert one.packets.pts.tobytes() == two.packets.pts.tobytes()
    assert (one.trial, one.faults, one.codec) == (two.trial, two.faults, two.codec)


def test_nothing_is_written_to_the_terminal(
    film: Projector, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    holed = tmp_path / "holed.mp4"
    data = bytearray(film("b250").path.read_bytes())
    data[20_000:22_000] = bytes(2000)
    holed.write_bytes(bytes(data))
    walked(holed)
    told = capfd.readouterr()
    assert (told.out, told.err) == ("", "")


def test_only_a_real_file_is_walked() -> None:
    with pytest.raises(io.UnsupportedOperation):
        walk(io.BytesIO(b"not a file on disk"), "memory")
