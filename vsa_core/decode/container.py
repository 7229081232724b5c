"""The one safe way to open a container: allow-lists, no second file, bounded reading."""

import os
from dataclasses import dataclass
from typing import BinaryIO, NoReturn

import av
import av.container
from av.stream import Discard, Disposition
from av.video.codeccontext import VideoCodecContext
from av.video.stream import VideoStream

from vsa_core.decode import sniff
from vsa_core.errors import Unreadable

MAX_WIDTH, MAX_HEIGHT = 8192, 4320
"""Declared pictures beyond this many pixels are refused before anything is decoded."""

FORMATS = (
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,flv,asf,"
    "h264,hevc,m4v,mpegvideo,mjpeg,dhav,ivf,ifv"
)
"""FFmpeg demuxers that may open a file; none of them reads another file by design."""

CODECS = (
    "h264,hevc,mpeg4,msmpeg4,msmpeg4v1,msmpeg4v2,mpeg1video,mpeg2video,mjpeg,h261,h263,h263i,h263p,"
    "flv,vp6f,vp8,vp9,libdav1d,av1,wmv1,wmv2,wmv3,vc1,dvvideo,rawvideo,ffv1,huffyuv,cinepak,msvideo1"
)
"""FFmpeg decoders that may run."""

FAILURES = (
    av.FFmpegError,
    OSError,
    MemoryError,
    LookupError,
    ValueError,
    EOFError,
    ArithmeticError,
    RuntimeError,
)
"""Every kind of exception that PyAV was measured to raise on 3,000 broken files, by its parent."""

_BUFFER = 128 * 1024
_ROUNDS = 8
_SLACK = 64 * 2**20


class Runaway(OSError):
    """The file makes its reader go round in circles: far more was read than it holds."""


class Reader:
    """A seekable view of an open file with a position of its own and a bound on what is read.

    Several readers may share one file within one thread. It has no name on
    purpose: the format is judged from the bytes, never from an extension.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._size = os.fstat(file.fileno()).st_size
        self._at = 0
        self.renew()

    def renew(self) -> None:
        """Allow again as much reading as a fresh errand may need."""
        self._left = _ROUNDS * self._size + _SLACK

    def read(self, length: int) -> bytes:
        """Up to `length` bytes; raises Runaway when the bound is passed."""
        self._file.seek(self._at)
        data = self._file.read(length)
        self._at += len(data)
        self._left -= len(data)
        if self._left < 0:
            raise Runaway("reading bound")
        return data

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move as a file does; the position is never negative."""
        origin = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        if origin + offset < 0:
            raise ValueError("a position before the file")
        self._at = origin + offset
        return self._at

    def tell(self) -> int:
        """The position."""
        return self._at


@dataclass(slots=True)
class Opened:
    """An open container and its picture stream; `others` counts further picture streams."""

    container: av.container.InputContainer
    stream: VideoStream
    codec: VideoCodecContext
    others: int

    def close(self) -> None:
        """Release the container; the file stays open."""
        self.container.close()


def open_container(file: BinaryIO, name: str, reader: Reader, threads: int = 1) -> Opened:
    """Open the container in `file`, read through `reader`, ready to decode with `threads` threads.

    Raises Unreadable with a code that says why (SRC-010 to SRC-020, SRC-025
    to SRC-027).
    """
    if code := sniff.refuses_opening(file):
        raise Unreadable(code, name=name)
    reader.seek(0)
    try:
        container = _open(reader)
    except FAILURES as error:
        raise Unreadable(failure_code(error, file), name=name) from error
    try:
        return _chosen(container, file, name, threads)
    except Unreadable:
        container.close()
        raise


def failure_code(error: BaseException, file: BinaryIO) -> str:
    """The code that explains a failure of the reader; looks at the file where the error is mute."""
    if isinstance(error, Runaway):
        return "SRC-025"
    if isinstance(error, MemoryError):
        return "SRC-027"
    if isinstance(error, OSError) and not isinstance(error, av.FFmpegError):
        return "SRC-026"
    return sniff.explain_failure(file)


def stop_code(error: BaseException) -> str:
    """The code of a failure met in the middle of a file that had opened well."""
    if isinstance(error, Runaway):
        return "SRC-025"
    return "SRC-027" if isinstance(error, MemoryError) else "SRC-028"


def too_large(width: int, height: int) -> bool:
    """Whether a picture, lying or standing, is beyond MAX_WIDTH x MAX_HEIGHT."""
    return max(width, height) > MAX_WIDTH or width * height > MAX_WIDTH * MAX_HEIGHT


def _no_second_file(url: str, flags: int, options: dict[str, str]) -> NoReturn:
    """What a demuxer gets when it asks for another file, whatever the reason."""
    raise PermissionError("no second file is ever opened")


def _open(reader: Reader) -> av.container.InputContainer:
    return av.open(
        reader,
        mode="r",
        container_options={
            "format_whitelist": FORMATS,
            "protocol_whitelist": "none",
            "codec_whitelist": CODECS,
        },
        options={"max_pixels": str(MAX_WIDTH * MAX_HEIGHT)},
        metadata_errors="ignore",
        buffer_size=_BUFFER,
        io_open=_no_second_file,
    )


def _chosen(
    container: av.container.InputContainer, file: BinaryIO, name: str, threads: int
) -> Opened:
    """The largest picture stream, cover art apart; the others are told to be silent."""
    streams = [s for s in container.streams.video if not s.disposition & Disposition.attached_pic]
    if not streams:
        raise Unreadable("SRC-012" if sniff.lacks_index(file) else "SRC-016", name=name)
    readable = [s for s in streams if s.codec_context is not None]
    if not readable:
        raise Unreadable("SRC-020", name=name)
    best = max(readable, key=lambda s: (s.codec_context.width * s.codec_context.height, -s.index))
    for stream in container.streams:
        if stream.index != best.index:
            stream.discard = Discard.all
    codec = best.codec_context
    if too_large(codec.width, codec.height):
        raise Unreadable("SRC-018", name=name)
    codec.options = {"max_pixels": str(MAX_WIDTH * MAX_HEIGHT), "codec_whitelist": CODECS}
    codec.thread_type = "AUTO"
    codec.thread_count = threads
    return Opened(container, best, codec, len(streams) - 1)
