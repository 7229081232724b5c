"""One program at a time writes in a case; a killed one leaves no lock behind."""

import fcntl
import os
from pathlib import Path

from vsa_core.errors import Refused, Unreadable


class WriterLock:
    """The right to write in one case folder, held until `release` or the end of the process.

    The lock belongs to the open file: workers must be spawned, not forked,
    or they keep it after their parent is gone.
    """

    def __init__(self, folder: Path) -> None:
        """Take the lock; Refused (STO-007) when another holds it, Unreadable (STO-001)."""
        try:
            flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
            self._handle = os.open(folder / "writer.lock", flags, 0o600)
        except OSError as error:
            raise Unreadable("STO-001", name=folder.name, why=error.strerror or "") from error
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(self._handle)
            raise Refused("STO-007", case=folder.name) from error

    def release(self) -> None:
        """Let the next one in; releasing twice is a no-op."""
        if self._handle >= 0:
            fcntl.flock(self._handle, fcntl.LOCK_UN)  # closing leaves it to a forked child
            os.close(self._handle)
            self._handle = -1
