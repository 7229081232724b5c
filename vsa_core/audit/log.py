"""The log file of one program: reads what others appended, and appends sealed lines."""

import os
from collections.abc import Iterable
from pathlib import Path

from vsa_core.audit.chain import Chain
from vsa_core.audit.disk import Disk, finding, put, write_whole
from vsa_core.audit.entry import LINE_MAX
from vsa_core.audit.head import Checker, Head, Sign, note, read_note, sealed_line
from vsa_core.audit.lines import Line, cut, parse
from vsa_core.audit.shard import Shard, read_small
from vsa_core.audit.vouched import WORTH, take_vouched
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Tampered


class Log:
    """One open log. Every method but `close` is to be called in one's turn (audit.turn).

    What lies before the copied head is vouched for by its root; each line
    after it must carry a seal that holds. A line is acknowledged only once
    the copied head counts it: a bad line after the head is a torn write, a
    bad line before it is damage.
    """

    def __init__(
        self, shard: Shard, checker: Checker, sign: Sign, disk: Disk, asked: Iterable[int] = ()
    ) -> None:
        """`asked`: sizes whose root is to be kept while reading."""
        self.chain = Chain(asked=asked)
        self.kept = 0
        self.shard = shard
        self._checker = checker
        self._sign = sign
        self._disk = disk
        self._file = _opened(shard.log)

    @property
    def head(self) -> Head:
        """The head after the last record read or written."""
        return self._checker.head(self.chain.tree)

    def close(self) -> None:
        """Release the file."""
        os.close(self._file)

    def catch_up(self) -> bytes:
        """Take what other programs appended; the bytes of a torn last line, or b"".

        Raises Tampered when the log is not the one read before, shorter than
        its copied head, or damaged (AUD-010, AUD-101 to AUD-113).
        """
        self._check_unmoved()
        kept = read_note(read_small(self.shard.head, "AUD-111"), self._checker)
        if kept.size < self.kept or (kept.size == self.chain.size and kept != self.head):
            raise Tampered("AUD-113", place=kept.size)
        if kept.size - self.chain.size > WORTH:
            lines = cut(self._read, self.chain.end)
            self.chain = take_vouched(self.chain, lines, kept) or self.chain
        torn = self._take(kept)
        if self.chain.size < kept.size:
            raise Tampered("AUD-112", place=self.chain.size, expected=kept.size)
        self.kept = kept.size
        return torn

    def append(self, body: bytes, record: dict[str, Canonical]) -> bytes:
        """Seal one record, write it by one call, sync it, then copy the head; the head as a note.

        Raises OSError when any of it fails: what is on the disk is then unknown.
        """
        head = self._checker.head(self.chain.grown(body))
        seal = self._sign(head.body)
        raw = sealed_line(body, seal)
        signed = note(head, self._checker.public_key, seal)
        write_whole(self._disk, self._file, raw)
        put(self._disk, self.shard.head, signed)
        self.chain.accept(Line(record, body, seal), raw)
        self.kept = head.size
        return signed

    @property
    def note(self) -> bytes:
        """The head after the last record, signed."""
        return note(self.head, self._checker.public_key, self._sign(self.head.body))

    def count_last(self) -> None:
        """Let the copied head count the last record, where the write of it was interrupted."""
        if self.kept < self.chain.size:
            put(self._disk, self.shard.head, self.note)
            self.kept = self.chain.size

    def drop(self, torn: bytes) -> None:
        """Cut a torn last line off the file; its bytes must have been kept elsewhere."""
        assert torn
        self._disk.truncate(self._file, self.chain.end)
        self._disk.sync(self._file)

    def _check_unmoved(self) -> None:
        """Raise Tampered (AUD-010) unless the path names our file and our last line is in it."""
        ours, named = os.fstat(self._file), _identity(self.shard.log)
        last = os.pread(self._file, len(self.chain.line), self.chain.end - len(self.chain.line))
        if (ours.st_dev, ours.st_ino) != named or last != self.chain.line:
            raise Tampered("AUD-010", place=self.chain.size)

    def _take(self, kept: Head) -> bytes:
        for raw in cut(self._read, self.chain.end):
            try:
                line = self._checked(raw, kept)
            except Tampered:
                ended = bool(self.chain.next)
                if self.chain.size >= kept.size and not ended and self._is_torn():
                    return self._rest()
                raise
            self.chain.accept(line, raw)
        return b""

    def _checked(self, raw: bytes, kept: Head) -> Line:
        line = self.chain.check(raw)
        head = self._checker.head(self.chain.grown(line.body))
        if head.size == kept.size and head != kept:
            raise Tampered("AUD-113", place=self.chain.size)
        if head.size > kept.size and not self._checker.holds(head, line.seal):
            raise Tampered("AUD-108", place=self.chain.size)
        self.chain.check_meaning(line.record)
        return line

    def _is_torn(self) -> bool:
        """Whether what follows the last good record can be one interrupted write.

        It is when it fits in one line and no later record follows: then
        nothing that was acknowledged lies in it.
        """
        rest = self._rest()
        return len(rest) <= LINE_MAX and not any(
            _is_later(piece + b"\n", self.chain.size) for piece in rest.split(b"\n")
        )

    def _rest(self) -> bytes:
        return self._read(LINE_MAX + 1, self.chain.end)

    def _read(self, count: int, offset: int) -> bytes:
        return os.pread(self._file, count, offset)


def _opened(path: Path) -> int:
    """The log, open; a disk that takes no writing (AUD-003) is no tampering (AUD-010)."""
    with finding(Tampered("AUD-010", place=0)):
        return os.open(path, os.O_RDWR | os.O_APPEND | os.O_NOFOLLOW)


def _is_later(raw: bytes, size: int) -> bool:
    try:
        sequence = parse(raw, size).record.get("seq")
    except Tampered:
        return False
    return isinstance(sequence, int) and sequence > size


def _identity(path: Path) -> tuple[int, int]:
    with finding(Tampered("AUD-010", place=0)):
        found = path.lstat()
    return found.st_dev, found.st_ino
