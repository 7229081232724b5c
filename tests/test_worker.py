"""The process that looks: it ends with the program, however that ends, and prints to nobody."""

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.architecture.house import ROOT
from tests.campaign.index_kills import children, survivors
from tests.desk.scene import film
from tests.pipeline import scripts
from tests.pipeline.killed import started_and_left
from tests.pipeline.street import hands, orders_of
from vsa_core.looking import WORKER
from vsa_core.pipeline.crew import Done, Reached

PROGRAM = """
import sys
from pathlib import Path
from tests.pipeline import scripts
from tests.pipeline.street import hands, orders_of

folder = Path(sys.argv[1])
crew = hands(folder, 2, scripts.stuck())
told = False

def poll():
    global told
    if not told and crew._shift.hands and all(hand.ready for hand in crew._shift.hands):
        told = True
        print("at work", flush=True)

list(crew.look(orders_of(folder / "rue.mp4"), poll))
"""


def test_none_outlives_a_program_that_is_killed_in_the_middle_of_a_slice(tmp_path: Path) -> None:
    """Killed -9: it closes nothing and says nothing; the slice would have gone on for minutes."""
    film(tmp_path / "rue.mp4", 3)
    started, left = started_and_left(PROGRAM, tmp_path)
    assert started > 0
    assert left == []


def test_it_ends_when_its_pipe_is_closed_even_if_its_parent_lives(tmp_path: Path) -> None:
    (order, *_) = orders_of(film(tmp_path / "rue.mp4", 2))
    outcomes = hands(tmp_path, 1).look([order], lambda: None)
    assert isinstance(next(outcomes), Done | Reached)
    workers = children(os.getpid())
    outcomes.close()
    assert survivors(workers) == []


def test_what_a_library_prints_disturbs_nobody(tmp_path: Path) -> None:
    loud = scripts.script(
        """
def observe(*rest):
    print("loud", flush=True)
    os.write(1, b"louder")
    os.write(2, b"loudest" * 100_000)
    os.read(0, 10)
    return usual(*rest)
looker.observe = observe
"""
    )
    orders = orders_of(film(tmp_path / "rue.mp4", 3))
    told = list(hands(tmp_path, 1, loud).look(orders, lambda: None))
    assert sum(isinstance(outcome, Done) for outcome in told) == len(orders)


def test_a_paused_program_pauses_it_within_seconds(tmp_path: Path) -> None:
    """A pause is a `poll` that does not come back: no tick is sent meanwhile."""
    beats = tmp_path / "home" / "models" / "beats"  # where a fenced process may write
    slow = scripts.script(
        f"BEATS = {str(beats)!r}"
        """
from vsa_core.pipeline import post
post.HOLDING = 0.5
def observe(source, footage, stream, span, level, eyes, poll, tell, packets):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        poll()
        open(BEATS, "a").write(".")
        time.sleep(0.01)
looker.observe = observe
"""
    )
    path = film(tmp_path / "rue.mp4", 2)
    (order, *_) = orders_of(path)
    seen: list[int] = []

    def poll() -> None:
        if len(seen) < 2 and beats.exists() and beats.stat().st_size > 5:
            time.sleep(2)
            before = beats.stat().st_size
            time.sleep(1)
            seen.append(beats.stat().st_size - before)
        if len(seen) == 2:
            raise KeyboardInterrupt

    try:
        list(hands(tmp_path, 1, slow).look([order], poll))
    except KeyboardInterrupt:
        assert seen == [0, 0]
    assert len(seen) == 2


def test_it_imports_nothing_from_the_folder_one_works_in() -> None:
    assert WORKER[0] == sys.executable
    assert "-P" in WORKER


def test_nothing_that_reads_a_film_is_loaded_before_it_is_confined() -> None:
    code = "import sys, vsa_core.worker; print({'av', 'cv2', 'numpy'} & set(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"
