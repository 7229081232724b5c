"""Reads a pack of training pictures: pictures, boxes, and places to be ignored."""

import csv
import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

CLASSES = ("person", "vehicle", "two-wheeler")
"""What our detector tells apart."""

MERGED = {
    "person": 0,
    "car": 1,
    "bus": 1,
    "truck": 1,
    "bicycle": 2,
    "motorcycle": 2,
}
"""From the pack's names to ours; its sources do not agree on finer ones. Bags are too few."""

Pixels = NDArray[np.uint8]
Boxes = NDArray[np.float32]


class PackFault(Exception):
    """The pack is not what its own list says it is."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One picture's places: (n, 4) corners in its pixels, (n,) class numbers."""

    boxes: Boxes
    names: NDArray[np.int64]

    def only(self, chosen: NDArray[np.bool_] | NDArray[np.intp]) -> "Labelled":
        """The places chosen."""
        return Labelled(self.boxes[chosen], self.names[chosen])


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of a pack, not yet decoded; `ignored` is neither rewarded nor punished."""

    path: Path
    digest: str
    source: str
    group: str
    size: tuple[int, int]
    truth: Labelled
    ignored: Labelled

    @property
    def empty(self) -> bool:
        """Whether no person is there, for sure."""
        return not (self.truth.names == 0).any() and not (self.ignored.names == 0).any()

    def decoded(self) -> Pixels:
        """(height, width, 3) BGR; PackFault when the file is missing or is another one."""
        try:
            held = self.path.read_bytes()
        except OSError as wrong:
            raise PackFault(f"the pack lacks the picture {self.path.name}") from wrong
        if hashlib.sha256(held).hexdigest() != self.digest:
            raise PackFault(f"the picture {self.path.name} is not the one that the pack lists")
        said = cv2.imdecode(np.frombuffer(held, np.uint8), cv2.IMREAD_COLOR)
        if said is None or (said.shape[1], said.shape[0]) != self.size:
            raise PackFault(f"the picture {self.path.name} cannot be read at its listed size")
        return np.asarray(said, np.uint8)


@dataclass(frozen=True, slots=True)
class Pack:
    """The two parts of a pack, and the SHA-256 of its list."""

    train: tuple[Picture, ...]
    val: tuple[Picture, ...]
    digest: str


def read_pack(folder: Path) -> Pack:
    """The pack in `folder`: pack.json, boxes.csv, and ignore.csv where there is one.

    Raises PackFault when a list is missing or is none, or a picture is not there.
    """
    try:
        held = (folder / "pack.json").read_bytes()
        listed = json.loads(held)
        names = list(listed["classes"])
        truth = _places(folder / "boxes.csv", names)
        ignored = _places(folder / "ignore.csv", names)
        parts: dict[str, list[Picture]] = {"train": [], "val": []}
        for row in listed["pictures"]:
            parts[row["split"]].append(_picture(folder, row, truth, ignored))
    except (OSError, ValueError, LookupError, TypeError) as wrong:
        raise PackFault(f"{folder.name} is not a pack of pictures: {wrong}") from wrong
    return Pack(tuple(parts["train"]), tuple(parts["val"]), hashlib.sha256(held).hexdigest())


Places = dict[str, list[tuple[int, float, float, float, float]]]


def _places(path: Path, names: list[str]) -> Places:
    found: Places = defaultdict(list)
    if path.name == "ignore.csv" and not path.exists():
        return found
    with path.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            merged = MERGED.get(names[int(row["class"])])
            if merged is not None:
                cx, cy, w, h = (float(row[name]) for name in ("cx", "cy", "w", "h"))
                found[row["file"]].append((merged, cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2))
    return found


def _picture(folder: Path, row: dict[str, object], truth: Places, ignored: Places) -> Picture:
    name, size = str(row["file"]), (int(str(row["width"])), int(str(row["height"])))
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        raise PackFault(f"the pack lacks the picture {path.name}")
    return Picture(
        path,
        str(row["sha256"]),
        str(row["source"]),
        str(row["group"]),
        size,
        _labelled(truth.get(name, []), size),
        _labelled(ignored.get(name, []), size),
    )


def _labelled(
    rows: list[tuple[int, float, float, float, float]], size: tuple[int, int]
) -> Labelled:
    table = np.array(rows, np.float32).reshape(-1, 5)
    scale = np.array([size[0], size[1]] * 2, np.float32)
    boxes = np.clip(table[:, 1:], 0, 1) * scale
    return Labelled(boxes.astype(np.float32), table[:, 0].astype(np.int64))
