"""The journal handed over, and the DPO's cosignature: how far each is, as the screen knows it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.state.session import Session
from app.tasks import Job
from vsa_core.desk.audit_export import HandedOver
from vsa_core.desk.audit_witness import Sighting, Standing

T = TypeVar("T")

Taken = HandedOver
"""What was written, as the desk tells it: views do not know the desk."""

Seen = Sighting
"""What was cosigned, alike."""


class Handing(QObject):
    """`standing`: who cosigns and what was last cosigned, None until it was read."""

    changed = Signal()
    exported = Signal(object)  # HandedOver
    cosigned = Signal(object)  # Sighting
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs: list[Job] = []
        self.standing: Standing | None = None
        session.left.connect(self._forget)

    def refresh(self) -> None:
        """Read who cosigns, and since when nobody did."""
        desks, who = self._session.desks, self._session.who
        self._ask(lambda: desks.witnessing.standing(who), self._stand)

    def export(self, folder: str, recipient: str) -> None:
        """Write the journal with its verifier into a new or empty folder."""
        desks, who = self._session.desks, self._session.who
        self._ask(lambda: desks.handover.export(who, folder, recipient), self._exported)

    def name(self, vkey: str) -> None:
        """Make known the public key of the DPO, or the file that holds it."""
        desks, who = self._session.desks, self._session.who
        self._ask(lambda: desks.witnessing.name(who, vkey), self._stand)

    def bring_back(self, path: str) -> None:
        """Keep the cosigned note that lies at `path`."""
        desks, who = self._session.desks, self._session.who
        self._ask(lambda: desks.witnessing.bring_back(who, path), self._cosigned)

    def _ask(self, call: Callable[[], T], done: Callable[[T], None]) -> None:
        job = self._session.tasks.ask(call, done, self.failed.emit)
        self._jobs = [*(one for one in self._jobs if not one.over), job]

    def _stand(self, standing: Standing) -> None:
        self.standing = standing
        self.changed.emit()

    def _exported(self, made: HandedOver) -> None:
        self.exported.emit(made)

    def _cosigned(self, seen: Sighting) -> None:
        self.cosigned.emit(seen)
        self.refresh()

    def _forget(self) -> None:
        for job in self._jobs:
            job.drop()
        self.standing = None
