"""Figures, shares and instants as the report writes them, in the language of its words."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from vsa_core.domain.assessment import Rate
from vsa_core.domain.moment import MICROSECONDS

NOTHING = "–"
"""What stands where there is no figure: nothing was there to count."""

ROOM = "validation"
"""Where the report's own sentences lie among all words."""


class Words(Protocol):
    """Every sentence of one language, as the two faces of the program hold them."""

    @property
    def language(self) -> str:
        """ "fr" or "en"."""

    def say(self, key: str, /, **values: object) -> str:
        """The sentence of `key` ("file.key") with its placeholders filled."""

    def name(self, room: str, key: str) -> str:
        """The people's name of a technical word, or the word itself when it has none."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Says the report's sentences and writes its figures."""

    words: Words

    def say(self, key: str, **values: object) -> str:
        """A sentence of the report."""
        return self.words.say(f"{ROOM}.{key}", **values)

    def named(self, room: str, word: str) -> str:
        """The report's own name of a technical word."""
        return self.words.name(f"{ROOM}.{room}", word)

    def kind(self, kind: str) -> str:
        """The name of an event kind."""
        return self.words.name("kinds.kind", kind)

    def object(self, name: str) -> str:
        """The name of a class of objects."""
        return self.words.name("cli.classes", name)

    def directions(self, told: str) -> str:
        """The names of the directions of a mistake, which stand one beside the other."""
        known = ((word, self.named("direction", word)) for word in told.split())
        return ", ".join(
            self.words.name("kinds.direction", word) if name == word else name
            for word, name in known
        )

    def number(self, value: float, digits: int = 0) -> str:
        """A number with that many decimals: 1 234,5 in French, 1,234.5 in English."""
        text = f"{value:,.{digits}f}"
        if self.words.language == "fr":
            text = text.replace(",", "\u00a0").replace(".", ",")
        return text.replace("-", "−")

    def figure(self, value: float | None) -> str:
        """A figure between 0 and 1 with three decimals; a dash for None."""
        return NOTHING if value is None else self.number(value, 3)

    def counted(self, rate: Rate) -> str:
        """How many out of how many."""
        return self.say("of", count=self.number(rate.count), of=self.number(rate.of))

    def judged(self, rate: Rate) -> str:
        """A share, with its interval below it."""
        return f"{self.share(rate)}\n{self.interval(rate)}"

    def share(self, rate: Rate) -> str:
        """A share in per cent; 100 % and 0 % are written of all and of none only."""
        if rate.value is None:
            return NOTHING
        shown = min(max(100 * rate.value, 0.1), 99.9)
        if 0 < rate.count < rate.of and not 0.1 <= 100 * rate.value <= 99.9:
            return f"{'<' if rate.value < 0.5 else '>'}\u00a0{self.number(shown, 1)}{self._percent}"
        return f"{self.number(100 * rate.value, 1)}{self._percent}"

    def interval(self, rate: Rate) -> str:
        """The interval of a share, in per cent; a dash where there is nothing to judge by."""
        low, high = rate.interval
        return self.between(100 * low, 100 * high) if rate.of else NOTHING

    def between(self, low: float, high: float) -> str:
        """Two ends with one decimal, in brackets."""
        return f"[{self.number(low, 1)}\u00a0–\u00a0{self.number(high, 1)}]"

    def seconds(self, microseconds: float | None) -> str:
        """A length in seconds with two decimals; a dash for None."""
        if microseconds is None:
            return NOTHING
        return f"{self.number(microseconds / MICROSECONDS, 2)}\u00a0s"

    def minutes(self, microseconds: int) -> str:
        """A length in minutes with one decimal."""
        return self.number(microseconds / (60 * MICROSECONDS), 1)

    def length(self, microseconds: int) -> str:
        """h:mm:ss of a length, rounded up, so that what was not looked at never reads as none."""
        whole = -(-microseconds // MICROSECONDS)
        return f"{whole // 3600}:{whole % 3600 // 60:02d}:{whole % 60:02d}"

    def instant(self, microseconds: int) -> str:
        """h:mm:ss and milliseconds since the first picture, floored."""
        sign = "−" if microseconds < 0 else ""
        whole, rest = divmod(abs(microseconds), MICROSECONDS)
        point = "," if self.words.language == "fr" else "."
        clock = f"{whole // 3600}:{whole % 3600 // 60:02d}:{whole % 60:02d}"
        return f"{sign}{clock}{point}{rest // 1000:03d}"

    def day(self, microseconds: int) -> str:
        """Date and time of an instant since 1970, in UTC."""
        moment = datetime.fromtimestamp(microseconds // MICROSECONDS, UTC)
        written = "%d/%m/%Y %H:%M:%S" if self.words.language == "fr" else "%Y-%m-%d %H:%M:%S"
        return f"{moment:{written}} UTC"

    @property
    def _percent(self) -> str:
        return "\u00a0%" if self.words.language == "fr" else "%"
