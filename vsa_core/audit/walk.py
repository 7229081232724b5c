"""One reading of a whole shard, every byte of it, up to its first break."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vsa_core.audit.chain import Chain, named_document
from vsa_core.audit.cosignature import Cosigned, Witness, own_part, read_cosigned
from vsa_core.audit.head import Checker, Head, read_note, stated_size
from vsa_core.audit.lines import Line, parse, read_lines
from vsa_core.audit.notes import Note, checkpoints, cosigned
from vsa_core.audit.shard import Shard, read_small
from vsa_core.errors import Tampered


@dataclass(frozen=True, slots=True)
class Terms:
    """What every shard is held to.

    checker: of the shard's own seals; witnesses: who may have cosigned, none
    when cosignatures are not looked at; every_seal: whether each is checked,
    or the last alone, which commits to all before; printed: a size whose root
    is wanted, 0 for none.
    """

    checker: Checker
    witnesses: Sequence[Witness] = ()
    every_seal: bool = True
    printed: int = 0


class Walk:
    """The reading; `chain` is what holds so far, `seen` the cosignatures that hold.

    `time`: of the last record of the shard before.
    """

    def __init__(self, shard: Shard, terms: Terms, time: int = 0) -> None:
        self.shard = shard
        self.chain = Chain(time, {terms.printed})
        self.seen: list[Cosigned] = []
        self._terms = terms

    def run(self) -> None:
        """Raise Tampered at the first break."""
        document = read_small(self.shard.inception, "AUD-116")
        # Read before the log: a program that is writing meanwhile only adds to the log.
        copied = read_small(self.shard.head, "AUD-111")
        own = [(note, note.data) for note in checkpoints(self.shard)]
        hers = [(note, note.data) for note in cosigned(self.shard)]
        self.chain.asked |= {stated_size(copied)} | {note.size for note, _ in own + hers}
        self._read(document)
        self._check_head(read_note(copied, self._terms.checker))
        for note, data in own:
            self._check_note(note, data)
        for note, data in hers:
            self._check_cosigned(note, data)
        for name, sha256 in sorted(self.chain.quarantined.items()):
            self._check_torn(name, sha256)

    def _read(self, document: bytes) -> None:
        last = b""
        for raw in read_lines(self.shard.log):
            last = raw
            self._take(raw, document)
        if last and not self._terms.every_seal:
            self._check_seal(parse(last, self.chain.size - 1), self._head(), self.chain.size - 1)

    def _take(self, raw: bytes, document: bytes) -> None:
        chain = self.chain
        line = chain.check(raw)
        if chain.size == 0 and named_document(line.record) != _sha256(document):
            raise Tampered("AUD-116", file=self.shard.inception.name)
        if self._terms.every_seal:
            self._check_seal(line, self._terms.checker.head(chain.grown(line.body)), chain.size)
        chain.check_meaning(line.record)
        chain.accept(line, raw)

    def _head(self) -> Head:
        return self._terms.checker.head(self.chain.tree)

    def _check_seal(self, line: Line, head: Head, place: int) -> None:
        if not self._terms.checker.holds(head, line.seal):
            raise Tampered("AUD-108", place=place)

    def _check_head(self, kept: Head) -> None:
        if kept.size > self.chain.size:
            raise Tampered("AUD-112", place=self.chain.size, expected=kept.size)
        if self.chain.roots.get(kept.size) != kept.root:
            raise Tampered("AUD-113", place=kept.size, file=self.shard.head.name)

    def _check_note(self, note: Note, data: bytes) -> None:
        """The log's own note, of the size in its name and the root at that size."""
        file = note.path.name
        head = read_note(data, self._terms.checker, file, "AUD-119")
        if head.size != note.size:
            raise Tampered("AUD-119", place=note.size, file=file)
        if head.size > self.chain.size:
            raise Tampered("AUD-112", place=self.chain.size, file=file, expected=head.size)
        if self.chain.roots.get(head.size) != head.root:
            raise Tampered("AUD-119", place=note.size, file=file)

    def _check_cosigned(self, note: Note, data: bytes) -> None:
        try:
            own = own_part(data)
        except Tampered as error:
            raise Tampered("AUD-124", place=note.size, file=note.path.name) from error
        self._check_note(note, own)
        found = [one for witness in self._terms.witnesses for one in self._cosigned(data, witness)]
        if self._terms.witnesses and not found:
            raise Tampered("AUD-124", place=note.size, file=note.path.name)
        self.seen.extend(found)

    def _cosigned(self, data: bytes, witness: Witness) -> list[Cosigned]:
        try:
            return [read_cosigned(data, self._terms.checker, witness)]
        except Tampered:
            return []

    def _check_torn(self, name: str, sha256: str) -> None:
        if Path(name).name != name:
            raise Tampered("AUD-117", file=name)
        if _sha256(read_small(self.shard.folder / name, "AUD-117")) != sha256:
            raise Tampered("AUD-117", file=name)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
