"""Small labelled folders for tests: a walker with a truth of events, of tracks, or of boxes."""

import json
from pathlib import Path

from tests.desk.scene import HEIGHT, RATE, WIDTH, film
from tests.validation.eyes import still

LENGTH = 12 * RATE
FIRST, LAST = 2 * RATE + 1, 2 * RATE + 50
"""Frames (from 1) of the first and the last picture with the walker of `tests.desk.scene`."""


def place(frame: int) -> tuple[int, int, int, int]:
    """Where the walker is: left, top, width, height."""
    return 6 * (frame - 1 - 2 * RATE), 80, 24, 70


def with_events(folder: Path, times: list[float], clip: str = "walk.mp4", **more: object) -> Path:
    """A film of one walker that crosses the middle at 4.5 s, and a truth that says `times`."""
    folder.mkdir(parents=True, exist_ok=True)
    film(folder / "walk.mp4")
    question = {
        "kind": "line_crossing",
        "line": [[0.5, 0], [0.5, 1]],
        "tolerance": 1.0,
        "events": [{"time": at, "note": f"seen at {at}"} for at in times],
    }
    truth = {"truth": 1, "clip": clip, "questions": [question], **more}
    (folder / "walk.truth.json").write_text(json.dumps(truth), "utf-8")
    return folder


def with_tracks(
    folder: Path, filmed: bool = True, length: int = LENGTH, size: tuple[int, int] = (WIDTH, HEIGHT)
) -> Path:
    """The walker as a labelled sequence, with its film or without."""
    for name in ("gt", "det"):
        (folder / name).mkdir(parents=True)
    if filmed:
        film(folder / f"{folder.name}.mp4")
    info = f"name={folder.name}\nframeRate={RATE}\nseqLength={length}\n"
    sides = f"imWidth={size[0]}\nimHeight={size[1]}\n"
    (folder / "seqinfo.ini").write_text(f"[Sequence]\n{info}{sides}", "utf-8")
    rows = [(frame, ",".join(map(str, place(frame)))) for frame in range(FIRST, LAST + 1)]
    truth = "".join(f"{frame},1,{box},1,1,1\n" for frame, box in rows)
    found = "".join(f"{frame},-1,{box},0.9,-1,-1\n" for frame, box in rows)
    (folder / "gt" / "gt.txt").write_text(truth, "utf-8")
    (folder / "det" / "det.txt").write_text(found, "utf-8")
    return folder


def with_stills(folder: Path) -> Path:
    """Two stills, of which the first shows a person."""
    folder.mkdir(parents=True, exist_ok=True)
    block = (20, 30, 24, 40)
    still(folder / "a.png", block)
    still(folder / "b.jpg")
    document = {
        "images": [
            {"id": number, "file_name": name, "width": 160, "height": 120}
            for number, name in enumerate(("a.png", "b.jpg"))
        ],
        "categories": [{"id": 1, "name": "person"}],
        "annotations": [{"id": 1, "image_id": 0, "category_id": 1, "bbox": list(block)}],
    }
    (folder / "stills.coco.json").write_text(json.dumps(document), "utf-8")
    return folder


def with_film_pictures(folder: Path, *frames: int) -> Path:
    """Pictures of the walker's film, its place labelled in each."""
    folder.mkdir(parents=True, exist_ok=True)
    film(folder / "walk.mp4")
    document = {
        "video": "walk.mp4",
        "images": [{"id": n, "frame": n, "width": WIDTH, "height": HEIGHT} for n in frames],
        "categories": [{"id": 1, "name": "person"}],
        "annotations": [
            {"id": n, "image_id": n, "category_id": 1, "bbox": list(place(n))}
            for n in frames
            if FIRST <= n <= LAST
        ],
    }
    (folder / "walk.coco.json").write_text(json.dumps(document), "utf-8")
    return folder
