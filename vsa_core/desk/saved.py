"""Questions kept in a case under a name, to be asked again; each change leaves a record."""

import unicodedata
from dataclasses import replace

from vsa_core.desk.archive import Archive
from vsa_core.desk.register import Deed, Register
from vsa_core.desk.tickets import InCase, SignedIn, Tickets
from vsa_core.domain.case import Act
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.query import Query
from vsa_core.domain.saved_query import Saved
from vsa_core.errors import Refused, WrongUsage
from vsa_core.events.registry import checked
from vsa_core.legal.basis import check_open

LONGEST = 80
"""Characters of a name."""


class SavedQueries:
    """The saved questions of a case. Keeping one asks nothing: the law decides when it is asked.

    A name may say what is looked for: in the journal it is sealed, and so is the question.
    """

    def __init__(self, register: Register, tickets: Tickets) -> None:
        self._register = register
        self._tickets = tickets

    def keep(self, who: SignedIn, where: InCase, name: str, query: Query) -> Saved:
        """Keep a question under a name of its own.

        Calibrations are left out: they are those of the day it is asked.
        Raises WrongUsage: EVT-… for a question that makes no sense, CAS-144
        for a name that is none, CAS-145 for one that is taken; Refused
        (LAW-001, LAW-035).
        """
        archive = self._tickets.archive(who, where)
        self._may(who, where, "keep")
        checked(query)
        name = self._free(archive, name)
        query = replace(query, grounds=())
        saved = Saved(name, query, who.person.name, self._register.latest())
        self._write(who, where, archive, "keep", {"name": name, "query": query.fields()})
        archive.catalogue.saved.add(saved)
        return saved

    def listed(self, who: SignedIn, where: InCase) -> tuple[Saved, ...]:
        """The questions kept in the case, by name; the reading is recorded."""
        archive = self._tickets.archive(who, where)
        about: dict[str, Canonical] = {"what": "saved"}
        self._register.permit(who.person, Deed(Act.CONSULT, where.case, about=about))
        return archive.catalogue.saved.all()

    def named(self, who: SignedIn, where: InCase, name: str) -> Saved:
        """One kept question; the reading is recorded. WrongUsage (CAS-146) where there is none."""
        archive = self._tickets.archive(who, where)
        about: dict[str, Canonical] = {"what": "saved"}
        self._register.permit(who.person, Deed(Act.CONSULT, where.case, about=about))
        return _found(archive, name)

    def rename(self, who: SignedIn, where: InCase, name: str, new: str) -> Saved:
        """Give a kept question another name; raises as `keep`, and CAS-146 where there is none."""
        archive = self._tickets.archive(who, where)
        self._may(who, where, "rename")
        saved = _found(archive, name)
        new = self._free(archive, new)
        self._write(who, where, archive, "rename", {"name": name, "new": new})
        archive.catalogue.saved.rename(name, new)
        return Saved(new, saved.query, saved.by, saved.at)

    def drop(self, who: SignedIn, where: InCase, name: str) -> None:
        """Keep a question no longer; WrongUsage (CAS-146) where there is none of that name."""
        archive = self._tickets.archive(who, where)
        self._may(who, where, "drop")
        _found(archive, name)
        self._write(who, where, archive, "drop", {"name": name})
        archive.catalogue.saved.drop(name)

    def _may(self, who: SignedIn, where: InCase, done: str) -> None:
        deed = _deed(where, done)
        self._register.grant(who.person, deed)
        try:
            check_open(where.case)
        except Refused as refusal:
            self._register.deny(who.person, deed, refusal)
            raise

    def _free(self, archive: Archive, name: str) -> str:
        name = unicodedata.normalize("NFC", name.strip())
        if not 0 < len(name) <= LONGEST or not name.isprintable():
            raise WrongUsage("CAS-144", most=LONGEST)
        if archive.catalogue.saved.get(name) is not None:
            raise WrongUsage("CAS-145", name=name)
        return name

    def _write(
        self, who: SignedIn, where: InCase, archive: Archive, done: str, secret: Canonical
    ) -> None:
        deed = replace(_deed(where, done), secret=secret, log_key=archive.keys.log)
        self._register.write(who.person, deed)


def _deed(where: InCase, done: str) -> Deed:
    return Deed(Act.SAVE, where.case, about={"what": "saved", "done": done})


def _found(archive: Archive, name: str) -> Saved:
    found = archive.catalogue.saved.get(name)
    if found is None:
        raise WrongUsage("CAS-146", name=name)
    return found
