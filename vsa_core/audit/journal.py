"""The journal that the program writes: no record, no receipt; no receipt, no result."""

import hashlib
from collections.abc import Container, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from vsa_core.audit.cosignature import Cosigned, Witness
from vsa_core.audit.disk import make_folder, put, telling
from vsa_core.audit.drafting import draft
from vsa_core.audit.entry import Entry, encoded
from vsa_core.audit.head import Head
from vsa_core.audit.inception import Inception
from vsa_core.audit.log import Log
from vsa_core.audit.notes import EVERY, MARKED, checkpoint_path, keep
from vsa_core.audit.pen import Pen
from vsa_core.audit.rules import NEVER_LEFT_OPEN, OPENERS, Opened
from vsa_core.audit.second import Second, check_reach
from vsa_core.audit.shard import Shard, half_year, make, newest, shards
from vsa_core.audit.succession import begun, due, first_files, follow
from vsa_core.audit.turn import Seat, is_taken, take_seat, turn
from vsa_core.audit.unasked import aborted, ended, recovery
from vsa_core.audit.witnessing import check_cosigned
from vsa_core.domain.case import Act, Role
from vsa_core.domain.receipt import Receipt
from vsa_core.errors import Bug, Refused, Tampered

_OURS = frozenset({Act.INCEPTION, Act.RECOVERY, Act.SHARD_END})


class Journal:
    """One program's hold on the journal; several programs may have it open at once.

    Each append takes the turn to write, reads and checks what the others
    appended, goes on to a new shard where a half-year has begun, writes one
    sealed line by one call, syncs it, copies the head (twice, with a
    `head_path`), keeps a checkpoint where one is due, and only then returns.
    Any failure on the way leaves the journal dead: every later append raises
    Refused (AUD-004) until it is opened again. Threads may share it. A
    journal is not carried over a fork.
    """

    def __init__(self, folder: Path, origin: str, pen: Pen, head_path: Path | None = None) -> None:
        self._folder = folder
        self._origin = origin
        self._pen = pen
        self._second = Second(head_path, folder, origin, pen) if head_path else None
        self._found: Head | None = None
        self._seat: Seat | None = None
        self._sat = ("", 0)
        self._dead = False
        self._mutex = Lock()
        self._open = ExitStack()
        self._log = self._opened(newest(folder))
        self._open.callback(lambda: self._log.close())

    @classmethod
    def create(
        cls, folder: Path, inception: Inception, pen: Pen, head_path: Path | None = None
    ) -> "Journal":
        """Begin a journal in `folder` and open it: part of the enrolment ceremony, done once.

        Raises Refused (AUD-002) when there is one, WrongUsage (AUD-016) when
        the pen's key is not the inception's, Refused (AUD-003) when it cannot
        be written, Refused (AUD-020) when `head_path` is out of reach.
        """
        now = pen.clock.now()
        made = Entry(Act.INCEPTION, inception.enrolled_by, Role.ADMINISTRATOR)
        files = first_files(inception, pen, made)
        if head_path:
            check_reach(head_path)
        with telling():
            make_folder(pen.disk, folder)
            with turn(folder):
                if shards(folder):
                    raise Refused("AUD-002", folder=folder.name)
                make(pen.disk, folder, half_year(now), files)
        return cls.open(folder, origin=inception.origin, pen=pen, head_path=head_path)

    @classmethod
    def open(
        cls, folder: Path, *, origin: str, pen: Pen, head_path: Path | None = None
    ) -> "Journal":
        """Open the journal in `folder`, check it against its copied heads, and recover.

        A torn last line is put aside in torn-*.bin and named in a `recovery`
        record; a question of a program that is gone gets an `aborted` record;
        an ended shard without the one it names gets it. `head_path`: the
        folder of the second copy of the head. Raises Unreadable (AUD-001)
        when there is none, Tampered (AUD-005, AUD-010, AUD-101 to AUD-122)
        when it is not whole, Refused (AUD-003) when recovery cannot be
        written, Refused (AUD-020, AUD-021) when the second copy is out of reach.
        """
        journal = cls(folder, origin, pen, head_path)
        with ExitStack() as undo:
            undo.callback(journal.close)
            journal._start()
            undo.pop_all()
        return journal

    @property
    def size(self) -> int:
        """How many records of the current shard this program knows of."""
        return self._log.chain.size

    @property
    def root(self) -> str:
        """The Merkle root (hex) of the current shard's records."""
        return self._log.head.root.hex()

    @property
    def time(self) -> int:
        """When the last record was made, in microseconds since 1970 UTC; it never goes back."""
        return self._log.chain.time

    @property
    def origin(self) -> str:
        """The current shard's name in every checkpoint."""
        return self._log.head.origin

    @property
    def shard(self) -> str:
        """The current shard's folder: 2026H2."""
        return self._log.shard.name

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
        with self._turn():
            with self._at_risk():
                self._turn_over()
            return self._put(entry)

    def checkpoint(self) -> bytes:
        """Keep a checkpoint of the newest head in cp-*.note, and give it; faults as `append`."""
        with self._turn(), self._at_risk():
            note = self._log.note
            self._mark(note)
            return note

    def keep_cosigned(self, data: bytes, witness: Witness) -> Cosigned:
        """Keep a checkpoint that came back cosigned, of whichever shard, in dpo-*.note.

        Of one size the first is kept. Raises Tampered: AUD-111, AUD-124 when
        it is not this journal's and this witness's, AUD-125 when the journal
        has another root at that size; Refused (AUD-003) when it cannot be written.
        """
        with self._turn():
            cosigned, path = check_cosigned(self._folder, data, witness, self._pen)
            with self._at_risk():
                if not path.exists():
                    keep(self._pen.disk, path, data)
            return cosigned

    def close(self) -> None:
        """Let go of the journal; what this program left open is marked at the next opening."""
        with self._mutex, telling():
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

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Be the only writer, alive, with the copies of the head in reach, and all read."""
        with self._mutex, telling():
            if self._dead:
                raise Refused("AUD-004")
            with turn(self._folder):
                self._read_second()
                with self._at_risk():
                    self._catch_up()
                    self._check_second()
                yield

    def _start(self) -> None:
        with telling(), turn(self._folder), self._at_risk():
            self._read_second()
            self._log.chain.asked.add(self._found.size if self._found else 0)
            self._catch_up()
            self._check_second()
            self._end_orphans(NEVER_LEFT_OPEN)
            self._turn_over()
            if self._second:
                if self._found != self._log.head:
                    self._second.keep(self._log.note)
                self._second.remember()
            self._seat = take_seat(self._folder)
            self._sat = (self.shard, self.size)
            self._open.callback(self._seat.leave)

    def _opened(self, shard: Shard) -> Log:
        """A shard's log, not read yet; Tampered (AUD-005, AUD-116) unless it is ours."""
        self._begun = begun(shard, self._origin, self._pen.public_key)
        checker = self._pen.checker(self._begun.inception.origin)
        return Log(shard, checker, self._pen.sign, self._pen.disk)

    def _catch_up(self) -> None:
        """Read what others wrote, in whichever shard, and make an interrupted writing good."""
        self._recover()
        while self._log.chain.next:
            if not (self._folder / self._log.chain.next).exists():
                self._check_second()  # a shard that was taken away is not made again
            after = self._opened(follow(self._folder, self._log, self._begun, self._pen))
            self._log.close()
            self._log = after
            self._recover()

    def _recover(self) -> None:
        torn = self._log.catch_up()
        if self._log.chain.inception != self._begun.sha256:
            raise Tampered("AUD-116", file=self._log.shard.inception.name)
        if torn:
            put(self._pen.disk, self._log.shard.torn_path(self.size, torn), torn)
            self._pen.disk.sync_folder(self._log.shard.folder)
            self._log.drop(torn)
        for path in self._log.shard.torn():
            if path.name not in self._log.chain.quarantined:
                self._put(recovery(path))

    def _turn_over(self) -> None:
        """Go on to the next shard when its half-year has begun and no question is open here."""
        name = due(self._log, self._pen.clock.now())
        if not name:
            return
        self._end_orphans(OPENERS)
        if not self._log.chain.opened:
            self._put(ended(name))
            self._catch_up()

    def _read_second(self) -> None:
        self._found = self._second.read() if self._second else None

    def _check_second(self) -> None:
        if self._second:
            self._second.check(self._found, self._log, self._begun.label)

    def _end_orphans(self, acts: Container[Act]) -> None:
        opened = self._log.chain.opened
        for question in [opened[sequence] for sequence in sorted(opened)]:
            if question.act in acts and self._is_orphan(question):
                self._put(aborted(question))

    def _is_orphan(self, question: Opened) -> bool:
        """Whether the program that asked is gone, even where our seat was once its own."""
        if self._seat and question.seat == self._seat.number:
            return (self.shard, question.sequence) < self._sat
        return not is_taken(self._folder, question.seat)

    def _put(self, entry: Entry) -> Receipt:
        seat = self._seat.number if self._seat else 0
        record = draft(entry, self._log.chain, self._pen, seat)
        body = encoded(record)
        sequence = self.size
        with self._at_risk():
            note = self._log.append(body, record)
            if self._second:
                self._second.keep(note)
            if entry.act in MARKED or self.size % EVERY == 0:
                self._mark(note)
        digest = hashlib.sha256(body).hexdigest()
        return Receipt(sequence, digest, entry.question, self._begun.label)

    def _mark(self, note: bytes) -> None:
        keep(self._pen.disk, checkpoint_path(self._log.shard, self.size), note)
