import json
import os
import pickle
import subprocess
import sys
from collections import OrderedDict
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.architecture.house import ROOT
from tests.vision.stills import BUS, NAMES, bus, still, unlike, weights_of
from vsa_core.domain.ports import Detector
from vsa_core.errors import Refused, Tampered
from vsa_core.vision.names import COCO80
from vsa_core.vision.weights import Entry, Weights, digest_of
from vsa_core.vision.yolo import YoloDetector, checkpoint, described, exportable


@pytest.mark.parametrize("name", NAMES)
def test_the_bus_and_its_people_are_found(weights_dir: Path, name: str) -> None:
    detector: Detector = YoloDetector(weights_of(weights_dir, name), device="cpu")
    frame = still(bus())
    found = detector.detect(frame, (810, 1080))
    assert unlike(found, BUS[name], 0.03, 5) == []
    assert frame.asked == [(480, 640)]
    assert detector.name == f"torch {name}"
    assert detector.digest == digest_of(weights_dir / f"{name}.pt")


def test_boxes_are_pixels_of_the_picture_whatever_its_shape(weights_dir: Path) -> None:
    detector = YoloDetector(weights_of(weights_dir, "yolo11n"), device="cpu")
    wide = np.full((1080, 1920, 3), 114, np.uint8)
    wide[:, 500:1310] = bus()
    found = detector.detect(still(wide), (1920, 1080))
    best = found.boxes[found.kinds == 5][0]
    assert np.abs(best - [503, 229, 1296, 729]).max() < 25


def test_a_threshold_keeps_less(weights_dir: Path) -> None:
    weights = weights_of(weights_dir, "yolo11n")
    low, high = (YoloDetector(weights, device="cpu", threshold=t) for t in (0.05, 0.8))
    frame = still(bus())
    few, many = high.detect(frame, (810, 1080)), low.detect(frame, (810, 1080))
    assert few.scores.min() > 0.8
    assert len(many) > len(few)
    again = low.detect(frame, (810, 1080))
    assert many.boxes.tobytes() == again.boxes.tobytes()


def test_a_device_that_is_not_there_is_refused(weights_dir: Path) -> None:
    import torch

    if torch.cuda.is_available():
        pytest.skip("there is a GPU here")
    with pytest.raises(Refused) as said:
        YoloDetector(weights_of(weights_dir, "yolo11n"), device="cuda:0")
    assert said.value.code == "MOD-010"


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


WATCHED = """
import json, sys
seen = []
def watch(event, args):
    if event.startswith(("socket.", "os.fork", "os.exec", "os.posix_spawn", "subprocess")):
        seen.append(event)
sys.addaudithook(watch)
from pathlib import Path
from tests.vision.stills import bus, still, weights_of
from vsa_core.vision.enclosure import enclose
from vsa_core.vision.yolo import YoloDetector
enclose(Path(sys.argv[2]))
found = YoloDetector(weights_of(Path(sys.argv[1]), "yolov8n")).detect(still(bus()), (810, 1080))
print(json.dumps([len(found) >= 4, seen, "torchvision" in sys.modules]))
"""


@pytest.mark.slow
def test_a_whole_run_is_silent_and_never_imports_torchvision(
    weights_dir: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(weights_dir), str(tmp_path / "settings")],
        cwd=ROOT,
        env={"HOME": str(tmp_path), "PATH": "", "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == [True, [], False]
    assert {path.name for path in tmp_path.iterdir()} <= {"settings", ".cache", ".config"}
