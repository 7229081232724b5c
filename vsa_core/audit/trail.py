"""One reading of every shard, oldest first, and of what links each to the one before."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from vsa_core.audit.chain import Chain
from vsa_core.audit.cosignature import Cosigned
from vsa_core.audit.inception import Inception, Previous, read_inception
from vsa_core.audit.proof import root_at
from vsa_core.audit.shard import Shard, read_small, shards
from vsa_core.audit.succession import base
from vsa_core.audit.tree import EMPTY
from vsa_core.audit.walk import Terms, Walk
from vsa_core.errors import Tampered


class Trail:
    """The reading, up to its first break.

    `shard`: the one being read; `chain`: what holds of it; `total`: records
    that hold in all; `given_up`: shards that are there but damaged, which the
    next one names with their SHA-256; `seen`: cosignatures that hold.
    """

    def __init__(self, folder: Path, terms: Terms, root: str) -> None:
        """`terms`: the checker's origin is filled in here; `root`: the printed one (hex) or ""."""
        self.shard = Shard(folder)
        self.chain = Chain()
        self.total = 0
        self.given_up: list[str] = []
        self.seen: list[Cosigned] = []
        self._shards = shards(folder)
        self._terms = terms
        self._root = root
        self._base = ""
        self._sizes: list[int] = []
        self._absent: dict[str, Previous | None] = {}
        self._purged: dict[str, tuple[object, object]] = {}
        self._on_paper = not root

    def run(self) -> None:
        """Raise Tampered at the first break."""
        for place, shard in enumerate(self._shards):
            self.shard = shard
            damaged = given_up(self._shards, place)
            if damaged is None:
                self._pass(shard, self._shards[place - 1] if place else None)
            else:
                self._pass_over(shard, damaged)
        self._check_absent()
        self._check_paper()

    def _pass(self, shard: Shard, before: Shard | None) -> None:
        ended, self.chain = self.chain, Chain(self.chain.time)
        began = read_inception(read_small(shard.inception, "AUD-116"))
        checker = replace(self._terms.checker, origin=began.origin)
        walk = Walk(shard, replace(self._terms, checker=checker), ended.time)
        self.chain = walk.chain
        try:
            walk.run()
        finally:
            self.total += self.chain.size
            self.seen += walk.seen
        self._check_origin(began)
        self._check_link(began.previous, before, ended)
        self._purged |= self.chain.purged
        self._sizes.append(self.chain.size)
        self._look_for(self.chain.roots.get(self._terms.printed, b""))

    def _pass_over(self, shard: Shard, named: Previous) -> None:
        """A damaged shard: the file as it was found, and what still held of it then."""
        if named.sha256 != sha256_of(shard.log):
            raise Tampered("AUD-126", place=named.size, file=shard.log.name)
        if _root_at(shard, named.size).hex() != named.root:
            raise Tampered("AUD-126", place=named.size, file=shard.log.name)
        self.given_up.append(shard.name)
        self.chain = Chain(self.chain.time)
        self.total += named.size
        if 0 < self._terms.printed <= named.size:
            self._look_for(_root_at(shard, self._terms.printed))

    def _check_origin(self, began: Inception) -> None:
        self._base = self._base or base(began)
        expected = f"{self._base}/{self.shard.name}" if began.previous else self._base
        if began.origin != expected:
            raise self._unlinked()

    def _check_link(self, named: Previous | None, before: Shard | None, ended: Chain) -> None:
        if named is None:
            if before is not None:
                raise self._unlinked()
        elif before is not None and named.shard == before.name:
            whole = (ended.next, ended.size, ended.tree.root.hex())
            if not named.sha256 and whole != (self.shard.name, named.size, named.root):
                raise self._unlinked()
        else:
            self._check_gap(named, before, ended)

    def _check_gap(self, named: Previous, before: Shard | None, ended: Chain) -> None:
        """A shard is not there; the one before the gap ended by naming another."""
        over = before is not None and before.name in self.given_up
        low = before.name if before else ""
        if not low < named.shard < self.shard.name or (before and not over and not ended.next):
            raise self._unlinked()
        if ended.next:
            self._absent[ended.next] = None
        self._absent[named.shard] = named

    def _check_absent(self) -> None:
        """Each shard that is not there was purged, and a record says so."""
        for name, known in self._absent.items():
            said = self._purged.get(name)
            if said is None or (known is not None and said != (known.size, known.root)):
                raise Tampered("AUD-123", file=name)

    def _look_for(self, root: bytes) -> None:
        self._on_paper = self._on_paper or root.hex() == self._root

    def _check_paper(self) -> None:
        if self._on_paper:
            return
        size = self._terms.printed
        if all(size > one for one in self._sizes):
            raise Tampered("AUD-114", place=self.chain.size, expected=size)
        raise Tampered("AUD-115", place=size)

    def _unlinked(self) -> Tampered:
        return Tampered("AUD-120", file=self.shard.inception.name)


def given_up(found: Sequence[Shard], place: int) -> Previous | None:
    """What the next shard says of this one where it was given up as damaged, else None."""
    if place + 1 >= len(found):
        return None
    try:
        named = read_inception(read_small(found[place + 1].inception, "AUD-116")).previous
    except Tampered:
        return None
    here = named is not None and named.shard == found[place].name and named.sha256
    return named if here else None


def sha256_of(path: Path) -> str:
    """SHA-256 (hex) of a file as it lies, that of no bytes where it is gone."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return hashlib.sha256(b"").hexdigest()


def _root_at(shard: Shard, size: int) -> bytes:
    return root_at(shard, size) if size else EMPTY
