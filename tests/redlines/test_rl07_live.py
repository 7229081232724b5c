"""RL7. Only a closed, regular file is taken in: no stream, no device, no list, nothing growing."""

import os
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import av
import pytest

from tests.architecture.house import ROOT, modules, write
from tests.desk.records import quiet
from tests.desk.scene import MOTIVE, START, FixedClock, Office, film, office
from tests.redlines.scan import names
from vsa_core.decode import pyav
from vsa_core.decode.medium import MediumFile
from vsa_core.desk.footage import Admission
from vsa_core.domain.coverage import Level
from vsa_core.domain.footage import Footage, FootageState
from vsa_core.domain.moment import ClockClaim
from vsa_core.errors import Fault, Tampered
from vsa_core.intake import admit as intake

Taking = Callable[[str], bool]
"""Whether a source of pictures is taken in, given its path or address."""

WATCHERS = frozenset(
    "QFileSystemWatcher QSystemTrayIcon watchdog inotify pyinotify notify2 plyer Notification"
    " QMediaPlayer QCamera sendmail smtplib".split()
)
"""Names of what watches for new files, or calls somebody when something was seen."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A case that may take in footage."""
    return office(tmp_path_factory.mktemp("office"))


def taking(at: Office) -> Taking:
    """The desk of the house: taken in is what gives pictures that could be looked at."""

    def take(path: str) -> bool:
        clock = ClockClaim(START, 0, 0, "alice")
        try:
            footage = at.desks.footage.admit(
                at.who, at.where, Admission(path, "rue", "S1", clock), MOTIVE
            )
        except Fault:
            return False
        return footage.state is not FootageState.UNREADABLE and footage.stream is not None

    return take


def sources(folder: Path) -> Iterator[tuple[str, str]]:
    """Every kind of source that is no closed film, by its name."""
    yield from ((address, address) for address in ADDRESSES)
    os.mkfifo(folder / "queue.mp4")
    yield "a queue", str(folder / "queue.mp4")
    listening = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(folder)  # the name of a socket is short
    listening.bind("live.mp4")
    os.chdir(here)
    yield "a connection", str(folder / "live.mp4")
    listening.close()
    yield "a device", "/dev/zero"
    yield "a camera", "/dev/video0"
    yield "a folder", str(folder)
    (folder / "link.mp4").symlink_to(film(folder / "real.mp4", 2))
    yield "a link", str(folder / "link.mp4")
    for name, text in LISTS.items():
        write(folder, name, text.format(film="real.mp4"))
        yield name, str(folder / name)


ADDRESSES = (
    "rtsp://10.0.0.1/stream1",
    "RTSPS://camera/1",
    "http://camera/mjpg/video.mjpg",
    "https://camera/live.m3u8",
    "rtmp://camera/live",
    "udp://239.0.0.1:1234",
    "srt://camera:9000",
    "file:///dev/video0",
    "concat:real.mp4|real.mp4",
)
LISTS = {
    "list.m3u8": "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n{film}\n",
    "list.ffconcat": "ffconcat version 1.0\nfile '{film}'\n",
    "session.sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n",
}


def taken(take: Taking, folder: Path) -> list[str]:
    """Names of the sources that are taken in and must not be."""
    return [name for name, path in sources(folder) if take(path)]


def careless(path: str) -> bool:
    """A reader as most tools have it: every file that FFmpeg opens is taken in."""
    if not Path(path).is_file():
        return False  # FFmpeg would wait for ever, or reach out
    try:
        with av.open(path) as container:
            return bool(container.streams.video)
    except (av.error.FFmpegError, ValueError):
        return False


def watchers(root: Path) -> list[str]:
    """Names in the program of what waits for something to happen, or calls somebody."""
    return sorted(
        f"{path.relative_to(root)}: {name}"
        for path in modules(root)
        for name in set(names(path)) & WATCHERS
    )


def test_nothing_but_a_closed_film_is_taken_in(desk: Office, tmp_path: Path) -> None:
    assert taken(taking(desk), tmp_path) == []
    assert taking(desk)(str(film(tmp_path / "closed.mp4", 3)))


def test_a_reader_that_opens_what_it_is_told_is_seen(tmp_path: Path) -> None:
    found = taken(careless, tmp_path)
    assert "list.ffconcat" in found or "list.m3u8" in found
    assert "a link" in found


def test_a_file_that_grows_while_it_is_read_is_refused(
    desk: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = film(tmp_path / "growing.mp4", 3, seed=5)
    hashed = intake._hashed

    def meanwhile(*given: object) -> object:
        with path.open("ab") as recorder:
            recorder.write(b"one more packet")
        return hashed(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(intake, "_hashed", meanwhile)
    assert not taking(desk)(str(path))
    monkeypatch.setattr(intake, "refuse_if_changed", lambda *given: None)
    assert taking(desk)(str(path))  # the seeded fault: nobody looks whether it grew


def test_a_file_that_a_recorder_writes_to_once_a_second_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = FixedClock()
    desk = office(tmp_path / "office", clock)
    path = film(tmp_path / "slow.mp4", 3, seed=6)

    def a_second_later(seconds: float) -> None:
        with path.open("ab") as recorder:
            recorder.write(b"one more second")

    monkeypatch.setattr(time, "sleep", a_second_later)
    os.utime(path, ns=(clock.time * 1000, clock.time * 1000))
    assert not taking(desk)(str(path))
    monkeypatch.setattr(intake, "SETTLE", 0)
    os.utime(path, ns=(clock.time * 1000, clock.time * 1000))
    assert taking(desk)(str(path))  # the seeded fault: nobody waits a moment


def followed(at: Office, footage: Footage) -> bool:
    """Whether a file that went on growing after it was admitted is looked at all the same."""
    with open(footage.path, "ab") as recorder:
        recorder.write(b"one more packet")
    try:
        report = at.desks.indexing.index(
            at.who, at.where, Level.SCAN, (), MOTIVE, quiet, lambda: False
        )
    except Tampered:
        return False
    return report.slices > 0


def test_a_file_that_goes_on_growing_is_never_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = office(tmp_path)
    assert not followed(at, at.footage)
    identity = at.desks.indexing._lab.identity
    monkeypatch.setattr(identity, "_check", lambda footage, tell: None)
    assert not followed(at, at.footage)  # its size alone betrays it
    monkeypatch.setattr(pyav, "_reopened", lambda footage: MediumFile(footage.path))
    assert followed(at, at.footage)  # the seeded fault: nobody compares digest or size


def test_nothing_waits_for_files_and_nobody_is_called() -> None:
    assert watchers(ROOT) == []


@pytest.mark.parametrize(
    "fault",
    [
        "from PySide6.QtCore import QFileSystemWatcher\n",
        "tray = QSystemTrayIcon()\n",
        "import inotify.adapters\n",
    ],
)
def test_a_watcher_is_seen(fault: str, tmp_path: Path) -> None:
    write(tmp_path, "app/tasks.py", fault)
    assert len(watchers(tmp_path)) == 1
