"""What decoding alone costs: PyAV, and ffmpeg's own program where there is one."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np

from vsa_core.domain.ports import Picture


def decode(film: Path) -> Iterator[int]:
    """Decode every frame with PyAV on one thread, and do nothing with it; its number."""
    with av.open(str(film)) as container:
        stream = container.streams.video[0]
        stream.thread_type, stream.codec_context.thread_count = "NONE", 1
        for number, _ in enumerate(container.decode(stream)):
            yield number


def rate(film: Path) -> float:
    """Frames a second that the film claims, 25 when it claims none."""
    with av.open(str(film)) as container:
        return float(container.streams.video[0].average_rate or 25)


def ffmpeg() -> str | None:
    """Where the program ffmpeg is, or None."""
    return shutil.which("ffmpeg")


def decode_by_ffmpeg(film: Path, frames: int) -> int:
    """`ffmpeg -f null` on one thread, in a child of this process; the film's `frames` again."""
    command = [ffmpeg() or "ffmpeg", "-v", "error", "-nostdin", "-threads", "1"]
    command += ["-i", str(film), "-map", "0:v:0", "-f", "null", "-"]
    subprocess.run(command, check=True, timeout=3600)  # noqa: S603  # a fixed program, a local file
    return frames


def beginning(film: Path, path: Path) -> Path:
    """The first group of pictures of a film, copied as it is into `path`."""
    with av.open(str(film)) as source, av.open(str(path), "w") as out:
        stream = source.streams.video[0]
        copied = out.add_stream_from_template(stream)
        keys = 0
        for packet in source.demux(stream):
            keys += packet.is_keyframe
            if keys > 1 or packet.dts is None:
                break
            packet.stream = copied
            out.mux(packet)
    return path


def without_end(film: Path, path: Path, seconds: int, groups: int) -> Path:
    """The first seconds of a film but for its last groups of pictures, copied into `path`.

    Whole groups, as they are: those that begin before `seconds`, without the
    last `groups` of them.
    """
    with av.open(str(film)) as source:
        keys = [packet.pts or 0 for packet in source.demux(video=0) if packet.is_keyframe]
        base = source.streams.video[0].time_base or 1
    starts = [pts for pts in keys if (pts - keys[0]) * base < seconds]
    left = len(starts) - groups
    with av.open(str(film)) as source, av.open(str(path), "w") as out:
        stream = source.streams.video[0]
        copied = out.add_stream_from_template(stream)
        for packet in source.demux(stream):
            left -= packet.is_keyframe
            if left < 0 or packet.dts is None:
                break
            packet.stream = copied
            out.mux(packet)
    return path


def pictures_from_middle(film: Path) -> Iterator[Picture]:
    """Frames from the middle of the film on: the beginning of a film is often empty."""
    with av.open(str(film)) as container:
        container.seek((container.duration or 0) // 2)
        for frame in container.decode(video=0):
            yield np.asarray(frame.to_ndarray(format="bgr24"), np.uint8)


class PlainViewer:
    """The seek that everyone writes with PyAV: to the key before, then decode on. One thread."""

    def __init__(self, film: Path, width: int) -> None:
        self._container = av.open(str(film))
        self._stream = self._container.streams.video[0]
        self._stream.thread_type, self._stream.codec_context.thread_count = "NONE", 1
        packets = self._container.demux(self._stream)
        self._pts = sorted(one.pts for one in packets if one.pts is not None)
        self._size = width, round(width * self._stream.height / self._stream.width)

    def __len__(self) -> int:
        return len(self._pts)

    def first(self, place: int) -> bool:
        """Nothing comes before the exact picture."""
        self.exact(place)
        return True

    def exact(self, place: int) -> None:
        """The picture, scaled."""
        self._container.seek(self._pts[place], stream=self._stream)
        for frame in self._container.decode(self._stream):
            if frame.pts is not None and frame.pts >= self._pts[place]:
                frame.to_ndarray(format="bgr24", width=self._size[0], height=self._size[1])
                return

    def walk(self, place: int, way: int) -> bool:
        """Every step is a jump."""
        self.exact(place)
        return True

    def close(self) -> None:
        """Release the film."""
        self._container.close()
