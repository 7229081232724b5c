"""A text becomes words, numbers, quoted names and signs, each with its place in the text."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from vsa_core.domain.spelling import is_shown
from vsa_core.errors import WrongUsage

LONGEST = 50_000
"""Characters that a question may have: a drawn path has some hundreds of points."""

WORD, NUMBER, QUOTED, SIGN, END = "word", "number", "quoted", "sign", "end"

_TOKEN = re.compile(
    r"""(?P<word>[^\W\d_]+)
      | (?P<number>[0-9]+(?:\.[0-9]+)?)
      | (?P<quoted>"(?:[^"\\]|\\.)*" | «[^»]*» | “[^”]*”)
      | (?P<skipped>\s+ | ['’ʼ‘] | (?<=[^\W\d_])[-‐‑](?=[^\W\d_]))
      | (?P<sign>.)""",
    re.VERBOSE | re.DOTALL,
)
_OPENING = '"«“'
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|(.))", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a text: `sort` of it, its folded `text`, and where it stands in the NFC text.

    A quoted name has its characters as they were typed, quotes and escapes undone.
    """

    sort: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it is read.

    shown: in Unicode NFC; plain: the same without capitals and accents,
    character for character; origin: for each character of `shown`, its offset
    in the text as given, one more at the end; the last token is the END.
    """

    shown: str
    plain: str
    origin: tuple[int, ...]
    tokens: tuple[Token, ...]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the text as given of [start, end) of the NFC text."""
        return self.origin[start], self.origin[end]

    def under(self, offset: int) -> int:
        """The offset in the NFC text of an offset in the text as given."""
        return bisect_left(self.origin, offset)


def text_of(given: str) -> Text:
    """The text cut into tokens.

    Raises WrongUsage: PHR-002 longer than LONGEST, PHR-003 a character that
    nobody sees, PHR-018 a quoted name without its end or an unknown escape.
    """
    if len(given) > LONGEST:
        raise WrongUsage("PHR-002", at=LONGEST, until=len(given), length=len(given), most=LONGEST)
    hidden = [given.index(one) for one in set(given) if not _is_legible(one)]
    if hidden:
        told = f"U+{ord(given[min(hidden)]):04X}"
        raise WrongUsage("PHR-003", at=min(hidden), until=min(hidden) + 1, character=told)
    shown, origin = _composed(given)
    plain = folded(shown)
    tokens = tuple(_tokens(shown, plain, origin))
    end = len(shown)
    return Text(shown, plain, origin, (*tokens, Token(END, "", end, end)))


@lru_cache(maxsize=4096)
def _is_legible(character: str) -> bool:
    spacing = character in "\t\r\n" or unicodedata.category(character) == "Zs"
    return spacing or is_shown(character)


def _composed(given: str) -> tuple[str, tuple[int, ...]]:
    """The text in NFC, and where each of its characters began."""
    if unicodedata.is_normalized("NFC", given):
        return given, tuple(range(len(given) + 1))
    pieces: list[str] = []
    origin: list[int] = []
    start = 0
    for end in range(1, len(given) + 1):
        if end < len(given) and unicodedata.combining(given[end]):
            continue
        piece = unicodedata.normalize("NFC", given[start:end])
        pieces.append(piece)
        origin.extend([start] * len(piece))
        start = end
    return "".join(pieces), (*origin, len(given))


def folded(text: str) -> str:
    """The text without capitals and accents, as many characters as before."""
    return "".join(map(_fold, text))


@lru_cache(maxsize=4096)
def _fold(character: str) -> str:
    return unicodedata.normalize("NFD", character)[0].lower()[0]


def _tokens(shown: str, plain: str, origin: tuple[int, ...]) -> Iterator[Token]:
    for match in _TOKEN.finditer(plain):
        sort, (start, end) = match.lastgroup or SIGN, match.span()
        if sort == SIGN and plain[start] in _OPENING:
            raise WrongUsage("PHR-018", at=origin[start], until=origin[-1])
        if sort == QUOTED:
            yield Token(sort, _unquoted(shown[start:end], origin[start], origin[end]), start, end)
        elif sort != "skipped":
            yield Token(sort, match.group(), start, end)


def _unquoted(quoted: str, at: int, until: int) -> str:
    if not quoted.startswith('"'):
        return quoted[1:-1].strip()

    def character(match: re.Match[str]) -> str:
        number, itself = match.groups()
        if number is None and itself in '"\\':
            return str(itself)
        code = int(number or "110000", 16)
        if code > 0x10FFFF or 0xD800 <= code < 0xE000:
            raise WrongUsage("PHR-018", at=at, until=until)
        return chr(code)

    return _ESCAPE.sub(character, quoted[1:-1])


def quoted(name: str) -> str:
    """A name between quotes, with what nobody sees, or what could move, as escapes."""
    stable = unicodedata.is_normalized("NFC", name)
    return '"' + "".join(_escaped(character, stable) for character in name) + '"'


def _escaped(character: str, stable: bool) -> str:
    if character in '"\\':
        return "\\" + character
    moving = unicodedata.category(character).startswith("M") or not (stable or character.isascii())
    if moving or not is_shown(character):
        return f"\\u{{{ord(character):x}}}"
    return character
