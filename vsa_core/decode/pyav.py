"""Admitted footage opened by PyAV: exact times, exact seeks, and gaps where pictures fail."""

import os
import stat
from collections.abc import Iterator

from vsa_core.decode import scan
from vsa_core.decode.cache import PictureCache
from vsa_core.decode.feed import Feed, open_feed
from vsa_core.decode.frame import Converters
from vsa_core.decode.kept import OWN, Size
from vsa_core.decode.medium import MediumFile
from vsa_core.decode.reel import Reel
from vsa_core.decode.seek import Seeker
from vsa_core.decode.timeline import timeline_of
from vsa_core.domain.footage import Footage, Gap, PacketIndex, Stream
from vsa_core.domain.moment import Span
from vsa_core.domain.ports import Frame, Near
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
        file: MediumFile,
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
        self._spare: list[Feed] = []
        self._seeker = Seeker(self._reel, self._open_feed, self._cache)

    def frames(self, span: Span | None = None, keys_only: bool = False) -> Iterator[Frame | Gap]:
        """Frames with start <= pts < end in display order, and the gaps met on the way.

        A gap comes before the frame that follows it: pictures that give
        nothing (SRC-021) or that the decoder doubts (SRC-032), and the jumps
        of time found at admission. A gap SRC-034 is laid over frames that are
        still given, because they lean on lost ones and may show another
        moment; it may reach back over frames already given. Several readings
        may go on side by side. Raises Unreadable (SRC-026), at the latest at
        the end, when the medium did not give all bytes: what looked like
        damage is none.
        """
        asked = span or self._reel.stream.span
        read = scan.keys if keys_only else scan.every
        feed = self._spare.pop() if self._spare else self._open_feed()
        try:
            yield from scan.with_jumps(read(self._reel, feed, asked), self._footage.gaps, asked)
        finally:
            self._spare.append(feed)
        if self._file.failed:
            raise Unreadable("SRC-026", name=self._footage.name)

    def at(self, pts: int) -> Frame:
        """The picture on show at `pts`: the last one whose pts is <= `pts` (the first if none).

        Raises Unreadable (SRC-022) when it cannot be decoded, or with the
        container's own reason when that no longer opens.
        """
        found = self._seeker.find(self._reel.timeline.at(pts))
        if found is None:
            raise Unreadable("SRC-022", name=self._footage.name, pts=pts)
        return found

    def near(self, pts: int, within: int | None = None) -> Near | None:
        """The picture of `at`, or one of its group that can be had sooner; None without any.

        within: one that is not exact must be nearer than so many ticks.
        Raises Unreadable as `at` does when the container no longer opens.
        """
        return self._seeker.near(self._reel.timeline.at(pts), within)

    def holds(self, pts: int) -> bool:
        """Whether `at` would tell at once."""
        return self._seeker.holds(self._reel.timeline.at(pts))

    def approach(self, pts: int, aside: bool = False) -> Iterator[None]:
        """Decode, a picture at each turn, until `at` would tell at once.

        aside: the place that `at` goes on from stays where it is.
        """
        return self._seeker.approach(self._reel.timeline.at(pts), aside)

    def fit(self, width: int, height: int, luma: int) -> None:
        """Keep pictures in that size from now on, upright, and lumas so wide: others are not had.

        0, 0: as they were decoded, and their luma in any width.
        """
        self._seeker.fit(Size(width, height, luma) if width else OWN)

    def close(self) -> None:
        """Release the file and every picture kept."""
        self._cache.clear()
        self._seeker.close()
        for feed in self._spare:
            feed.close()
        self._file.close()

    def _open_feed(self) -> Feed:
        return open_feed(self._file, self._footage.name, self._reel.packets, self._threads)


def _reopened(footage: Footage) -> MediumFile:
    """The admitted file, read-only; a device or a queue put in its place is not even opened."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(footage.path, flags)
    except (OSError, ValueError) as error:
        raise Unreadable("SRC-005", name=footage.name) from error
    file = MediumFile(handle, "rb")
    told = os.fstat(handle)
    if not stat.S_ISREG(told.st_mode) or told.st_size != footage.size:
        file.close()
        raise Tampered("SRC-009", name=footage.name)
    return file
