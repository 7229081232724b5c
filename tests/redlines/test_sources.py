"""No live source and no network address: the program reads regular files and names nothing else."""

import re
from pathlib import Path

import pytest

from tests.architecture.house import ROOT, modules, write
from tests.redlines.scan import names, texts

LIVE = re.compile(
    r"\b(rtsps?|rtmps?|rtp|srt|udp|tcp|mms|mmsh|hls|webrtc|onvif|https?|wss?|ftp|smb)://"
    r"|/dev/video|\bv4l2?\b|\bgdigrab\b|\bx11grab\b",
    re.IGNORECASE,
)
CAPTURE = frozenset({"VideoCapture", "QCamera", "QMediaCaptureSession", "QNetworkAccessManager"})


def live_sources(root: Path) -> list[str]:
    """Texts that address a live or remote source, and names that open one."""
    found = []
    for path in modules(root):
        place = str(path.relative_to(root))
        found.extend(f"{place}: {text[:60]}" for text in texts(path) if LIVE.search(text))
        found.extend(f"{place}: {name}" for name in names(path) if name in CAPTURE)
    return found


def test_no_live_source_is_named() -> None:
    assert live_sources(ROOT) == []


@pytest.mark.parametrize(
    "fault",
    [
        "SOURCE = 'rtsp://camera/1'\n",
        "URL = 'https://' + host\n",
        "device = '/dev/video0'\n",
        "import cv2\nc = cv2.VideoCapture(0)\n",
        "format = f'udp://{host}'\n",
    ],
)
def test_a_live_source_is_seen(fault: str, tmp_path: Path) -> None:
    write(tmp_path, "vsa_core/intake/admit.py", fault)
    assert live_sources(tmp_path) != []


def test_a_comment_is_no_source(tmp_path: Path) -> None:
    write(tmp_path, "vsa_core/intake/admit.py", '"""Refuses rtsp://x."""\n# VideoCapture\n')
    assert live_sources(tmp_path) == []
