import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.architecture.house import ROOT
from tests.vision.stills import BUS, NAMES, bus, known_of, still, unlike, weights_of
from vsa_core.domain.ports import Detector
from vsa_core.vision.openvino import (
    EIGHTH,
    FULL,
    HALF,
    OpenVinoDetector,
    native_precisions,
)
from vsa_core.vision.pytorch import TorchDetector
from vsa_core.vision.weights import Manifest, open_weights

SIZE = (810, 1080)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Networks converted once for this whole file."""
    return tmp_path_factory.mktemp("networks")


@pytest.mark.parametrize("name", NAMES)
def test_the_boxes_are_those_of_torch(weights_dir: Path, cache: Path, name: str) -> None:
    weights = weights_of(weights_dir, name)
    detector: Detector = OpenVinoDetector(weights, cache)
    found = detector.detect(still(bus()), SIZE)
    torch = TorchDetector(weights, device="cpu").detect(still(bus()), SIZE)
    assert unlike(found, known_of(torch.only(torch.scores >= 0.35)), 0.01, 2) == []
    assert unlike(found, BUS[name], 0.03, 5) == []
    assert detector.name == f"openvino {name}"
    assert detector.digest == weights.digest


def test_half_precision_is_named_and_near(weights_dir: Path, cache: Path) -> None:
    detector = OpenVinoDetector(weights_of(weights_dir, "yolo11n"), cache, precision=HALF)
    assert detector.name == "openvino-bf16 yolo11n"
    assert unlike(detector.detect(still(bus()), SIZE), BUS["yolo11n"], 0.08, 15) == []


def test_eight_bits_are_named_kept_apart_and_near(tmp_path: Path) -> None:
    house = Manifest.read(ROOT / "models" / "manifest.toml")
    weights = open_weights(ROOT / "models" / "vigie.safetensors", house)
    exact, small = (OpenVinoDetector(weights, tmp_path, precision=one) for one in (FULL, EIGHTH))
    assert small.name == "openvino-int8 vigie"
    assert small.digest == exact.digest
    found, nearly = (detector.detect(still(bus()), SIZE) for detector in (exact, small))
    assert len(list(tmp_path.glob("*.xml"))) == 2
    assert found.boxes.tobytes() != nearly.boxes.tobytes()
    assert unlike(nearly, known_of(found), 0.1, 20) == []


def test_every_processor_computes_in_f32() -> None:
    assert native_precisions()[-1] == FULL
    assert set(native_precisions()) <= {HALF, EIGHTH, FULL}


def test_two_threads_see_what_one_sees_and_twice_is_the_same(
    weights_dir: Path, cache: Path
) -> None:
    weights = weights_of(weights_dir, "yolo11n")
    one, two = (OpenVinoDetector(weights, cache, threads=threads) for threads in (1, 2))
    first, second = one.detect(still(bus()), SIZE), two.detect(still(bus()), SIZE)
    assert unlike(second, known_of(first.only(first.scores >= 0.35)), 0.01, 2) == []
    assert one.detect(still(bus()), SIZE).boxes.tobytes() == first.boxes.tobytes()


def test_each_shape_of_picture_has_its_network(weights_dir: Path, tmp_path: Path) -> None:
    weights = weights_of(weights_dir, "yolo11n")
    small = replace(weights, entry=replace(weights.entry, size=96))
    detector = OpenVinoDetector(small, tmp_path)
    for width, height in ((1280, 720), (640, 480), (1920, 1080)):
        found = detector.detect(still(np.zeros((height, width, 3), np.uint8)), (width, height))
        assert len(found) == 0
    assert len(list(tmp_path.glob("*.xml"))) == 2


def test_a_changed_network_is_built_anew(weights_dir: Path, tmp_path: Path) -> None:
    weights = weights_of(weights_dir, "yolo11n")
    small = replace(weights, entry=replace(weights.entry, size=320))
    before = OpenVinoDetector(small, tmp_path).detect(still(bus()), SIZE)
    (path,) = tmp_path.glob("*.bin")
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)
    after = OpenVinoDetector(small, tmp_path).detect(still(bus()), SIZE)
    assert len(before) >= 3
    assert after.boxes.tobytes() == before.boxes.tobytes()
    assert path.read_bytes() != bytes(content)


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
from vsa_core.vision.openvino import OpenVinoDetector
enclose(Path(sys.argv[3]))
detector = OpenVinoDetector(weights_of(Path(sys.argv[1]), "yolo26n"), Path(sys.argv[2]))
found = detector.detect(still(bus()), (810, 1080))
loaded = sorted({"torch", "ultralytics", "openvino_telemetry.main"} & set(sys.modules))
print(json.dumps([len(found), seen, loaded]))
"""


@pytest.mark.slow
def test_it_is_silent_and_needs_torch_only_to_convert(weights_dir: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    arguments = [str(weights_dir), str(tmp_path / "cache"), str(tmp_path / "settings")]
    said = []
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", WATCHED, *arguments],
            cwd=ROOT,
            env={"HOME": str(home), "PATH": "", "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        said.append(json.loads(done.stdout.splitlines()[-1]))
    assert said == [[5, [], ["torch", "ultralytics"]], [5, [], []]]
    assert {name for name in os.listdir(home)} <= {".cache", ".config"}
