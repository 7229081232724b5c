"""The journal that the program writes: no record, no receipt; no receipt, no result."""

import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from vsa_core.audit.disk import put
from vsa_core.audit.entry import Entry, encoded
from vsa_core.audit.head import note, sealed_line
from vsa_core.audit.inception import Inception, read_inception
from vsa_core.audit.log import Log
from vsa_core.audit.pen import Pen
from vsa_core.audit.rules import NEVER_LEFT_OPEN, Opened, missing
from vsa_core.audit.schema import misshapen
from vsa_core.audit.shard import Shard, half_year, make, newest, read_small
from vsa_core.audit.tree import Range, leaf
from vsa_core.audit.turn import Seat, is_taken, take_seat, turn
from vsa_core.domain.case import Act, Role
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.receipt import Receipt
from vsa_core.errors import Bug, Refused, Tampered, WrongUsage

PROGRAM = "relecture"
"""Author of the records that no person asked for (recovery, aborted)."""

_OURS = frozenset({Act.INCEPTION, Act.RECOVERY})


class Journal:
    """One program's hold on the journal; several programs may have it open at once.

    Each append takes the turn to write, reads and checks what the others
    appended, writes one sealed line by one call, syncs it, copies the head,
    and only then returns. Any failure on the way leaves the journal dead:
    every later append raises Refused (AUD-004) until it is opened again.
    Threads may share it. A journal is not carried over a fork.
    """

    def __init__(self, folder: Path, shard: Shard, log: Log, pen: Pen) -> None:
        self._folder = folder
        self._shard = shard
        self._log = log
        self._pen = pen
        self._seat: Seat | None = None
        self._dead = False
        self._mutex = Lock()
        self._open = ExitStack()
        self._open.callback(log.close)

    @classmethod
    def create(cls, folder: Path, inception: Inception, pen: Pen) -> "Journal":
        """Begin a journal in `folder` and open it: part of the enrolment ceremony, done once.

        Raises Refused (AUD-002) when there is one, WrongUsage (AUD-016) when
        the pen's key is not the inception's, Refused (AUD-003) when it cannot
        be written.
        """
        begun = pen.clock.now()
        files = _first_files(inception, pen)
        with _telling():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with turn(folder):
                make(pen.disk, folder, half_year(begun), files)
        return cls.open(folder, origin=inception.origin, pen=pen)

    @classmethod
    def open(cls, folder: Path, *, origin: str, pen: Pen) -> "Journal":
        """Open the journal in `folder`, check it against its copied head, and recover.

        A torn last line is put aside in torn-*.bin and named in a `recovery`
        record; a question of a program that is gone gets an `aborted` record.
        Raises Unreadable (AUD-001) when there is none, Tampered (AUD-005,
        AUD-010, AUD-101 to AUD-116) when it is not whole, Refused (AUD-003)
        when recovery cannot be written.
        """
        shard = newest(folder)
        begun = _checked_inception(shard, origin, pen)
        journal = cls(folder, shard, Log(shard, pen.checker(origin), pen.sign, pen.disk), pen)
        with ExitStack() as undo:
            undo.callback(journal.close)
            journal._start(begun)
            undo.pop_all()
        return journal

    @property
    def size(self) -> int:
        """How many records this program knows of."""
        return self._log.chain.size

    @property
    def root(self) -> str:
        """The Merkle root (hex) of those records."""
        return self._log.head.root.hex()

    @property
    def time(self) -> int:
        """When the last record was made, in microseconds since 1970 UTC; it never goes back."""
        return self._log.chain.time

    def head_line(self) -> str:
        """`size : root` for printing on every export and report: paper is a witness."""
        return self._log.head.printed

    def append(self, entry: Entry) -> Receipt:
        """Write one record down and sync it; the receipt opens what `entry.question` names.

        Raises Bug (AUD-012 to AUD-015) or Refused (AUD-011) for an entry that
        may not be written, which changes nothing; Refused (AUD-003) or
        Tampered when the writing or the log failed, and Refused (AUD-004) ever after.
        """
        if entry.act in _OURS:
            raise Bug("AUD-015", act=entry.act.value)
        with self._mutex, _telling():
            if self._dead:
                raise Refused("AUD-004")
            with turn(self._folder):
                with self._at_risk():
                    self._catch_up()
                return self._put(entry)

    def close(self) -> None:
        """Let go of the journal; what this program left open is marked at the next opening."""
        with self._mutex:
            self._dead = True
            self._open.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _at_risk(self) -> Iterator[None]:
        """Presume the journal dead unless the end is reached, whatever happens on the way."""
        before, self._dead = self._dead, True
        with ExitStack() as undo:
            undo.callback(self._open.close)
            yield
            undo.pop_all()
        self._dead = before

    def _start(self, begun: str) -> None:
        with _telling(), turn(self._folder), self._at_risk():
            self._catch_up()
            if self._log.chain.inception != begun:
                raise Tampered("AUD-116", file=self._shard.inception.name)
            self._end_orphans()
            self._seat = take_seat(self._folder)
            self._open.callback(self._seat.leave)

    def _catch_up(self) -> None:
        torn = self._log.catch_up()
        if torn:
            put(self._pen.disk, self._shard.torn_path(self.size, torn), torn)
            self._pen.disk.sync_folder(self._shard.folder)
            self._log.drop(torn)
        for path in self._shard.torn():
            if path.name not in self._log.chain.quarantined:
                self._put(_recovery(path))

    def _end_orphans(self) -> None:
        opened = self._log.chain.opened
        for question in [opened[sequence] for sequence in sorted(opened)]:
            left = question.act in NEVER_LEFT_OPEN
            if left and not is_taken(self._folder, question.seat):
                self._put(_aborted(question))

    def _put(self, entry: Entry) -> Receipt:
        record = self._record(entry)
        body = encoded(record)
        sequence = self.size
        with self._at_risk():
            self._log.append(body, record)
        return Receipt(sequence, hashlib.sha256(body).hexdigest(), entry.question)

    def _record(self, entry: Entry) -> dict[str, Canonical]:
        """The entry as the next record; Bug when our own reader would refuse it."""
        chain, seat = self._log.chain, self._seat.number if self._seat else 0
        signed = replace(entry, app=entry.app or self._pen.app)
        record = self._pen.record(signed, chain.size, chain.last, chain.time, seat)
        wrong = misshapen(record)
        if wrong:
            raise Bug("AUD-012", reason=wrong)
        lacking = missing(record)
        if lacking:
            raise Bug("AUD-013", act=entry.act.value, fields=", ".join(lacking))
        if not chain.answers_well(record):
            raise Bug("AUD-014", act=entry.act.value)
        return record


@contextmanager
def _telling() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Refused("AUD-003", reason=error.strerror or type(error).__name__) from error


def _first_files(inception: Inception, pen: Pen) -> dict[str, bytes]:
    """The bytes of a new log: its inception, its first line, its head."""
    document = inception.document
    about = {"inception": hashlib.sha256(document).hexdigest()}
    entry = Entry(
        Act.INCEPTION, inception.enrolled_by, Role.ADMINISTRATOR, about=about, app=pen.app
    )
    body = encoded(pen.record(entry, 0, "", 0, 0))
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


def _checked_inception(shard: Shard, origin: str, pen: Pen) -> str:
    """SHA-256 of inception.json; Tampered (AUD-005) unless it is of this origin and key."""
    data = read_small(shard.inception, "AUD-116")
    inception = read_inception(data)
    if (inception.origin, inception.public_key) != (origin, pen.public_key):
        raise Tampered("AUD-005", expected=origin, found=inception.origin)
    return hashlib.sha256(data).hexdigest()


def _recovery(path: Path) -> Entry:
    data = read_small(path, "AUD-117")
    about: dict[str, Canonical] = {
        "file": path.name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
    }
    return Entry(Act.RECOVERY, PROGRAM, None, about=about)


def _aborted(question: Opened) -> Entry:
    case = question.case if isinstance(question.case, str) else ""
    about: dict[str, Canonical] = {
        "of": question.sequence,
        "asked_by": question.who,
        "reason": "program_gone",
    }
    return Entry(Act.ABORTED, PROGRAM, None, case=case, about=about)
