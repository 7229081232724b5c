import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from cluster.copies import Copies
from vsa_core.domain.footage import Footage, FootageState
from vsa_core.errors import Fault, Tampered

DATA = b"a film that everybody has" * 100


def footage(data: bytes = DATA, name: str = "film.mp4") -> Footage:
    digest = hashlib.sha256(data).hexdigest()
    state = FootageState.UNREADABLE
    return Footage(digest, name, "", len(data), "", "", None, state, "", None, ())


class Reader:
    """Reads files against their digests, and remembers which."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def check(self, told: Footage, tell: Callable[[], None]) -> None:
        self.read.append(Path(told.path).name)
        if hashlib.sha256(Path(told.path).read_bytes()).hexdigest() != told.digest:
            raise Tampered("SRC-009", name=told.name)


def copies(*folders: Path) -> tuple[Copies, Reader]:
    reader = Reader()
    return Copies(folders, reader.check, lambda: 0), reader


def lay(path: Path, data: bytes = DATA) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def code(call: Callable[..., object], *told: object) -> str:
    with pytest.raises(Fault) as caught:
        call(*told)
    return caught.value.code


def test_a_copy_is_found_by_name_and_size_in_any_folder(tmp_path: Path) -> None:
    path = lay(tmp_path / "b" / "deep" / "film.mp4")
    lay(tmp_path / "a" / "other.mp4")
    here, reader = copies(tmp_path / "a", tmp_path / "b")
    assert here.of(footage()).path == str(path)
    assert reader.read == ["film.mp4"]


def test_a_copy_under_another_name_is_found_by_its_digest(tmp_path: Path) -> None:
    path = lay(tmp_path / "renamed.mp4")
    here, _ = copies(tmp_path)
    assert here.of(footage()).path == str(path)


def test_a_file_of_the_same_name_and_size_is_not_believed(tmp_path: Path) -> None:
    lay(tmp_path / "a" / "film.mp4", bytes(len(DATA)))
    path = lay(tmp_path / "b" / "film.mp4")
    here, reader = copies(tmp_path)
    assert here.of(footage()).path == str(path)
    assert reader.read == ["film.mp4", "film.mp4"]


def test_where_there_is_no_true_copy_it_is_said_so(tmp_path: Path) -> None:
    lay(tmp_path / "film.mp4", bytes(len(DATA)))
    (tmp_path / "link.mp4").symlink_to(tmp_path / "film.mp4")
    here, _ = copies(tmp_path, tmp_path / "nowhere")
    assert code(here.of, footage()) == "CLU-011"


def test_a_file_is_read_whole_once_for_all_its_slices(tmp_path: Path) -> None:
    path = lay(tmp_path / "film.mp4")
    os.utime(path, (1, 1))
    reader = Reader()
    here = Copies([tmp_path], reader.check, lambda: 4 * 10**15)
    assert here.of(footage()) == here.of(footage())
    assert reader.read == ["film.mp4"]


def test_a_copy_that_was_touched_is_read_again_and_told(tmp_path: Path) -> None:
    path = lay(tmp_path / "film.mp4")
    here, _ = copies(tmp_path)
    found = here.of(footage())
    here.same(found)
    path.write_bytes(bytes(len(DATA)))
    assert code(here.same, found) == "SRC-009"
    assert code(here.of, footage()) == "SRC-009"


def test_at_the_end_a_copy_is_read_once_more(tmp_path: Path) -> None:
    path = lay(tmp_path / "film.mp4")
    here, reader = copies(tmp_path)
    here.of(footage())
    here.checked(footage().digest)
    assert reader.read == ["film.mp4", "film.mp4"]
    path.write_bytes(bytes(len(DATA)))
    assert code(here.checked, footage().digest) == "SRC-009"
    here.checked("0" * 64)  # of what was never here, nothing is to be said


def test_the_asker_s_own_path_is_not_used(tmp_path: Path) -> None:
    elsewhere = lay(tmp_path / "elsewhere" / "film.mp4")
    (tmp_path / "here").mkdir()
    here, _ = copies(tmp_path / "here")
    assert code(here.of, replace(footage(), path=str(elsewhere))) == "CLU-011"
