"""The pictures that places are drawn on: asked for once a camera, forgotten with the case."""

from PySide6.QtCore import QObject, Signal

from app.state.session import Session
from app.tasks import Job, Lane
from vsa_core.domain.ports import Picture
from vsa_core.errors import Fault


class Backdrop(QObject):
    """Background pictures by camera, (h, w, 3) BGR; each asking is recorded by the desk."""

    arrived = Signal(object)  # Picture
    failed = Signal(object)  # Fault
    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pictures: dict[str, Picture] = {}
        self._faults: dict[str, Fault] = {}
        self._jobs: dict[str, Job] = {}
        session.left.connect(self.forget)

    def picture(self, camera: str) -> Picture | None:
        """The picture of a camera, None while there is none."""
        return self._pictures.get(camera)

    def fault(self, camera: str) -> Fault | None:
        """Why a camera has no picture, None unless the desk said so."""
        return self._faults.get(camera)

    def loading(self, camera: str) -> bool:
        """Whether the picture is on its way."""
        return camera in self._jobs

    def load(self, camera: str) -> None:
        """Have the picture of a camera: `arrived` follows, at once if it is known, or `failed`."""
        if camera in self._pictures:
            self.arrived.emit(self._pictures[camera])
        elif camera not in self._jobs:
            self._jobs[camera] = self._ask(camera)
            self._faults.pop(camera, None)
            self.changed.emit()

    def forget(self) -> None:
        """Forget the pictures, and those on their way."""
        for job in self._jobs.values():
            job.drop()
        self._jobs.clear()
        self._pictures.clear()
        self._faults.clear()
        self.changed.emit()

    def _ask(self, camera: str) -> Job:
        session = self._session
        desks, who, where, motive = session.desks, session.who, session.where, session.motive
        return session.tasks.ask(
            lambda: desks.playing.background(who, where, camera, motive),
            lambda picture: self._came(camera, picture),
            lambda fault: self._refused(camera, fault),
            Lane.STILLS,
        )

    def _came(self, camera: str, picture: Picture) -> None:
        del self._jobs[camera]
        self._pictures[camera] = picture
        self.changed.emit()
        self.arrived.emit(picture)

    def _refused(self, camera: str, fault: Fault) -> None:
        del self._jobs[camera]
        self._faults[camera] = fault
        self.changed.emit()
        self.failed.emit(fault)
