"""The usual scripts run as they are: a detector on each frame, and a tracker after it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desk.scene import film as made


@pytest.mark.parametrize("script", ["track", "deepsort"])
def test_a_script_looks_at_the_frames_it_is_given(
    script: str, tmp_path: Path, weights_dir: Path
) -> None:
    film = made(tmp_path / "a.mp4", 4)
    command = [sys.executable, "-m", "app", "bench", "index", str(film), "--alone", script]
    command += ["--weights", str(weights_dir / "yolo11n.pt"), "--frames", "3"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    spent = json.loads(done.stdout.splitlines()[-1])
    assert (spent["frames"], spent["told"]) == (3, [])
    assert spent["cpu_s"] > 0
