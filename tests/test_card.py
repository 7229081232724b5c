"""The process beside the GPU: it ends with the program, however that ends."""

import subprocess
import sys
import time
from pathlib import Path

from tests.architecture.house import ROOT
from tests.desk.scene import film
from tests.pipeline.killed import started_and_left
from vsa_core.looking import CARD

PROGRAM = """
import sys, time
from pathlib import Path
from tests.pipeline.cards import bench
from tests.pipeline.street import orders_of

folder = Path(sys.argv[1])
machine = bench(folder)
crew = machine.hands(2, machine.card())
for outcome in crew.look(orders_of(folder / "rue.mp4"), lambda: None):
    print("at work", flush=True)
    time.sleep(600)
"""


def test_neither_it_nor_who_looks_outlives_a_program_that_is_killed(tmp_path: Path) -> None:
    film(tmp_path / "rue.mp4", 3)
    assert started_and_left(PROGRAM, tmp_path) == (3, [])


def test_it_does_not_begin_for_a_program_that_is_gone() -> None:
    began = time.monotonic()
    done = subprocess.run([*CARD, "1"], cwd=ROOT, check=False, stdin=subprocess.PIPE)
    assert done.returncode == 0
    assert time.monotonic() - began < 30


def test_nothing_heavy_is_loaded_before_it_is_confined() -> None:
    code = "import sys, vsa_core.card; print({'av', 'cv2', 'numpy', 'torch'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"
