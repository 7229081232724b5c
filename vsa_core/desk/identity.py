"""Whether a file is still what was admitted: hashed whole once, then watched for any touch."""

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass

from vsa_core.domain.footage import Footage
from vsa_core.errors import Tampered, Unreadable

SETTLED = 2_000_000_000
"""Nanoseconds after which a change must show in a file's times: FAT counts by two seconds."""

Check = Callable[[Footage, Callable[[], None]], None]
"""Reads a whole file against its digest, calling what it is given every few milliseconds."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the file system says of a path; nanoseconds. Any write changes at least `changed`."""

    device: int
    inode: int
    size: int
    modified: int
    changed: int

    def settled(self, now: int) -> bool:
        """Whether the last change lies far enough from `now` (ns) for the next one to differ."""
        return min(abs(now - self.modified), abs(now - self.changed)) > SETTLED


class Identity:
    """Remembers, while the program runs, which files it has hashed and how they stood then.

    The bytes decoded must be the bytes hashed; reading ten gigabytes again
    for every ten minutes played would make people do without. A file that
    was read whole by this very program, and whose device, inode, size, time
    of change and time of last write are all what they were, has not been
    written to since by any ordinary means: no program can set back the time
    of change (POSIX st_ctime). Whoever can forge it, by the clock of the
    machine or the raw disk, could as well alter the file after a hash. On
    systems that keep no such time (FAT, Windows), size, inode and time of last
    write remain. So a picture on the screen may rest on this memory; what
    leaves the case may not: indexing and exporting read the whole file each
    time. Nothing of it outlives the program.
    """

    def __init__(self, check: Check, now: Callable[[], int]) -> None:
        """`check` reads a whole file; `now` is microseconds since 1970 UTC."""
        self._check = check
        self._now = now
        self._verified: dict[tuple[str, str], Stamp] = {}
        self._alone = threading.Lock()

    def verify(self, footage: Footage, tell: Callable[[], None] = lambda: None) -> None:
        """Read the whole file against its digest, and remember how it stood.

        Raises Tampered (SRC-009), also when somebody writes to it meanwhile,
        Unreadable (SRC-005, SRC-026), and what `tell` raises.
        """
        with self._alone:
            self._verified.pop(_key(footage), None)
        before = _stamp(footage)
        self._check(footage, tell)
        if before is None or _there(footage) != before:
            raise Tampered("SRC-009", name=footage.name)
        with self._alone:
            self._verified[_key(footage)] = before

    def ensure(self, footage: Footage) -> None:
        """As `verify`, but only when the file was not verified yet or was touched since."""
        stamp = self._known(footage)
        if stamp is None or stamp != _stamp(footage) or not stamp.settled(self._now() * 1000):
            self.verify(footage)

    def same(self, footage: Footage) -> None:
        """Tampered (SRC-009) when a file that was verified was touched since.

        Unreadable (SRC-005) when it is not there: its disk may have been unplugged.
        """
        stamp = self._known(footage)
        if stamp is not None and stamp != _there(footage):
            raise Tampered("SRC-009", name=footage.name)

    def _known(self, footage: Footage) -> Stamp | None:
        with self._alone:
            return self._verified.get(_key(footage))


def _key(footage: Footage) -> tuple[str, str]:
    return footage.digest, footage.path


def _there(footage: Footage) -> Stamp:
    """How the file stands; Unreadable (SRC-005) where there is none."""
    stamp = _stamp(footage)
    if stamp is None:
        raise Unreadable("SRC-005", name=footage.name)
    return stamp


def _stamp(footage: Footage) -> Stamp | None:
    """How the file stands; None where there is none: opening it will say so."""
    try:
        told = os.stat(footage.path, follow_symlinks=False)
    except (OSError, ValueError):
        return None
    return Stamp(told.st_dev, told.st_ino, told.st_size, told.st_mtime_ns, told.st_ctime_ns)
