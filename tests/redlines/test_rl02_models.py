"""RL2. Only a listed detector opens, and none that names a face, a plate or a trait."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.architecture.house import ROOT
from tests.redlines.test_models import wrong_models
from vsa_core.errors import Fault
from vsa_core.vision import weights
from vsa_core.vision.weights import Manifest, Weights, open_weights

Loader = Callable[[Path, Path], object]
"""Opens the weights of a path, by the list of another."""

TABLE = """
[[model]]
name = "small"
file = "small.pt"
sha256 = "{digest}"
licence = "MIT"
source = "a test"
task = "{task}"
classes = {classes}
size = 640
face = {face}
"""
OPEN_IMAGES = ["Person", "Car", "Human face", "Vehicle registration plate"]
"""Of the 601 names of ultralytics' open-images-v7.yaml."""


def house_loader(path: Path, manifest: Path) -> Weights:
    """The loader of the house."""
    return open_weights(path, Manifest.read(manifest))


def opened(loader: Loader, folder: Path) -> list[str]:
    """What a loader opens that must stay shut; the one sound file must open."""
    found = []
    for name, path, table in _offers(folder):
        manifest = folder / f"{name}.toml"
        manifest.write_text(table)
        try:
            loader(path, manifest)
        except Fault:
            continue
        found.append(name)
    return found


def _offers(folder: Path) -> Iterator[tuple[str, Path, str]]:
    path = folder / "small.pt"
    path.write_bytes(b"weights")
    digest = hashlib.sha256(b"weights").hexdigest()

    def table(**changes: object) -> str:
        plain = {"digest": digest, "task": "detect", "classes": ["person"], "face": "false"}
        return TABLE.format(**{**plain, **changes})

    yield "sound", path, table()
    yield "not listed", path, table(digest="0" * 64)
    yield "a face", path, table(classes=OPEN_IMAGES)
    yield "a plate", path, table(classes=["car", "license plate"])
    yield "a trait", path, table(classes=["man", "woman"])
    yield "a pose", path, table(task="pose")
    yield "says it knows faces", path, table(face="true")


def test_the_loader_opens_listed_detectors_alone(tmp_path: Path) -> None:
    assert opened(house_loader, tmp_path) == ["sound"]


def test_the_list_of_this_build_holds_no_other() -> None:
    assert wrong_models(ROOT) == []


def test_a_loader_that_takes_any_bytes_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Manifest, "by_digest", lambda self, digest: self.entries[0])
    assert opened(house_loader, tmp_path) == ["sound", "not listed"]


def test_a_loader_that_takes_any_class_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weights, "forbidden", lambda name: False)
    assert opened(house_loader, tmp_path) == ["sound", "a face", "a plate", "a trait"]


def test_a_loader_that_asks_for_no_list_is_seen(tmp_path: Path) -> None:
    assert len(opened(lambda path, manifest: path.read_bytes(), tmp_path)) == 7
