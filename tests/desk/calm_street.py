"""A street in which one walks early, and one runs through between two later key pictures."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from tests.desk.scene import HEIGHT, RATE, WIDTH

SECONDS = 24
GROUP = 10
WALK = range(20, 65)
RUN = range(152, 158)
"""Picture numbers: the run lies within one group, and its key pictures show nobody."""

RUNNER = slice(60, 120)
"""Rows of the runner, who is bright."""


def left_of(picture: int) -> int:
    """The runner's left edge in pixels, in a picture of RUN; 24 wide."""
    return 20 + 48 * (picture - RUN.start)


def calm_street(path: Path) -> Path:
    """Write the film: 24 s at 10 pictures a second, a key picture every second."""
    ground = np.random.default_rng(4).integers(60, 120, (HEIGHT, WIDTH, 3), np.uint8)
    options = {"threads": "1", "g": str(GROUP), "sc_threshold": "0", "bf": "0"}
    with av.open(str(path), "w") as out:
        stream = out.add_stream("libx264", rate=RATE, options=options)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        for number in range(SECONDS * RATE):
            frame = av.VideoFrame.from_ndarray(_picture(ground, number), format="bgr24")
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return path


def _picture(ground: NDArray[np.uint8], number: int) -> NDArray[np.uint8]:
    picture = ground.copy()
    if number in WALK:
        x = 6 * (number - WALK.start)
        picture[80:150, x : x + 24] = (230, 220, 240)
    if number in RUN:
        x = left_of(number)
        picture[RUNNER, x : x + 24] = (235, 230, 225)
    return picture
