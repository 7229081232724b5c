"""What the real clips tell of the kinds over one track, in our own format; nothing is copied."""

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path

import av

from tests.quality.truths import WHOLE, Document

Event = Mapping[str, object]

LAST = 1700
"""Pictures of highway.avi, numbered from 1: its truth counts so."""

ARROW = [[230, 20], [110, 230]]
"""Along both lanes of highway.avi, towards the camera, in pixels: the allowed direction."""

LEFT = [[215, 15], [200, 40], [130, 120], [20, 230]]
RIGHT = [[257, 10], [240, 60], [205, 165], [190, 235]]
"""The middles of its lanes, drawn on its empty road."""


def forwards(footage: Path) -> Document:
    """highway.avi as it is: nobody drives the wrong way, and each lane is followed along."""
    told = json.loads((footage / "traffic" / "highway_truth.json").read_text("utf-8"))
    return _highway(
        footage / "traffic" / "highway.avi",
        [
            _question("wrong way, anything", "wrong_way", [], 1.5, line=ARROW),
            _question("wrong way, vehicles", "wrong_way", [], 1.5, line=ARROW, classes=["vehicle"]),
            _question("stopped", "stopped", [], 1.0),
            _lane("left lane", told["left_lane_frames"], LEFT),
            _lane("right lane", told["right_lane_frames"], RIGHT),
        ],
    )


def backwards(footage: Path, film: Path) -> Document:
    """The same film played backwards, made as `film`: its 27 vehicles go the wrong way."""
    source = footage / "traffic"
    told = json.loads((source / "highway_truth.json").read_text("utf-8"))
    frames = sorted(told["left_lane_frames"] + told["right_lane_frames"])
    events = [{"frame": LAST - frame} for frame in frames]
    reversed_film(source / "highway.avi", film)
    return _highway(
        film,
        [
            _question("wrong way, anything", "wrong_way", events, 1.5, line=ARROW),
            _question(
                "wrong way, vehicles", "wrong_way", events, 1.5, line=ARROW, classes=["vehicle"]
            ),
        ],
    )


def cars(footage: Path) -> Document:
    """Four vehicles are seen; two go up the picture and two down it; none stops."""
    folder = footage / "traffic"
    told = json.loads((folder / "car-detection_truth.json").read_text("utf-8"))["events"]
    seen = {
        way: [_interval(e["in_view"]) for e in told if e["direction"] == way]
        for way in ("upwards", "downwards")
    }
    every = [event for events in seen.values() for event in events]
    up, down = [[0.5, 1], [0.5, 0]], [[0.5, 0], [0.5, 1]]
    vehicles = {"classes": ["vehicle"]}
    return _document(
        folder / "car-detection.mp4",
        [
            _question("seen", "seen", every, 1.0, **vehicles),
            _question("presence", "zone_presence", every, 1.0, zone=WHOLE, **vehicles),
            _question("against upwards", "wrong_way", seen["downwards"], 1.0, line=up, **vehicles),
            _question(
                "against downwards", "wrong_way", seen["upwards"], 1.0, line=down, **vehicles
            ),
            _question("stopped", "stopped", [], 1.0),
        ],
    )


def people(footage: Path) -> Document:
    """Six visits, each of them one sight and one presence."""
    folder = footage / "people"
    visits = json.loads((folder / "truth.json").read_text("utf-8"))["visits"]
    every = [_interval((visit["enter"], visit["leave"])) for visit in visits]
    return _document(
        folder / "one-by-one-person-detection.mp4",
        [
            _question("seen", "seen", every, 1.0, classes=["person"]),
            _question("presence", "zone_presence", every, 1.0, zone=WHOLE, classes=["person"]),
        ],
    )


def reversed_film(source: Path, film: Path) -> None:
    """Write the pictures of `source` in the other order, at its rate."""
    with av.open(str(source)) as container:
        stream = container.streams.video[0]
        rate = Fraction(stream.average_rate or 25)
        pictures = [frame.to_ndarray(format="yuv420p") for frame in container.decode(stream)]
        width, height = stream.width, stream.height
    with av.open(str(film), "w") as out:
        written = out.add_stream("libx264", rate=rate, options={"crf": "14", "threads": "1"})
        written.width, written.height, written.pix_fmt = width, height, "yuv420p"
        for number, planes in enumerate(reversed(pictures)):
            frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
            frame.pts, frame.time_base = number, 1 / rate
            out.mux(written.encode(frame))
        out.mux(written.encode(None))


def _lane(name: str, frames: Sequence[int], path: Sequence[Sequence[int]]) -> Event:
    events = [{"frame": frame, "direction": "along"} for frame in frames]
    return _question(name, "path_following", events, 2.0, path=path)


def _interval(ends: Sequence[float]) -> Event:
    start, end = ends
    return {"time": start, "end": end}


def _highway(clip: Path, questions: Sequence[Event]) -> Document:
    drawn = [
        {**one, "units": "pixels"} if {"line", "path"} & set(one) else one for one in questions
    ]
    return {**_document(clip, drawn), "picture": [320, 240]}


def _document(clip: Path, questions: Sequence[Event]) -> Document:
    return {"truth": 1, "clip": str(clip.absolute()), "questions": list(questions)}


def _question(
    name: str, kind: str, events: Sequence[Event], tolerance: float, **more: object
) -> Event:
    return {"name": name, "kind": kind, "tolerance": tolerance, "events": list(events), **more}
