"""The picture on show in words: both clocks, its exact address, and what holds of it."""

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from app.times import doubt, elapsed
from app.widgets.local_time import LocalTime
from app.widgets.read_out import Reading
from app.widgets.transport import rate_text
from app.words import Words, visible
from vsa_core.domain.event import Stamp
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import MICROSECONDS

translate = QCoreApplication.translate
THIN = "\u202f"


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of the place stood on.

    at: corrected microseconds where there is no picture; stamp, shown,
    masked: of the picture on the screen; number: which picture of how many of
    the reel; opening: whether another reel is on its way.
    """

    camera: str
    footage: Footage | None
    at: int
    stamp: Stamp | None = None
    shown: int | None = None
    masked: int | None = None
    number: tuple[int, int] | None = None
    rate: Fraction = Fraction(0)
    opening: bool = False


class ReadingWords:
    """Writes readings in the language of the window."""

    def __init__(self, words: Words, times: LocalTime) -> None:
        self._language = words.language
        self._point = "," if words.language == "fr" else "."
        self._times = times

    def tell(self, seen: Seen) -> Reading:
        """Everything that the read-out shows."""
        stream = seen.footage.stream if seen.footage else None
        return Reading(
            camera=visible(seen.camera),
            file=visible(seen.footage.name) if seen.footage else "",
            corrected=self._corrected(seen),
            shown=self._times.exact(seen.shown) if seen.shown is not None else "",
            number=self._number(seen),
            address=f"PTS {seen.stamp.pts}" if seen.stamp else "",
            tick=_tick(seen.stamp) if seen.stamp else "",
            opening=translate("ReadingWords", "opening…") if seen.opening else "",
            masked=self._masked(seen.masked),
            rate=rate_text(seen.rate, self._point) if seen.rate else "",
            variable=translate("ReadingWords", "variable rate")
            if stream and stream.variable
            else "",
        )

    def _corrected(self, seen: Seen) -> str:
        stamp, footage = seen.stamp, seen.footage
        if stamp is not None and stamp.corrected is None and footage and footage.stream:
            since = (stamp.pts - footage.stream.span.start) * stamp.time_base * MICROSECONDS
            told = elapsed(since.__floor__(), self._language)
            return translate("ReadingWords", "not declared (+{time})").format(time=told)
        at = stamp.corrected if stamp and stamp.corrected is not None else seen.at
        clock = footage.clock if footage else None
        margin = f" {doubt(clock.uncertainty, self._language)}" if clock else ""
        return f"{self._times.exact(at)}{margin}"

    def _number(self, seen: Seen) -> str:
        if seen.number is None or seen.stamp is None:
            return ""
        return "\u00a0/\u00a0".join(self._count(count) for count in seen.number)

    def _count(self, count: int) -> str:
        return f"{count:,}".replace(",", THIN if self._language == "fr" else ",")

    def _masked(self, count: int | None) -> str:
        if count is None:
            return ""
        return translate("ReadingWords", "heads masked: {count}").format(count=count)


def _tick(stamp: Stamp) -> str:
    base = stamp.time_base
    return f"{stamp.pts} × {base.numerator}/{base.denominator} s"
