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


def pictures_from_middle(film: Path) -> Iterator[Picture]:
    """Frames from the middle of the film on: the beginning of a film is often empty."""
    with av.open(str(film)) as container:
        container.seek((container.duration or 0) // 2)
        for frame in container.decode(video=0):
            yield np.asarray(frame.to_ndarray(format="bgr24"), np.uint8)
