"""What every way of reading one footage shares: its index, its timeline, how a picture is made."""

from dataclasses import dataclass, field

import numpy as np

from vsa_core.decode.feed import Feed
from vsa_core.decode.frame import Converters, PyavFrame
from vsa_core.decode.run import Run, Shown
from vsa_core.decode.timeline import Timeline
from vsa_core.domain.footage import PacketIndex, Stream
from vsa_core.domain.moment import Moment

STEPS_BACK = 4
"""Key packets to try, one behind the other, before a picture is given up as undecodable."""


@dataclass(frozen=True, slots=True)
class Reel:
    """One footage's stream, packets and timeline; converters are kept between pictures."""

    stream: Stream
    packets: PacketIndex
    timeline: Timeline
    converters: Converters = field(default_factory=Converters)

    def run(self, feed: Feed, start: int) -> Run:
        """A decoding pass from packet `start` on."""
        return Run(feed, self.packets, self.timeline, start)

    def picture(self, shown: Shown) -> PyavFrame:
        """The picture as the rest of the house sees it."""
        pts = int(self.timeline.times[shown.position])
        at = Moment(pts, self.stream.time_base)
        size = (self.stream.width, self.stream.height)
        return PyavFrame(shown.frame, at, shown.key, size, self.stream.rotation, self.converters)

    def starts(self, position: int) -> list[int]:
        """Packets from which to try to reach `position`, in order."""
        return self.timeline.starts(position)[:STEPS_BACK]

    def group(self, position: int, within: int | None = None) -> range:
        """The positions that share the nearest key packet from which `position` is reached.

        within: only those nearer to it than so many ticks.
        """
        reach = self.timeline.reach
        row = int(np.searchsorted(reach, position, side="right"))
        end = int(reach[row]) if row < len(reach) else len(self.timeline.times)
        first = int(reach[max(row - 1, 0)])
        if within is None:
            return range(first, end)
        here, times = int(self.timeline.times[position]), self.timeline.times
        before = int(np.searchsorted(times, here - within, side="right"))
        after = int(np.searchsorted(times, here + within, side="left"))
        return range(max(first, before), min(end, after))
