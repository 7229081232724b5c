"""Cut between exact times and encode to H.264, against a receipt; true times are told apart."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Final, Self

import av
from av.codec.context import Flags
from av.packet import Packet
from av.video.codeccontext import VideoCodecContext
from av.video.stream import VideoStream

from vsa_core.domain.ports import Cancel, Picture, Progress
from vsa_core.domain.receipt import Receipt
from vsa_core.domain.track import Tracks
from vsa_core.errors import Bug, Refused, Unreadable
from vsa_core.export import draw
from vsa_core.export.durable import settle, settle_folder
from vsa_core.export.order import Cut, ExportOrder
from vsa_core.export.shots import Piece, Shot, Studio
from vsa_core.export.words import Words

CODEC: Final = "libx264"
OPTIONS: Final = {"preset": "medium", "crf": "18", "bf": "0", "g": "50", "threads": "1"}
"""One thread: two exports of the same order have the same bytes. No B-frames: no edit list."""

_BT601 = 6  # SMPTE 170M in ITU-T H.273: primaries, transfer and matrix
_LIMITED = 1  # luma from 16 to 235


@dataclass(frozen=True, slots=True)
class FrameFact:
    """One frame of the clip: `ticks` of the clip's time base, and where it comes from.

    source: index among the clip's footage; pts: its time there; corrected:
    microseconds since 1970 UTC, None without a clock claim; code: "" or why a
    slate stands there; digest: SHA-256 of the drawn picture before encoding,
    BGR rows from top to bottom.
    """

    ticks: int
    source: int
    pts: int
    corrected: int | None
    code: str
    digest: str


@dataclass(frozen=True, slots=True)
class ClipFacts:
    """A written clip: SHA-256 and size of its bytes, picture size, time base, every frame.

    inner: left, top, width, height of the source's picture among the strips;
    end: the tick at which the last frame stops being shown; sources: the
    digests of its footage.
    """

    sha256: str
    size: int
    width: int
    height: int
    inner: tuple[int, int, int, int]
    time_base: Fraction
    end: int
    sources: tuple[str, ...]
    frames: tuple[FrameFact, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """How a long export says where it stands, and is asked to stop."""

    progress: Progress
    cancel: Cancel


def can_encode() -> bool:
    """Whether this build of FFmpeg encodes what clips need: two black frames, kept nowhere."""
    try:
        encoder = VideoCodecContext.create(CODEC, "w")
        encoder.width, encoder.height, encoder.pix_fmt = 64, 64, "yuv420p"
        encoder.time_base, encoder.options = Fraction(1, 25), dict(OPTIONS)
        frames = [av.VideoFrame(64, 64, "yuv420p") for _ in range(2)]
        for pts, frame in enumerate(frames):
            frame.pts = pts
        times = [packet.pts for frame in (*frames, None) for packet in encoder.encode(frame)]
    except (av.FFmpegError, ValueError):
        return False
    return times == [0, 1]


def write_clip(
    path: Path,
    order: ExportOrder,
    receipt: Receipt,
    pieces: tuple[Piece, ...],
    tracks: Tracks,
    words: Words,
    watch: Watch | None = None,
) -> ClipFacts:
    """Write the annotated, masked clip of `order` at `path`; nothing remains there on failure.

    Everybody is masked but the order's matched tracks. Raises Bug (EXP-001)
    when the receipt is not for this order, (EXP-002, EXP-003) when pieces or
    tracks are not the order's; Unreadable (EXP-004, EXP-005, EXP-009);
    Refused (EXP-006) over an existing file, (EXP-007) when stopped.
    """
    _check(order, receipt, pieces, tracks)
    if path.exists():
        raise Refused("EXP-006", file=path.name)
    studio = Studio(order, pieces, tracks, words)
    partial = path.with_name(f".{path.name}.part")
    try:
        frames, end = _encode(partial, studio, watch)
        settle(partial)
        facts = _facts(partial, studio, pieces, frames, end)
        partial.rename(path)
        settle_folder(path.parent)
    except (OSError, av.FFmpegError) as error:
        raise Unreadable("EXP-005", file=path.name, reason=error.strerror or str(error)) from error
    finally:
        with suppress(FileNotFoundError):
            partial.unlink()
    return facts


def _check(order: ExportOrder, receipt: Receipt, pieces: tuple[Piece, ...], tracks: Tracks) -> None:
    if receipt.question != order.digest:
        raise Bug("EXP-001", receipt=receipt.sequence, order=order.digest)
    offered = tuple(Cut(piece.footage.digest, piece.span) for piece in pieces)
    if offered != order.cuts or any(p.footage.camera != order.camera for p in pieces):
        raise Bug("EXP-002", order=order.digest)
    sizes = {(p.footage.stream.width, p.footage.stream.height) for p in pieces if p.footage.stream}
    if len(sizes) != 1:
        raise Bug("EXP-002", order=order.digest)
    files = {part.footage for part in tracks.parts}
    known = {int(number) for number in tracks.number}
    if order.matched and not (set(order.matched) <= known and files & {c.footage for c in offered}):
        raise Bug("EXP-003", order=order.digest)


def _encode(
    partial: Path, studio: Studio, watch: Watch | None
) -> tuple[tuple[FrameFact, ...], int]:
    """Encode every shot; its facts, and the tick at which the last one ends."""
    frames: list[FrameFact] = []
    with _Encoder(partial, studio.sheet.canvas, studio.base) as encoder:
        for shot in _watched(studio, watch):
            encoder.add(shot.canvas, shot.ticks)
            frames.append(
                FrameFact(shot.ticks, shot.piece, shot.pts, shot.corrected, shot.code, shot.digest)
            )
        end = frames[-1].ticks + _last_length(studio, frames[-1])
        encoder.finish(end)
    return tuple(frames), end


def _watched(studio: Studio, watch: Watch | None) -> Iterator[Shot]:
    for count, shot in enumerate(studio.shots()):
        if watch is not None:
            if watch.cancel():
                raise Refused("EXP-007", frames=count)
            watch.progress(*studio.reached(shot), "export")
        yield shot


def _last_length(studio: Studio, last: FrameFact) -> int:
    """Ticks that the last frame is shown: to the end of its share, at least one."""
    length = studio.seconds_left(last.source, last.pts) / studio.base
    return max(1, length.__floor__())


def _facts(
    partial: Path,
    studio: Studio,
    pieces: tuple[Piece, ...],
    frames: tuple[FrameFact, ...],
    end: int,
) -> ClipFacts:
    with partial.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    sheet = studio.sheet
    inner = sheet.left, sheet.top, sheet.width, sheet.height
    sources = tuple(piece.footage.digest for piece in pieces)
    size = partial.stat().st_size
    return ClipFacts(sha256, size, *sheet.canvas, inner, studio.base, end, sources, frames)


class _Encoder:
    """H.264 in MP4 through PyAV, without a date, a name or a place in it."""

    def __init__(self, path: Path, size: tuple[int, int], base: Fraction) -> None:
        self._base = base
        self._held: Packet[VideoStream] | None = None
        self._container = av.open(
            str(path), "w", format="mp4", options={"fflags": "+bitexact", "movflags": "faststart"}
        )
        self._stream = self._container.add_stream(CODEC, options=dict(OPTIONS))
        self._shape(self._stream, size)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._container.close()

    def add(self, canvas: Picture, ticks: int) -> None:
        """Encode the canvas (h, w, 3) BGR, to be shown from `ticks`."""
        frame = av.VideoFrame.from_ndarray(draw.planes(canvas), format="yuv420p")
        frame.pts, frame.time_base = ticks, self._base
        self._send(self._stream.encode(frame))

    def finish(self, end: int) -> None:
        """Write what is left; the last frame is shown until `end`."""
        self._send(self._stream.encode(None))
        if self._held is not None and self._held.pts is not None:
            self._held.duration = end - self._held.pts
            self._container.mux(self._held)

    def _send(self, packets: "list[Packet[VideoStream]]") -> None:
        """Write all packets but the newest: the last of all still waits for its duration."""
        for packet in packets:
            if self._held is not None:
                self._container.mux(self._held)
            self._held = packet

    def _shape(self, stream: VideoStream, size: tuple[int, int]) -> None:
        context = stream.codec_context
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        stream.time_base = context.time_base = self._base
        context.flags |= Flags.bitexact
        context.thread_count = 1
        context.colorspace = context.color_primaries = context.color_trc = _BT601
        context.color_range = _LIMITED
