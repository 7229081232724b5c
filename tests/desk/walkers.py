"""A film of two walkers, one above the other, and what is seen of their heads in an export."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from tests.desk.scene import HEIGHT, RATE, WIDTH
from vsa_core.desk.exports import Exported
from vsa_core.domain.ports import Picture

GROUND = np.random.default_rng(5).integers(60, 120, (HEIGHT, WIDTH, 3), np.uint8)
HIGH, LOW = 15, 105
"""Tops of the two walkers, who are 50 pixels high and 24 wide and walk side by side."""


def two_walkers(path: Path) -> Path:
    """Eight seconds of two people who walk side by side from left to right."""
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=RATE, options={"threads": "1", "g": "10"})
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        for number in range(8 * RATE):
            picture, left = GROUND.copy(), 6 * (number - RATE)
            if 0 <= left < WIDTH - 24:
                for top in (HIGH, LOW):
                    picture[top : top + 50, left : left + 24] = (230, 220, 240)
            frame = av.VideoFrame.from_ndarray(picture, format="bgr24")
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return path


def manifest(exported: Exported) -> dict[str, Any]:
    """The paper of an export."""
    found: dict[str, Any] = json.loads((Path(exported.folder) / "manifest.json").read_bytes())
    return found


def pictures(exported: Exported) -> list[Picture]:
    """The pictures of a clip without the strips around them, found by the ground they show."""
    with av.open(str(Path(exported.folder) / "clip.mp4")) as file:
        canvases = [frame.to_ndarray(format="bgr24") for frame in file.decode(video=0)]
    left, top = min(
        (
            (x, y)
            for x in range(canvases[0].shape[1] - WIDTH + 1)
            for y in range(canvases[0].shape[0] - HEIGHT + 1)
        ),
        key=lambda place: _unlike(canvases[0], *place),
    )
    return [canvas[top : top + HEIGHT, left : left + WIDTH] for canvas in canvases]


def _unlike(canvas: Picture, left: int, top: int) -> int:
    shown = canvas[top : top + HEIGHT, left : left + WIDTH].astype(int)
    return int(np.abs(shown - GROUND)[:, :100].sum())


def heads(picture: Picture) -> tuple[float, float]:
    """How bright the heads of both walkers are, found by the feet of the one above."""
    columns = np.flatnonzero(picture[HIGH + 38 : HIGH + 46].mean((0, 2)) > 180)[6:-6]
    assert len(columns) > 5
    high, low = (picture[top + 5 : top + 15, columns].mean() for top in (HIGH, LOW))
    return float(high), float(low)
