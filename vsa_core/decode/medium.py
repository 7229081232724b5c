"""A file on a medium that may fail: what it could not give is remembered."""

import io


class MediumFile(io.FileIO):
    """An open file, unbuffered; `failed` once the system could not read from it.

    Decoders take a failed reading for the end of the file, or for damage in
    it. Neither is so: the disk was unplugged, or is dying.
    """

    failed = False

    def read(self, size: int | None = -1, /) -> bytes:
        """As any file does; raises OSError."""
        try:
            return super().read(-1 if size is None else size)
        except OSError:
            self.failed = True
            raise
