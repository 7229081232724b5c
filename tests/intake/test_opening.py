"""Only a regular, closed file passes the door, and the door never blocks nor writes."""

import os
import socket
from pathlib import Path

import pytest

from vsa_core.errors import Refused, Unreadable
from vsa_core.intake.opening import (
    fingerprint,
    left_to_settle,
    open_source,
    refuse_if_changed,
    visible_name,
)


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    path = tmp_path / "cam.mp4"
    path.write_bytes(b"0123456789")
    return path


def test_a_regular_file_opens_for_reading_only(plain: Path) -> None:
    with open_source(plain) as file:
        assert file.read() == b"0123456789"
        with pytest.raises(OSError, match="not open for writing"):
            file.write(b"x")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="SRC-001"):
        open_source(tmp_path)


def test_a_queue_is_refused_without_blocking(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "queue.mp4")
    with pytest.raises(Refused, match="SRC-002"):
        open_source(tmp_path / "queue.mp4")


def test_a_device_is_refused() -> None:
    with pytest.raises(Refused, match="SRC-002"):
        open_source("/dev/zero")


def test_a_connection_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("live.mp4")
        with pytest.raises(Refused, match="SRC-002"):
            open_source(tmp_path / "live.mp4")


@pytest.mark.parametrize(
    "address",
    [
        "rtsp://10.0.0.1/live",
        "RTSP://10.0.0.1/live",
        "http://camera/mjpg",
        Path("rtsp://10.0.0.1/live"),
        Path("rtsp://10.0.0.1/live").absolute(),
        "srt://h:1",
    ],
)
def test_an_address_is_refused(address: str | Path) -> None:
    with pytest.raises(Refused, match="SRC-003"):
        open_source(address)


def test_a_link_is_not_the_file_itself(plain: Path) -> None:
    link = plain.with_name("link.mp4")
    link.symlink_to(plain)
    with pytest.raises(Refused, match="SRC-008"):
        open_source(link)


@pytest.mark.parametrize("name", ["absent.mp4", "nul\0.mp4", "x" * 300])
def test_what_does_not_open_is_unreadable(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unreadable, match="SRC-005"):
        open_source(tmp_path / name)


def test_a_colon_in_a_name_is_no_address(tmp_path: Path) -> None:
    path = tmp_path / "cam 3: 12h00.mp4"
    path.write_bytes(b"x")
    open_source(path).close()


def test_names_that_are_not_unicode_are_shown(tmp_path: Path) -> None:
    raw = os.path.join(os.fsencode(tmp_path), b"cam\xff.mp4")
    Path(os.fsdecode(raw)).write_bytes(b"x")
    assert visible_name(os.fsdecode(raw)) == "cam\\xff.mp4"
    open_source(os.fsdecode(raw)).close()


def test_bidirectional_characters_are_kept_for_the_views_to_show() -> None:
    assert visible_name("/x/cam\u202e4pm.mp4") == "cam\u202e4pm.mp4"


def test_an_untouched_file_has_not_changed(plain: Path) -> None:
    with open_source(plain) as file:
        refuse_if_changed(fingerprint(file), file, plain, "cam")


def test_a_file_that_grows_is_refused(plain: Path) -> None:
    with open_source(plain) as file:
        before = fingerprint(file)
        with plain.open("ab") as writer:
            writer.write(b"more")
        with pytest.raises(Refused, match="SRC-004"):
            refuse_if_changed(before, file, plain, "cam")


def test_a_file_rewritten_in_place_is_refused(plain: Path) -> None:
    with open_source(plain) as file:
        before = fingerprint(file)
        os.utime(plain, ns=(1, 1))
        with pytest.raises(Refused, match="SRC-004"):
            refuse_if_changed(before, file, plain, "cam")


def test_another_file_under_the_same_path_is_refused(plain: Path) -> None:
    with open_source(plain) as file:
        before = fingerprint(file)
        other = plain.with_name("other")
        other.write_bytes(b"0123456789")
        other.replace(plain)
        with pytest.raises(Refused, match="SRC-004"):
            refuse_if_changed(before, file, plain, "cam")


def test_a_file_removed_meanwhile_is_refused(plain: Path) -> None:
    with open_source(plain) as file:
        before = fingerprint(file)
        plain.unlink()
        with pytest.raises(Refused, match="SRC-004"):
            refuse_if_changed(before, file, plain, "cam")


def test_a_file_modified_a_moment_ago_has_not_rested_yet(plain: Path) -> None:
    second = 1_000_000
    os.utime(plain, ns=(0, 100 * second * 1000))
    with open_source(plain) as file:
        waits = [left_to_settle(file, now * second, 10 * second) for now in (111, 105, 100, 95, 9)]
        assert waits == [0, 5 * second, 10 * second, 5 * second, 0]


def test_the_time_of_last_access_is_left_alone(plain: Path) -> None:
    os.utime(plain, ns=(1_000, 2_000))
    with open_source(plain) as file:
        file.read()
    assert plain.stat().st_atime_ns == 1_000
