"""The truth that lies beside the real clips, written in our own format; nothing is copied."""

import json
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

Document = Mapping[str, object]

WHOLE = [[0, 0], [1, 0], [1, 1], [0, 1]]


def people(footage: Path) -> Document:
    """Six visits: each enters and leaves the picture, within a second."""
    folder = footage / "people"
    visits = json.loads((folder / "truth.json").read_text("utf-8"))["visits"]
    return _document(
        folder / "one-by-one-person-detection.mp4",
        [
            _question("entries", "zone_entry", [{"time": v["enter"]} for v in visits], 1.0),
            _question("exits", "zone_exit", [{"time": v["leave"]} for v in visits], 1.0),
        ],
    )


def cars(footage: Path) -> Document:
    """Four vehicles across mid-height, two up and two down, each within 0.7 s."""
    folder = footage / "traffic"
    told = json.loads((folder / "car-detection_truth.json").read_text("utf-8"))["events"]
    events = [
        {"time": e["crosses"], "direction": e["direction"].removesuffix("wards")} for e in told
    ]
    return _document(
        folder / "car-detection.mp4",
        [_line("mid height", [[0, 216], [768, 216]], events, 0.7)],
        picture=[768, 432],
    )


def highway(footage: Path) -> Document:
    """27 vehicles across y = 170, within 15 of the clip's own frames."""
    folder = footage / "traffic"
    told = json.loads((folder / "highway_truth.json").read_text("utf-8"))
    frames = sorted(told["left_lane_frames"] + told["right_lane_frames"])
    tolerance = float(Fraction(told["frame_tolerance"], 60))
    return _document(
        folder / "highway.avi",
        [_line("y=170", [[0, 170], [320, 170]], [{"frame": f} for f in frames], tolerance)],
        picture=[320, 240],
    )


def pets(footage: Path) -> Document:
    """Crossings of x = 400 computed from the annotation, within a second."""
    folder = footage / "tracking" / "PETS09-S2L1"
    told = json.loads((folder / "derived_events.json").read_text("utf-8"))["lines"][0]
    events = [
        {"frame": e["frame"], "direction": e["direction"].removesuffix("wards")}
        for e in told["events"]
    ]
    return _document(
        folder / "PETS09-S2L1.mp4",
        [_line("x=400", [told["p"], told["q"]], events, 1.0, classes=["person"])],
        picture=[768, 576],
    )


def written(document: Document, folder: Path) -> Path:
    """The truth in a folder of its own, as `relecture validate` wants it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "clip.truth.json").write_text(json.dumps(document), "utf-8")
    return folder


def _document(clip: Path, questions: list[object], picture: list[int] | None = None) -> Document:
    extra = {"picture": picture} if picture else {}
    return {"truth": 1, "clip": str(clip.absolute()), "questions": questions, **extra}


def _question(
    name: str, kind: str, events: list[dict[str, object]], tolerance: float
) -> dict[str, object]:
    return {
        "name": name,
        "kind": kind,
        "zone": WHOLE,
        "tolerance": tolerance,
        "events": events,
    }


def _line(
    name: str,
    line: list[list[int]],
    events: list[dict[str, object]],
    tolerance: float,
    **more: object,
) -> dict[str, object]:
    return {
        "name": name,
        "kind": "line_crossing",
        "line": line,
        "units": "pixels",
        "tolerance": tolerance,
        "events": events,
        **more,
    }
