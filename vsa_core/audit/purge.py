"""Destroying a whole shard once the law keeps it no longer; its final head stays known."""

import shutil
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from vsa_core.audit.disk import Disk, PosixDisk, telling
from vsa_core.audit.inception import Previous, read_inception
from vsa_core.audit.lines import parse, read_lines
from vsa_core.audit.shard import NAME, Shard, named, read_small, shards
from vsa_core.audit.turn import turn
from vsa_core.domain.case import Act
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Refused, Tampered

KEPT_YEARS = 3
"""How long a shard is kept after its last record (CSI art. R. 236-59 and like texts)."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_GONE = ".gone-"


@dataclass(frozen=True, slots=True)
class Doomed:
    """A shard that may be destroyed: its final head, and the time of its last record.

    `about` is what the `shard_purge` record must say before it is.
    """

    shard: str
    size: int
    root: str
    last: int

    @property
    def about(self) -> dict[str, Canonical]:
        """References and counts for the record."""
        return {"shard": self.shard, "size": self.size, "root": self.root, "last_us": self.last}


def doomed(folder: Path, shard_name: str, now: int, open_cases: Collection[str]) -> Doomed:
    """The shard, if it may be destroyed at `now` (microseconds since 1970 UTC).

    open_cases: numbers of the cases still open. Raises WrongUsage (AUD-024)
    without such a shard, Refused (AUD-027) when it is the one in use, its
    last record is younger than three years, or it names an open case.
    """
    shard = named(folder, shard_name)
    previous = _named_by_next(folder, shard)
    last, cases = last_and_cases(shard)
    if previous.sha256:
        last = max(last, begun_after(folder, shard))
    if kept_until(last) > now:
        raise Refused("AUD-027", shard=shard_name, reason="young")
    if cases & set(open_cases):
        raise Refused("AUD-027", shard=shard_name, reason="open_case")
    return Doomed(shard_name, previous.size, previous.root, last)


def purgeable(folder: Path, now: int, open_cases: Collection[str]) -> tuple[Doomed, ...]:
    """Every shard that may be destroyed at `now`, oldest first."""
    found = []
    for shard in shards(folder)[:-1]:
        try:
            found.append(doomed(folder, shard.name, now, open_cases))
        except Refused:
            continue
    return tuple(found)


def purge(folder: Path, chosen: Doomed, disk: Disk | None = None) -> None:
    """Destroy a shard for good, after its `shard_purge` record; whole or not at all, in one turn.

    Raises Refused (AUD-028) unless a later shard holds a record that names
    this shard, size and root; Refused (AUD-003) when the disk fails. One that
    was interrupted is finished by the next purge or `sweep`.
    """
    disk = disk or PosixDisk()
    with telling(), turn(folder):
        sweep(folder)
        if not (folder / chosen.shard).exists():
            return
        if not _is_recorded(folder, chosen):
            raise Refused("AUD-028", shard=chosen.shard)
        disk.rename(folder / chosen.shard, folder / f"{_GONE}{chosen.shard}")
        disk.sync_folder(folder)
        sweep(folder)
        disk.sync_folder(folder)


def sweep(folder: Path) -> None:
    """Take away what an interrupted purge left."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith(_GONE) and NAME.fullmatch(path.name.removeprefix(_GONE)):
            shutil.rmtree(path)


def _is_recorded(folder: Path, chosen: Doomed) -> bool:
    later = [shard for shard in shards(folder) if shard.name > chosen.shard]
    return any(_says(record, chosen) for shard in reversed(later) for record in _records(shard))


def _says(record: Mapping[str, Canonical], chosen: Doomed) -> bool:
    about = record.get("about")
    if record.get("act") != Act.SHARD_PURGE or not isinstance(about, Mapping):
        return False
    return all(about.get(name) == chosen.about[name] for name in ("shard", "size", "root"))


def _records(shard: Shard) -> Iterator[Mapping[str, Canonical]]:
    """The records that can be read; a damaged shard has lines that cannot."""
    for place, raw in enumerate(read_lines(shard.log)):
        try:
            yield parse(raw, place).record
        except Tampered:
            continue


def last_and_cases(shard: Shard) -> tuple[int, set[str]]:
    """The time of a shard's last record that can be read, and the cases that it names."""
    last, cases = 0, set[str]()
    for record in _records(shard):
        last = max(last, _time(record))
        case = record.get("case")
        if isinstance(case, str):
            cases.add(case)
    return last, cases


def begun_after(folder: Path, shard: Shard) -> int:
    """When the next shard that can be read began; nothing of this one is younger."""
    later = [one for one in shards(folder) if one.name > shard.name]
    firsts = (_time(record) for one in later for record in islice(_records(one), 1))
    return next(firsts, 0)


def kept_until(last: int) -> int:
    """Three years after, in microseconds since 1970 UTC; 29 February ends on 1 March."""
    day = _EPOCH + timedelta(microseconds=last)
    try:
        end = day.replace(year=day.year + KEPT_YEARS)
    except ValueError:
        end = day.replace(year=day.year + KEPT_YEARS, month=3, day=1)
    return (end - _EPOCH) // timedelta(microseconds=1)


def _time(record: Mapping[str, Canonical]) -> int:
    us = record.get("us")
    return us if isinstance(us, int) else 0


def _next(folder: Path, shard: Shard) -> Shard:
    """The shard after; Refused (AUD-027) when this one is in use."""
    later = [one for one in shards(folder) if one.name > shard.name]
    if not later:
        raise Refused("AUD-027", shard=shard.name, reason="in_use")
    return later[0]


def _named_by_next(folder: Path, shard: Shard) -> Previous:
    """The final head of a shard, as the one after it names it."""
    after = _next(folder, shard)
    previous = read_inception(read_small(after.inception, "AUD-116")).previous
    if previous is None or previous.shard != shard.name:
        raise Tampered("AUD-120", file=after.inception.name)
    return previous
