"""Output time: the source's own ticks where it can be, and gaps between files kept."""

from dataclasses import dataclass
from fractions import Fraction

from vsa_core.domain.footage import Footage

COMMON = Fraction(1, 90_000)
"""Time base of a clip from several files, or of one whose own base MP4 cannot write."""

_FINEST = 1_000_000  # ticks a second that MP4 sample tables and players still take
_MICROSECONDS = 1_000_000


def time_base_of(files: tuple[Footage, ...]) -> Fraction:
    """The time base of a clip made of these files."""
    bases = [file.stream.time_base for file in files if file.stream is not None]
    if len(bases) == 1 and 1 <= bases[0].denominator <= _FINEST:
        return bases[0]
    return COMMON


@dataclass(frozen=True, slots=True)
class Pace:
    """How the pts of one footage become ticks of the clip.

    base: seconds in one tick; footage: whose pts; first: the first pts that
    leaves; start: seconds of the clip at which it is shown.
    """

    base: Fraction
    footage: Footage
    first: int
    start: Fraction

    def ticks(self, pts: int) -> int:
        """Ticks of the clip for a pts; exact when footage and clip have the same time base."""
        return (self.seconds(pts) / self.base).__floor__()

    def seconds(self, pts: int) -> Fraction:
        """Seconds of the clip for a pts."""
        assert self.footage.stream is not None  # a pace is made from a picture
        return self.start + (pts - self.first) * self.footage.stream.time_base

    def next(self, end: int, footage: Footage, first: int) -> "Pace":
        """The pace of the file after this one, of which `end` is the end and `first` the first pts.

        The distance between the two is that of their corrected times; where
        recorders stamp files so that they overlap, the later one is laid
        after the end of the earlier one, and the true times say so.
        """
        away = footage.corrected(first) - self.footage.corrected(self.first)
        start = self.start + Fraction(away, _MICROSECONDS)
        return Pace(self.base, footage, first, max(self.seconds(end), start))
