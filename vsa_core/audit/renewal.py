"""Beginning again where the newest shard is damaged: once two people signed, and in the open."""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from vsa_core.audit.chain import Chain
from vsa_core.audit.disk import telling
from vsa_core.audit.entry import Entry
from vsa_core.audit.head import Checker
from vsa_core.audit.inception import Inception, Previous, read_inception
from vsa_core.audit.journal import Journal
from vsa_core.audit.lines import read_lines
from vsa_core.audit.pen import Pen
from vsa_core.audit.shard import Shard, make, newest, read_small, shards
from vsa_core.audit.succession import first_files, name_again
from vsa_core.audit.trail import sha256_of
from vsa_core.audit.turn import turn
from vsa_core.domain.case import Act, Role
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Refused, Tampered, WrongUsage

_Held = tuple[Chain, Tampered | None]


@dataclass(frozen=True, slots=True)
class Damage:
    """Why a journal does not open: the shard, what of it holds, what breaks it.

    size, root (hex): of the records that hold; time: of the last of them, in
    microseconds since 1970 UTC; sha256 (hex): of the log's bytes as they lie;
    fault: the first record that does not hold, else what opening raised.
    """

    shard: str
    size: int
    root: str
    time: int
    sha256: str
    fault: Tampered


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who decided to give a damaged shard up, and why; both signed `request`.

    request: digest of the request, as in their `request` and `approval`;
    found: the code of what is broken (AUD-…), as it was shown to them;
    papers: the request whole and both signatures, for the record.
    """

    asked_by: str
    role: Role
    approved_by: str
    request: str
    motive: str
    found: str
    papers: Mapping[str, Canonical] = field(default_factory=dict)

    def check(self) -> None:
        """Raise WrongUsage (AUD-025) where a fact is missing, or one person is both."""
        for name in ("asked_by", "approved_by", "request", "motive", "found"):
            if not getattr(self, name).strip():
                raise WrongUsage("AUD-025", field=name)
        if self.asked_by.strip() == self.approved_by.strip():
            raise WrongUsage("AUD-025", field="approved_by")

    def entry(self, previous: Previous) -> Entry:
        """The first record of the shard that is begun."""
        about: dict[str, Canonical] = {
            **self.papers,
            "given_up": previous.shard,
            "sha256": previous.sha256,
            "approved_by": self.approved_by,
            "found": self.found,
        }
        return Entry(
            Act.INCEPTION,
            self.asked_by,
            self.role,
            motive=self.motive,
            question=self.request,
            about=about,
        )


def damage(folder: Path, origin: str, pen: Pen, head_path: Path | None = None) -> Damage:
    """What keeps the journal from opening; the damaged files are only read.

    Raises Refused (AUD-026) when it opens, Tampered (AUD-005) for another
    journal's key, which is no damage, Unreadable (AUD-001) without a journal.
    """
    shard = newest(folder)
    fault = _broken(folder, origin, pen, head_path)
    chain, first = _held(shard, origin, pen)
    root, sha256 = chain.tree.root.hex(), sha256_of(shard.log)
    return Damage(shard.name, chain.size, root, chain.time, sha256, first or fault)


def begin_again(
    folder: Path, inception: Inception, pen: Pen, signed: Agreement, head_path: Path | None = None
) -> Journal:
    """Give the newest shard up and begin another, opened; the damaged files stay as they are.

    inception: the facts of the journal, under the name of its first shard;
    `previous` is filled in here. All or nothing. Raises WrongUsage (AUD-025)
    without the facts of the agreement, Refused (AUD-026) when the journal
    opens and so needs no renewal, Refused (AUD-003) when it cannot be written.
    """
    signed.check()
    damaged = newest(folder)
    _broken(folder, inception.origin, pen, head_path)
    with telling(), turn(folder):
        _begin(folder, damaged, inception, pen, signed)
    return Journal.open(folder, origin=inception.origin, pen=pen, head_path=head_path)


def _begin(folder: Path, damaged: Shard, inception: Inception, pen: Pen, signed: Agreement) -> None:
    if newest(folder) != damaged:  # somebody else began again meanwhile
        raise Refused("AUD-026", folder=folder.name)
    chain = _whole_part(damaged, inception.origin, pen)
    root = chain.tree.root.hex()
    previous = Previous(damaged.name, chain.size, root, sha256_of(damaged.log))
    name = name_again(damaged.name, max(pen.clock.now(), chain.time))
    fresh = replace(inception, origin=f"{inception.origin}/{name}", previous=previous)
    made = signed.entry(previous)
    make(pen.disk, folder, name, first_files(fresh, pen, made, chain.time))


def _broken(folder: Path, origin: str, pen: Pen, head_path: Path | None) -> Tampered:
    """Why the journal does not open; Refused (AUD-026) when it does, Tampered (AUD-005)."""
    try:
        Journal.open(folder, origin=origin, pen=pen, head_path=head_path).close()
    except Tampered as broken:
        if broken.code == "AUD-005":
            raise
        return broken
    raise Refused("AUD-026", folder=folder.name)


def facts(folder: Path, origin: str, pen: Pen) -> Inception | None:
    """How the journal began, from the oldest shard whose sealed first record vouches for it.

    Under the name of the first shard, as `begin_again` wants it; None where
    no shard tells it any more.
    """
    for shard in shards(folder):
        with suppress(Tampered):
            data = read_small(shard.inception, "AUD-116")
            if _whole_part(shard, origin, pen, 1).inception == hashlib.sha256(data).hexdigest():
                return replace(read_inception(data), origin=origin, previous=None)
    return None


def _whole_part(shard: Shard, origin: str, pen: Pen, most: int | None = None) -> Chain:
    """What holds of the damaged log, whatever its other files are worth; `most` records of it."""
    return _held(shard, origin, pen, most)[0]


def _held(shard: Shard, origin: str, pen: Pen, most: int | None = None) -> _Held:
    """The same, and the first record that does not hold: opening may only notice a later one."""
    names = (origin, f"{origin}/{shard.name}")
    found = [_read(shard, pen.checker(name), most) for name in names]
    return max(found, key=lambda one: one[0].size)


def _read(shard: Shard, checker: Checker, most: int | None) -> _Held:
    """The log up to the first line that does not hold under that name."""
    chain = Chain()
    try:
        for raw in islice(read_lines(shard.log), most):
            line = chain.check(raw)
            if not checker.holds(checker.head(chain.grown(line.body)), line.seal):
                raise Tampered("AUD-108", place=chain.size)
            chain.check_meaning(line.record)
            chain.accept(line, raw)
    except Tampered as broken:
        return chain, broken
    return chain, None
