"""The models that this installation added, signed by its key so that none can be edited in."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from vsa_core.desk.machine import Machine
from vsa_core.desk.models_copy import UNFINISHED
from vsa_core.domain.provenance import Canonical, canonical
from vsa_core.errors import Tampered, Unreadable
from vsa_core.keys.private_file import alone, read_private, sync_folder, write_private
from vsa_core.keys.signatures import verify

FOLDER = "weights"
"""Within the installation: the list, and each file of weights under its SHA-256."""

LIST = "list"
WHAT = "relecture models 1"
"""Signed with the list: no other document that the machine signs can stand in its place."""

Table = Mapping[str, Any]
"""One model as the list holds it: the fields of a ``[[model]]`` table, and who added it when."""


class ModelList:
    """One signed private file that is replaced whole, beside the weights that it lists."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine

    @property
    def folder(self) -> Path:
        """Where the list and its weights lie."""
        return self._machine.home / FOLDER

    def tables(self) -> tuple[Table, ...]:
        """Everything listed, in the order in which it was added; nothing before the first.

        Raises Tampered (MOD-012) when the list is not as signed, or is gone
        and weights are still there: another model would look, unnoticed.
        """
        if not self._machine.founded:
            return ()
        if not self._path.exists():
            if self.kept():
                raise Tampered("MOD-012", file=LIST)
            return ()
        return tuple(self._signed()["models"])

    def kept(self) -> tuple[Path, ...]:
        """The files of weights that lie there, listed or not."""
        if not self.folder.is_dir():
            return ()
        names = (path for path in sorted(self.folder.iterdir()) if path.suffix)
        return tuple(path for path in names if not path.name.startswith((UNFINISHED, LIST)))

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the folder, made where it is not there, until no other process changes it.

        Raises Unreadable (MOD-021) when it cannot be written.
        """
        try:
            self.folder.mkdir(mode=0o700, exist_ok=True)
            with alone(self.folder):
                yield
        except OSError as wrong:
            raise Unreadable("MOD-021", name=FOLDER, why=wrong.strerror or "") from wrong

    def begin(self) -> None:
        """Sign the empty list, unless there is one: from then on a missing one is noticed."""
        if not self.tables() and not self._path.exists():
            self.write(())

    def keep(self, copy: Path, name: str) -> None:
        """Put a finished copy in its place; whatever lies there is replaced."""
        os.replace(copy, self.folder / name)
        sync_folder(self.folder)

    def drop(self, name: str) -> None:
        """Remove a file of weights that is listed no more."""
        (self.folder / name).unlink(missing_ok=True)
        sync_folder(self.folder)

    def write(self, tables: Sequence[Mapping[str, Canonical]]) -> None:
        """Replace the list by `tables`, signed."""
        body = canonical({"what": WHAT, "models": list(tables)})
        write_private(self._path, body + b"\t" + self._machine.sign(body).hex().encode("ascii"))

    @property
    def _path(self) -> Path:
        return self.folder / LIST

    def _signed(self) -> dict[str, Any]:
        try:
            body, _, signature = read_private(self._path).partition(b"\t")
            good = verify(self._machine.public_key, body, bytes.fromhex(signature.decode("ascii")))
            document = json.loads(body) if good else {}
        except ValueError as wrong:
            raise Tampered("MOD-012", file=LIST) from wrong
        if not isinstance(document, dict) or document.get("what") != WHAT:
            raise Tampered("MOD-012", file=LIST)
        return document
