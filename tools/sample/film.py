"""Writing what a recorder would have written: a burnt-in clock, H.264, its own file names."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from pathlib import Path

import av
import cv2
import numpy as np
from av.codec.context import Flags
from av.video.stream import VideoStream
from numpy.typing import NDArray

from tools.sample.scene import Scene

Picture = NDArray[np.uint8]

_OPTIONS = {"preset": "veryfast", "crf": "25", "threads": "1", "bf": "0", "g": "50"}


@dataclass(frozen=True, slots=True)
class Recorder:
    """One camera's recorder: its files' container, what it calls itself, when it began.

    rate: the pictures a second that its files claim; shown: the time it shows
    for the first picture, as it would write it, without a zone.
    """

    camera: str
    title: str
    suffix: str
    rate: Fraction
    shown: datetime.datetime

    def name(self, second: int) -> str:
        """The name it gives to a file that begins `second` seconds after the first."""
        start = self.shown + datetime.timedelta(seconds=second)
        return f"{self.camera}_{start:%Y%m%d_%H%M%S}.{self.suffix}"

    def stamp(self, second: int) -> str:
        """What it burns into the picture during that second."""
        return f"{self.shown + datetime.timedelta(seconds=second):%d/%m/%Y  %H:%M:%S}"


@dataclass(frozen=True, slots=True)
class Beat:
    """When one picture is taken: `ticks` of `time_base` since the very first."""

    ordinal: int
    ticks: int


@dataclass(frozen=True, slots=True)
class Reel:
    """One file to write: the second it begins at, its pictures in order."""

    second: int
    beats: tuple[Beat, ...]


def steady(seconds: float, rate: Fraction) -> tuple[Fraction, tuple[Beat, ...]]:
    """Time base and beats of a constant rate."""
    count = int(seconds * rate)
    return 1 / rate, tuple(Beat(index, index) for index in range(count))


def uneven(seconds: float, night: float, rng: np.random.Generator
           ) -> tuple[Fraction, tuple[Beat, ...]]:  # fmt: skip
    """A cheap recorder's time, in milliseconds: 12.5 a second, about 5 at night; some are lost."""
    ticks: list[int] = [0]
    while True:
        dark = ticks[-1] >= night * 1000
        wait = (200 if dark else 80) + int(rng.integers(-7, 8))
        if rng.random() < 0.015:
            wait *= 2
        if ticks[-1] + wait >= seconds * 1000:
            return Fraction(1, 1000), tuple(Beat(i, tick) for i, tick in enumerate(ticks))
        ticks.append(ticks[-1] + wait)


def cut(beats: tuple[Beat, ...], time_base: Fraction, every: int) -> Iterator[Reel]:
    """The beats by file, each file `every` seconds long."""
    for part, group in groupby(beats, lambda beat: int(beat.ticks * time_base) // every):
        yield Reel(part * every, tuple(group))


def write(folder: Path, recorder: Recorder, scene: Scene, reel: Reel, time_base: Fraction) -> Path:
    """Write one file; its own clock starts at its first picture, as a recorder's does."""
    path = folder / recorder.name(reel.second)
    kind = {"mp4": "mp4", "mkv": "matroska"}[recorder.suffix]
    with av.open(str(path), "w", format=kind, options={"fflags": "+bitexact"}) as container:
        stream = container.add_stream("libx264", rate=recorder.rate, options=dict(_OPTIONS))
        _shape(stream, scene, time_base)
        stamp = _Stamp(recorder)
        packets: list[av.Packet[VideoStream]] = []
        for beat in reel.beats:
            second = float(beat.ticks * time_base)
            picture = stamp.burn(scene.picture(second, beat.ordinal), int(second))
            planes = np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2YUV_I420), np.uint8)
            frame = av.VideoFrame.from_ndarray(planes, format="yuv420p")
            frame.pts, frame.time_base = beat.ticks - reel.beats[0].ticks, time_base
            packets += stream.encode(frame)
        packets += stream.encode(None)
        packets[-1].duration = round(1 / recorder.rate / time_base)
        container.mux(packets)
    return path


def _shape(stream: VideoStream, scene: Scene, time_base: Fraction) -> None:
    stream.width, stream.height = scene.view.size
    stream.pix_fmt = "yuv420p"
    stream.time_base = stream.codec_context.time_base = time_base
    stream.codec_context.flags |= Flags.bitexact
    stream.codec_context.thread_count = 1


class _Stamp:
    """The recorder's clock, redrawn when its second changes."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._second = -1
        self._light = np.zeros((360, 640), np.uint8)
        self._dark = self._light

    def burn(self, picture: Picture, second: int) -> Picture:
        """The picture with title and time, white with a black edge."""
        if second != self._second:
            self._second = second
            self._redraw(self._recorder.stamp(second))
        picture[self._dark > 127] = 12
        picture[self._light > 90] = 238
        return picture

    def _redraw(self, text: str) -> None:
        light = np.zeros((360, 640), np.uint8)
        for words, x, y in ((text, 10, 22), (self._recorder.title, 10, 350)):
            cv2.putText(light, words, (x, y), cv2.FONT_HERSHEY_SIMPLEX, 0.6, (255,), 2)
        self._light = light
        self._dark = np.asarray(cv2.dilate(light, np.ones((3, 3), np.uint8)), np.uint8)
