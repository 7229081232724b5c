"""RL1. No face is detected or recognised: not by a package, a cascade or a file of weights."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture.house import ROOT, write
from tests.architecture.wheels import wheel
from tests.redlines.artefact import beside, files, packages
from tests.redlines.test_bodies import PACKAGES_DENIED

CASCADE = re.compile(r"haarcascade|lbpcascade", re.IGNORECASE)
WEIGHTS = re.compile(
    r"(yunet|sface|arcface|facenet|retinaface|osnet|reid|openface|dlib|(^|[-_.])(face|pose)).*"
    r"\.(xml|caffemodel|onnx|pt|pth|bin|dat|tflite|pb|safetensors|h5|t7|ckpt|weights|npz|pkl)$",
    re.IGNORECASE,
)


def knows_faces(folder: Path) -> list[str]:
    """Packages and files of an unpacked build, or of a folder of wheels, that know faces."""
    found = [name for name in packages(folder) if name in PACKAGES_DENIED]
    found += [
        f"{Path(place).name}/{name}"
        for place, name in files(folder)
        if CASCADE.search(name) or WEIGHTS.search(name)
    ]
    return found


def test_nothing_that_is_installed_knows_a_face() -> None:
    assert len(list(packages(beside()))) > 50
    assert knows_faces(beside()) == []


@pytest.mark.parametrize("folder", ["app", "vsa_core", "resources", "models", "tools"])
def test_nothing_of_our_own_knows_a_face(folder: str) -> None:
    assert knows_faces(ROOT / folder) == []


FAULTS: dict[str, Callable[[Path], object]] = {
    "a package": lambda folder: (folder / "insightface-0.7.3.dist-info").mkdir(),
    "a wheel": lambda folder: wheel(folder, "face_recognition", "1.3.0", {"a.py": ""}),
    "a cascade": lambda folder: write(folder, "cv2/data/haarcascade_frontalface_alt.xml", ""),
    "a cascade in a wheel": lambda folder: wheel(
        folder, "opencv_python", "4.9.0", {"cv2/data/haarcascade_profileface.xml": ""}
    ),
    "weights": lambda folder: write(folder, "models/face_detection_yunet_2023mar.onnx", ""),
    "weights in a wheel": lambda folder: wheel(
        folder, "boxes", "1.0", {"boxes/weights/osnet_x1_0_msmt17.pth": ""}
    ),
}


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_a_build_that_knows_faces_is_seen(fault: str, tmp_path: Path) -> None:
    FAULTS[fault](tmp_path)
    assert len(knows_faces(tmp_path)) == 1


def test_what_only_sounds_alike_passes(tmp_path: Path) -> None:
    for name in ("interface.py", "surface.pt", "typeface.npz", "expose.bin", "faces.py"):
        write(tmp_path, name, "")
    assert knows_faces(tmp_path) == []
