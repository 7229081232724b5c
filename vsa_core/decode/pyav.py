"""Admitted footage opened by PyAV: exact times, exact seeks, and gaps where pictures fail."""

import os
import stat
from collections.abc import Iterator
from typing import BinaryIO

from vsa_core.decode import scan
from vsa_core.decode.cache import PictureCache
from vsa_core.decode.feed import Feed, open_feed
from vsa_core.decode.frame import Converters
from vsa_core.decode.reel import Reel
from vsa_core.decode.seek import Seeker
from vsa_core.decode.timeline import timeline_of
from vsa_core.domain.footage import Footage, Gap, PacketIndex, Stream
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Frame
from vsa_core.errors import Tampered, Unreadable

CACHE_BYTES = 256 * 2**20
"""Memory that the pictures kept for stepping back and forth may hold."""


def open_footage(
    footage: Footage, packets: PacketIndex, *, threads: int = 1, cache_bytes: int = CACHE_BYTES
) -> "PyavSource":
    """Reopen admitted footage for reading; implements FrameOpener.

    Raises Tampered (SRC-009) when the path no longer leads to a regular file
    of the admitted size, and Unreadable when the footage has no pictures (its
    own reason) or its path does not open (SRC-005). The digest is checked by
    intake.verify.
    """
    if footage.stream is None:
        raise Unreadable(footage.reason, name=footage.name)
    file = _reopened(footage)
    return PyavSource(file, footage, footage.stream, packets, threads, cache_bytes)


class PyavSource:
    """One footage opened for reading; implements FrameSource. For one thread at a time."""

    def __init__(
        self,
        file: BinaryIO,
        footage: Footage,
        stream: Stream,
        packets: PacketIndex,
        threads: int = 1,
        cache_bytes: int = CACHE_BYTES,
    ) -> None:
        self._file, self._footage, self._threads = file, footage, threads
        timeline = timeline_of(packets, stream.codec)
        self._reel = Reel(stream, packets, timeline, Converters(footage.name))
        self._cache = PictureCache(cache_bytes)
        self._feed: Feed | None = None
        self._seeker: Seeker | None = None

    def frames(self, span: Span | None = None, keys_only: bool = False) -> Iterator[Frame | Gap]:
        """Frames with start <= pts < end in display order, and the gaps met on the way.

        A gap comes before the frame that follows it: pictures that give
        nothing (SRC-021) or that the decoder doubts (SRC-032), and the jumps
        of time found at admission. A gap SRC-034 is laid over frames that are
        still given, because they lean on lost ones and may show another
        moment; it may reach back over frames already given. Several readings
        may go on side by side.
        """
        asked = span or self._reel.stream.span
        read = scan.keys if keys_only else scan.every
        feed = self._open_feed()
        try:
            yield from scan.with_jumps(read(self._reel, feed, asked), self._footage.gaps, asked)
        finally:
            feed.close()

    def at(self, pts: int) -> Frame:
        """The picture on show at `pts`: the last one whose pts is <= `pts` (the first if none).

        Raises Unreadable (SRC-022) when it cannot be decoded, or with the
        container's own reason when that no longer opens.
        """
        if self._feed is None or self._seeker is None:
            self._feed = self._open_feed()
            self._seeker = Seeker(self._reel, self._feed, self._cache)
        found = self._seeker.find(self._reel.timeline.at(pts))
        if found is None:
            raise Unreadable("SRC-022", name=self._footage.name, pts=pts)
        return found

    def close(self) -> None:
        """Release the file and every picture kept."""
        self._cache.clear()
        if self._feed is not None:
            self._feed.close()
        self._file.close()

    def _open_feed(self) -> Feed:
        return open_feed(self._file, self._footage.name, self._reel.packets, self._threads)


def _reopened(footage: Footage) -> BinaryIO:
    """The admitted file, read-only; a device or a queue put in its place is not even opened."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(footage.path, flags)
    except (OSError, ValueError) as error:
        raise Unreadable("SRC-005", name=footage.name) from error
    file = os.fdopen(handle, "rb", buffering=0)
    told = os.fstat(handle)
    if not stat.S_ISREG(told.st_mode) or told.st_size != footage.size:
        file.close()
        raise Tampered("SRC-009", name=footage.name)
    return file
