"""How one shard follows another: when, under which name, and with which first record."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from vsa_core.audit.entry import Entry, encoded
from vsa_core.audit.head import note, sealed_line
from vsa_core.audit.inception import Inception, Previous, read_inception
from vsa_core.audit.log import Log
from vsa_core.audit.pen import Pen
from vsa_core.audit.shard import Shard, half_year, make, read_small
from vsa_core.audit.tree import Range, leaf
from vsa_core.domain.case import Act
from vsa_core.errors import Bug, Tampered, WrongUsage

PROGRAM = "relecture"
"""Author of the records that no person asked for (recovery, aborted, the shards' ends)."""

_AGAIN_MAX = 9


@dataclass(frozen=True, slots=True)
class Begun:
    """How a shard began, as read: its facts, and the SHA-256 (hex) of its inception.json."""

    inception: Inception
    sha256: str

    @property
    def label(self) -> str:
        """What receipts call the shard: "" for the first one."""
        previous = self.inception.previous
        return self.inception.origin.rpartition("/")[2] if previous else ""


def begun(shard: Shard, origin: str, public_key: str) -> Begun:
    """The beginning of a shard of the journal named `origin`.

    Raises Tampered: AUD-116 where it is no beginning, AUD-005 where it is
    another journal's.
    """
    data = read_small(shard.inception, "AUD-116")
    inception = read_inception(data)
    expected = f"{origin}/{shard.name}" if inception.previous else origin
    if (inception.origin, inception.public_key) != (expected, public_key):
        raise Tampered("AUD-005", expected=expected, found=inception.origin)
    return Begun(inception, hashlib.sha256(data).hexdigest())


def base(inception: Inception) -> str:
    """The journal's name: the origin of its first shard."""
    return inception.origin.rpartition("/")[0] if inception.previous else inception.origin


def due(log: Log, now: int) -> str:
    """The name of the next shard when a half-year has begun since this one's, else ""."""
    name = half_year(max(now, log.chain.time))
    return name if name > log.shard.name else ""


def name_again(newest: str, t: int) -> str:
    """The name of a shard that replaces a damaged one at `t`; Bug (AUD-012) after the ninth."""
    name = half_year(t)
    if name > newest:
        return name
    half, _, again = newest.partition("-")
    number = int(again or "1") + 1
    if number > _AGAIN_MAX:
        raise Bug("AUD-012", reason="shard")
    return f"{half}-{number}"


def follow(folder: Path, log: Log, first: Begun, pen: Pen) -> Shard:
    """The shard that an ended log names, made when it is not there yet; in one's turn.

    Raises OSError when it cannot be written, Tampered (AUD-120) when the one
    that is there does not follow this log.
    """
    name = log.chain.next
    previous = Previous(log.shard.name, log.chain.size, log.head.root.hex())
    shard = Shard(folder / name)
    if not shard.folder.exists():
        log.count_last()
        origin = f"{base(first.inception)}/{name}"
        inception = replace(first.inception, origin=origin, previous=previous)
        made = Entry(Act.INCEPTION, PROGRAM, None)
        make(pen.disk, folder, name, first_files(inception, pen, made, log.chain.time))
    if read_inception(read_small(shard.inception, "AUD-116")).previous != previous:
        raise Tampered("AUD-120", file=shard.inception.name)
    return shard


def first_files(inception: Inception, pen: Pen, made: Entry, last: int = 0) -> dict[str, bytes]:
    """The bytes of a new log: its inception, its first line, its head.

    made: by whom it is begun, and what the first record says besides; last:
    time of the last record of the shard before. Raises WrongUsage (AUD-016)
    when the pen's key is not the inception's.
    """
    document = inception.document
    about = {**made.about, "inception": hashlib.sha256(document).hexdigest()}
    entry = replace(made, about=about, app=pen.app)
    body = encoded(pen.record(entry, 0, "", last, 0))
    checker = pen.checker(inception.origin)
    head = checker.head(Range().added(leaf(body)))
    seal = pen.sign(head.body)
    if pen.public_key != inception.public_key or not checker.holds(head, seal):
        raise WrongUsage("AUD-016", field="public_key")
    return {
        "inception.json": document,
        "audit.jsonl": sealed_line(body, seal),
        "head": note(head, pen.public_key, seal),
    }
