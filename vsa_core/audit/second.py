"""The second copy of the head, on another disk: it tells when the journal was rolled back."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vsa_core.audit.disk import put
from vsa_core.audit.head import Head, read_note, read_stated
from vsa_core.audit.log import Log
from vsa_core.audit.notes import keep
from vsa_core.audit.pen import Pen
from vsa_core.audit.shard import NAME, SMALL, read_small
from vsa_core.errors import Refused, Tampered

MARK = "second"
"""The file in the journal's folder that says where a second copy was kept last."""


@dataclass(frozen=True, slots=True)
class Second:
    """A folder that holds `head-<id>`; every method is to be called in one's turn.

    `journal`: the journal's own folder; `origin`: the name of its first shard.
    """

    folder: Path
    journal: Path
    origin: str
    pen: Pen

    @property
    def path(self) -> Path:
        """The copy: named by the first 16 hexadecimal digits of SHA-256 of the origin."""
        return self.folder / f"head-{hashlib.sha256(self.origin.encode()).hexdigest()[:16]}"

    def read(self) -> Head | None:
        """The head kept there, None where none ever was.

        Raises Refused: AUD-020 when the folder is out of reach, AUD-021 when a
        copy was kept there and is gone; Tampered (AUD-122) when it is not ours.
        """
        check_reach(self.folder)
        with self._reaching():
            if not self.path.exists():
                self._check_never_kept()
                return None
            data = _bytes(self.path)
        return self._told(data)

    def check(self, found: Head | None, log: Log, label: str) -> None:
        """Raise Tampered: the journal is behind its copy (AUD-121), or of another past (AUD-122).

        label: what receipts call the log's shard, "" for the first.
        """
        if found is None:
            return
        place = (self._label(found), found.size)
        if place > (label, log.chain.size):
            raise Tampered("AUD-121", place=log.chain.size, expected=found.size)
        roots = {**log.chain.roots, log.chain.size: log.head.root}
        if place[0] == label and roots.get(found.size, found.root) != found.root:
            raise Tampered("AUD-122", place=found.size, file=self.path.name)

    def keep(self, note: bytes) -> None:
        """Replace the copy, which was read and checked in this turn; Refused (AUD-020)."""
        with self._reaching():
            put(self.pen.disk, self.path, note)

    def remember(self) -> None:
        """Write down in the journal's folder that a copy is kept here from now on."""
        if self._mark() != str(self.folder):
            with self._reaching():  # else a power cut may leave the mark and take the copy's name
                self.pen.disk.sync_folder(self.folder)
            text = str(self.folder).encode("utf-8", "surrogateescape")
            keep(self.pen.disk, self.journal / MARK, text)

    def _check_never_kept(self) -> None:
        if self._mark() == str(self.folder):
            raise Refused("AUD-021", folder=str(self.folder))

    def _mark(self) -> str:
        path = self.journal / MARK
        if not path.exists():
            return ""
        return read_small(path, "AUD-122").decode("utf-8", "surrogateescape")

    def _told(self, data: bytes) -> Head:
        try:
            stated = read_stated(data)
            return read_note(data, self.pen.checker(stated.origin))
        except Tampered as error:
            raise Tampered("AUD-122", place=0, file=self.path.name) from error

    def _label(self, head: Head) -> str:
        """The shard of a head, "" for the first; Tampered (AUD-122) for another journal's."""
        if head.origin == self.origin:
            return ""
        before, _, name = head.origin.rpartition("/")
        if before != self.origin or not NAME.fullmatch(name):
            raise Tampered("AUD-122", place=head.size, file=self.path.name)
        return name

    @contextmanager
    def _reaching(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise Refused("AUD-020", folder=str(self.folder), reason=reason) from error


def _bytes(path: Path) -> bytes:
    file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        return os.read(file, SMALL)
    finally:
        os.close(file)


def check_reach(head_path: Path) -> None:
    """Raise Refused (AUD-020) unless a second copy of the head can be looked for there."""
    if not head_path.is_dir():
        raise Refused("AUD-020", folder=str(head_path), reason="no such folder")


def same_disk(folder: Path, head_path: Path) -> bool:
    """Whether both lie on one file system, so that one loss or one rolling back takes both.

    Raises Refused (AUD-020) when either is out of reach.
    """
    try:
        return folder.stat().st_dev == head_path.stat().st_dev
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refused("AUD-020", folder=str(head_path), reason=reason) from error
