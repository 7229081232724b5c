"""A made-up pack: bright upright people and wide vehicles on a dull ground."""

import csv
import hashlib
import json
from pathlib import Path

import cv2
import numpy as np

NAMES = ["person", "bicycle", "motorcycle", "car", "bus", "truck", "bag"]
SIZE = (96, 64)

Row = tuple[int, float, float, float, float]

PERSON: Row = (0, 0.25, 0.5, 0.125, 0.5)
TRUCK: Row = (5, 0.7, 0.6, 0.4, 0.4)
BAG: Row = (6, 0.5, 0.5, 0.1, 0.1)
DOUBTFUL: Row = (4, 0.5, 0.2, 0.2, 0.2)


def made_pack(folder: Path, train: int = 3, val: int = 2) -> Path:
    """A pack of that many pictures; the last of each part is empty."""
    pictures, boxes, ignored = [], [], []
    for part, count in (("train", train), ("val", val)):
        (folder / "images" / part).mkdir(parents=True)
        for number in range(count):
            rows = [PERSON, TRUCK, BAG] if number < count - 1 else []
            name = f"images/{part}/clip_{number}.png"
            _, held = cv2.imencode(".png", drawn(rows))
            (folder / name).write_bytes(held.tobytes())
            digest = hashlib.sha256(held.tobytes()).hexdigest()
            listed = {"file": name, "source": "clips", "group": "clip", "split": part}
            pictures.append({**listed, "width": SIZE[0], "height": SIZE[1], "sha256": digest})
            boxes += [(name, *row) for row in rows]
            ignored += [(name, *DOUBTFUL)] if rows else []
    (folder / "pack.json").write_text(json.dumps({"classes": NAMES, "pictures": pictures}))
    for file, table in (("boxes.csv", boxes), ("ignore.csv", ignored)):
        with (folder / file).open("w", newline="") as out:
            csv.writer(out).writerows([("file", "class", "cx", "cy", "w", "h"), *table])
    return folder


def drawn(rows: list[Row]) -> np.ndarray:
    """(64, 96, 3): a person is green, a vehicle red, a bag blue."""
    picture = np.full((SIZE[1], SIZE[0], 3), 60, np.uint8)
    colours = {0: (40, 220, 40), 5: (30, 30, 230), 6: (230, 60, 30)}
    for name, cx, cy, w, h in rows:
        left, right = int((cx - w / 2) * SIZE[0]), int((cx + w / 2) * SIZE[0])
        top, bottom = int((cy - h / 2) * SIZE[1]), int((cy + h / 2) * SIZE[1])
        picture[top:bottom, left:right] = colours[name]
    return picture
