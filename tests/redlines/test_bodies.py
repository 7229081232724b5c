"""No face, pose, gait, emotion or re-identification: not in the code, not beside it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture.house import PACKAGES, ROOT, modules, write
from tests.redlines.scan import names, texts, words

FORBIDDEN = frozenset(
    "face faces facial keypoint keypoints skeleton landmark landmarks pose poses gait reid"
    " emotion emotions gender ethnicity ethnic biometric biometrics iris"
    " anpr alpr lpr".split()
)
PACKAGES_DENIED = frozenset(
    "boxmot clip-anytorch deepface dlib face-alignment face-recognition facenet-pytorch insightface"
    " mediapipe mmpose open-clip-torch openpose paddleocr retina-face torchreid".split()
)
FILES_DENIED = re.compile(
    r"haarcascade|lbpcascade|yunet|sface|arcface|facenet|retinaface|osnet|reid|(^|[-_])(face|pose)",
    re.IGNORECASE,
)
SAYS_NO = {
    "vsa_core/vision/names.py": FORBIDDEN,  # the class names that no model may have
    "vsa_core/vision/weights.py": frozenset({"face"}),  # the manifest's promise that there is none
    "vsa_core/desk/capabilities_list.py": frozenset(
        {"face", "faces"}
    ),  # the signed list of absences
}
"""The files that may name them, because they refuse every model that knows one."""
TYPEFACE = frozenset({"fontFace", "FontFace"})
"""What OpenCV calls a typeface."""


def named_bodies(root: Path) -> list[str]:
    """Identifiers and texts of the program that name what must not exist."""
    found = []
    for path in modules(root):
        place = str(path.relative_to(root))
        denied = FORBIDDEN - SAYS_NO.get(place, frozenset())
        for text in ({*names(path)} - TYPEFACE) | {*texts(path)}:
            found.extend(f"{place}: {word}" for word in sorted(words(text) & denied))
    return found


def denied_packages(root: Path) -> list[str]:
    """Pinned packages that recognise faces, bodies or people."""
    pins = (root / "constraints.txt").read_text("utf-8").lower().replace("_", "-").splitlines()
    return sorted(PACKAGES_DENIED & {line.partition("==")[0] for line in pins})


def denied_files(root: Path) -> list[str]:
    """Files that ship and are named like a face cascade or a re-identification net."""
    shipped = (path for folder in PACKAGES for path in (root / folder).rglob("*"))
    return sorted(
        path.name
        for path in shipped
        if path.is_file() and "__pycache__" not in path.parts and FILES_DENIED.search(path.name)
    )


CHECKS = [named_bodies, denied_packages, denied_files]


@pytest.mark.parametrize("check", CHECKS)
def test_nothing_of_the_kind_exists(check: Callable[[Path], list[str]]) -> None:
    assert check(ROOT) == []


@pytest.mark.parametrize(
    "fault",
    [
        "import cv2\nd = cv2.FaceDetectorYN.create('m', '', (320, 320))\n",
        "from cv2 import FaceRecognizerSF\n",
        "def crop_faces(picture): ...\n",
        "TASK = 'pose'\n",
        "keypoints = model(picture).keypoints\n",
        "NET = 'osnet-reid.pt'\n",
        "gaitSignature = None\n",
    ],
)
def test_a_named_body_is_seen(fault: str, tmp_path: Path) -> None:
    write(tmp_path, "vsa_core/vision/yolo.py", fault)
    assert named_bodies(tmp_path) != []


@pytest.mark.parametrize(
    "sound",
    [
        '"""Finds objects; never faces."""\n',
        "class Interface: ...\nsurface = 1\n",
        "# no pose here\nexpose = purpose = 1\n",
    ],
)
def test_what_only_sounds_alike_passes(sound: str, tmp_path: Path) -> None:
    write(tmp_path, "vsa_core/vision/yolo.py", sound)
    assert named_bodies(tmp_path) == []


def test_a_denied_package_is_seen(tmp_path: Path) -> None:
    write(tmp_path, "constraints.txt", "numpy==2.4.6\nface_recognition==1.3.0\n")
    assert denied_packages(tmp_path) == ["face-recognition"]


@pytest.mark.parametrize(
    "name", ["haarcascade_frontalface.xml", "osnet_x1.pt", "yolo11n-pose.pt", "face_yunet.onnx"]
)
def test_a_denied_file_is_seen(name: str, tmp_path: Path) -> None:
    write(tmp_path, f"models/{name}", "")
    assert denied_files(tmp_path) == [name]
