"""A disk that records every call, and what the medium may hold if the power goes there."""

import itertools
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from vsa_core.audit.disk import PosixDisk

SECTOR = 512
TOP = 0
"""The number of the recorded folder itself."""

Names = Mapping[str, int]
"""What a folder holds: the number of each file or folder, by name."""

Tree = Mapping[str, bytes | None]
"""A state of the medium: contents by path, None for a folder."""


@dataclass(frozen=True, slots=True)
class Instant:
    """One moment: what is surely on the medium, and what may be.

    names: each folder's states since it was last synced, oldest first;
    sure, seen: contents when last synced and now, of files that are gone as
    well; shown: how many receipts the program had been given.
    """

    names: Mapping[int, tuple[Names, ...]]
    sure: Mapping[int, bytes]
    seen: Mapping[int, bytes]
    shown: int

    def trees(self) -> Iterator[Tree]:
        """Every state in which the power may leave the medium; some come more than once.

        Each folder shows one of its states since its sync, each file what a
        cut may make of the bytes that no sync followed.
        """
        folders = sorted(self.names)
        for chosen in itertools.product(*(self.names[number] for number in folders)):
            reached = dict(_reached(TOP, "", dict(zip(folders, chosen, strict=True))))
            files = {path: n for path, n in reached.items() if n not in self.names}
            held = (_held(self.sure[n], self.seen[n]) for n in files.values())
            tops: dict[str, bytes | None] = {p: None for p in reached if p not in files}
            for contents in itertools.product(*held):
                yield tops | dict(zip(files, contents, strict=True))


@dataclass
class Recorded(PosixDisk):
    """Looks at `folder` before and after each call: what was done meanwhile is not yet sure."""

    folder: Path
    shown: int = 0
    instants: list[Instant] = field(default_factory=list)
    _numbers: dict[int, int] = field(default_factory=dict)
    _names: dict[int, tuple[Names, ...]] = field(default_factory=dict)
    _sure: dict[int, bytes] = field(default_factory=dict)
    _seen: dict[int, bytes] = field(default_factory=dict)
    _count: int = 0

    def begin(self) -> None:
        """What lies in the folder now is on the medium."""
        self.look()
        self._sure = dict(self._seen)
        self._names = {number: states[-1:] for number, states in self._names.items()}
        self.instants.clear()

    def write(self, file: int, data: bytes) -> int:
        self.look()
        taken = super().write(file, data)
        self.look()
        return taken

    def sync(self, file: int) -> None:
        self.look()
        number = self._numbers[os.fstat(file).st_ino]
        self._sure = self._sure | {number: self._seen[number]}
        self.look()

    def truncate(self, file: int, size: int) -> None:
        self.look()
        super().truncate(file, size)
        self.look()

    def rename(self, source: Path, target: Path) -> None:
        self.look()
        super().rename(source, target)
        self.look()

    def sync_folder(self, folder: Path) -> None:
        self.look()
        number = self._numbers[folder.stat().st_ino]
        self._names = self._names | {number: self._names[number][-1:]}
        self.look()

    def look(self) -> None:
        """Take down what a program would see now."""
        found = {TOP: self.folder}
        names: dict[int, Names] = {}
        unlisted = [TOP]
        while unlisted:
            number = unlisted.pop()
            names[number] = self._listed(found[number], found)
            unlisted += [n for n in names[number].values() if found[n].is_dir()]
        self._numbers = {found[n].lstat().st_ino: n for n in found}
        self._seen |= {n: p.read_bytes() for n, p in found.items() if n not in names}
        self._sure = {n: self._sure.get(n, b"") for n in self._seen}
        self._names = {n: _grown(self._names.get(n, ({},)), now) for n, now in names.items()}
        self.instants.append(Instant(self._names, self._sure, dict(self._seen), self.shown))

    def _listed(self, folder: Path, found: dict[int, Path]) -> Names:
        numbered = {path.name: self._number(path) for path in sorted(folder.iterdir())}
        found.update({number: folder / name for name, number in numbered.items()})
        return numbered

    def _number(self, path: Path) -> int:
        """Ours, for as long as the file lives: the system gives its own to the next file."""
        inode = path.lstat().st_ino
        if inode not in self._numbers:
            self._count += 1
            self._numbers[inode] = self._count
        return self._numbers[inode]


def distinct(instants: list[Instant]) -> Iterator[tuple[int, Tree]]:
    """Each state once, with the number of receipts shown when the power went."""
    met = set()
    for instant in instants:
        for tree in instant.trees():
            state = (instant.shown, frozenset(tree.items()))
            if state not in met:
                met.add(state)
                yield instant.shown, tree


def lay(tree: Tree, folder: Path) -> None:
    """Make `folder` hold that state."""
    folder.mkdir()
    for path in sorted(tree, key=len):
        content = tree[path]
        if content is None:
            (folder / path).mkdir()
        else:
            (folder / path).write_bytes(content)


def _grown(states: tuple[Names, ...], now: Names) -> tuple[Names, ...]:
    return states if states[-1] == now else (*states, now)


def _reached(number: int, at: str, names: Mapping[int, Names]) -> Iterator[tuple[str, int]]:
    for name, inner in names[number].items():
        yield at + name, inner
        if inner in names:
            yield from _reached(inner, f"{at}{name}/", names)


def _held(sure: bytes, seen: bytes) -> list[bytes]:
    """What the medium may hold of a file that was `sure` and is `seen`."""
    if sure == seen:
        return [seen]
    if not seen.startswith(sure):
        return [sure, seen]
    start, end = len(sure), len(seen)
    sectors = range(start // SECTOR, (end - 1) // SECTOR + 1)
    torn: tuple[list[int], ...] = (
        [],  # the length, and none of the bytes
        [s for s in sectors if s % 2],
        [s for s in sectors if not s % 2],
        list(sectors)[-1:],
        list(sectors)[:-1],
    )
    short = (seen[: start + length] for length in (1, (end - start) // 2, end - start - 1))
    return [sure, seen, *short, *(_only(kept, sure, seen) for kept in torn)]


def _only(kept: list[int], sure: bytes, seen: bytes) -> bytes:
    """`sure`, and of what follows the sectors that are kept; the others hold zeroes."""
    out = bytearray(sure) + bytes(len(seen) - len(sure))
    for sector in kept:
        start = max(sector * SECTOR, len(sure))
        end = min((sector + 1) * SECTOR, len(seen))
        out[start:end] = seen[start:end]
    return bytes(out)
