"""The weights of this machine: which are known, which are here, and which one looks."""

import os
import threading
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from vsa_core.clock import SystemClock
from vsa_core.desk.machine import Machine
from vsa_core.desk.models import LISTED, OFFICIAL, SHIPPED, Known, ModelSheet
from vsa_core.desk.models_copy import Copy
from vsa_core.desk.models_list import ModelList, Table
from vsa_core.domain.objects import UNNAMED
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Fault, Refused, Tampered
from vsa_core.settings import PROGRAM, Settings
from vsa_core.vision import readers
from vsa_core.vision.enclosure import enclose
from vsa_core.vision.names import kind_of
from vsa_core.vision.official import officials
from vsa_core.vision.weights import Entry, Manifest, Weights, digest_of, open_weights, strongest

Seen = tuple[int, int, int, int]
"""Inode, size, times of last change of content and of anything (nanoseconds)."""


class Stock:
    """The weights that may look at footage here; opened when first needed.

    They are chosen in this order: the file that RELECTURE_WEIGHTS names; the
    strongest that the installation added and that is there; the strongest
    that came with the program; none, and motion alone looks. A listed file
    whose bytes changed is Tampered, never passed over for a weaker one.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._machine = Machine(settings.lender or settings.home, SystemClock(), PROGRAM)
        self._added = ModelList(self._machine)
        self._alone = threading.Lock()
        self._digests: dict[Path, tuple[Seen, str]] = {}

    def chosen(self) -> Weights | None:
        """The weights that look; their digest is computed once, until the file changes.

        Threads may ask at once. Raises Refused (MOD-001, MOD-003), Tampered
        (MOD-002, MOD-012), Unreadable (MOD-006).
        """
        manifest, own = self._manifest(), self._own()
        if self._settings.weights is not None:
            return open_weights(self._settings.weights, manifest.with_added(*own))
        here = {entry: self._added.folder / entry.file for entry in own}
        beside = {e: self._settings.manifest.parent / e.file for e in manifest.entries if e.shipped}
        for files in (here, beside):
            chosen = strongest(entry for entry, path in files.items() if path.exists())
            if chosen is not None:
                return self._opened(files[chosen], chosen)
        return None

    def sheets(self, anew: bool = False) -> tuple[ModelSheet, ...]:
        """Every known model: those of this installation first, then those of the program."""
        chosen = self.chosen()
        if anew:
            self._verify()
        tables = self._added.tables()
        own = {str(table["sha256"]) for table in tables}
        entries = [entry for entry in self._manifest().entries if entry.digest not in own]
        known = [self.sheet(table) for table in tables] + [_sheet(entry) for entry in entries]
        return tuple(self._found(sheet, chosen) for sheet in known)

    def sheet(self, table: Table) -> ModelSheet:
        """What a table of the installation's list says, without a look at its file."""
        return _sheet(
            Entry.of(table), table["origin"], table["added_by"], table["added"], table["reason"]
        )

    def names(self) -> tuple[str, ...]:
        """Names of every known model: those of this installation first."""
        return tuple(e.name for e in (*self._own(), *self._manifest().entries))

    def stamp(self, text: str) -> str:
        """The installation's signature of `text` (hex): nobody else marks a converted network.

        Before an installation is founded, the text itself.
        """
        if not self._machine.founded:
            return text
        return self._machine.sign(b"relecture network " + text.encode("ascii")).hex()

    def lost(self) -> tuple[str, ...]:
        """Names of the models that should be here and are not, or are changed."""
        return tuple(entry.name for entry, path in self._due() if not _intact(path, entry))

    def intact(self, table: Table) -> bool:
        """Whether the file of a listed model is there, and what it was."""
        entry = Entry.of(table)
        return _intact(self._added.folder / entry.file, entry)

    def known(self, copy: Copy) -> Known | None:
        """What the digests of a copy say: shipped, listed by the program, or official."""
        entry = self._manifest().by_digest(copy.digest)
        if entry is not None:
            origin = SHIPPED if entry.shipped else LISTED
            return Known(origin, entry.name, entry.licence, entry.source, entry.rank)
        for one in officials(self._settings.manifest):
            if one.git_blob and one.git_blob == copy.git_blob:
                return Known(OFFICIAL, one.name, one.licence, one.source, one.rank)
        return None

    def publishers(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Names of official files whose digest is known, and of those whose is not."""
        told = officials(self._settings.manifest)
        return tuple(o.name for o in told if o.git_blob), tuple(
            o.name for o in told if not o.git_blob
        )

    def described(self, copy: Copy, known: Known) -> Mapping[str, Canonical]:
        """The table that lists a copy: read under safe load, tried on a blank picture.

        Raises Refused (MOD-004, MOD-005, MOD-007; MOD-018 for the name of a
        model that comes with the program; MOD-019 for one that names nothing
        of what is searched).
        """
        if any(e.shipped and e.name == known.name for e in self._manifest().entries):
            raise Refused("MOD-018", name=known.name)
        enclose(self._settings.home / "ultralytics")
        entry = readers.described(copy.path, known.name, known.licence, known.source)
        if not any(kind_of(name) > UNNAMED for name in entry.classes):
            raise Refused("MOD-019", name=known.name)
        return readers.listed_as(entry, known.name, known.rank).fields()

    def _manifest(self) -> Manifest:
        return Manifest.read(self._settings.manifest)

    def _own(self) -> tuple[Entry, ...]:
        return tuple(Entry.of(table) for table in self._added.tables())

    def _opened(self, path: Path, entry: Entry) -> Weights:
        if self._digest(path) != entry.digest:
            raise Tampered("MOD-002", name=entry.name)
        return Weights(path, entry.digest, entry)

    def _digest(self, path: Path) -> str:
        """SHA-256 (hex) of a file, computed anew when the file system tells of any change."""
        told = os.stat(path)
        seen = told.st_ino, told.st_size, told.st_mtime_ns, told.st_ctime_ns
        with self._alone:
            if self._digests.get(path, (None, ""))[0] != seen:
                self._digests[path] = seen, digest_of(path)
            return self._digests[path][1]

    def _due(self) -> Iterable[tuple[Entry, Path]]:
        """Every model that should be here, and where."""
        for entry in self._own():
            yield entry, self._added.folder / entry.file
        for entry in self._manifest().entries:
            if entry.shipped:
                yield entry, self._settings.manifest.parent / entry.file

    def _verify(self) -> None:
        """Tampered (MOD-002) when a file that should be here is another; one that is gone is told
        as absent."""
        for entry, path in self._due():
            if path.exists() and not _intact(path, entry):
                raise Tampered("MOD-002", name=entry.name)

    def _found(self, sheet: ModelSheet, chosen: Weights | None) -> ModelSheet:
        """The sheet, with whether its file is here and whether it looks."""
        looks = chosen is not None and chosen.digest == sheet.digest
        due = {entry.digest: path for entry, path in self._due()}
        here = sheet.digest in due and due[sheet.digest].exists()
        return replace(sheet, present=here or looks, chosen=looks)


def _intact(path: Path, entry: Entry) -> bool:
    try:
        return digest_of(path) == entry.digest
    except Fault:
        return False


def _sheet(
    entry: Entry, origin: str = "", added_by: str = "", added: int = 0, reason: str = ""
) -> ModelSheet:
    """What an entry says; present and chosen are for who looked at the files."""
    kinds = {name: kind_of(name) for name in entry.classes}
    return ModelSheet(
        name=entry.name,
        digest=entry.digest,
        licence=entry.licence,
        source=entry.source,
        classes=entry.classes,
        present=False,
        chosen=False,
        kept=tuple(name for name, kind in kinds.items() if kind > UNNAMED),
        unnamed=tuple(name for name, kind in kinds.items() if kind == UNNAMED),
        experimental=entry.experimental,
        origin=origin or (SHIPPED if entry.shipped else LISTED),
        rank=entry.rank,
        added_by=added_by,
        added=added,
        reason=reason,
    )
