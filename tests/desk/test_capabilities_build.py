import hashlib
import subprocess
from pathlib import Path

import pytest

from tests.architecture.house import ROOT, write
from vsa_core.desk.capabilities_build import Build, build, installed
from vsa_core.errors import Unreadable


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A program of two files, and what lies about."""
    write(tmp_path, "app/__main__.py", "print('hello')\n")
    write(tmp_path, "models/manifest.toml", "# none\n")
    write(tmp_path, "tests/test_main.py", "# not of the program\n")
    return tmp_path


def read(root: Path) -> Build:
    build.cache_clear()
    return build("relecture/0", root)


def test_the_digest_is_what_sha256sum_gives(tree: Path) -> None:
    names = ["app/__main__.py", "models/manifest.toml"]
    printed = subprocess.run(["sha256sum", *names], cwd=tree, capture_output=True, check=True)
    found = read(tree)
    assert found.files == 2
    assert found.digest == hashlib.sha256(printed.stdout).hexdigest()


def test_one_byte_one_name_or_one_file_more_is_another_program(tree: Path) -> None:
    digests = {read(tree).digest}
    write(tree, "app/__main__.py", "print('hallo')\n")
    digests.add(read(tree).digest)
    (tree / "models" / "manifest.toml").rename(tree / "models" / "list.toml")
    digests.add(read(tree).digest)
    write(tree, "vsa_core/vision/more.py", "")
    digests.add(read(tree).digest)
    assert len(digests) == 4


def test_what_python_compiles_and_what_is_no_package_changes_nothing(tree: Path) -> None:
    before = read(tree)
    write(tree, "app/__pycache__/main.cpython-311.pyc", "compiled")
    write(tree, "README.md", "words")
    assert read(tree) == before


def test_a_file_that_cannot_be_read_is_told(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(path: Path) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", failing)
    with pytest.raises(Unreadable, match="CAS-120"):
        read(tree)


def test_what_is_installed_is_told_by_the_names_of_its_folders(tmp_path: Path) -> None:
    for name in ("numpy-2.4.6", "PySide6_Essentials-6.11.3", "broken"):
        (tmp_path / f"{name}.dist-info").mkdir()
    other = tmp_path / "other"
    (other / "numpy-1.0.dist-info").mkdir(parents=True)
    told = installed([tmp_path, other, tmp_path / "absent"])
    assert told == (("numpy", "2.4.6"), ("pyside6-essentials", "6.11.3"))


def test_this_very_program_is_told_with_the_libraries_it_was_made_with() -> None:
    found = read(ROOT)
    pins = dict(
        line.lower().replace("_", "-").split("==")
        for line in (ROOT / "constraints.txt").read_text("utf-8").split()
    )
    parties = dict(found.parties)
    assert found.files > 600
    for name in ("numpy", "av", "cryptography", "sqlcipher3", "ultralytics", "h5py"):
        assert parties[name] == pins[name]
