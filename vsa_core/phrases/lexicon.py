"""The words of one language, from resources/i18n/<language>/phrases.toml."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from vsa_core.errors import Bug
from vsa_core.phrases.tokens import END, folded, text_of

TOLD = frozenset({"meaning", "hint"})
"""Tables whose entries are shown, never read."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to say a key of a table.

    words: its folded tokens; cuts: where each begins in `surface`; chief:
    whether it is the one that Relecture writes.
    """

    key: str
    surface: str
    words: tuple[str, ...]
    cuts: tuple[int, ...]
    chief: bool

    def rest(self, said: int) -> str:
        """What is left to write once `said` words of it are there."""
        return self.surface[self.cuts[said] :]


@dataclass(frozen=True, slots=True)
class Phrases:
    """One table of the lexicon, and its phrases by their first word, the longest first."""

    name: str
    every: tuple[Phrase, ...]
    by_first: Mapping[str, tuple[Phrase, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language.

    told: texts of the tables that are only shown; words: every folded word of
    a phrase, which no camera may be called without quotes.
    """

    language: str
    tables: Mapping[str, Phrases]
    told: Mapping[str, Mapping[str, str]]
    words: frozenset[str]

    def has(self, table: str, key: str) -> bool:
        """Whether the table has a phrase for that key."""
        return any(phrase.key == key for phrase in self.tables[table].every)

    def say(self, table: str, key: str) -> str:
        """The phrase that Relecture writes for that key; KeyError when there is none."""
        for phrase in self.tables[table].every:
            if phrase.key == key and phrase.chief:
                return phrase.surface
        raise KeyError(key)

    def number(self, text: str) -> str:
        """A number with the decimal sign of the language."""
        return text.replace(".", ",") if self.language == "fr" else text


def read_lexicon(folder: Path, language: str) -> Lexicon:
    """The words of a language, from `<folder>/<language>/phrases.toml`.

    Raises Bug (PHR-090) when the file is absent or is no table of lists.
    """
    try:
        data = tomllib.loads((folder / language / "phrases.toml").read_text(encoding="utf-8"))
        return lexicon_of(language, data)
    except (OSError, tomllib.TOMLDecodeError, TypeError) as error:
        raise Bug("PHR-090", language=language, missing=str(error)) from error


def lexicon_of(language: str, data: Mapping[str, Mapping[str, list[str]]]) -> Lexicon:
    """The lexicon that these tables make."""
    tables = {name: _table(name, table) for name, table in data.items() if name not in TOLD}
    told = {name: {key: str(text) for key, text in data[name].items()} for name in TOLD}
    words = {word for table in tables.values() for word in _reserved(table)}
    return Lexicon(language, tables, told, frozenset(words))


def _table(name: str, data: Mapping[str, list[str]]) -> Phrases:
    every = tuple(
        _phrase(key, surface, place == 0)
        for key, surfaces in data.items()
        for place, surface in enumerate(surfaces)
    )
    by_first: dict[str, list[Phrase]] = {}
    for phrase in every:
        by_first.setdefault(phrase.words[0], []).append(phrase)
    ordered = {
        first: tuple(sorted(phrases, key=lambda phrase: -len(phrase.words)))
        for first, phrases in by_first.items()
    }
    return Phrases(name, every, ordered)


def _phrase(key: str, surface: str, chief: bool) -> Phrase:
    tokens = [token for token in text_of(surface).tokens if token.sort != END]
    words = tuple(token.text for token in tokens)
    return Phrase(key, surface, words, tuple(token.start for token in tokens), chief)


def _reserved(table: Phrases) -> Iterator[str]:
    for phrase in table.every:
        yield from phrase.words
        yield from folded(phrase.surface).split()
