"""Packets of a footage from any key packet on, each recognised as one that admission walked."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

import numpy as np
from av.packet import Packet
from av.video.codeccontext import VideoCodecContext

from vsa_core.decode.container import FAILURES, Opened, Reader, open_container
from vsa_core.decode.timing import NO_TIME, RAW, slotted
from vsa_core.domain.footage import PacketIndex

if TYPE_CHECKING:
    PicturePacket = Packet[Any]
else:  # generic for the type checker only
    PicturePacket = Packet

_NEAR_ENTRIES = 4


class Feed(Protocol):
    """Gives packets with their ordinals in the index."""

    by_turn: bool
    """Whether pictures take their time from the order they come out in (timing.slotted)."""

    def start(self, ordinal: int) -> tuple[VideoCodecContext, Iterator[tuple[int, PicturePacket]]]:
        """A decoder that remembers nothing, and the packets from `ordinal` on."""

    def close(self) -> None:
        """Release the container."""


class ContainerFeed:
    """Packets through the demuxer, entered by seeking and verified against the index."""

    def __init__(self, file: BinaryIO, name: str, index: PacketIndex, threads: int) -> None:
        self._file, self._name, self._index, self._threads = file, name, index, threads
        self._reader = Reader(file)
        self._fresh = True
        self.by_turn = False
        self.opened = self._open()

    def start(self, ordinal: int) -> tuple[VideoCodecContext, Iterator[tuple[int, PicturePacket]]]:
        """A decoder that remembers nothing, and the packets from `ordinal` on.

        Raises Unreadable when the container no longer opens.
        """
        self._reader.renew()
        for key in self._entries(ordinal):
            packets = self._enter(key)
            first = next(packets, None)
            if first is not None and first[0] <= ordinal:
                return self.opened.codec, _from(ordinal, first, packets)
        self._rewind()
        return self.opened.codec, (item for item in self._numbered(0) if item[0] >= ordinal)

    def close(self) -> None:
        """Release the container."""
        self.opened.close()

    def _entries(self, ordinal: int) -> list[int]:
        """Key packets to aim at: the nearest, then a few before it, for seeks that land late."""
        keys = np.flatnonzero(self._index.key[: ordinal + 1])
        near: list[int] = keys[::-1][:_NEAR_ENTRIES].tolist()
        return near if ordinal else []

    def _enter(self, key: int) -> Iterator[tuple[int, PicturePacket]]:
        """Packets after a seek to the key packet `key`; none when the container cannot seek."""
        time = int(self._index.dts[key])
        target = int(self._index.pts[key]) if time == NO_TIME else time
        self._fresh = False
        try:
            self.opened.container.seek(target, stream=self.opened.stream)
        except FAILURES:
            return iter(())
        return self._numbered(-1)

    def _open(self) -> Opened:
        opened = open_container(self._file, self._name, self._reader, self._threads)
        form = opened.container.format.name
        self.by_turn = slotted(form, self._index.pts, self._index.dts)
        if self.by_turn:
            # Held back behind other threads' work, a picture would come out after its turn.
            opened.codec.thread_count = 1
        return opened

    def _rewind(self) -> None:
        if not self._fresh:
            self.opened.close()
            self.opened = self._open()
        self._fresh = False

    def _numbered(self, expected: int) -> Iterator[tuple[int, PicturePacket]]:
        """Packets with their ordinals, up to the end or the first failure of the demuxer.

        Those that the index does not know are left out.
        """
        try:
            for packet in picture_packets(self.opened):
                if not self._is(expected, packet):
                    expected = self._find(packet)
                if expected >= 0:
                    yield expected, packet
                    expected += 1
        except FAILURES:
            return

    def _is(self, ordinal: int, packet: PicturePacket) -> bool:
        if not 0 <= ordinal < len(self._index.size):
            return False
        same_size = int(self._index.size[ordinal]) == packet.size
        return same_size and int(self._index.pos[ordinal]) == or_none(packet.pos)

    def _find(self, packet: PicturePacket) -> int:
        """The one packet of the index with this place, size and decoding time; -1 otherwise."""
        index = self._index
        alike = (index.size == packet.size) & (index.pos == or_none(packet.pos))
        found = np.flatnonzero(alike)
        if len(found) > 1:
            found = np.flatnonzero(alike & (index.dts == or_none(packet.dts)))
        return int(found[0]) if len(found) == 1 else -1


class RawFeed:
    """Packets of a bare stream, read from the file at the places that admission wrote down."""

    by_turn = True

    def __init__(self, file: BinaryIO, index: PacketIndex, opened: Opened) -> None:
        self._reader = Reader(file)
        self._index = index
        self._opened = opened

    def start(self, ordinal: int) -> tuple[VideoCodecContext, Iterator[tuple[int, PicturePacket]]]:
        """A decoder that remembers nothing, and the packets from `ordinal` on."""
        self._reader.renew()
        self._opened.codec.flush_buffers()
        return self._opened.codec, self._read(ordinal)

    def close(self) -> None:
        """Release the container."""
        self._opened.close()

    def _read(self, ordinal: int) -> Iterator[tuple[int, PicturePacket]]:
        try:
            self._reader.seek(int(self._index.pos[ordinal]))
            for at in range(ordinal, len(self._index.size)):
                data = self._reader.read(int(self._index.size[at]))
                if not data:
                    return
                # Not Packet(data): decoders read past the end, and only this form is padded.
                packet: PicturePacket = Packet(len(data))
                packet.update(data)
                yield at, packet
        except OSError:
            return


def open_feed(file: BinaryIO, name: str, index: PacketIndex, threads: int) -> Feed:
    """The feed that suits the file. Raises Unreadable when it does not open."""
    feed = ContainerFeed(file, name, index, threads)
    if feed.opened.container.format.name in RAW and _contiguous(index):
        return RawFeed(file, index, feed.opened)
    return feed


def picture_packets(opened: Opened) -> Iterator[PicturePacket]:
    """Every packet of the picture stream that holds bytes; raises one of FAILURES."""
    for packet in opened.container.demux(opened.stream):
        if packet.size:
            yield packet


def or_none(value: int | None) -> int:
    """A number of a packet as the index keeps it: NO_TIME where the demuxer gave none."""
    return NO_TIME if value is None else value


def _contiguous(index: PacketIndex) -> bool:
    ends = index.pos + index.size
    return len(ends) > 0 and index.pos[0] >= 0 and bool((index.pos[1:] == ends[:-1]).all())


def _from(
    ordinal: int, first: tuple[int, PicturePacket], rest: Iterator[tuple[int, PicturePacket]]
) -> Iterator[tuple[int, PicturePacket]]:
    if first[0] >= ordinal:
        yield first
    for item in rest:
        if item[0] >= ordinal:
            yield item
