"""Files a careful reader must survive: cut, holed, misnamed, empty, lying, or no film at all."""

import io
import struct
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.video.stream import VideoStream

from tests.films import HEIGHT, MPEG4_AVI, WIDTH, Film, even, numbered, write


def sound_only(folder: Path) -> Path:
    """MP4 with sound and no picture."""
    path = folder / "sound.mp4"
    with av.open(str(path), "w") as out:
        stream = out.add_stream("aac", rate=8000)
        silence = np.zeros((1, 1024), np.float32)
        for k in range(10):
            frame = av.AudioFrame.from_ndarray(silence, format="fltp", layout="mono")
            frame.sample_rate, frame.pts = 8000, k * 1024
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return path


def truncated(film: Film, share: float = 0.6) -> Path:
    """A copy of `film` that stops at `share` of its bytes."""
    whole = film.path.read_bytes()
    path = film.path.with_name(f"cut_{film.path.name}")
    path.write_bytes(whole[: int(len(whole) * share)])
    return path


def holed(film: Film, share: float = 0.5, length: int = 400) -> Path:
    """A copy of `film` with `length` bytes zeroed at `share` of its length."""
    whole = bytearray(film.path.read_bytes())
    at = int(len(whole) * share)
    whole[at : at + length] = bytes(length)
    path = film.path.with_name(f"holed_{film.path.name}")
    path.write_bytes(bytes(whole))
    return path


def renamed(film: Film, suffix: str) -> Path:
    """A copy of `film` under a wrong extension."""
    path = film.path.with_name(f"{film.path.stem}_renamed{suffix}")
    path.write_bytes(film.path.read_bytes())
    return path


def playlist(folder: Path, target: str) -> Path:
    """An ffconcat script named .mp4 that names another file."""
    path = folder / "script.mp4"
    path.write_text(f"ffconcat version 1.0\nfile {target}\n", encoding="utf-8")
    return path


def hls(folder: Path, target: str) -> Path:
    """An HLS playlist named .mp4 that names another file."""
    lines = ["#EXTM3U", "#EXT-X-VERSION:3", "#EXT-X-TARGETDURATION:5", "#EXTINF:5,", target]
    path = folder / "hls.mp4"
    path.write_text("\n".join([*lines, "#EXT-X-ENDLIST", ""]), encoding="utf-8")
    return path


def text(folder: Path) -> Path:
    """Prose named .mp4."""
    path = folder / "prose.mp4"
    path.write_text("this is not a video\n" * 50, encoding="utf-8")
    return path


def empty(folder: Path) -> Path:
    """A file of zero bytes named .mp4."""
    path = folder / "empty.mp4"
    path.write_bytes(b"")
    return path


def still_pictures(folder: Path, count: int = 3) -> list[Path]:
    """Numbered JPEG stills, the kind that FFmpeg would read as one sequence."""
    paths = []
    for index in range(count):
        frame = av.VideoFrame.from_ndarray(numbered(index), format="gray")
        path = folder / f"still{index:03d}.jpg"
        path.write_bytes(_jpeg(frame.reformat(format="yuvj420p")))
        paths.append(path)
    return paths


def _jpeg(frame: av.VideoFrame) -> bytes:
    held = io.BytesIO()
    with av.open(held, "w", format="mjpeg") as out:
        stream = out.add_stream("mjpeg", rate=25)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height, stream.pix_fmt = frame.width, frame.height, "yuvj420p"
        out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return held.getvalue()


def huge(folder: Path, width: int = 12_000, height: int = 12_000) -> Path:
    """A small AVI that declares enormous pictures."""
    film = write(folder / "seed.avi", [0, 1], codec="mjpeg", time_base=MPEG4_AVI, pixels="yuvj420p")
    data = bytearray(film.path.read_bytes())
    film.path.unlink()
    for at in _occurrences(data, struct.pack("<II", WIDTH, HEIGHT)):
        data[at : at + 8] = struct.pack("<II", width, height)
    for at in _occurrences(data, struct.pack(">HH", HEIGHT, WIDTH)):
        data[at : at + 4] = struct.pack(">HH", height, width)
    path = folder / "huge.avi"
    path.write_bytes(bytes(data))
    return path


def _occurrences(data: bytearray, pattern: bytes) -> Iterator[int]:
    at = data.find(pattern)
    while at >= 0:
        yield at
        at = data.find(pattern, at + 1)


def backwards(folder: Path) -> Film:
    """Two transport streams end to end: the clock goes back to its start halfway."""
    halves = [
        write(folder / f"half{k}.ts", even(50), gop=25, form="mpegts", first=50 * k)
        for k in range(2)
    ]
    path = folder / "backwards.ts"
    path.write_bytes(b"".join(half.path.read_bytes() for half in halves))
    return Film(path, tuple(Fraction(k, 25) for k in range(100)))
