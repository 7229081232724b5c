"""A 1080p film of a street with walkers, as a cheap recorder writes it, the same from each seed."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
from av.codec.context import Flags
from av.video.stream import VideoStream
from numpy.typing import NDArray

from tools.bench.walks import HEIGHT, WIDTH, Walk, walks
from tools.sample.cutouts import known_picture, people
from tools.sample.figures import Figure, paste, walker
from tools.sample.silhouettes import drawn_people
from tools.sample.street import background

Picture = NDArray[np.uint8]

RATE = 25
GOP = 50
BIT_RATE = 4_000_000

_OPTIONS = {"preset": "veryfast", "sc_threshold": "0", "threads": "1"}
_GRAIN = 2.4  # standard deviation of the sensor's noise, of 255
_GRAINS = 8
_STRIDE = 0.83  # own heights covered by two steps


def render(
    path: Path, seed: int, seconds: float, busy: bool, *, gop: int = GOP, b_frames: int = 0
) -> tuple[Walk, ...]:
    """Write the film and tell who walks in it.

    H.264, 25 pictures a second, a key picture every `gop`, 4 Mb/s, `b_frames`
    at most between two others.
    """
    cast = walks(seed, seconds, busy)
    with av.open(str(path), "w", options={"fflags": "+bitexact"}) as out:
        options = {**_OPTIONS, "g": str(gop), "bf": str(b_frames)}
        stream = out.add_stream("libx264", rate=RATE, options=options)
        _shape(stream)
        for number, picture in enumerate(_pictures(seed, seconds, cast)):
            planes = np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2YUV_I420), np.uint8)
            frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return cast


def _shape(stream: VideoStream) -> None:
    stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
    stream.bit_rate = BIT_RATE
    stream.codec_context.flags |= Flags.bitexact
    stream.codec_context.thread_count = 1


def _pictures(seed: int, seconds: float, cast: Sequence[Walk]) -> Iterator[Picture]:
    rng = np.random.default_rng(seed)
    empty = cv2.resize(background(rng), (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)
    grains = [_grain(rng) for _ in range(_GRAINS)]
    figures = _figures()
    for number in range(int(seconds * RATE)):
        second = number / RATE
        picture = np.asarray(empty, np.uint8).copy()
        here = [one for one in cast if one.begin <= second < one.end]
        for one in sorted(here, key=lambda one: one.foot(second)[1]):
            _draw(picture, one, second, figures)
        light, dark = grains[number % _GRAINS], grains[(3 * number + 1) % _GRAINS]
        yield np.asarray(cv2.subtract(cv2.add(picture, light), dark), np.uint8)


def _grain(rng: np.random.Generator) -> Picture:
    half = np.abs(rng.standard_normal((HEIGHT, WIDTH, 1))) * _GRAIN
    return np.asarray(np.repeat(np.clip(half, 0, 40), 3, axis=2), np.uint8)


def _figures() -> tuple[tuple[Figure, Figure], ...]:
    """Each walker facing the right, and the left; drawn ones where the photograph is absent."""
    photograph = known_picture()
    cutouts = people(photograph) if photograph is not None else drawn_people()
    made = [walker(cutout) for cutout in cutouts]
    return tuple((one, one.mirrored) for one in made)


def _draw(
    picture: Picture, one: Walk, second: float, figures: Sequence[tuple[Figure, Figure]]
) -> None:
    leftwards = one.stop[0] < one.start[0]
    figure = figures[one.figure % len(figures)][leftwards]
    strides = (second - one.begin) * _pace(one) / _STRIDE
    paste(picture, figure, strides, one.foot(second), one.tall(second))


def _pace(one: Walk) -> float:
    """Own heights a second, at the middle of the walk."""
    middle = (one.begin + one.end) / 2
    length = float(np.hypot(one.stop[0] - one.start[0], one.stop[1] - one.start[1]))
    return length / (one.end - one.begin) / one.tall(middle)
