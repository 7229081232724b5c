"""What a reader of the journal holds true so far: its tree, its last record, its open questions."""

import hashlib
from collections.abc import Iterable, Mapping

from vsa_core.audit.lines import Line, parse
from vsa_core.audit.rules import ANSWERS, Opened, answered, fits, missing, opens
from vsa_core.audit.schema import misshapen
from vsa_core.audit.shard import NAME
from vsa_core.audit.tree import Range, leaf
from vsa_core.domain.case import Act
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Tampered


class Chain:
    """The journal up to one line. Each new line is checked, then accepted.

    `end`: bytes read; `last`: SHA-256 (hex) of the last record; `line`: the
    last line as it lies on the disk; `time`: its microseconds; `opened`:
    questions without their end, by sequence; `quarantined`: torn files that
    a recovery record names, with their SHA-256; `inception`: the SHA-256 of
    inception.json that the first record names; `next`: the shard that follows
    once this one has ended, else ""; `purged`: size and root (hex) of the shards
    that were destroyed, by name; `roots`: the root (32 bytes) at each of
    the sizes `asked`, as far as read.
    """

    def __init__(self, time: int = 0, asked: Iterable[int] = ()) -> None:
        """An empty one; `time`: of the last record of the shard before."""
        self.tree = Range()
        self.end = 0
        self.last = ""
        self.line = b""
        self.time = time
        self.opened: dict[int, Opened] = {}
        self.quarantined: dict[str, str] = {}
        self.inception = ""
        self.next = ""
        self.purged: dict[str, tuple[Canonical, Canonical]] = {}
        self.asked = set(asked)
        self.roots: dict[int, bytes] = {}

    @property
    def size(self) -> int:
        """How many records were accepted."""
        return self.tree.size

    def grown(self, body: bytes) -> Range:
        """The tree with one more record."""
        return self.tree.added(leaf(body))

    def check(self, raw: bytes) -> Line:
        """The next line taken apart.

        Raises Tampered (AUD-101 to AUD-107, AUD-118) unless it follows. Its
        seal comes next, then `check_meaning`: what is not sealed has no meaning.
        """
        if self.next:
            raise Tampered("AUD-118", place=self.size)
        line = parse(raw, self.size)
        wrong = misshapen(line.record) or self._misplaced(line.record)
        if wrong:
            raise Tampered("AUD-104", place=self.size, field=wrong)
        if line.record["seq"] != self.size:
            raise Tampered("AUD-105", place=self.size)
        if line.record["prev"] != self.last:
            raise Tampered("AUD-106", place=self.size)
        if _int(line.record["us"]) < self.time:
            raise Tampered("AUD-107", place=self.size)
        return line

    def _misplaced(self, record: Mapping[str, Canonical]) -> str:
        """The first record, and no other, is the inception."""
        return "act" if (record["act"] == Act.INCEPTION) != (self.size == 0) else ""

    def check_meaning(self, record: Mapping[str, Canonical]) -> None:
        """Raise Tampered: a mandatory field is empty (AUD-109), nothing is answered (AUD-110)."""
        lacking = missing(record)
        if lacking:
            raise Tampered("AUD-109", place=self.size, field=lacking[0])
        if not self.answers_well(record):
            raise Tampered("AUD-110", place=self.size, of=answered(record))
        if record["act"] == Act.SHARD_END and not named_next(record):
            raise Tampered("AUD-109", place=self.size, field="next")

    def answers_well(self, record: Mapping[str, Canonical]) -> bool:
        """Whether the record is no answer, or answers an open question of the same digest."""
        if record["act"] not in ANSWERS:
            return True
        return fits(record, self.opened.get(answered(record)))

    def accept(self, line: Line, raw: bytes) -> None:
        """Hold a checked line true."""
        self.tree = self.grown(line.body)
        self.end += len(raw)
        self.last = hashlib.sha256(line.body).hexdigest()
        self.line = raw
        self.time = _int(line.record["us"])
        if self.size in self.asked:
            self.roots[self.size] = self.tree.root
        self._remember(line.record)

    def _remember(self, record: Mapping[str, Canonical]) -> None:
        act = Act(str(record["act"]))
        if opens(record):
            opened = opened_by(record)
            self.opened[opened.sequence] = opened
        elif act in ANSWERS and act is not Act.BATCH:
            self.opened.pop(answered(record))
        elif act is Act.INCEPTION:
            self.inception = named_document(record)
        elif act is Act.RECOVERY and isinstance(record["about"], Mapping):
            about = record["about"]
            self.quarantined[str(about.get("file"))] = str(about.get("sha256"))
        elif act is Act.SHARD_END:
            self.next = named_next(record)
        elif act is Act.SHARD_PURGE and isinstance(record["about"], Mapping):
            about = record["about"]
            self.purged[str(about.get("shard"))] = (about.get("size"), about.get("root"))


def opened_by(record: Mapping[str, Canonical]) -> Opened:
    """The question that a record opens."""
    return Opened(
        _int(record["seq"]),
        Act(str(record["act"])),
        str(record["question"]),
        _int(record["seat"]),
        record["who"],
        record["case"],
    )


def named_next(record: Mapping[str, Canonical]) -> str:
    """The shard that a shard_end record names, or ""."""
    about = record["about"]
    name = about.get("next") if isinstance(about, Mapping) else None
    return name if isinstance(name, str) and NAME.fullmatch(name) else ""


def named_document(record: Mapping[str, Canonical]) -> str:
    """The SHA-256 (hex) of inception.json that the first record names, or ""."""
    about = record["about"]
    return str(about.get("inception", "")) if isinstance(about, Mapping) else ""


def _int(value: Canonical) -> int:
    assert isinstance(value, int)
    return value
