"""Sealed observations that wait on the machine that made them, each named by its digest."""

import hashlib
import re
from pathlib import Path

from vsa_core.errors import Unreadable
from vsa_core.keys.private_file import write_private

SUFFIX = ".sealed"
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Outbox:
    """One folder of sealed bytes: what lies in it can be opened by nobody here."""

    def __init__(self, folder: Path) -> None:
        """Make the folder, and clear away what a machine that was killed left in it.

        Nobody knows the names of those any more: their slices were given to
        others. Raises Unreadable (CLU-005) when the disk will not take it.
        """
        self._folder = folder
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for path in folder.glob(f"*{SUFFIX}*"):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise Unreadable("CLU-005", folder=folder.name, why=error.strerror or "") from error

    def put(self, sealed: bytes) -> str:
        """Keep `sealed`, synced; its SHA-256 (hex). Raises Unreadable (KEY-011)."""
        digest = hashlib.sha256(sealed).hexdigest()
        write_private(self._folder / f"{digest}{SUFFIX}", sealed)
        return digest

    def read(self, digest: str) -> bytes:
        """The bytes of that digest; none (b"") when they are not here."""
        if not _DIGEST.fullmatch(digest):
            return b""
        try:
            return (self._folder / f"{digest}{SUFFIX}").read_bytes()
        except OSError:
            return b""

    def drop(self, digest: str) -> None:
        """Forget the bytes of that digest: they were collected."""
        if _DIGEST.fullmatch(digest):
            (self._folder / f"{digest}{SUFFIX}").unlink(missing_ok=True)
