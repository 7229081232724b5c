"""The weights known here: what is listed, what is added in the open, and what looks at footage."""

import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from vsa_core.desk.models_copy import Copy, copied, swept
from vsa_core.desk.models_list import ModelList, Table
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.domain.provenance import Canonical
from vsa_core.errors import Refused, WrongUsage
from vsa_core.intake.opening import visible_name

SHIPPED, LISTED, OFFICIAL, UNKNOWN = "shipped", "listed", "official", "unknown"
"""Where trust in a model comes from: it is part of the program, the program lists its digest, its
publisher made its digest known, or a person of this installation accepted it and said why."""

UNKNOWN_RANK = 5
"""Of a model that nobody knows, unless whoever adds it says another: above the program's own."""

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
"""What a model may be called: it stands in pedigrees, journals and terminals."""

LONGEST = 300
"""Characters of a licence, a source or a reason at most."""


@dataclass(frozen=True, slots=True)
class ModelSheet:
    """One known model; `digest` is the SHA-256 of its weights.

    kept: its classes that are named here; unnamed: those that count as moving
    things without a name; experimental: those left out unless asked for.
    origin: SHIPPED, LISTED, OFFICIAL or UNKNOWN; added: microseconds since
    1970 UTC when somebody (`added_by`) added it here, 0 for the program's own.
    """

    name: str
    digest: str
    licence: str
    source: str
    classes: tuple[str, ...]
    present: bool
    chosen: bool
    kept: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    experimental: tuple[str, ...] = ()
    origin: str = LISTED
    rank: int = 0
    added_by: str = ""
    added: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A file of weights that somebody wants to add, and what they say of it.

    Empty name, licence and source: as known, or as the file tells. rank: the
    stronger model has the higher; None: as known. reason: why a file that
    nobody knows is accepted all the same; empty accepts none.
    """

    path: str
    name: str = ""
    licence: str = ""
    source: str = ""
    rank: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a file by its digests alone, before a byte of it is interpreted."""

    origin: str
    name: str
    licence: str
    source: str
    rank: int


class Shelf(Protocol):
    """The room behind this desk: what reads weights and chooses among them."""

    def sheets(self, anew: bool) -> tuple[ModelSheet, ...]:
        """Every known model; with every digest computed anew when told so.

        Raises Tampered (MOD-002) when the one that looks is not what it was;
        when told to compute anew, for any.
        """

    def sheet(self, table: Table) -> ModelSheet:
        """What a table of the installation's list says, without a look at its file."""

    def intact(self, table: Table) -> bool:
        """Whether the file of a listed model is there, and what it was."""

    def known(self, copy: Copy) -> Known | None:
        """What the digests of a copy say."""

    def publishers(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Names of official files whose digest is known, and of those whose is not."""

    def described(self, copy: Copy, known: Known) -> Mapping[str, Canonical]:
        """The table that lists a copy, read without trust."""


class Models:
    """The list of known weights, and the one in use."""

    def __init__(
        self, register: Register, tickets: Tickets, added: ModelList, shelf: Shelf
    ) -> None:
        self._register = register
        self._tickets = tickets
        self._added = added
        self._shelf = shelf

    def listed(self) -> tuple[ModelSheet, ...]:
        """Every known model; the reading is recorded.

        Raises Tampered when the one that looks (MOD-002) or the installation's
        own list (MOD-012) is not what it was.
        """
        self._register.write(None, Deed(Act.CONSULT, about={"what": "models"}))
        return self._shelf.sheets(False)

    def verify(self) -> tuple[ModelSheet, ...]:
        """The models present, every digest and the list's signature computed anew.

        Raises Tampered (MOD-002, MOD-012) when one is not what it was.
        """
        self._register.write(None, Deed(Act.CONSULT, about={"what": "models_verify"}))
        return tuple(sheet for sheet in self._shelf.sheets(True) if sheet.present)

    def add(self, who: SignedIn, offer: Offer) -> ModelSheet:
        """Add a file of weights to this installation: copied, checked, recorded, then listed.

        Raises WrongUsage (MOD-017) for a name or a text that no list may hold,
        Refused (LAW-001) to all but an administrator, what `copied` refuses, a
        file that nobody knows (MOD-014) or that is here already (MOD-016), a
        name that is taken (MOD-018), and what its reader refuses (MOD-004,
        MOD-005, MOD-007, MOD-019); Tampered (MOD-012).
        """
        self._tickets.keys(who)
        _check_texts(offer)
        file = visible_name(offer.path)
        deed = Deed(Act.MODEL_ADD, about={"file": file})
        self._register.grant(who.person, deed)
        with self._added.alone(), ExitStack() as held:
            self._added.begin()
            swept(self._added.folder)
            with self._refusals(who, deed):
                copy = held.enter_context(copied(Path(offer.path), self._added.folder))
                table = self._table(who, offer, copy)
            about = _told(table, file, copy)
            self._register.write(who.person, Deed(Act.MODEL_ADD, about=about))
            self._added.keep(copy.path, copy.kept_as.name)
            others = [one for one in self._added.tables() if one["sha256"] != copy.digest]
            self._added.write([*others, table])
        return next(one for one in self._shelf.sheets(False) if one.digest == copy.digest)

    def remove(self, who: SignedIn, name: str) -> ModelSheet:
        """Take a model that was added here off the list, then remove its file; what it was.

        Journal and pedigrees keep its name and digest. Raises Refused (LAW-001)
        to all but an administrator, (MOD-022) for a model that comes with the
        program or that nobody added.
        """
        self._tickets.keys(who)
        deed = Deed(Act.MODEL_REMOVE, about={"name": name[:LONGEST]})
        self._register.grant(who.person, deed)
        with self._added.alone():
            tables = self._added.tables()
            gone = next((table for table in tables if table["name"] == name), None)
            with self._refusals(who, deed):
                if gone is None:
                    raise Refused("MOD-022", name=name)
            about: Mapping[str, Canonical] = {"name": name, "digest": gone["sha256"]}
            self._register.write(who.person, Deed(Act.MODEL_REMOVE, about=about))
            self._added.write([table for table in tables if table is not gone])
            self._added.drop(gone["file"])
        return self._shelf.sheet(gone)

    def assessed(self, who: SignedIn, about: Mapping[str, Canonical]) -> None:
        """Record that a person measures how right this installation is; `about` says on what.

        Raises Refused (LAW-001) to a role that may not.
        """
        self._tickets.keys(who)
        self._register.permit(who.person, Deed(Act.VALIDATE, about=about))

    def _table(self, who: SignedIn, offer: Offer, copy: Copy) -> Mapping[str, Canonical]:
        """The table that lists a copy, once everything that may speak against it has spoken."""
        known = self._known(offer, copy)
        tables = self._added.tables()
        here = next((table for table in tables if table["sha256"] == copy.digest), None)
        if known.origin == SHIPPED or (here is not None and self._shelf.intact(here)):
            raise Refused("MOD-016", name=known.name)
        if not NAME.fullmatch(known.name):
            raise WrongUsage("MOD-017", what="--name", value=known.name)
        if any(one["name"] == known.name and one is not here for one in tables):
            raise Refused("MOD-018", name=known.name)
        described = self._shelf.described(copy, known)
        if not described["licence"]:
            raise WrongUsage("MOD-017", what="--licence", value="")
        return {
            **described,
            "origin": known.origin,
            "reason": offer.reason if known.origin == UNKNOWN else "",
            "added_by": who.person.name,
            "added": self._register.now(),
        }

    def _known(self, offer: Offer, copy: Copy) -> Known:
        known = self._shelf.known(copy)
        if known is None and not offer.reason:
            told, untold = self._shelf.publishers()
            raise Refused(
                "MOD-014",
                name=visible_name(offer.path),
                digest=copy.digest,
                git_blob=copy.git_blob,
                known=", ".join(told),
                unknown=", ".join(untold) or "–",
            )
        known = known or Known(UNKNOWN, Path(visible_name(offer.path)).stem, "", "", UNKNOWN_RANK)
        return Known(
            known.origin,
            offer.name or known.name,
            known.licence or offer.licence,
            known.source or offer.source,
            known.rank if offer.rank is None else offer.rank,
        )

    @contextmanager
    def _refusals(self, who: SignedIn, deed: Deed) -> Iterator[None]:
        """Record every refusal before it is told."""
        try:
            yield
        except Refused as refusal:
            self._register.deny(who.person, deed, refusal)
            raise


def _told(table: Mapping[str, Canonical], file: str, copy: Copy) -> Mapping[str, Canonical]:
    """What the journal says of an added model."""
    said = ("name", "licence", "source", "task", "classes", "rank", "origin", "reason")
    return {
        "file": file,
        "bytes": copy.size,
        "digest": copy.digest,
        "git_blob": copy.git_blob,
        **{key: table[key] for key in said},
    }


def _check_texts(offer: Offer) -> None:
    """Raise WrongUsage (MOD-017) for a text that is too long, or that no line can show."""
    texts = {"--name": offer.name, "--licence": offer.licence, "--source": offer.source}
    for what, value in {**texts, "--motive": offer.reason}.items():
        if len(value) > LONGEST or not value.isprintable() or value != value.strip():
            raise WrongUsage("MOD-017", what=what, value=value[:LONGEST])
    if offer.name and not NAME.fullmatch(offer.name):
        raise WrongUsage("MOD-017", what="--name", value=offer.name)
