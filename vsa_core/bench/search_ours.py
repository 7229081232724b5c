"""Our own answers over a made-up archive: opened without a person, counted in its lanes."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from vsa_core.bench.search_desk import AtDesk
from vsa_core.bench.search_questions import Question
from vsa_core.desk.archive import Archive
from vsa_core.domain.case import Act, Grant, Role
from vsa_core.domain.footage import Recording, recordings
from vsa_core.domain.moment import Window
from vsa_core.errors import Bug
from vsa_core.search.lanes import counted
from vsa_core.store.durable import read_regular
from vsa_core.store.hall import HallShelf
from vsa_core.store.ledger import KIND as LEDGER
from vsa_core.store.ledger import LIMIT, ledger_path
from vsa_core.store.sealed import unseal

SEGMENT = "segment"
"""The kind that segments are sealed as."""


class Ours:
    """Counts over one archive, kept in memory from one question to the next."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._case = archive.catalogue.case()
        shelf = archive.shelf()
        assert isinstance(shelf, HallShelf)
        self.shelf: HallShelf = shelf

    @property
    def cameras(self) -> tuple[str, ...]:
        """The cameras of the basis."""
        return self._case.basis.cameras

    @property
    def window(self) -> Window:
        """The days that the basis covers."""
        return self._case.basis.window

    @property
    def points(self) -> int:
        """Points of all live segments."""
        return sum(record.points for record in self._archive.catalogue.runs.segments())

    def count(self, question: Question) -> int:
        """How many hits the question has; Bug (ASK-006) when no lane can count it."""
        found = counted(question.query, self._grant(), self.shelf, self._recordings)
        if found is None:
            raise Bug("ASK-006", question=question.name)
        return sum(found.values())

    def desk(self, home: Path) -> AtDesk:
        """Where questions about it are asked, with a journal in the empty folder `home`."""
        return AtDesk(self._archive, home)

    def _grant(self) -> Grant:
        basis = self._case.basis
        return Grant(
            *("bench", Role.ANALYST, Act.QUERY, self._case.number, basis.cameras, basis.window)
        )

    def _recordings(self, camera: str) -> Sequence[Recording]:
        return recordings(self._archive.catalogue.footage.of_camera(camera))

    def sealed(self, camera: str | None) -> Mapping[Path, str]:
        """The sealed files that a question about a camera (None: all) opens, with their kinds."""
        archive, names = self._archive, self._archive.catalogue.ledgers()
        chosen = [camera] if camera else list(names)
        files = {ledger_path(archive.folder, names[one]): LEDGER for one in chosen}
        for one in chosen:
            for record in archive.catalogue.runs.segments(one):
                files[archive.segments.path(record.name)] = SEGMENT
        return files

    def unsealed(self, files: Mapping[Path, str]) -> int:
        """Decrypt those files and do nothing with them; the bytes there were."""
        key = self._archive.keys.segment
        total = 0
        for path, kind in files.items():
            _, plain = unseal(read_regular(path, LIMIT), key, kind, path.name)
            total += len(plain)
        return total

    def close(self) -> None:
        """Let go of the case."""
        self._archive.close()
