"""Opens a file of weights only if its SHA-256 is written in a list that we trust."""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf
from pathlib import Path, PurePath

from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Refused, Tampered, Unreadable
from vsa_core.vision.names import COCO80, forbidden

CHUNK = 1 << 20

THRESHOLD = 0.25
"""Score above which an object is kept, where a model's entry does not say another."""

LOST = 0.01
"""AP50 that a class may lose in another precision than f32, for an entry to name that one."""

PRECISIONS = ("bf16", "int8")
"""Precisions that an entry may name; every model may be run in f32."""

PROMISE: Mapping[str, Canonical] = {"face": False}
"""What every entry says, and what is checked by its classes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One model of the list.

    size: longer side of its input in pixels; thresholds: one score for each
    class, empty for THRESHOLD everywhere; experimental: classes that are kept
    only where somebody asks for them; precisions: those other than f32 in
    which it was measured to lose at most LOST and to see persons no oftener
    than it may where none are; ranges: lowest and highest of what each of its convolutions
    reads, for int8; rank: the stronger model has the higher.
    """

    name: str
    file: str
    digest: str
    licence: str
    source: str
    task: str
    classes: tuple[str, ...]
    size: int
    shipped: bool
    thresholds: tuple[float, ...] = ()
    experimental: tuple[str, ...] = ()
    precisions: tuple[str, ...] = ()
    ranges: tuple[tuple[float, float], ...] = ()
    rank: int = 0

    @property
    def suffix(self) -> str:
        """How the name of its file ends, in small letters: it says which reader opens it."""
        return PurePath(self.file).suffix.lower()

    @staticmethod
    def of(table: Mapping[str, object]) -> "Entry":
        """An entry from its fields, as a list holds them.

        Raises Refused as `checked` does; ValueError, TypeError or KeyError
        when they are no entry.
        """
        if table["face"] is not False:
            raise Refused("MOD-004", name=table["name"], found="face")
        classes = _names(table["classes"])
        return Entry(
            name=str(table["name"]),
            file=str(table["file"]),
            digest=_digest(table["sha256"]),
            licence=str(table["licence"]),
            source=str(table["source"]),
            task=str(table["task"]),
            classes=classes,
            size=_size(table["size"]),
            shipped=table.get("shipped", True) is True,
            thresholds=_thresholds(table.get("thresholds", ()), classes),
            experimental=_some(table.get("experimental", ()), classes),
            precisions=_precisions(table.get("precisions", [])),
            ranges=_ranges(table.get("ranges", [])),
            rank=_whole(table.get("rank", 0)),
        ).checked()

    def fields(self) -> dict[str, Canonical]:
        """What `of` reads again; scores as text, for a canonical document has no fractions."""
        return {
            "name": self.name,
            "file": self.file,
            "sha256": self.digest,
            "licence": self.licence,
            "source": self.source,
            "task": self.task,
            "classes": list(self.classes),
            "size": self.size,
            "shipped": self.shipped,
            **PROMISE,
            "thresholds": [repr(threshold) for threshold in self.thresholds],
            "experimental": list(self.experimental),
            "precisions": list(self.precisions),
            "ranges": [[repr(low), repr(high)] for low, high in self.ranges],
            "rank": self.rank,
        }

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
            return Manifest(tuple(Entry.of(table) for table in document.get("model", [])))
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


def strongest(entries: Iterable[Entry]) -> Entry | None:
    """The entry of the highest rank; of equal ones the first by name, then by digest.

    None of none. The order in which they come changes nothing.
    """
    return min(entries, key=lambda entry: (-entry.rank, entry.name, entry.digest), default=None)


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


def _digest(value: object) -> str:
    digest = str(value).lower()
    if len(digest) != 64 or set(digest) - set("0123456789abcdef"):
        raise ValueError("not a digest")
    return digest


def _size(value: object) -> int:
    size = _whole(value)
    if size <= 0 or size % 32:
        raise ValueError("not the side of an input")
    return size


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("not a whole number")
    return value


def _names(value: object) -> tuple[str, ...]:
    if value == "coco80":
        return COCO80
    names = tuple(str(name) for name in value) if isinstance(value, list) else ()
    if not names or len(set(names)) < len(names):
        raise ValueError("classes are a list of names, each once, or coco80")
    return names


def _some(value: object, classes: tuple[str, ...]) -> tuple[str, ...]:
    names = _names(value) if value else ()
    if set(names) - set(classes):
        raise ValueError("not a class of this model")
    return names


def _precisions(value: object) -> tuple[str, ...]:
    names = tuple(str(name) for name in value) if isinstance(value, list) else ()
    if not isinstance(value, list) or set(names) - set(PRECISIONS):
        raise ValueError("not a list of precisions")
    return names


def _ranges(value: object) -> tuple[tuple[float, float], ...]:
    if not isinstance(value, list):
        raise ValueError("not a list of ranges")
    found = tuple((float(str(low)), float(str(high))) for low, high in value)
    if not all(-inf < low <= 0 < high < inf for low, high in found):
        raise ValueError("a range is two numbers with nought between them")
    return found


def _thresholds(value: object, classes: tuple[str, ...]) -> tuple[float, ...]:
    """One score for each class, from a list in their order or a table by their names."""
    if isinstance(value, Mapping):
        if set(value) - set(classes):
            raise ValueError("not a class of this model")
        value = [value.get(name, THRESHOLD) for name in classes]
    if not isinstance(value, list | tuple) or len(value) not in (0, len(classes)):
        raise ValueError("a threshold for each class, or none")
    scores = tuple(float(str(score)) for score in value)
    if not all(0 <= score <= 1 for score in scores):
        raise ValueError("a threshold lies between 0 and 1")
    return scores
