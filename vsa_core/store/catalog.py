"""The catalogue of one case: what was admitted, looked at, answered, decided and exported."""

import errno
import json
import os
import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from weakref import WeakSet

from vsa_core.domain.case import Aipd, Basis, Case, Framework
from vsa_core.domain.moment import Window
from vsa_core.domain.provenance import canonical
from vsa_core.errors import Refused, Unreadable
from vsa_core.store.answer_rows import AnswerRows, ExportRows
from vsa_core.store.catalog_schema import climb
from vsa_core.store.catalog_sql import Database
from vsa_core.store.durable import UNFINISHED, remove
from vsa_core.store.footage_rows import FootageRows
from vsa_core.store.ground_rows import GroundRows
from vsa_core.store.ledger import ENDING as LEDGER_ENDING
from vsa_core.store.ledger import FOLDER as LEDGERS
from vsa_core.store.lock import WriterLock
from vsa_core.store.mark_rows import MarkRows
from vsa_core.store.order_rows import OrderRows
from vsa_core.store.packets import FOLDER as PACKETS
from vsa_core.store.reader import ENDING as SEGMENT_ENDING
from vsa_core.store.reader import FOLDER as SEGMENTS
from vsa_core.store.run_rows import RunRows
from vsa_core.store.saved_rows import SavedRows

NAME = "catalogue.db"

HELD = ("footage", "streams", "gaps", "runs", "slices", "segments", "stretches")
"""The tables that say what there is to search."""


@dataclass(frozen=True, slots=True)
class View:
    """The catalogue as it was at one instant; it is closed by whoever opened it."""

    footage: FootageRows
    runs: RunRows
    close: Callable[[], None]


class Catalog:
    """One case's catalogue, encrypted at rest; one program at a time may hold it for writing.

    Its rows are reached by `footage`, `runs`, `marks`, `answers`, `exports`, `orders`,
    `saved` and `grounds`.
    """

    def __init__(self, folder: Path, key: bytes, read_only: bool = False) -> None:
        """Open the catalogue of the case folder with its catalogue key (32 bytes).

        Raises Unreadable (STO-001 absent, STO-004 made by a newer program,
        STO-009), Tampered (STO-008: another key, or altered), Refused
        (STO-007: another program is writing in the case).
        """
        if not (folder / NAME).is_file():
            raise Unreadable("STO-001", name=NAME, why=os.strerror(errno.ENOENT))
        self._folder = folder
        self._removing = threading.Lock()
        self._held = 0
        self._views: WeakSet[Database] = WeakSet()
        self._pinned = partial(Database, folder / NAME, key, pinned=True)
        self._lock = None if read_only else WriterLock(folder)
        try:
            self._database = Database(folder / NAME, key, read_only)
            if not read_only:
                climb(self._database)
        except BaseException:
            self._release()
            raise
        self.footage = FootageRows(self._database)
        self.runs = RunRows(self._database)
        self.marks = MarkRows(self._database)
        self.answers = AnswerRows(self._database)
        self.exports = ExportRows(self._database)
        self.orders = OrderRows(self._database)
        self.saved = SavedRows(self._database)
        self.grounds = GroundRows(self._database)

    @classmethod
    def create(cls, folder: Path, key: bytes, case: Case) -> "Catalog":
        """A new catalogue for `case` in an existing folder, or the end of one cut short.

        Raises Refused (STO-017) when the folder holds a case, and what opening raises.
        """
        os.close(os.open(folder / NAME, os.O_CREAT | os.O_WRONLY | os.O_NOFOLLOW, 0o600))
        catalog = cls(folder, key)
        if catalog._fact("case") is not None:
            catalog.close()
            raise Refused("STO-017", case=folder.name)
        catalog.set_case(case)
        return catalog

    def case(self) -> Case:
        """The case; Unreadable (STO-019) when its making was cut short."""
        text = self._fact("case")
        if text is None:
            raise Unreadable("STO-019", case=self._folder.name)
        return _case(json.loads(text))

    def set_case(self, case: Case) -> None:
        """Keep the case's facts; the journal keeps what they were before."""
        self._set_fact("case", canonical(case.fields()).decode())

    def ledgers(self) -> Mapping[str, str]:
        """The name of each camera's ledger in force; a camera without tracks may have none."""
        rows = self._database.rows("SELECT camera, name FROM ledgers WHERE name IS NOT NULL")
        return {camera: name.hex() for camera, name in sorted(rows)}

    def set_ledgers(self, names: Mapping[str, str]) -> None:
        """Put ledgers of these cameras in force, on disk already and current, all at once."""
        rows = [(camera, bytes.fromhex(name)) for camera, name in names.items()]
        self._database.do_all("INSERT OR REPLACE INTO ledgers VALUES (?, ?, 1)", rows)

    def move_ledger(self, camera: str, name: str) -> None:
        """Another ledger in the place of a camera's, which is as current as the old one was."""
        values = (bytes.fromhex(name), camera)
        self._database.do("UPDATE ledgers SET name = ? WHERE camera = ?", values)

    def outdated(self) -> tuple[str, ...]:
        """Cameras whose files or slices changed since their ledger was put in force."""
        rows = self._database.rows("SELECT camera FROM ledgers WHERE NOT current ORDER BY camera")
        return tuple(camera for (camera,) in rows)

    def edition(self) -> tuple[int, ...]:
        """Another value after each change to what was admitted or looked at, by any program."""
        return self._database.edition(HELD)

    def transaction(self) -> AbstractContextManager[None]:
        """Several changes, all or nothing."""
        return self._database.transaction()

    def orphans(self) -> tuple[Path, ...]:
        """Files of the case that no row names: left by a kill, or merged into another."""
        kept = {name + SEGMENT_ENDING for name in self.runs.names_on_disk()}
        kept |= {name + LEDGER_ENDING for name in self.ledgers().values()}
        found = [
            path
            for folder in (SEGMENTS, LEDGERS)
            for path in (self._folder / folder).glob("*")
            if path.name not in kept
        ]
        found += (self._folder / PACKETS).glob("*" + UNFINISHED)
        return tuple(sorted(found))

    def hold(self) -> Callable[[], None]:
        """Let no file of the case be removed until what is given back was called, once."""
        with self._removing:
            self._held += 1

        def release() -> None:
            with self._removing:
                self._held -= 1

        return release

    def sweep(self) -> tuple[Path, ...]:
        """Remove the orphans and say which they were; Unreadable (STO-005) when it cannot.

        While somebody holds the files, none is removed: a later sweep does it.
        """
        with self._removing:
            if self._held:
                return ()
            found = self.orphans()
            for path in found:
                remove(path)
            return found

    def view(self) -> View:
        """What there is to search as it is now, and stays for whoever reads this."""
        database = self._pinned()
        self._views.add(database)
        return View(FootageRows(database), RunRows(database), database.close)

    def close(self) -> None:
        """Close the database and every view of it, and let the next writer in."""
        for database in tuple(self._views):
            database.close()
        self._database.close()
        self._release()

    def _release(self) -> None:
        if self._lock:
            self._lock.release()

    def _fact(self, name: str) -> str | None:
        row = self._database.one("SELECT value FROM facts WHERE name = ?", (name,))
        return None if row is None else str(row[0])

    def _set_fact(self, name: str, value: str) -> None:
        self._database.do("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))


def _case(fields: dict[str, Any]) -> Case:
    return Case(
        number=fields["number"],
        basis=_basis(fields["basis"]),
        people=tuple(fields["people"]),
        erase_by=fields["erase_by_us"],
        opened=fields["opened_us"],
        opened_by=fields["opened_by"],
        aipd=Aipd(**fields.get("aipd", {})),
        closed=fields.get("closed_us"),
    )


def _basis(fields: dict[str, Any]) -> Basis:
    return Basis(
        framework=Framework(fields["framework"]),
        requisition=fields["requisition"],
        magistrate=fields["magistrate"],
        authorisation=fields["authorisation"],
        offence=fields["offence"],
        cameras=tuple(fields["cameras"]),
        window=Window(*fields["window_us"]),
        expires=fields["expires_us"],
        modules=tuple(fields.get("modules", ())),
    )
