"""Corrected time as a ruler and a tool tip write it: local, short, and never ambiguous."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale

from app.state.ticks import DAY, HOUR, MINUTE, SECOND, Step, Unit, is_twice, local, offset
from app.times import local as whole
from vsa_core.domain.moment import Window

LOCALES = {"fr": "fr_FR", "en": "en_GB"}


class LocalTime:
    """Writes corrected microseconds in a language ("fr" or "en") and a zone.

    A time that the local clock shows twice carries what it is ahead of UTC.
    """

    def __init__(self, language: str, zone: ZoneInfo) -> None:
        self.zone = zone
        self._language = language
        self._locale = QLocale(LOCALES[language])
        self._point = "," if language == "fr" else "."

    def exact(self, at: int) -> str:
        """Date and time to the millisecond."""
        return whole(at, self._language, self.zone.key) + self._twice(at)

    def clock(self, at: int, fine: bool = False) -> str:
        """Time of day to the second, or to the millisecond."""
        moment = local(at, self.zone)
        thousandths = f"{self._point}{moment.microsecond // 1000:03d}" if fine else ""
        return f"{moment:%H:%M:%S}{thousandths}{self._twice(at)}"

    def day(self, at: int) -> str:
        """The date with its weekday: "jeu. 21 nov. 2024"."""
        return self._date(at, "ddd d MMM yyyy")

    def stretch(self, window: Window) -> str:
        """From when to when; the second date only where it is another."""
        first, last = self.day(window.start), self.day(window.end)
        if first == last:
            fine = window.end - window.start < 10 * SECOND
            begins, ends = self.clock(window.start, fine), self.clock(window.end, fine)
            return f"{first}, {begins} – {ends}"
        return f"{first}, {self.clock(window.start)} – {last}, {self.clock(window.end)}"

    def tick(self, at: int, step: Step) -> str:
        """The label of a stroke of that step."""
        if step.unit is Unit.YEAR:
            return self._date(at, "yyyy")
        if step.unit is Unit.MONTH:
            return self._date(at, "MMM")
        if step.unit in (Unit.DAY, Unit.WEEK):
            return self._date(at, "ddd d")
        moment = local(at, self.zone)
        if step.length < SECOND:
            return f"{self._point}{moment.microsecond // 1000:03d}"
        if step.length < MINUTE:
            return f"{moment:%H:%M:%S}{self._twice(at)}"
        return f"{moment:%H:%M}{self._twice(at)}"

    def chapter(self, at: int, step: Step) -> tuple[str, ...]:
        """The heading of a chapter, from the longest form to the shortest."""
        if step.unit is Unit.YEAR:
            return (self._date(at, "yyyy"),)
        if step.unit is Unit.MONTH:
            return (self._date(at, "MMMM yyyy"), self._date(at, "MMM yyyy"), self._date(at, "MMM"))
        if step.unit is Unit.DAY:
            long, middle, short = "dddd d MMMM yyyy", "ddd d MMM yyyy", "d MMM"
            return (self._date(at, long), self._date(at, middle), self._date(at, short))
        return (f"{self.day(at)}, {self.clock(at)}", self.clock(at))

    def length(self, microseconds: int) -> str:
        """A length as a person says it: "4,200 s", "12 min 04 s", "3 h 05 min", "2 j 04 h"."""
        if microseconds < MINUTE:
            whole_seconds, rest = divmod(microseconds, SECOND)
            return f"{whole_seconds}{self._point}{rest // 1000:03d}\u00a0s"
        for unit, name, part, rest_name in self._units():
            if microseconds >= unit:
                count, left = divmod(microseconds, unit)
                return f"{count}\u00a0{name} {left // part:02d}\u00a0{rest_name}"
        raise AssertionError("a minute is the shortest unit")

    def _units(self) -> tuple[tuple[int, str, int, str], ...]:
        day = "j" if self._language == "fr" else "d"
        return ((DAY, day, HOUR, "h"), (HOUR, "h", MINUTE, "min"), (MINUTE, "min", SECOND, "s"))

    def _date(self, at: int, form: str) -> str:
        moment = local(at, self.zone)
        return self._locale.toString(QDate(moment.year, moment.month, moment.day), form)

    def _twice(self, at: int) -> str:
        if not is_twice(at, self.zone):
            return ""
        return f"\u00a0(UTC{offset(at, self.zone) // HOUR:+d})"
