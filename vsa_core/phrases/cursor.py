"""Where a reader stands in a text, and every word that could have stood where it went furthest."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NoReturn

from vsa_core.errors import WrongUsage
from vsa_core.phrases.lexicon import Lexicon, Phrase, Phrases
from vsa_core.phrases.tokens import END, NUMBER, SIGN, Text, Token

_NAME = re.compile(r"[a-z][a-z0-9_]*")

DIGITS = 20
"""Characters that a number may have."""

SHOWN = 12
"""Words that a fault names as those that could stand there."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word that could stand at a place of the text.

    text: what is left to type of it; meaning: what sort of word it is; begun:
    whether its first words stand there already; chief: whether Relecture writes it so.
    """

    text: str
    meaning: str
    begun: bool
    chief: bool


@dataclass(frozen=True, slots=True)
class _Tried:
    """What was tried at one place: a table, a phrase after `said` words, a sign, a hint."""

    name: str
    phrases: tuple[Phrase, ...] = ()
    keys: Collection[str] | None = None
    said: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text as given, [at, until), and what stands there."""

    at: int
    until: int
    word: str

    def fault(self, code: str, **values: object) -> WrongUsage:
        """The fault of that code about this stretch."""
        return WrongUsage(code, at=self.at, until=self.until, word=self.word, **values)


class Cursor:
    """Reads a text forwards; `index` may be put back to an earlier token at any time."""

    def __init__(self, text: Text, lexicon: Lexicon, tokens: tuple[Token, ...] = ()) -> None:
        self.text = text
        self.lexicon = lexicon
        self.tokens = tokens or text.tokens
        self.index = 0
        self.depth = 0
        self._furthest = 0
        self._tried: list[_Tried] = []

    @property
    def token(self) -> Token:
        """The token that comes next."""
        return self.tokens[self.index]

    @property
    def ended(self) -> bool:
        """Whether nothing comes any more."""
        return self.token.sort == END

    def phrase(self, name: str, keys: Collection[str] | None = None) -> str | None:
        """Take the longest phrase of a table, among these keys; its key, or None."""
        table = self.lexicon.tables[name]
        self._try(self.index, _Tried(name, table.every, keys))
        for phrase in table.by_first.get(self.token.text, ()):
            if (keys is None or phrase.key in keys) and self._said(phrase, table):
                self.index += len(phrase.words)
                return phrase.key
        return None

    def unwanted(self, name: str) -> str | None:
        """Take the longest phrase of a table, without remembering that it could stand here."""
        kept = self._furthest, list(self._tried)
        found = self.phrase(name)
        self._furthest, self._tried = kept
        return found

    def _said(self, phrase: Phrase, table: Phrases) -> bool:
        """Whether the phrase stands whole here; what is missing is remembered."""
        if self.token.sort in ("quoted", END):
            return False
        for said, word in enumerate(phrase.words):
            token = self.tokens[self.index + said]
            if token.sort == END or token.text != word:
                if said:
                    self._try(self.index + said, _Tried(table.name, (phrase,), None, said))
                return False
        return True

    def sign(self, sign: str) -> bool:
        """Take a sign."""
        self._try(self.index, _Tried(f"sign {sign}"))
        if self.token.sort != SIGN or self.token.text != sign:
            return False
        self.index += 1
        return True

    def need(self, sign: str) -> None:
        """Take a sign that must stand here."""
        if not self.sign(sign):
            self.fail()

    def raw(self, pattern: re.Pattern[str], hint: str) -> re.Match[str] | None:
        """Take what the pattern matches in the folded text from here on."""
        self._try(self.index, _Tried(f"hint {hint}"))
        match = pattern.match(self.text.plain, self.token.start) if not self.ended else None
        if match is None or match.end() > self.tokens[-1].start:
            return None
        while not self.ended and self.token.start < match.end():
            self.index += 1
        return match

    def decimal(self, comma: bool = True) -> Decimal | None:
        """Take a number, with a comma for its decimals where `comma` allows it."""
        start = self.index
        negative = self.sign("-")
        self._try(self.index, _Tried("hint number"))
        if self.token.sort != NUMBER:
            self.index = start
            return None
        digits = self._take()
        if comma and "." not in digits and self._joined_by_comma():
            self.index += 1
            digits += "." + self._take()
        if len(digits) > DIGITS:
            raise self.span(start).fault("PHR-019", most=DIGITS)
        value = Decimal(digits)
        return -value if negative else value

    def _take(self) -> str:
        self.index += 1
        return self.tokens[self.index - 1].text

    def _joined_by_comma(self) -> bool:
        """Whether a comma and digits follow with no space between."""
        before, sign, after = self.tokens[self.index - 1], self.token, self._next()
        return (
            sign.text == ","
            and after.text.isdecimal()
            and (before.end, sign.end) == (sign.start, after.start)
        )

    def _next(self) -> Token:
        return self.tokens[min(self.index + 1, len(self.tokens) - 1)]

    def integer(self) -> int:
        """Take a whole number that must stand here."""
        value = self.decimal(comma=False)
        if value is None:
            self.fail()
        if value != value.to_integral_value():
            self.index -= 1
            self.fail()
        return int(value)

    def name(self) -> str:
        """Take a technical name that must stand here."""
        match = self.raw(_NAME, "name")
        if match is None:
            self.fail()
        return match.group()

    def hint(self, name: str) -> None:
        """Remember that something of that sort, which is no word, could stand here."""
        self._try(self.index, _Tried(f"hint {name}"))

    def _try(self, index: int, tried: _Tried) -> None:
        if index > self._furthest:
            self._furthest, self._tried = index, []
        if index == self._furthest:
            self._tried.append(tried)

    def wanted(self) -> tuple[Wanted, ...]:
        """Every word that could stand at the furthest place that was tried, each once."""
        found = (wanted for tried in self._tried for wanted in self._told(tried))
        return tuple(dict.fromkeys(found))

    def _told(self, tried: _Tried) -> Iterator[Wanted]:
        sort, _, name = tried.name.partition(" ")
        told = self.lexicon.told
        if name:
            text = name if sort == "sign" else ""
            meaning = told["meaning"]["sign"] if sort == "sign" else told["hint"][name]
            yield Wanted(text, meaning, begun=False, chief=True)
        for phrase in tried.phrases:
            if tried.keys is None or phrase.key in tried.keys:
                meaning = told["meaning"].get(tried.name, told["meaning"]["time"])
                rest = phrase.rest(tried.said)
                yield Wanted(rest, meaning, begun=tried.said > 0, chief=phrase.chief)

    def is_furthest(self) -> bool:
        """Whether the furthest place that was tried is the end of what is read."""
        return self.tokens[self._furthest].sort == END

    def fail(self) -> NoReturn:
        """Raise WrongUsage at the furthest word: PHR-005 wrong, PHR-006 missing."""
        token = self.tokens[self._furthest]
        names = self._expected()
        expected = ", ".join(names[:SHOWN]) + ("…" if len(names) > SHOWN else "")
        at, until = self.text.place(token.start, token.end)
        if token.sort == END:
            raise WrongUsage("PHR-006", at=at, until=until, expected=expected)
        word = self.text.shown[token.start : token.end]
        raise WrongUsage("PHR-005", at=at, until=until, word=word, expected=expected)

    def _expected(self) -> list[str]:
        """The words that Relecture writes, or goes on with; commas and small words only alone."""
        wanted = [one for one in self.wanted() if one.chief or one.begun]
        main = [one for one in wanted if one.meaning and one.text != ","]
        return list(dict.fromkeys(one.text or one.meaning for one in main or wanted))

    def span(self, first: int, last: int | None = None) -> Span:
        """What lies between token `first` and the one before `last` (default: up to here)."""
        last = max((self.index if last is None else last) - 1, first)
        start, end = self.tokens[first].start, self.tokens[last].end
        at, until = self.text.place(start, end)
        return Span(at, until, self.text.shown[start:end])
