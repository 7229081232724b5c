"""What the wheelhouse may hold is locked by digest, and its building refuses everything else."""

import os
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.house import ROOT
from tests.architecture.wheels import WHEELHOUSE, pin, wheel

LOCK: dict[str, Any] = runpy.run_path(str(WHEELHOUSE / "lock.py"))
MODELS: dict[str, Any] = runpy.run_path(str(WHEELHOUSE / "models.py"))
DIGESTS = WHEELHOUSE / "digests.txt"


def fetch(lock: Path, wheels: Path, source: Path) -> subprocess.CompletedProcess[str]:
    """Fetch what a lock lists, from a folder instead of an index."""
    return subprocess.run(
        ["/bin/bash", str(WHEELHOUSE / "fetch.sh"), str(lock), str(wheels)],
        capture_output=True,
        text=True,
        check=False,
        env={
            "PATH": os.defpath,
            "PYTHON": sys.executable,
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(source),
        },
    )


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A wheel in the folder `source`, and its lock."""
    made = wheel(tmp_path / "source", "tiny", "1.0", {"tiny.py": ""})
    (tmp_path / "lock").write_text("# a lock\n" + pin(made))
    return made


def test_a_listed_wheel_is_fetched(tiny: Path, tmp_path: Path) -> None:
    done = fetch(tmp_path / "lock", tmp_path / "wheels", tiny.parent)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "wheels" / tiny.name).read_bytes() == tiny.read_bytes()


def test_a_wheel_with_one_other_byte_is_refused(tiny: Path, tmp_path: Path) -> None:
    wheel(tiny.parent, "tiny", "1.0", {"tiny.py": "x = 1\n"})
    done = fetch(tmp_path / "lock", tmp_path / "wheels", tiny.parent)
    assert done.returncode != 0
    assert "tiny" in done.stderr
    assert not list(tmp_path.glob("wheels/*"))


def test_a_wheel_that_is_not_locked_at_all_is_refused(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "lock").write_text("tiny==1.0\n")
    assert fetch(tmp_path / "lock", tmp_path / "wheels", tiny.parent).returncode != 0
    (tmp_path / "lock").write_text(pin(tiny).replace("1.0", "1.1"))
    assert fetch(tmp_path / "lock", tmp_path / "wheels", tiny.parent).returncode != 0


def test_a_folder_is_exactly_what_is_listed(tiny: Path, tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    assert LOCK["check"](tiny.parent, lock) == []
    wheel(tiny.parent, "tiny", "1.0", {"tiny.py": "x = 1\n"})
    (other,) = LOCK["check"](tiny.parent, lock)
    assert other.startswith("tiny-1.0-py3-none-any.whl: its digest is ")
    wheel(tiny.parent, "Stranger.Of", "2", {})
    assert "Stranger.Of-2-py3-none-any.whl: not listed" in LOCK["check"](tiny.parent, lock)
    tiny.unlink()
    assert "tiny==1.0: listed, and not there" in LOCK["check"](tiny.parent, lock)


def test_a_lock_is_written_from_a_folder_and_holds_it(tiny: Path, tmp_path: Path) -> None:
    wheel(tiny.parent, "Other_Thing", "2.0+cpu", {})
    assert LOCK["write"](tiny.parent, tmp_path / "new") == []
    assert LOCK["check"](tiny.parent, tmp_path / "new") == []
    names = [name for name, _ in LOCK["read"](tmp_path / "new")]
    assert names == ["other-thing", "tiny"]


def test_packages_for_graphics_processors_are_refused(tiny: Path, tmp_path: Path) -> None:
    for name in ("nvidia_cudnn_cu13", "triton", "cuda_bindings"):
        wheel(tiny.parent, name, "1.0", {})
    wrong = LOCK["write"](tiny.parent, tmp_path / "new")
    assert [line.partition(":")[0] for line in wrong] == [
        "cuda-bindings", "nvidia-cudnn-cu13", "triton",
    ]  # fmt: skip
    assert not (tmp_path / "new").exists()


def test_a_line_without_a_digest_is_no_lock(tmp_path: Path) -> None:
    for line in ("tiny==1.0", "tiny>=1 --hash=sha256:" + "0" * 64, "-e .", "tiny==1 --hash=md5:0"):
        (tmp_path / "lock").write_text(f"{line}\n")
        with pytest.raises(ValueError, match="no pin"):
            LOCK["read"](tmp_path / "lock")


def normal(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def test_the_lock_is_at_the_pins_and_lacks_nothing_that_is_named() -> None:
    locked = {name: version.partition("+")[0] for name, version in LOCK["read"](DIGESTS)}
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = {normal(name): version for name, version in (line.split("==") for line in lines)}
    assert {name: (v, pins[name]) for name, v in locked.items() if pins.get(name, v) != v} == {}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = {normal(need.partition(">")[0].strip()) for need in project["dependencies"]}
    assert named - set(locked) == set()


def test_the_lock_of_the_extra_adds_what_joins_machines_at_the_pins_and_nothing_else() -> None:
    added = dict(name for name in LOCK["read"](WHEELHOUSE / "cluster.txt"))
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = {normal(name): version for name, version in (line.split("==") for line in lines)}
    assert {name: version for name, version in added.items() if pins.get(name) != version} == {}
    assert {"dask", "distributed", "tornado"} <= set(added)
    assert set(added) & {name for name, _ in LOCK["read"](DIGESTS)} == set()


def test_the_lock_brings_no_package_for_graphics_processors_and_no_test() -> None:
    locked = LOCK["read"](DIGESTS)
    assert LOCK["graphics"]({name for name, _ in locked}) == []
    assert ("torch", "2.13.0+cpu") in locked
    assert {name for name, _ in locked} & {"pytest", "ruff", "mypy", "hypothesis"} == set()
    assert all(len(digests) == 1 for digests in locked.values())


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder of models whose list knows one file, that need not be there."""
    folder = tmp_path / "models"
    folder.mkdir()
    (folder / "__init__.py").touch()
    sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"  # of b"test"
    (folder / "manifest.toml").write_text(
        f'[[model]]\nfile = "ours.pt"\nsha256 = "{sha256}"\nshipped = false\n'
    )
    return folder


def test_listed_weights_are_carried_with_the_list(shelf: Path, tmp_path: Path) -> None:
    assert MODELS["carry"](shelf, tmp_path / "a") == []
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["manifest.toml"]
    (shelf / "ours.pt").write_bytes(b"test")
    assert MODELS["carry"](shelf, tmp_path / "b") == []
    assert (tmp_path / "b" / "ours.pt").read_bytes() == b"test"


def test_the_card_of_a_model_goes_with_it(shelf: Path, tmp_path: Path) -> None:
    (shelf / "ours.md").write_text("# Ours")
    assert MODELS["carry"](shelf, tmp_path / "a") == []
    assert (tmp_path / "a" / "ours.md").read_text() == "# Ours"


def test_the_models_of_this_house_can_be_carried(tmp_path: Path) -> None:
    assert MODELS["carry"](ROOT / "models", tmp_path / "a") == []
    assert (tmp_path / "a" / "vigie.safetensors").is_file()


def test_unlisted_altered_and_lost_weights_are_refused(shelf: Path, tmp_path: Path) -> None:
    (shelf / "stranger.pt").write_bytes(b"test")
    (shelf / "ours.pt").write_bytes(b"other")
    assert MODELS["carry"](shelf, tmp_path / "a") == [
        "stranger.pt: not listed",
        "ours.pt: its bytes are not the listed ones",
    ]
    for name in ("stranger.pt", "ours.pt"):
        (shelf / name).unlink()
    manifest = shelf / "manifest.toml"
    manifest.write_text(manifest.read_text().replace("shipped = false", ""))
    assert MODELS["carry"](shelf, tmp_path / "a") == ["ours.pt: listed as shipped, and not there"]
    assert not (tmp_path / "a").exists()


def test_the_two_texts_have_the_same_commands() -> None:
    french, english = (
        [
            line.partition("#")[0].strip().replace("DOSSIER", "FOLDER")
            for line in (WHEELHOUSE / name).read_text("utf-8").splitlines()
            if line.startswith("    ")
        ]
        for name in ("LISEZMOI.txt", "README.txt")
    )
    assert french == english
    assert "bash install.sh" in english
