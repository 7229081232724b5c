import hashlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.vision.networks import THREE, checkpoint_file, vigie_file
from tests.vision.stills import still
from vsa_core.errors import Refused, Tampered
from vsa_core.vision import readers
from vsa_core.vision.openvino import OpenVinoDetector
from vsa_core.vision.pytorch import TorchDetector
from vsa_core.vision.readers import described, exportable, listed_as, runnable
from vsa_core.vision.weights import Weights

SIZE = (96, 64)
SHAPE = (1, 3, 64, 96)


@pytest.fixture(params=["checkpoint", "tensors"])
def made(request: pytest.FixtureRequest, tmp_path: Path) -> Weights:
    """A file of each kind that we read, as it describes itself."""
    if request.param == "checkpoint":
        path = checkpoint_file(tmp_path / "made.pt")
    else:
        path = vigie_file(tmp_path / "made.safetensors")
    entry = described(path, "made", "MIT", "this test")
    return Weights(path, entry.digest, replace(entry, size=96))


def test_a_file_of_either_kind_describes_itself(made: Weights) -> None:
    entry = made.entry
    assert entry.classes == (THREE if entry.suffix == ".safetensors" else ("person", "car"))
    assert (entry.name, entry.licence, entry.source) == ("made", "MIT", "this test")
    assert (entry.task, entry.shipped, entry.rank) == ("detect", False, 0)
    assert entry.digest == hashlib.sha256(made.path.read_bytes()).hexdigest()


@pytest.mark.slow
def test_both_makers_see_the_same_with_either_kind(made: Weights, tmp_path: Path) -> None:
    picture = np.random.default_rng(1).integers(0, 255, (*SIZE[::-1], 3), np.uint8)
    torch = TorchDetector(made, threshold=0.001, device="cpu").detect(still(picture), SIZE)
    maker = OpenVinoDetector(made, tmp_path / "networks", threshold=0.001)
    found = maker.detect(still(picture), SIZE)
    assert len(found) == len(torch) > 0
    assert np.abs(np.sort(found.scores) - np.sort(torch.scores)).max() < 1e-3
    assert (maker.name, maker.digest) == ("openvino made", made.digest)


def test_what_a_network_says_has_the_shape_of_boxes_and_classes(made: Weights) -> None:
    model, example = exportable(made, SHAPE)
    assert tuple(example.shape) == SHAPE
    said = model(example)
    assert tuple(said.shape)[:2] == (1, 4 + len(made.entry.classes))
    assert not runnable(made).training


def test_the_listed_name_chooses_the_reader_whatever_the_file_is_called(tmp_path: Path) -> None:
    path = vigie_file(tmp_path / "a.safetensors")
    entry = listed_as(described(path, "a", "MIT", ""), "vigie", 0)
    moved = path.rename(tmp_path / "weights.bin")
    assert (
        exportable(Weights(moved, entry.digest, entry), SHAPE)[0](
            exportable(Weights(moved, entry.digest, entry), SHAPE)[1]
        ).shape[1]
        == 7
    )


def test_a_changed_file_is_not_run_by_either_reader(made: Weights) -> None:
    data = bytearray(made.path.read_bytes())
    data[len(data) // 2] ^= 1
    made.path.write_bytes(data)
    with pytest.raises((Tampered, Refused)):
        runnable(made)


def test_a_listed_model_has_its_digest_for_a_file_name(made: Weights) -> None:
    entry = listed_as(made.entry, "other", 12)
    assert (entry.name, entry.rank) == ("other", 12)
    assert entry.file == made.digest + made.path.suffix


def test_a_tensor_file_says_more_in_its_header(tmp_path: Path) -> None:
    path = vigie_file(
        tmp_path / "a.safetensors",
        licence="AGPL-3.0-or-later",
        source="trained here",
        size="512",
        thresholds="0.3,0.4,0.5",
        experimental="two-wheeler",
    )
    entry = described(path, "a", "MIT", "elsewhere")
    assert (entry.licence, entry.source, entry.size) == ("AGPL-3.0-or-later", "trained here", 512)
    assert (entry.thresholds, entry.experimental) == ((0.3, 0.4, 0.5), ("two-wheeler",))


@pytest.mark.parametrize(
    ("notes", "code"),
    [
        ({"size": "600"}, "MOD-007"),
        ({"size": "big"}, "MOD-007"),
        ({"thresholds": "0.3"}, "MOD-007"),
        ({"experimental": "dog"}, "MOD-007"),
        ({"task": "pose"}, "MOD-005"),
    ],
)
def test_a_tensor_file_that_says_nonsense_is_refused(
    tmp_path: Path, notes: dict[str, str], code: str
) -> None:
    path = vigie_file(tmp_path / "a.safetensors", **notes)
    with pytest.raises(Refused, match=code):
        described(path, "a", "MIT", "")


@pytest.mark.parametrize("file", ["a.pt", "a.safetensors"])
def test_a_face_class_is_refused_in_either_kind(tmp_path: Path, file: str) -> None:
    make = checkpoint_file if file.endswith(".pt") else vigie_file
    path = make(tmp_path / file, ("person", "human_face"))
    with pytest.raises(Refused, match="MOD-004") as said:
        described(path, "a", "MIT", "")
    assert said.value.values["found"] == "human_face"


@pytest.mark.parametrize("kind", ["segment", "pose"])
def test_another_task_is_refused_even_when_the_file_calls_it_detection(
    tmp_path: Path, kind: str
) -> None:
    honest = checkpoint_file(tmp_path / "honest.pt", kind=kind)
    with pytest.raises(Refused, match="MOD-005"):
        described(honest, "a", "MIT", "")
    liar = checkpoint_file(tmp_path / "liar.pt", kind=kind, task="detect")
    with pytest.raises(Refused, match="MOD-007"):
        described(liar, "a", "MIT", "")


def test_names_that_are_not_those_of_the_head_are_refused(tmp_path: Path) -> None:
    path = checkpoint_file(tmp_path / "a.pt", names={0: "person", 1: "car", 2: "bus"})
    with pytest.raises(Refused, match="MOD-007"):
        described(path, "a", "MIT", "")


@pytest.mark.parametrize("file", ["a.pt", "a.safetensors"])
@pytest.mark.parametrize("share", [0, 0.001, 0.5, 0.999])
def test_a_truncated_file_is_refused(tmp_path: Path, file: str, share: float) -> None:
    whole = (checkpoint_file if file.endswith(".pt") else vigie_file)(tmp_path / file)
    data = whole.read_bytes()
    whole.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(Refused, match="MOD-007"):
        described(whole, "a", "MIT", "")


def test_a_network_that_falls_apart_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(weights: Weights, shape: tuple[int, ...]) -> object:
        raise IndexError("no such layer")

    monkeypatch.setattr(readers, "exportable", broken)
    with pytest.raises(Refused, match="MOD-007"):
        described(vigie_file(tmp_path / "a.safetensors"), "a", "MIT", "")
