"""What is written above and below each exported picture."""

import datetime
from dataclasses import dataclass
from fractions import Fraction
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from vsa_core.domain.footage import Footage
from vsa_core.errors import WrongUsage
from vsa_core.export.order import ExportOrder
from vsa_core.export.words import Words

_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class Caption:
    """Texts above (`header`) and below (`footer`) a picture, each item kept together if it can."""

    header: tuple[str, ...]
    footer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Captions:
    """Writes the captions of one export, in its language and time zone."""

    order: ExportOrder
    words: Words

    def at(self, footage: Footage, pts: int) -> Caption:
        """The caption of the picture of `footage` at `pts`.

        Raises WrongUsage (EXP-008) when the order's time zone is unknown.
        """
        named = (
            self.words.say("case", case=self.order.case),
            self.words.say("camera", camera=self.order.camera),
        )
        below = (self.words.say("notice"), self.words.say("masked"))
        return Caption((*named, *self._times(footage, pts)), below)

    def told(self, corrected: int | None) -> str:
        """A corrected time (microseconds) in the order's zone, or that no clock was claimed."""
        return self.words.say("unknown") if corrected is None else self._moment(corrected)

    def _times(self, footage: Footage, pts: int) -> tuple[str, ...]:
        stream, clock = footage.stream, footage.clock
        assert stream is not None  # a footage without pictures gives no picture to caption
        elapsed = (pts - stream.span.start) * stream.time_base
        if clock is None:
            return (self.words.say("unclaimed", elapsed=self._elapsed(elapsed)),)
        doubt = self._decimal(-(-clock.uncertainty // 10_000), 2)
        corrected = self._moment(clock.corrected(elapsed))
        return (
            self.words.say("shown", time=self._moment(clock.as_shown(elapsed))),
            self.words.say("corrected", time=corrected, doubt=doubt),
        )

    def _moment(self, microseconds: int) -> str:
        """A time to the millisecond, floored, in the order's zone."""
        try:
            local = (_EPOCH + datetime.timedelta(microseconds=microseconds)).astimezone(self._zone)
        except OverflowError as error:
            raise WrongUsage("EXP-009", value=microseconds) from error
        return self.words.say(
            "moment",
            year=local.year,
            month=local.month,
            day=local.day,
            hour=local.hour,
            minute=local.minute,
            second=local.second,
            milli=local.microsecond // 1000,
            offset=local.strftime("%z")[:3] + ":" + local.strftime("%z")[3:5],
        )

    def _elapsed(self, seconds: Fraction) -> str:
        return self.words.say("elapsed", seconds=self._decimal((seconds * 1000).__floor__(), 3))

    def _decimal(self, value: int, places: int) -> str:
        """`value` / 10 ** places, with the language's decimal mark."""
        whole, rest = divmod(abs(value), 10**places)
        sign = "-" if value < 0 else ""
        return f"{sign}{whole}{self.words.say('decimal')}{rest:0{places}}"

    @property
    def _zone(self) -> ZoneInfo:
        try:
            return ZoneInfo(self.order.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise WrongUsage("EXP-008", zone=self.order.zone) from error
