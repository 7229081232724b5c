"""One pass of the decoder from a key packet on: pictures in display order, failures survived."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from av.video.frame import VideoFrame

from vsa_core.decode.container import FAILURES
from vsa_core.decode.feed import Feed, PicturePacket
from vsa_core.decode.placing import Placer
from vsa_core.decode.timeline import Timeline
from vsa_core.domain.footage import PacketIndex

_PATIENCE = 64
"""After this many packets in a row that the decoder refuses, wait for the next key packet."""

_LONGEST_WAIT = 32
"""Packets within which a picture must come out (twice the deepest reordering)."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A decoded picture at its display position.

    `sound` is false when the decoder doubts it, `whole` when the demuxer
    marked its packet as damaged (bytes are missing around it). `interlaced`:
    the next packet may be its second field, and then gives no picture.
    """

    position: int
    frame: VideoFrame
    key: bool
    sound: bool
    whole: bool
    interlaced: bool


class Run:
    """Decodes from packet `start` on; `taken` is the last packet handed to the decoder."""

    def __init__(self, feed: Feed, index: PacketIndex, timeline: Timeline, start: int) -> None:
        self._codec, self._packets = feed.start(start)
        self._index, self._by_turn = index, feed.by_turn
        self._placer = Placer(timeline, feed.by_turn, start)
        self._refused = 0
        self._marked: set[int] = set()
        self.taken = start - 1

    def pictures(self, most: int | None = None) -> Iterator[Shown]:
        """Every picture that comes out of the next packets (all, or `most`), in display order."""
        for ordinal, packet in islice(self._packets, most):
            if self._refused > _PATIENCE and not self._index.key[ordinal]:
                continue
            yield from self._take(ordinal, packet)
        yield from self._drain()

    def keys(self, wanted: frozenset[int]) -> Iterator[tuple[int, Shown | None]]:
        """Each wanted key packet, and its picture if one comes out; the rest is hardly decoded.

        No packet is read after the picture of the last one.
        """
        waiting, last = -1, max(wanted, default=-1)
        for ordinal, packet in self._packets:
            if waiting < 0 and ordinal > last:
                return
            if ordinal in wanted:
                if waiting >= 0:
                    yield waiting, self._last_key()
                self._codec.flush_buffers()
                waiting = ordinal
            if waiting < 0:
                continue
            found = self._key_picture(waiting, ordinal, packet)
            overdue = ordinal - waiting >= _LONGEST_WAIT
            if found is not None or overdue or not self._by_turn:
                yield waiting, found
                waiting = -1
        if waiting >= 0:
            yield waiting, self._last_key()

    def _last_key(self) -> Shown | None:
        """The key picture that the decoder still holds back, if any."""
        return next((shown for shown in self._drain() if shown.key), None)

    def _key_picture(self, key: int, ordinal: int, packet: PicturePacket) -> Shown | None:
        out = list(self._take(ordinal, packet))
        if not self._by_turn:
            out += self._drain()
            self._codec.flush_buffers()
        return next((shown for shown in out if shown.key), None)

    def _take(self, ordinal: int, packet: PicturePacket) -> Iterator[Shown]:
        # The decoder carries a packet's pts to its picture and does nothing else with it:
        # as the packet's number, it says which packet each picture came from.
        packet.pts = packet.dts = ordinal
        if packet.is_corrupt:
            self._marked.add(ordinal)
        self.taken = ordinal
        frames = self._decode(packet)
        self._refused = self._refused + 1 if frames is None else 0
        for frame in frames or ():
            yield from self._placed(frame, ordinal)

    def _drain(self) -> Iterator[Shown]:
        for frame in self._decode(None) or ():
            yield from self._placed(frame, self.taken + 1)

    def _decode(self, packet: PicturePacket | None) -> list[VideoFrame] | None:
        try:
            return self._codec.decode(packet)
        except FAILURES:
            return None

    def _placed(self, frame: VideoFrame, taken: int) -> Iterator[Shown]:
        packet = -1 if frame.pts is None else frame.pts
        position = self._placer.place(packet, taken, self._codec.reorder_depth)
        if position >= 0:
            key = 0 <= packet < len(self._index.key) and bool(self._index.key[packet])
            yield Shown(
                position=position,
                frame=frame,
                key=key,
                sound=not frame.is_corrupt,
                whole=packet not in self._marked,
                interlaced=frame.interlaced_frame and not self._by_turn,
            )
