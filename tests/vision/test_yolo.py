import os
import pickle
import zipfile
from collections import OrderedDict
from dataclasses import replace
from pathlib import Path

import pytest

from tests.vision.networks import checkpoint_file
from tests.vision.stills import weights_of
from vsa_core.errors import Refused, Tampered
from vsa_core.vision import yolo
from vsa_core.vision.names import COCO80
from vsa_core.vision.weights import Entry, Weights, digest_of
from vsa_core.vision.yolo import checkpoint, described, exportable


def test_other_names_than_those_listed_are_refused(weights_dir: Path) -> None:
    weights = weights_of(weights_dir, "yolo11n")
    shifted = replace(weights, entry=replace(weights.entry, classes=COCO80[1:] + COCO80[:1]))
    with pytest.raises(Refused) as said:
        checkpoint(shifted)
    assert said.value.code == "MOD-008"


def test_a_file_exchanged_after_it_was_opened_is_tampering(
    weights_dir: Path, tmp_path: Path
) -> None:
    weights = weights_of(weights_dir, "yolo11n")
    other = tmp_path / "yolo11n.pt"
    other.write_bytes((weights_dir / "yolov8n.pt").read_bytes())
    with pytest.raises(Tampered):
        checkpoint(replace(weights, path=other))


def test_a_model_made_ready_for_tracing_gives_one_plain_tensor(weights_dir: Path) -> None:
    model, example = exportable(weights_of(weights_dir, "yolo11n"), (1, 3, 64, 96))
    assert tuple(example.shape) == (1, 3, 64, 96)
    assert tuple(model(example).shape) == (1, 84, 126)


def test_a_checkpoint_describes_itself(weights_dir: Path) -> None:
    entry = described(weights_dir / "yolo26n.pt", "mine", "AGPL-3.0", "a colleague")
    assert entry.classes == COCO80
    assert entry.digest == digest_of(weights_dir / "yolo26n.pt")
    assert (entry.task, entry.size, entry.shipped) == ("detect", 640, False)


class Evil:
    """What a pickle can do when it is read."""

    def __init__(self, canary: Path) -> None:
        self.canary = canary

    def __reduce__(self) -> tuple[object, ...]:
        return (os.system, (f"touch {self.canary}",))


@pytest.mark.parametrize("whole", [True, False])
def test_a_checkpoint_that_would_run_a_command_is_refused_unrun(
    tmp_path: Path, whole: bool
) -> None:
    import torch

    canary, path = tmp_path / "canary", tmp_path / "evil.pt"
    torch.save(Evil(canary) if whole else {"model": Evil(canary)}, path)
    _refused_unloaded(path)
    assert not canary.exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"\x80\x04.", pickle.dumps(OrderedDict(a=1)), b"GIF89a" * 50],
    ids=["empty", "zip", "pickle", "dictionary", "picture"],
)
def test_what_is_no_checkpoint_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.pt"
    path.write_bytes(content)
    _refused_unloaded(path)


def test_a_checkpoint_of_tensors_only_is_refused(tmp_path: Path) -> None:
    import torch

    path = tmp_path / "tensors.pt"
    torch.save({"model": {"a": torch.zeros(3)}}, path)
    _refused_unloaded(path)


def test_a_name_without_a_file_never_reaches_ultralytics(tmp_path: Path) -> None:
    for path in (tmp_path / "yolo11s.pt", Path("https://example.invalid/yolo11n.pt")):
        with pytest.raises(Refused) as said:
            checkpoint(_unlisted(path, "0" * 64))
        assert said.value.code == "MOD-001"


def _refused_unloaded(path: Path) -> None:
    with pytest.raises(Refused) as said:
        checkpoint(_unlisted(path, digest_of(path)))
    assert said.value.code == "MOD-007"


def _unlisted(path: Path, digest: str) -> Weights:
    entry = Entry("odd", path.name, digest, "", "", "detect", COCO80, 640, False)
    return Weights(path, digest, entry)


def test_an_archive_that_unpacks_to_too_much_is_never_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = checkpoint_file(tmp_path / "small.pt")
    described(path, "small", "", "")
    monkeypatch.setattr(yolo, "LARGEST", 100_000)
    _refused_unloaded(path)
    bomb = tmp_path / "bomb.pt"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb/data.pkl", bytes(1_000_000))
    assert bomb.stat().st_size < 2000
    _refused_unloaded(bomb)


@pytest.mark.parametrize(
    "names",
    [{}, ["person", "car"], {1: "person", 2: "car"}, {0: "car", 1: "car"}, "person"],
    ids=["none", "list", "from one", "twice", "text"],
)
def test_names_that_are_no_list_by_number_are_refused(tmp_path: Path, names: object) -> None:
    path = checkpoint_file(tmp_path / "odd.pt", names=names)
    with pytest.raises(Refused, match="MOD-007"):
        described(path, "odd", "", "")


def test_a_file_that_changes_while_it_is_described_is_tampering(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = checkpoint_file(tmp_path / "small.pt")
    read = yolo._loaded

    def exchanged(path: Path) -> object:
        model = read(path)
        path.write_bytes(b"another")
        return model

    monkeypatch.setattr(yolo, "_loaded", exchanged)
    with pytest.raises(Tampered, match="MOD-002"):
        described(path, "small", "", "")
