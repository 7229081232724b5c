import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.search.archive import footage
from vsa_core.desk.identity import SETTLED, Identity
from vsa_core.domain.footage import Footage
from vsa_core.errors import Tampered, Unreadable

LATER = 10**12  # microseconds: long after every file of a test was written


class Reader:
    """Stands for the hashing of a whole file, and counts."""

    def __init__(self) -> None:
        self.read = 0
        self.meanwhile: Callable[[], object] = lambda: None

    def __call__(self, footage: Footage, tell: Callable[[], None]) -> None:
        tell()
        self.read += 1
        self.meanwhile()


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def film(tmp_path: Path) -> Footage:
    path = tmp_path / "film.mp4"
    path.write_bytes(b"pictures")
    while _now(tmp_path) == path.stat().st_ctime_ns:
        pass  # the clock of the file system counts by a few milliseconds
    return replace(footage("a"), path=str(path))


def _now(folder: Path) -> int:
    """What a file written now is stamped with."""
    (folder / "now").write_bytes(b"")
    return (folder / "now").stat().st_ctime_ns


def identity(reader: Reader, film: Footage, after: int = LATER) -> Identity:
    """One that thinks it is `after` microseconds after the film was written."""
    written = os.stat(film.path).st_ctime_ns // 1000
    return Identity(reader, lambda: written + after)


def test_a_file_is_read_whole_once_and_then_known(reader: Reader, film: Footage) -> None:
    known = identity(reader, film)
    for _ in range(3):
        known.ensure(film)
        known.same(film)
    assert reader.read == 1


def test_verifying_reads_the_whole_file_every_time(reader: Reader, film: Footage) -> None:
    known = identity(reader, film)
    known.verify(film)
    known.verify(film)
    assert reader.read == 2
    known.ensure(film)
    assert reader.read == 2


@pytest.mark.parametrize("touch", ["write", "times", "replace", "rename", "append"])
def test_a_touched_file_is_read_again(touch: str, reader: Reader, film: Footage) -> None:
    known, path = identity(reader, film), Path(film.path)
    known.ensure(film)
    before = path.stat()
    if touch == "write":
        path.write_bytes(b"others!!")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))  # as if nothing had happened
    elif touch == "times":
        path.touch()
    elif touch == "append":
        path.write_bytes(b"pictures and more")
    elif touch == "replace":
        other = path.with_name("other")
        other.write_bytes(b"others!!")
        os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
        other.rename(path)
    else:
        path.rename(path.with_name("away"))
        path.with_name("away").rename(path)
    with pytest.raises(Tampered, match="SRC-009"):
        known.same(film)
    known.ensure(film)
    assert reader.read == 2


def test_a_file_touched_while_it_is_read_is_not_what_was_admitted(
    reader: Reader, film: Footage
) -> None:
    known = identity(reader, film)
    reader.meanwhile = Path(film.path).touch
    with pytest.raises(Tampered, match="SRC-009"):
        known.ensure(film)
    reader.meanwhile = lambda: None
    known.ensure(film)
    assert reader.read == 2


def test_a_file_written_just_now_is_read_every_time(reader: Reader, film: Footage) -> None:
    """A second write may fall in the same tick of the file system's clock."""
    known = identity(reader, film, after=SETTLED // 1000 - 1)
    known.ensure(film)
    known.ensure(film)
    assert reader.read == 2


def test_another_path_to_the_same_bytes_is_another_file(reader: Reader, film: Footage) -> None:
    known = identity(reader, film)
    copy = Path(film.path).with_name("copy.mp4")
    copy.write_bytes(b"pictures")
    known.ensure(film)
    known.ensure(replace(film, path=str(copy)))
    known.ensure(film)
    assert reader.read == 2


def test_a_file_that_does_not_verify_is_not_remembered(reader: Reader, film: Footage) -> None:
    known = identity(reader, film)
    known.ensure(film)

    def other_bytes() -> None:
        raise Tampered("SRC-009", name=film.name)

    reader.meanwhile = other_bytes
    with pytest.raises(Tampered):
        known.verify(film)
    with pytest.raises(Tampered):
        known.ensure(film)
    assert reader.read == 3


def test_a_file_that_is_gone_is_told(reader: Reader, film: Footage) -> None:
    known = identity(reader, film)
    known.ensure(film)
    Path(film.path).unlink()
    with pytest.raises(Unreadable, match="SRC-005"):
        known.same(film)


def test_a_reading_may_be_stopped(reader: Reader, film: Footage) -> None:
    class Enough(Exception):
        pass

    def tell() -> None:
        raise Enough

    with pytest.raises(Enough):
        identity(reader, film).verify(film, tell)
    assert reader.read == 0


def test_a_file_that_is_not_there_is_no_tampering(reader: Reader, film: Footage) -> None:
    """Its disk was unplugged, perhaps while it was read; what comes back is looked at again."""
    known, path = identity(reader, film), Path(film.path)
    known.ensure(film)
    away = path.rename(path.with_name("away"))
    with pytest.raises(Unreadable, match="SRC-005"):
        known.same(film)
    away.rename(path)
    reader.meanwhile = lambda: path.rename(away)
    with pytest.raises(Unreadable, match="SRC-005"):
        known.verify(film)
