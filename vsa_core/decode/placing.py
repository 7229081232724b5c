"""Which display position a decoded picture takes: by its packet's time, or by its turn."""

from vsa_core.decode.timeline import Timeline


class Placer:
    """Places the pictures of one decoding run, strictly forward.

    Where packets carry times, a picture takes the position of its packet.
    Where they carry only an order (AVI, raw streams), a decoder that holds
    `depth` pictures back shows, on taking packet j, the picture whose turn is
    j - depth: packets lost on the way do not shift those that follow
    (ISO/IEC 14496-2 annex N and H.264 annex C describe the same output order).
    """

    def __init__(self, timeline: Timeline, by_turn: bool, start: int) -> None:
        self._timeline = timeline
        self._by_turn = by_turn
        self._last = int(timeline.ripe[start - 1]) if by_turn and start else -1

    def place(self, packet: int, taken: int, depth: int) -> int:
        """Position of a picture of `packet`, out after packet `taken`; -1 when it has none.

        When the decoder is drained, `taken` is one more than the last packet.
        """
        position = self._turn(taken - depth) if self._by_turn else self._own(packet)
        if position <= self._last:
            return -1
        self._last = position
        return position

    def _own(self, packet: int) -> int:
        if not 0 <= packet < len(self._timeline.place):
            return -1
        return int(self._timeline.place[packet])

    def _turn(self, turn: int) -> int:
        timeline = self._timeline
        due = int(timeline.ripe[min(turn, len(timeline.ripe) - 1)]) if turn >= 0 else -1
        due = min(max(due, self._last + 1), len(timeline.times) - 1)
        spoken = due
        while timeline.silent[spoken] and spoken - 1 > self._last:
            spoken -= 1
        return due if timeline.silent[spoken] else spoken
