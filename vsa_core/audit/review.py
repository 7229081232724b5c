"""Reading the journal without writing to it: who asked what, and whether the log is whole."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from vsa_core.audit.chain import Chain, named_document
from vsa_core.audit.head import Checker, Head, Verify, read_note, stated_size
from vsa_core.audit.inception import read_inception
from vsa_core.audit.lines import Line, cut, parse
from vsa_core.audit.schema import misshapen
from vsa_core.audit.shard import Shard, newest, read_small
from vsa_core.domain.case import Act
from vsa_core.domain.moment import Window
from vsa_core.domain.provenance import Canonical, canonical
from vsa_core.errors import Tampered

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Logged:
    """One record as read; `fields` is the whole of it, `sealed` parts still encrypted.

    `time`: microseconds since 1970 UTC; `entry`: SHA-256 (hex) of its canonical bytes.
    """

    sequence: int
    time: int
    act: Act
    who: str
    case: str
    entry: str
    fields: Mapping[str, Canonical]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records to read; an empty value asks for nothing in particular."""

    who: str = ""
    case: str = ""
    acts: frozenset[Act] = frozenset()
    period: Window | None = None

    def fits(self, logged: Logged) -> bool:
        """Whether the record is asked for."""
        return (
            self.who in ("", logged.who)
            and self.case in ("", logged.case)
            and (not self.acts or logged.act in self.acts)
            and (self.period is None or self.period.overlaps(logged.time, logged.time + 1))
        )


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the log is whole.

    records: how many hold; root: the Merkle root (hex) of those; place: the
    sequence of the first record that does not hold, NOWHERE when all do;
    file: the file in which it breaks; reason: its code (AUD-…) or "".
    """

    ok: bool
    records: int
    root: str
    place: int = NOWHERE
    file: str = ""
    reason: str = ""


def read(folder: Path, wanted: Wanted = EVERYTHING) -> Iterator[Logged]:
    """The records asked for, in order. Checks shapes, not seals: that is `verify_log`.

    Raises Unreadable (AUD-001) without a journal, Tampered (AUD-010 or
    AUD-101 to AUD-104) at a line that is no record.
    """
    for place, raw in enumerate(_lines(newest(folder))):
        line = parse(raw, place)
        wrong = misshapen(line.record)
        if wrong:
            raise Tampered("AUD-104", place=place, field=wrong)
        logged = _logged(line)
        if wanted.fits(logged):
            yield logged


def verify_log(
    folder: Path, public_key: str, verify: Verify, printed_root: tuple[int, str] | None = None
) -> Verdict:
    """Check every byte of the log: form, order, links, seals, meaning, head copy, torn files.

    `public_key` (hex) must come from outside the folder; `printed_root` is a
    size and root (hex) read from paper. A missing seal is a break, never "not
    applicable". Raises Unreadable (AUD-001) when there is no journal at all.
    """
    walk = _Walk(newest(folder), public_key, verify, printed_root)
    try:
        walk.run()
    except Tampered as broken:
        return walk.verdict(broken)
    return walk.verdict(None)


class _Walk:
    """One reading of a whole log, up to its first break."""

    def __init__(
        self, shard: Shard, key: str, verify: Verify, printed: tuple[int, str] | None
    ) -> None:
        self._shard = shard
        self._key = key
        self._verify = verify
        self._printed = printed
        self._chain = Chain()
        self._roots: dict[int, str] = {}

    def run(self) -> None:
        """Raise Tampered at the first break."""
        document = read_small(self._shard.inception, "AUD-116")
        # Read before the log: a program that is writing meanwhile only adds to the log.
        copied = read_small(self._shard.head, "AUD-111")
        checker = Checker(read_inception(document).origin, self._key, self._verify)
        asked = {stated_size(copied), self._printed[0] if self._printed else 0}
        for raw in _lines(self._shard):
            self._take(raw, checker, document)
            if self._chain.size in asked:
                self._roots[self._chain.size] = self._chain.tree.root.hex()
        self._check_head(read_note(copied, checker))
        self._check_paper()
        for name, sha256 in sorted(self._chain.quarantined.items()):
            self._check_torn(name, sha256)

    def verdict(self, broken: Tampered | None) -> Verdict:
        """What the reading amounts to."""
        root = self._chain.tree.root.hex()
        if broken is None:
            return Verdict(True, self._chain.size, root)
        place = broken.values.get("place")
        file = str(broken.values.get("file", self._shard.log.name))
        at = place if isinstance(place, int) else NOWHERE
        return Verdict(False, self._chain.size, root, at, file, broken.code)

    def _take(self, raw: bytes, checker: Checker, document: bytes) -> None:
        chain = self._chain
        line = chain.check(raw)
        if chain.size == 0 and named_document(line.record) != _sha256(document):
            raise Tampered("AUD-116", file=self._shard.inception.name)
        if not checker.holds(checker.head(chain.grown(line.body)), line.seal):
            raise Tampered("AUD-108", place=chain.size)
        chain.check_meaning(line.record)
        chain.accept(line, raw)

    def _check_head(self, kept: Head) -> None:
        if kept.size > self._chain.size:
            raise Tampered("AUD-112", place=self._chain.size, expected=kept.size)
        if self._roots.get(kept.size) != kept.root.hex():
            raise Tampered("AUD-113", place=kept.size, file=self._shard.head.name)

    def _check_paper(self) -> None:
        if self._printed is None:
            return
        size, root = self._printed
        if size > self._chain.size:
            raise Tampered("AUD-114", place=self._chain.size, expected=size)
        if self._roots.get(size) != root.strip().lower():
            raise Tampered("AUD-115", place=size)

    def _check_torn(self, name: str, sha256: str) -> None:
        if Path(name).name != name:
            raise Tampered("AUD-117", file=name)
        if _sha256(read_small(self._shard.folder / name, "AUD-117")) != sha256:
            raise Tampered("AUD-117", file=name)


def _lines(shard: Shard) -> Iterator[bytes]:
    try:
        file = os.open(shard.log, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        raise Tampered("AUD-010", place=0) from error
    try:
        yield from cut(lambda count, offset: os.pread(file, count, offset))
    finally:
        os.close(file)


def _logged(line: Line) -> Logged:
    record = line.record
    sequence, time = record["seq"], record["us"]
    assert isinstance(sequence, int)
    assert isinstance(time, int)
    return Logged(
        sequence=sequence,
        time=time,
        act=Act(str(record["act"])),
        who=_name(record["who"]),
        case=_name(record["case"]),
        entry=_sha256(line.body),
        fields=record,
    )


def _name(value: Canonical) -> str:
    """A name as people filter by it; the base64 form of one that is not UTF-8."""
    return value if isinstance(value, str) else str(canonical(value), "utf-8")


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
