"""What each convolution of a finished detector reads: python -m tools.training.ranges PACK FILE.

PACK is the folder of pictures that FILE, a tensor file of our network, was
trained with. What is printed belongs to its entry in the list of models: with
it the network may be rounded to eight bits (`vsa_core.vision.vigie_rounding`).
Pictures of the val part are not looked at.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch

from tools.training.pack import CLASSES, PackFault, Picture, read_pack
from tools.training.score import Floats
from vsa_core.vision.letterbox import letterbox
from vsa_core.vision.vigie import read_network
from vsa_core.vision.vigie_network import Vigie
from vsa_core.vision.vigie_rounding import Range, convolutions

SIZE = 640
"""Longer side of the pictures that the finished detector is asked about."""

PICTURES = 64
"""Pictures of the train part that are looked at, drawn by chance from SEED."""

SEED = 1

DIGITS = 4


def main() -> None:
    """Read the command line, look at the pictures, print the ranges as a line of the list."""
    parser = argparse.ArgumentParser(prog="python -m tools.training.ranges", description=__doc__)
    parser.add_argument("pack", type=Path)
    parser.add_argument("file", type=Path)
    asked = parser.parse_args()
    torch.set_num_threads(1)
    try:
        found = ranges(read_network(asked.file, CLASSES), drawn(read_pack(asked.pack).train))
    except PackFault as wrong:
        raise SystemExit(f"{wrong}. Nothing was measured.") from wrong
    print("ranges = [" + ", ".join(f"[{low:g}, {high:g}]" for low, high in found) + "]")


def drawn(pictures: tuple[Picture, ...]) -> Iterator[Floats]:
    """PICTURES of these, each (1, 3, h, w) RGB from 0 to 1, as the finished detector sees it."""
    order = np.random.default_rng(SEED).permutation(len(pictures))[:PICTURES]
    for number in order.tolist():
        picture = pictures[number].decoded()
        fit = letterbox((picture.shape[1], picture.shape[0]), SIZE)
        yield fit.filled(np.asarray(cv2.resize(picture, fit.inner), np.uint8))


def ranges(network: Vigie, pictures: Iterator[Floats]) -> tuple[Range, ...]:
    """The lowest (nought at most) and the highest number that each convolution reads."""
    heard = [Reads(module) for _, module in convolutions(network)]
    with torch.inference_mode():
        for picture in pictures:
            network(torch.from_numpy(picture))
    return tuple((_short(one.lowest), _short(one.highest)) for one in heard)


class Reads:
    """Hears what one convolution reads."""

    def __init__(self, module: torch.nn.Conv2d) -> None:
        self.lowest, self.highest = 0.0, 0.0
        module.register_forward_pre_hook(self._hear)

    def _hear(self, _module: torch.nn.Module, arguments: tuple[Any, ...]) -> None:
        self.lowest = min(self.lowest, float(arguments[0].min()))
        self.highest = max(self.highest, float(arguments[0].max()))


def _short(value: float) -> float:
    return float(f"{value:.{DIGITS}g}")


if __name__ == "__main__":
    main()
