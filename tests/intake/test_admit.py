"""Every regular file gets a digest and a final state; nothing else is let in."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import av
import pytest

from tests import films, odd_files
from tests.intake.watching import openings
from vsa_core.decode.walk import walk
from vsa_core.domain.footage import FootageState
from vsa_core.domain.moment import ClockClaim
from vsa_core.domain.ports import Walked
from vsa_core.errors import Bug, Refused, Tampered, Unreadable
from vsa_core.intake.admit import Admitted, admit, no_packets, resting, verify
from vsa_core.intake.opening import open_source


def taken(path: Path) -> Admitted:
    return admit(path, camera="c1", exhibit="scellé 3", clock=None, walker=walk)


def state(path: Path) -> tuple[str, str]:
    footage = taken(path).footage
    return footage.state.value, footage.reason


def test_a_film_is_admitted_with_its_pedigree(tmp_path: Path) -> None:
    film = films.constant(tmp_path)
    claim = ClockClaim(1, 2, 3, "OPJ")
    admitted = admit(film.path, camera="c1", exhibit="s3", clock=claim, walker=walk)
    footage, data = admitted.footage, film.path.read_bytes()
    assert footage.digest == hashlib.sha256(data).hexdigest()
    assert (footage.size, footage.name) == (len(data), "constant.mp4")
    assert (footage.path, footage.camera, footage.exhibit) == (str(film.path), "c1", "s3")
    assert (footage.clock, footage.state) == (claim, FootageState.READABLE)
    assert admitted.blocks == (footage.digest,)
    assert footage.stream is not None
    assert len(admitted.packets.pts) == footage.stream.packets == film.count


def test_the_original_is_left_untouched(tmp_path: Path) -> None:
    film = films.constant(tmp_path)
    data, before = film.path.read_bytes(), film.path.stat()
    taken(film.path)
    assert film.path.read_bytes() == data
    assert film.path.stat().st_mtime_ns == before.st_mtime_ns
    assert [path.name for path in tmp_path.iterdir()] == ["constant.mp4"]


def test_every_odd_file_is_admitted_with_its_reason(tmp_path: Path) -> None:
    film = films.constant(tmp_path)
    assert state(odd_files.truncated(film)) == ("unreadable", "SRC-012")
    assert state(odd_files.text(tmp_path)) == ("unreadable", "SRC-013")
    assert state(odd_files.empty(tmp_path)) == ("unreadable", "SRC-010")
    assert state(odd_files.sound_only(tmp_path)) == ("no_picture", "SRC-016")
    assert state(odd_files.huge(tmp_path)) == ("unreadable", "SRC-018")
    assert state(odd_files.renamed(film, ".avi")) == ("readable", "SRC-000")
    assert state(odd_files.still_pictures(tmp_path)[0]) == ("unreadable", "SRC-014")
    assert state(films.with_pause(tmp_path).path) == ("damaged", "SRC-023")
    assert state(odd_files.backwards(tmp_path).path) == ("reconstructed", "SRC-024")
    assert state(films.raw(tmp_path).path) == ("reconstructed", "SRC-007")
    assert state(odd_files.truncated(films.avi_mpeg4(tmp_path))) == ("damaged", "SRC-028")


def test_a_file_without_pictures_keeps_its_digest_and_has_no_stream(tmp_path: Path) -> None:
    path = odd_files.text(tmp_path)
    admitted = taken(path)
    assert admitted.footage.digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert admitted.footage.stream is None
    assert len(admitted.packets.pts) == 0


@pytest.mark.skipif(not hasattr(os, "O_NOATIME"), reason="inotify is of Linux")
@pytest.mark.parametrize("write", [odd_files.playlist, odd_files.hls])
@pytest.mark.parametrize("absolute", [False, True])
def test_a_playlist_named_mp4_opens_no_other_file(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    write: Callable[[Path, str], Path],
    absolute: bool,
) -> None:
    monkeypatch.chdir(tmp_path)
    target = films.transport(tmp_path, frames=10).path
    path = write(tmp_path, str(target) if absolute else target.name)
    with openings(tmp_path) as opened:
        assert state(path) == ("unreadable", "SRC-011")
    assert opened == {path.name}


@pytest.mark.skipif(not hasattr(os, "O_NOATIME"), reason="inotify is of Linux")
def test_the_watch_on_openings_bites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    target = films.transport(tmp_path, frames=10).path
    path = odd_files.playlist(tmp_path, target.name)
    with openings(tmp_path) as opened, av.open(str(path), format="concat"):
        pass
    assert target.name in opened


def test_stills_are_never_read_as_a_sequence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first, *others = odd_files.still_pictures(tmp_path)
    pattern = first.rename(tmp_path / "still%03d.jpg")
    with openings(tmp_path) as opened:
        assert state(pattern) == ("unreadable", "SRC-014")
    assert opened.isdisjoint(path.name for path in others)


def test_a_file_changed_while_it_is_walked_is_refused(tmp_path: Path) -> None:
    film = films.constant(tmp_path)

    def slow(file: BinaryIO, name: str) -> Walked:
        with film.path.open("ab") as recorder:
            recorder.write(b"still recording")
        return walk(file, name)

    with pytest.raises(Refused, match="SRC-004"):
        admit(film.path, camera="c", exhibit="e", clock=None, walker=slow)


class _At:
    """A clock that stands still."""

    def __init__(self, now: int) -> None:
        self._now = now

    def now(self) -> int:
        return self._now

    def monotonic(self) -> int:
        return self._now


def test_a_file_that_grows_while_it_is_left_to_rest_is_refused(tmp_path: Path) -> None:
    film = films.constant(tmp_path)
    pauses: list[float] = []

    def recorder_writes(seconds: float) -> None:
        pauses.append(seconds)
        with film.path.open("ab") as recorder:
            recorder.write(b"the next second")

    just_after = _At(film.path.stat().st_mtime_ns // 1000 + 500_000)
    with pytest.raises(Refused, match="SRC-004"):
        admit(
            film.path,
            camera="c",
            exhibit="e",
            clock=None,
            walker=walk,
            rest=resting(just_after, recorder_writes),
        )
    assert pauses == [1.5]


def test_a_file_left_alone_for_long_is_not_waited_for(tmp_path: Path) -> None:
    film = films.constant(tmp_path)

    def never(seconds: float) -> None:
        raise AssertionError(seconds)

    later = _At(film.path.stat().st_mtime_ns // 1000 + 3_000_000)
    rest = resting(later, never)
    assert admit(film.path, camera="c", exhibit="e", clock=None, walker=walk, rest=rest)


def test_a_walker_that_gives_up_gives_the_reason(tmp_path: Path) -> None:
    path = odd_files.text(tmp_path)

    def gives_up(file: BinaryIO, name: str) -> Walked:
        raise Unreadable("SRC-015", name=name)

    footage = admit(path, camera="c", exhibit="e", clock=None, walker=gives_up).footage
    assert (footage.state, footage.reason) == (FootageState.ENCRYPTED, "SRC-015")


def test_a_mistake_of_ours_is_not_a_state(tmp_path: Path) -> None:
    path = odd_files.text(tmp_path)

    def broken(file: BinaryIO, name: str) -> Walked:
        raise Bug("SRC-019", name=name)

    with pytest.raises(Bug):
        admit(path, camera="c", exhibit="e", clock=None, walker=broken)


def test_the_walk_sees_the_bytes_that_were_hashed(tmp_path: Path) -> None:
    path = odd_files.text(tmp_path)
    seen: list[bytes] = []

    def reads(file: BinaryIO, name: str) -> Walked:
        file.seek(0)
        seen.append(file.read())
        raise Unreadable("SRC-013", name=name)

    footage = admit(path, camera="c", exhibit="e", clock=None, walker=reads).footage
    assert hashlib.sha256(seen[0]).hexdigest() == footage.digest


def test_a_name_that_is_not_unicode_is_admitted(tmp_path: Path) -> None:
    film = films.constant(tmp_path)
    odd = os.path.join(os.fsencode(tmp_path), b"cam\xff.mp4")
    os.rename(film.path, odd)
    footage = taken(Path(os.fsdecode(odd))).footage
    assert footage.name == "cam\\xff.mp4"
    footage.name.encode("utf-8")
    assert os.fsencode(footage.path) == odd


def test_verify_accepts_the_file_admitted_and_no_other(tmp_path: Path) -> None:
    film = films.constant(tmp_path)
    footage = taken(film.path).footage
    with open_source(film.path) as file:
        verify(footage, file)
    data = bytearray(film.path.read_bytes())
    data[len(data) // 2] ^= 1
    film.path.write_bytes(bytes(data))
    with open_source(film.path) as file, pytest.raises(Tampered, match="SRC-009"):
        verify(footage, file)
    with film.path.open("ab") as writer:
        writer.write(b"x")
    with open_source(film.path) as file, pytest.raises(Tampered, match="SRC-009"):
        verify(footage, file)


def test_verify_is_not_fooled_by_a_footage_of_another_size(tmp_path: Path) -> None:
    film = films.constant(tmp_path)
    footage = taken(film.path).footage
    with open_source(film.path) as file, pytest.raises(Tampered, match="SRC-009"):
        verify(replace(footage, size=footage.size + 1), file)


def test_a_file_without_packets_has_empty_columns() -> None:
    packets = no_packets()
    columns = (packets.pts, packets.dts, packets.size, packets.key, packets.pos, packets.duration)
    assert {len(column) for column in columns} == {0}
