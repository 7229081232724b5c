"""Beginning again where the newest shard is damaged: once two people signed, and in the open."""

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from vsa_core.audit.chain import Chain
from vsa_core.audit.disk import telling
from vsa_core.audit.entry import Entry
from vsa_core.audit.head import Checker
from vsa_core.audit.inception import Inception, Previous
from vsa_core.audit.journal import Journal
from vsa_core.audit.lines import read_lines
from vsa_core.audit.pen import Pen
from vsa_core.audit.shard import Shard, make, newest
from vsa_core.audit.succession import first_files, name_again
from vsa_core.audit.trail import sha256_of
from vsa_core.audit.turn import turn
from vsa_core.domain.case import Act, Role
from vsa_core.errors import Refused, Tampered, WrongUsage


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who decided to give a damaged shard up, and why; both signed `request`.

    request: digest of the request, as in their `request` and `approval`;
    found: the code of what is broken (AUD-…), as it was shown to them.
    """

    asked_by: str
    role: Role
    approved_by: str
    request: str
    motive: str
    found: str

    def check(self) -> None:
        """Raise WrongUsage (AUD-025) where a fact is missing, or one person is both."""
        for name in ("asked_by", "approved_by", "request", "motive", "found"):
            if not getattr(self, name).strip():
                raise WrongUsage("AUD-025", field=name)
        if self.asked_by.strip() == self.approved_by.strip():
            raise WrongUsage("AUD-025", field="approved_by")

    def entry(self, previous: Previous) -> Entry:
        """The first record of the shard that is begun."""
        about = {
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
    _check_damaged(folder, inception, pen, head_path)
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


def _check_damaged(folder: Path, inception: Inception, pen: Pen, head_path: Path | None) -> None:
    """Raise Refused (AUD-026) when the journal opens; another journal's key is no damage."""
    try:
        Journal.open(folder, origin=inception.origin, pen=pen, head_path=head_path).close()
    except Tampered as broken:
        if broken.code == "AUD-005":
            raise
        return
    raise Refused("AUD-026", folder=folder.name)


def _whole_part(shard: Shard, origin: str, pen: Pen) -> Chain:
    """What holds of the damaged log, whatever its other files are worth."""
    names = (origin, f"{origin}/{shard.name}")
    chains = [_held(shard, pen.checker(name)) for name in names]
    return max(chains, key=lambda chain: chain.size)


def _held(shard: Shard, checker: Checker) -> Chain:
    """The log up to the first line that does not hold under that name."""
    chain = Chain()
    with suppress(Tampered):
        for raw in read_lines(shard.log):
            line = chain.check(raw)
            if not checker.holds(checker.head(chain.grown(line.body)), line.seal):
                break
            chain.check_meaning(line.record)
            chain.accept(line, raw)
    return chain
