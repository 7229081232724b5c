"""Opens a file of weights only if its SHA-256 is written in a list that we trust."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from vsa_core.errors import Refused, Tampered, Unreadable
from vsa_core.vision.names import COCO80, forbidden

CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One model of the list. `size` is the longer side of its input in pixels."""

    name: str
    file: str
    digest: str
    licence: str
    source: str
    task: str
    classes: tuple[str, ...]
    size: int
    shipped: bool

    def checked(self) -> "Entry":
        """This entry; Refused when it is no detector (MOD-005), or knows a face (MOD-004)."""
        if self.task != "detect":
            raise Refused("MOD-005", name=self.name, task=self.task)
        for name in self.classes:
            if forbidden(name):
                raise Refused("MOD-004", name=self.name, found=name)
        return self


@dataclass(frozen=True, slots=True)
class Manifest:
    """The models that may be opened, each by the digest of its file."""

    entries: tuple[Entry, ...]

    @staticmethod
    def read(path: Path) -> "Manifest":
        """Read a list in TOML, one ``[[model]]`` table each, as in ``models/manifest.toml``.

        Raises Unreadable (MOD-006) when it is not such a list, Refused when a
        model of it must never be opened (MOD-004, MOD-005).
        """
        try:
            document = tomllib.loads(path.read_text("utf-8"))
            tables = document.get("model", [])
            return Manifest(tuple(_entry(table).checked() for table in tables))
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as wrong:
            raise Unreadable("MOD-006", name=path.name) from wrong

    def with_added(self, *entries: Entry) -> "Manifest":
        """This list and more entries (an installation's own), which are checked alike."""
        return Manifest(self.entries + tuple(entry.checked() for entry in entries))

    def by_digest(self, digest: str) -> Entry | None:
        """The entry of a file with that SHA-256 (hex)."""
        return next((entry for entry in self.entries if entry.digest == digest), None)

    def knows_file(self, name: str) -> bool:
        """Whether a file of that name is listed, whatever its bytes."""
        return any(entry.file == name for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Weights:
    """A file of weights whose bytes are listed; made by `open_weights` alone."""

    path: Path
    digest: str
    entry: Entry

    def verify(self) -> None:
        """Read the file again; Tampered (MOD-002) when it is no longer what was opened."""
        if digest_of(self.path) != self.digest:
            raise Tampered("MOD-002", name=self.path.name)


def digest_of(path: Path) -> str:
    """SHA-256 (hex) of a regular file; Refused (MOD-001) when there is none to read."""
    if not path.is_file():
        raise Refused("MOD-001", name=path.name)
    running = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                running.update(chunk)
    except OSError as wrong:
        raise Refused("MOD-001", name=path.name) from wrong
    return running.hexdigest()


def open_weights(path: Path, manifest: Manifest) -> Weights:
    """The weights at `path`, if they are listed.

    Raises Refused when there is no regular file (MOD-001) or nobody listed
    these bytes (MOD-003), Tampered (MOD-002) when the file bears a listed name
    and its bytes are others.
    """
    found = digest_of(path)
    entry = manifest.by_digest(found)
    if entry is not None:
        return Weights(path, found, entry)
    if manifest.knows_file(path.name):
        raise Tampered("MOD-002", name=path.name)
    raise Refused("MOD-003", name=path.name, digest=found)


def _entry(table: dict[str, object]) -> Entry:
    if table["face"] is not False:
        raise Refused("MOD-004", name=table["name"], found="face")
    classes = table["classes"]
    digest = str(table["sha256"])
    size = table["size"]
    if len(digest) != 64 or int(digest, 16) < 0 or not isinstance(size, int) or size % 32:
        raise ValueError("not a digest, or not a size")
    if not isinstance(classes, list | str) or (isinstance(classes, str) and classes != "coco80"):
        raise ValueError("classes are a list of names, or coco80")
    return Entry(
        name=str(table["name"]),
        file=str(table["file"]),
        digest=digest.lower(),
        licence=str(table["licence"]),
        source=str(table["source"]),
        task=str(table["task"]),
        classes=COCO80 if isinstance(classes, str) else tuple(str(name) for name in classes),
        size=size,
        shipped=table.get("shipped", True) is True,
    )
