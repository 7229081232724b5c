"""The records of every shard in order, each named by its place, with the remarks made on it."""

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from vsa_core.audit.review import Logged, Wanted, read
from vsa_core.audit.shard import newest
from vsa_core.domain.case import Act
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import WrongUsage

_PLACE = re.compile(r"(?:([0-9]{4}H[12](?:-[0-9]{1,6})?)/)?([0-9]{1,15})")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a record stands: its shard and its sequence there; written 2026H2/41."""

    shard: str
    sequence: int

    def __str__(self) -> str:
        return f"{self.shard}/{self.sequence}"

    def fields(self) -> dict[str, Canonical]:
        """How another record names this one."""
        return {"shard": self.shard, "record": self.sequence}


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody wrote about a record: itself a record, at `place`; `at` in microseconds UTC."""

    place: Place
    at: int
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Noted:
    """One record, sealed parts still sealed, and the remarks made on it, oldest first."""

    place: Place
    fields: Mapping[str, Canonical]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of the records asked for, in the order of the journal.

    Page 1 holds the newest; `total` counts all that were asked for.
    """

    records: tuple[Noted, ...]
    number: int
    size: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(-(-self.total // self.size), 1)


class Remarks:
    """Gathers the remarks of a journal, record by record."""

    def __init__(self) -> None:
        self._by_place: dict[Place, list[Remark]] = {}

    def hear(self, logged: Logged) -> None:
        """Keep what a record says of another, when it is a remark."""
        about = logged.fields["about"]
        of = named(about) if logged.act is Act.REMARK else None
        if of is not None and isinstance(about, Mapping):
            place, text = Place(logged.shard, logged.sequence), str(about.get("text", ""))
            remark = Remark(place, logged.time, logged.who, text)
            self._by_place.setdefault(of, []).append(remark)

    def noted(self, logged: Logged) -> Noted:
        """A record with the remarks heard on it."""
        place = Place(logged.shard, logged.sequence)
        return Noted(place, logged.fields, tuple(self._by_place.get(place, ())))


def every(folder: Path) -> Iterator[Logged]:
    """Every record of every shard, oldest first."""
    return read(folder)


def leaf(folder: Path, wanted: Wanted, number: int, size: int) -> Leaf:
    """One page of a journal. Raises WrongUsage (CAS-102) below page 1 or a size of 1."""
    if number < 1 or size < 1:
        raise WrongUsage("CAS-102", number=number, size=size)
    held: deque[Logged] = deque(maxlen=number * size)
    remarks, total = Remarks(), 0
    for logged in every(folder):
        remarks.hear(logged)
        if wanted.fits(logged):
            held.append(logged)
            total += 1
    count = min(max(total - (number - 1) * size, 0), size)
    records = tuple(remarks.noted(held[n]) for n in range(count))
    return Leaf(records, number, size, total)


def found(folder: Path, place: Place) -> Logged:
    """The record at a place. Raises WrongUsage (CAS-103) when there is none."""
    for logged in every(folder):
        if (logged.shard, logged.sequence) == (place.shard, place.sequence):
            return logged
    raise WrongUsage("CAS-103", record=str(place))


def in_use(folder: Path) -> str:
    """The name of the shard that is written now."""
    return newest(folder).name


def place_in(folder: Path, text: str) -> Place:
    """The place that is written "2026H2/41", or "41" in the shard in use; else CAS-103."""
    match = _PLACE.fullmatch(text.strip())
    if match is None:
        raise WrongUsage("CAS-103", record=text)
    return Place(match[1] or in_use(folder), int(match[2]))


def named(about: Canonical, shard: str = "shard", record: str = "record") -> Place | None:
    """The place that a record names in its `about`, None where it names none."""
    inner = about if isinstance(about, Mapping) else {}
    volume, sequence = inner.get(shard), inner.get(record)
    if isinstance(volume, str) and type(sequence) is int:
        return Place(volume, sequence)
    return None
