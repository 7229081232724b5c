"""What a person states about the clocks of several files at once, file by file."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import PurePath
from zoneinfo import ZoneInfo

from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import MICROSECONDS, ClockClaim
from vsa_core.errors import WrongUsage

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DATED = frozenset({"%Y", "%m", "%d", "%H"})
"""What a file's name must tell at least to be a time."""

_DIGITS = {"%Y": r"\d{4}", **dict.fromkeys(("%m", "%d", "%H", "%M", "%S"), r"\d{2}")}

_PLAIN = re.compile(r"(?<!\d)(?:19|20)\d{2}" + 5 * r"(\D?)\d{2}" + r"(?!\d)")
"""Six numbers, from the year to the second, and what stands between them."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Where the times of files come from; with neither start nor pattern nobody knows them.

    start: what the recorder showed at the first picture of the first file, in
    microseconds since 1970 UTC: the next files follow without a pause;
    pattern: how names tell it (see `instant_in_name`), in the hour of `zone`;
    offset, uncertainty: microseconds, as in a `ClockClaim`.
    """

    author: str
    start: int | None = None
    pattern: str | None = None
    offset: int = 0
    uncertainty: int = 0
    zone: str = ""


class Claims:
    """The clock claim of each file in turn: `of` before it is admitted, `after` when it is."""

    def __init__(self, statement: Statement) -> None:
        self._statement = statement
        self._next = statement.start
        self._lost = ""

    def of(self, name: str) -> ClockClaim | None:
        """The claim of the next file; None when nobody knows its time.

        Raises WrongUsage: USE-029 when its time hung on a file of unknown
        length, USE-012 when its name does not tell one.
        """
        said = self._statement
        if self._lost:
            raise WrongUsage("USE-029", name=name, before=self._lost)
        shown = self._next
        if said.pattern is not None:
            shown = instant_in_name(name, said.pattern, said.zone)
        if shown is None:
            return None
        return ClockClaim(shown, said.offset, said.uncertainty, said.author)

    def after(self, name: str, footage: Footage | None) -> None:
        """The next file begins where this one ended, if anybody knows where that was."""
        if self._next is None or self._lost:
            return
        if footage is None or footage.stream is None:
            self._lost = name
        else:
            self._next += (footage.stream.seconds * MICROSECONDS).__floor__()


def instant_in_name(name: str, pattern: str, zone: str = "") -> int:
    """The start time that a recorder wrote in a file's name, in microseconds since 1970 UTC.

    `pattern` is the whole stem in strptime letters, for example
    ``rue_%Y%m%d_%H%M%S``; `*` stands for any run of characters. It holds each
    letter once, and at least the date and the hour. `zone` is the place whose
    hour it is, the machine's own when empty. Raises WrongUsage (USE-012).
    """
    pieces = re.split(r"(%[YmdHMS]|\*)", pattern)
    match = re.fullmatch("".join(map(_expression, pieces)), PurePath(name).stem, re.DOTALL)
    letters = [piece for piece in pieces if piece in _DIGITS]
    if not match or not set(letters) >= _DATED or len(set(letters)) < len(letters):
        raise WrongUsage("USE-012", name=name, pattern=pattern)
    told = dict(zip(letters, map(int, match.groups()), strict=True))
    year, month, day, hour, minute, second = (told.get(f"%{letter}", 0) for letter in "YmdHMS")
    try:
        wall = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001
        moment = wall.replace(tzinfo=ZoneInfo(zone)) if zone else wall.astimezone()
        return (moment - _EPOCH) // timedelta(microseconds=1)
    except (ValueError, OverflowError):
        raise WrongUsage("USE-012", name=name, pattern=pattern) from None


def _expression(piece: str) -> str:
    if piece == "*":
        return ".*"
    return f"({_DIGITS[piece]})" if piece in _DIGITS else re.escape(piece)


def pattern_of(name: str) -> str:
    """A pattern that reads the time in this name, "" where none is plain to see.

    Year, month, day, hour, minute and second in that order, with at most one
    character between; what stands around becomes `*`.
    """
    found = _PLAIN.search(PurePath(name).stem)
    if found is None:
        return ""
    between = found.groups()
    letters = ("%Y", "%m", "%d", "%H", "%M", "%S")
    core = "".join(letter + gap for letter, gap in zip(letters, (*between, ""), strict=True))
    ends = ("*" if found.start() else "", "*" if found.end() < len(found.string) else "")
    pattern = f"{ends[0]}{core}{ends[1]}"
    try:
        instant_in_name(name, pattern)
    except WrongUsage:
        return ""
    return pattern
