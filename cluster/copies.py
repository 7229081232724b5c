"""A machine's own copies of footage: found by size and name, believed by digest alone."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from vsa_core.desk.identity import Check, Identity
from vsa_core.domain.footage import Footage
from vsa_core.errors import Tampered, Unreadable

LACKING = "CLU-011"
"""No file here has the size and the digest of the footage."""


class Copies:
    """The folders of this machine in which footage lies; threads may share it.

    A file is read whole against the digest of the order before the first of
    its slices is looked at, and again when the asker has no more of them
    (`checked`); between the two nobody may have touched it (`same`), which
    costs no reading.
    """

    def __init__(self, folders: Sequence[Path], check: Check, now: Callable[[], int]) -> None:
        """`check` reads a whole file against its digest; `now`: microseconds since 1970 UTC."""
        self._folders = tuple(folders)
        self._identity = Identity(check, now)
        self._here: dict[str, Footage] = {}
        self._alone = threading.Lock()

    def of(self, footage: Footage) -> Footage:
        """The same footage with the path of this machine's copy.

        Raises Unreadable (CLU-011) when no file here has its size and digest,
        Tampered (SRC-009) when the copy is no longer what it was.
        """
        with self._alone:  # one reading for all that wait for this file
            known = self._here.get(footage.digest)
            if known is not None:
                self._identity.ensure(known)
                return known
            self._here[footage.digest] = found = self._found(footage)
            return found

    def same(self, footage: Footage) -> None:
        """Tampered (SRC-009) when a copy that was verified was touched since."""
        self._identity.same(footage)

    def checked(self, digest: str) -> None:
        """Read the copy of that digest whole once more; nothing where there is none."""
        with self._alone:
            known = self._here.get(digest)
            if known is not None:
                self._identity.verify(known)

    def _found(self, footage: Footage) -> Footage:
        alike = sorted(self._alike(footage.size), key=lambda p: (p.name != footage.name, p))
        for path in alike:
            here = replace(footage, path=os.fspath(path))
            try:
                self._identity.verify(here)
            except (Tampered, Unreadable):
                continue  # another file of that size
            return here
        raise Unreadable(LACKING, name=footage.name)

    def _alike(self, size: int) -> Iterator[Path]:
        """Files of that size below the folders; a link is followed by nobody."""
        for folder in self._folders:
            for above, _, names in os.walk(folder):
                for name in names:
                    path = Path(above, name)
                    try:
                        if path.stat(follow_symlinks=False).st_size == size:
                            yield path
                    except OSError:
                        continue
