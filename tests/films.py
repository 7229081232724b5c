"""Small films made on the spot, each picture carrying its own number in large blocks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.stream import VideoStream
from numpy.typing import NDArray

Picture = NDArray[np.uint8]

WIDTH, HEIGHT = 160, 96
COLUMNS, ROWS = 6, 4
BITS = 16
CHECK = COLUMNS * ROWS - BITS
TICKS = 90_000
"""Ticks per second in which films are written (kept by mp4 and transport streams)."""


@dataclass(frozen=True, slots=True)
class Film:
    """A film on disk: `times` are the exact seconds of its pictures after the first, in order."""

    path: Path
    times: tuple[Fraction, ...]

    @property
    def count(self) -> int:
        """How many pictures were written."""
        return len(self.times)


def numbered(index: int, width: int = WIDTH, height: int = HEIGHT) -> Picture:
    """(height, width) luma of blocks: 16 bits of `index`, then 8 check bits, row by row."""
    bits = [(index >> k) & 1 for k in range(BITS)]
    check = (index * 37 + 11) & 0xFF
    bits += [(check >> k) & 1 for k in range(CHECK)]
    cells = np.array(bits, np.uint8).reshape(ROWS, COLUMNS) * 200 + 28
    rows = np.arange(height) * ROWS // height
    columns = np.arange(width) * COLUMNS // width
    return cells[rows][:, columns]


def number_in(luma: Picture) -> int:
    """The number that a picture carries, upright, at any size; -1 when the check bits disagree."""
    height, width = luma.shape
    bits = []
    for cell in range(COLUMNS * ROWS):
        row, column = divmod(cell, COLUMNS)
        middle = luma[
            height * (4 * row + 1) // (4 * ROWS) : height * (4 * row + 3) // (4 * ROWS),
            width * (4 * column + 1) // (4 * COLUMNS) : width * (4 * column + 3) // (4 * COLUMNS),
        ]
        bits.append(int(middle.mean() > 128))
    index = sum(bit << k for k, bit in enumerate(bits[:BITS]))
    check = sum(bit << k for k, bit in enumerate(bits[BITS:]))
    return index if check == (index * 37 + 11) & 0xFF else -1


def even(frames: int, rate: int = 25) -> list[int]:
    """Times of a constant rate, in ticks."""
    return [k * TICKS // rate for k in range(frames)]


def uneven(frames: int, seed: int = 7) -> list[int]:
    """Times of a truly variable rate, in ticks: 10 to 190 ms apart, reproducible."""
    steps = np.random.default_rng(seed).integers(1, 20, frames - 1) * (TICKS // 100)
    return [0, *np.cumsum(steps).tolist()]


def paused(frames: int, rate: int = 25, pause: int = 5) -> list[int]:
    """Constant rate with a pause of `pause` seconds in the middle, in ticks."""
    return [t + (k >= frames // 2) * pause * TICKS for k, t in enumerate(even(frames, rate))]


def write(
    path: Path,
    times: Sequence[int],
    *,
    codec: str = "libx264",
    gop: int = 12,
    bframes: int = 0,
    form: str | None = None,
    size: tuple[int, int] = (WIDTH, HEIGHT),
    rotation: int = 0,
    options: dict[str, str] | None = None,
    time_base: Fraction = Fraction(1, TICKS),
    pixels: str = "yuv420p",
    first: int = 0,
) -> Film:
    """Write pictures numbered from `first` at `times` (ticks of `time_base`).

    `rotation` is the clockwise turn that sets the stored pictures upright.
    """
    chosen = {"video_track_timescale": str(TICKS)} if path.suffix == ".mp4" else {}
    with av.open(str(path), "w", format=form, options=chosen) as out:
        stream = _stream(out, codec, gop, bframes, size, options or {}, time_base, pixels)
        if rotation:
            stream.set_display_rotation(-rotation)
        for index, time in enumerate(times, start=first):
            frame = _stored(index, size, rotation).reformat(format=pixels)
            frame.pts, frame.time_base = time, time_base
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return Film(path, tuple((t - times[0]) * time_base for t in times))


def _stored(index: int, size: tuple[int, int], rotation: int) -> av.VideoFrame:
    """The numbered picture as stored: turned back, so that turning it clockwise sets it upright."""
    width, height = size if rotation in (0, 180) else size[::-1]
    lying = np.rot90(numbered(index, width, height), rotation // 90)
    return av.VideoFrame.from_ndarray(np.ascontiguousarray(lying), format="gray")


def _stream(
    out: "av.container.OutputContainer",
    codec: str,
    gop: int,
    bframes: int,
    size: tuple[int, int],
    options: dict[str, str],
    time_base: Fraction,
    pixels: str,
) -> VideoStream:
    rate = (1 / time_base).limit_denominator(1) if time_base > Fraction(1, 1000) else Fraction(25)
    stream = out.add_stream(codec, rate=rate)
    assert isinstance(stream, VideoStream)
    stream.width, stream.height = size
    stream.pix_fmt = pixels
    stream.codec_context.time_base = time_base
    stream.codec_context.gop_size = gop
    stream.codec_context.max_b_frames = bframes
    stream.codec_context.thread_count = 1
    stream.codec_context.options = {**_QUALITY.get(codec, {}), **options}
    if codec == "libx264":
        own = f"keyint={gop}:min-keyint={gop}:scenecut=0:bframes={bframes}:b-adapt=0"
        stream.codec_context.options |= {"x264-params": own, **options}
    return stream


_QUALITY = {
    "libx264": {"crf": "18", "preset": "ultrafast"},
    "libx265": {"preset": "ultrafast", "x265-params": "log-level=none:pools=1:frame-threads=1"},
    "mpeg4": {"qmin": "2", "qmax": "4"},
    "mjpeg": {"qmin": "2", "qmax": "4"},
}

MPEG4_AVI = Fraction(1, 25)
"""AVI has no timestamps, only a constant rate: its films are written at 25 pictures a second."""


def constant(folder: Path) -> Film:
    """MP4, constant rate, short groups of pictures."""
    return write(folder / "constant.mp4", even(60))


def variable(folder: Path, frames: int = 160) -> Film:
    """MP4 of a truly variable rate, two B-pictures."""
    return write(folder / "variable.mp4", uneven(frames), gop=24, bframes=2)


def b_pictures(folder: Path, frames: int = 300) -> Film:
    """MP4 with three B-pictures and a key picture every 250."""
    return write(folder / "b250.mp4", even(frames), gop=250, bframes=3)


def open_groups(folder: Path, frames: int = 120) -> Film:
    """MP4 whose key pictures are preceded by pictures that lean on both sides (open groups)."""
    own = "keyint=20:min-keyint=20:scenecut=0:bframes=3:b-adapt=0:open-gop=1"
    return write(folder / "open.mp4", even(frames), gop=20, bframes=3, options={"x264-params": own})


def long_group(folder: Path, frames: int = 250) -> Film:
    """Matroska with a single key picture."""
    times = [t // 90 for t in even(frames)]
    base = Fraction(1, 1000)
    return write(folder / "long.mkv", times, gop=10_000, time_base=base)


def transport(folder: Path, frames: int = 150) -> Film:
    """Transport stream with B-pictures, whose clock starts at 1.4 s as FFmpeg's does."""
    times = [t + 14 * TICKS // 10 for t in even(frames)]
    return write(folder / "transport.ts", times, gop=25, bframes=2, form="mpegts")


def with_pause(folder: Path) -> Film:
    """MP4 whose timestamps jump over five seconds."""
    return write(folder / "paused.mp4", paused(50))


def turned(folder: Path, degrees: int = 90) -> Film:
    """MP4 stored lying down, to be turned clockwise by `degrees` when shown."""
    return write(folder / f"turned{degrees}.mp4", even(20), rotation=degrees)


def raw(folder: Path, frames: int = 120, bframes: int = 0) -> Film:
    """Raw H.264 without a container, hence without any time; key picture every 30."""
    path = folder / f"raw{bframes}.264"
    return write(path, even(frames), gop=30, bframes=bframes, form="h264")


def avi_mpeg4(folder: Path, frames: int = 120) -> Film:
    """AVI with MPEG-4 and two B-pictures, as XviD recorders make them."""
    times, base = list(range(frames)), MPEG4_AVI
    path = folder / "mpeg4.avi"
    return write(path, times, codec="mpeg4", gop=24, bframes=2, time_base=base)


def avi_mjpeg(folder: Path, frames: int = 60) -> Film:
    """AVI with MJPEG: every picture is a key picture."""
    times, base = list(range(frames)), MPEG4_AVI
    path = folder / "mjpeg.avi"
    return write(path, times, codec="mjpeg", time_base=base, pixels="yuvj420p")


Maker = Callable[[Path], Film]

TIMED: dict[str, Maker] = {
    "constant": constant,
    "variable": variable,
    "b250": b_pictures,
    "open": open_groups,
    "long": long_group,
    "transport": transport,
}
"""Films whose container carries the time of every picture."""

UNTIMED: dict[str, Maker] = {
    "raw": raw,
    "raw_b": lambda folder: raw(folder, bframes=2),
    "avi_mpeg4": avi_mpeg4,
    "avi_mjpeg": avi_mjpeg,
}
"""Films whose pictures take their time from their order."""
