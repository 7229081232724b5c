"""The ground planes of the cameras: which are calibrated, and the one being calibrated."""

from PySide6.QtCore import QObject, Signal

from app.state.session import Session
from app.tasks import Job
from vsa_core.desk.calibration import Fit
from vsa_core.domain.ground import Ground
from vsa_core.errors import Fault


class Grounds(QObject):
    """What the desk knows of each camera's ground, asked for once a camera; None: none."""

    changed = Signal()
    kept = Signal(str)  # camera
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: dict[str, Ground | None] = {}
        self._jobs: dict[str, Job] = {}
        session.left.connect(self._forget)

    def ground(self, camera: str) -> Ground | None:
        """The calibration of a camera, None when there is none or it is not known."""
        return self._known.get(camera)

    @property
    def calibrated(self) -> frozenset[str]:
        """The cameras that are known to be calibrated."""
        return frozenset(camera for camera, ground in self._known.items() if ground)

    def load(self, *cameras: str) -> None:
        """Have the calibrations of these cameras; each reading is recorded, once."""
        session = self._session
        if not session.in_case:
            return
        desk, who, where = session.desks.calibration, session.who, session.where
        for camera in cameras:
            if camera not in self._known and camera not in self._jobs:
                self._jobs[camera] = session.tasks.ask(
                    lambda camera=camera: desk.of(who, where, camera),  # type: ignore[misc]
                    lambda ground, camera=camera: self._came(camera, ground),  # type: ignore[misc]
                    lambda fault, camera=camera: self._refused(camera, fault),  # type: ignore[misc]
                )

    def fit(self, ground: Ground) -> Fit:
        """How wrong that calibration may be. Raises WrongUsage (EVT-…) when it is none."""
        fit: Fit = self._session.desks.calibration.fit(ground)
        return fit

    def keep(self, ground: Ground, motive: str) -> None:
        """Put a calibration in force: `kept` follows, or `failed`."""
        desk, who, where = self._session.desks.calibration, self._session.who, self._session.where
        self._session.tasks.ask(
            lambda: desk.keep(who, where, ground, motive),
            lambda _: self._keep(ground),
            self.failed.emit,
        )

    def _keep(self, ground: Ground) -> None:
        self._known[ground.camera] = ground
        self.changed.emit()
        self.kept.emit(ground.camera)

    def _came(self, camera: str, ground: Ground | None) -> None:
        self._jobs.pop(camera, None)
        self._known[camera] = ground
        self.changed.emit()

    def _refused(self, camera: str, fault: Fault) -> None:
        self._jobs.pop(camera, None)
        self._known[camera] = None
        self.failed.emit(fault)

    def _forget(self) -> None:
        for job in self._jobs.values():
            job.drop()
        self._jobs.clear()
        self._known.clear()
        self.changed.emit()
