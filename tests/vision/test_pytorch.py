import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.architecture.house import ROOT
from tests.vision.networks import vigie_file
from tests.vision.stills import BUS, NAMES, bus, still, unlike, weights_of
from vsa_core.domain.ports import Detector, Picture
from vsa_core.errors import Refused
from vsa_core.vision.letterbox import letterbox
from vsa_core.vision.pytorch import TorchDetector, TorchNetwork
from vsa_core.vision.readers import described, runnable
from vsa_core.vision.weights import Weights, digest_of


def network_of(folder: Path) -> Weights:
    """A small network of made-up weights."""
    path = vigie_file(folder / "made.safetensors", eager=True)
    entry = described(path, "made", "AGPL-3.0-or-later", "here")
    return Weights(path, entry.digest, entry)


@pytest.mark.parametrize("name", NAMES)
def test_the_bus_and_its_people_are_found(weights_dir: Path, name: str) -> None:
    detector: Detector = TorchDetector(weights_of(weights_dir, name), device="cpu")
    frame = still(bus())
    found = detector.detect(frame, (810, 1080))
    assert unlike(found, BUS[name], 0.03, 5) == []
    assert frame.asked == [(480, 640)]
    assert detector.name == f"torch {name}"
    assert detector.digest == digest_of(weights_dir / f"{name}.pt")


def test_boxes_are_pixels_of_the_picture_whatever_its_shape(weights_dir: Path) -> None:
    detector = TorchDetector(weights_of(weights_dir, "yolo11n"), device="cpu")
    wide = np.full((1080, 1920, 3), 114, np.uint8)
    wide[:, 500:1310] = bus()
    found = detector.detect(still(wide), (1920, 1080))
    best = found.boxes[found.kinds == 5][0]
    assert np.abs(best - [503, 229, 1296, 729]).max() < 25


def test_a_threshold_keeps_less(weights_dir: Path) -> None:
    weights = weights_of(weights_dir, "yolo11n")
    low, high = (TorchDetector(weights, device="cpu", threshold=t) for t in (0.05, 0.8))
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
        TorchDetector(weights_of(weights_dir, "yolo11n"), device="cuda:0")
    assert said.value.code == "MOD-010"


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
from vsa_core.vision.pytorch import TorchDetector
enclose(Path(sys.argv[2]))
found = TorchDetector(weights_of(Path(sys.argv[1]), "yolov8n")).detect(still(bus()), (810, 1080))
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


def test_a_picture_gives_the_same_bytes_whoever_else_asks(tmp_path: Path) -> None:
    """In any row of a batch, and beside any others: what two runs see must not differ.

    Where kernels cannot, as oneDNN's at the end of a batch, pictures run one by one.
    """
    weights = network_of(tmp_path)
    network = TorchNetwork(weights, "cpu", batch=4)
    pictures = np.random.default_rng(1).integers(0, 256, (9, 64, 96, 3), np.uint8)
    alone = [network(picture[None])[0].tobytes() for picture in pictures]
    for rows in ([0, 1, 2, 3], [3, 2, 1, 0], [8, 0], [4, 4, 4, 5], [7]):
        together = network(pictures[rows])
        assert [said.tobytes() for said in together] == [alone[row] for row in rows]


def test_a_network_is_given_what_the_numbers_of_its_pictures_are(tmp_path: Path) -> None:
    import torch

    weights = network_of(tmp_path)
    fit = letterbox((96, 60), 96)
    picture = np.random.default_rng(2).integers(0, 256, (60, 96, 3), np.uint8)
    said = TorchNetwork(weights, "cpu")(fit.canvas(picture)[None])
    with torch.inference_mode():
        plain = runnable(weights)(torch.from_numpy(fit.filled(picture)))
    assert np.abs(said - plain.numpy()).max() < 1e-3


def test_pictures_run_one_by_one_where_a_row_changes_what_is_said(tmp_path: Path) -> None:
    counts: list[int] = []

    class Uneven(TorchNetwork):
        def _run(self, canvases: Picture, most: int) -> NDArray[np.float32]:
            counts.append(most)
            said = super()._run(canvases, most)
            return said + np.arange(len(said), dtype=np.float32)[:, None, None]

    network = Uneven(network_of(tmp_path), "cpu", batch=4)
    network(np.zeros((3, 64, 96, 3), np.uint8))
    assert counts == [4, 1, 1, 1]
