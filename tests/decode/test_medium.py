"""A medium that fails is remembered, and is told apart from a damaged file."""

import os
from pathlib import Path

import pytest

from tests import films
from tests.decode.test_pyav import taken
from vsa_core.decode import container, pyav
from vsa_core.decode.medium import MediumFile
from vsa_core.errors import Unreadable


class Scratched(MediumFile):
    """Cannot be read in its middle."""

    def read(self, size: int | None = -1, /) -> bytes:
        whole = os.fstat(self.fileno()).st_size
        if whole // 3 < self.tell() < whole // 2:
            self.failed = True
            raise OSError(5, "Input/output error")
        return super().read(size)


def test_what_the_system_could_not_read_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"bytes")
    with MediumFile(path, "rb") as file:
        assert (file.read(2), file.read(), file.failed) == (b"by", b"tes", False)
    writing = os.open(path, os.O_WRONLY)
    with MediumFile(writing, "rb") as file:
        with pytest.raises(OSError, match="Bad file"):
            file.read(1)
        assert file.failed


def test_a_medium_that_fails_in_the_middle_is_no_damage_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(container, "_BUFFER", 512)
    film = films.constant(tmp_path)
    footage, packets = taken(film.path)
    source = pyav.open_footage(footage, packets)
    assert list(source.frames())
    source.close()
    monkeypatch.setattr(pyav, "MediumFile", Scratched)
    source = pyav.open_footage(footage, packets)
    with pytest.raises(Unreadable, match="SRC-026"):
        list(source.frames())
    source.close()
