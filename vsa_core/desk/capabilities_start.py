"""Each start of the program is recorded with what it can do, before anything else is."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from vsa_core.audit.entry import Entry
from vsa_core.audit.journal import Journal
from vsa_core.audit.shard import newest
from vsa_core.desk.capabilities_build import Build
from vsa_core.desk.capabilities_list import ROOM, Listing, Looks, listing
from vsa_core.desk.machine import Machine
from vsa_core.desk.models import ModelSheet
from vsa_core.desk.register import NOBODY
from vsa_core.domain.case import Act
from vsa_core.domain.provenance import Canonical, canonical, digest
from vsa_core.errors import Fault, Unreadable
from vsa_core.keys.private_file import read_private, write_private

SAID = "capabilities"
"""Within the installation: which list stands whole in which shard, so that it is not repeated."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a program says of itself; `build` and `sheets` read the disk when they are called."""

    machine: Machine
    build: Callable[[], Build]
    looks: Looks
    sheets: Callable[[], tuple[ModelSheet, ...]]

    def listing(self) -> Listing:
        """What can be done here now; models that cannot be told are told by their fault's code.

        Raises Unreadable (CAS-120) when a file of the program cannot be read.
        """
        try:
            sheets, fault = self.sheets(), ""
        except Fault as wrong:
            sheets, fault = (), wrong.code
        return listing(self.build(), self.looks, sheets, fault)

    def journal(self) -> Journal:
        """The journal, opened, with the list of this start as its newest record.

        The list stands whole in each shard, once; a later start that can do
        the same names its digest. Raises what opening and writing the journal
        raise, Unreadable (CAS-120).
        """
        journal = self.machine.journal()
        try:
            self._declare(journal)
        except BaseException:
            journal.close()
            raise
        return journal

    def _declare(self, journal: Journal) -> None:
        document = self.listing().fields()
        about: dict[str, Canonical] = {"digest": digest(document)}
        said = {"shard": newest(self.machine.audit).folder.name, **about}
        if len(canonical(document)) <= ROOM and self._said() != said:
            about["document"] = document
        journal.append(Entry(Act.CAPABILITIES, NOBODY, None, about=about))
        if "document" in about:
            self._remember(said)

    @property
    def _path(self) -> Path:
        return self.machine.home / SAID

    def _said(self) -> object:
        """Which list stands where; None where nobody knows, and it is then written out again."""
        try:
            return json.loads(read_private(self._path))
        except (Fault, ValueError):
            return None

    def _remember(self, said: dict[str, Canonical]) -> None:
        with suppress(Unreadable):  # the disk is full: the next start repeats the list
            write_private(self._path, canonical(said))
