"""The models known to this installation, and the one that looks at footage."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.state.session import Session
from vsa_core.desk.models import ModelSheet
from vsa_core.errors import Fault


@dataclass(frozen=True, slots=True)
class Known:
    """One known model: SHA-256 of its weights, licence, whence the trust in it, what it finds.

    kept: the classes that it names here; experimental: those left out unless
    asked for; unnamed: those that count as moving things without a name.
    """

    name: str
    digest: str
    licence: str
    origin: str
    kept: tuple[str, ...]
    experimental: tuple[str, ...]
    unnamed: tuple[str, ...]
    present: bool
    chosen: bool


class KnownModels(QObject):
    """Read when it is asked for, which is recorded; the digests of the files are computed anew."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.models: tuple[Known, ...] = ()
        self.read = False
        self.fault: Fault | None = None
        session.signed_out.connect(self._forget)

    def refresh(self) -> None:
        """Read the list again."""
        desk = self._session.desks.models
        self.fault = None
        self._session.tasks.ask(desk.listed, self._took, self._fail)

    def dismiss(self) -> None:
        """Say nothing any more of why it could not be read."""
        self.fault = None
        self.changed.emit()

    def _took(self, sheets: tuple[ModelSheet, ...]) -> None:
        self.models, self.read = tuple(map(_known, sheets)), True
        self.changed.emit()

    def _fail(self, fault: Fault) -> None:
        self.fault = fault
        self.changed.emit()

    def _forget(self) -> None:
        self.models, self.read, self.fault = (), False, None
        self.changed.emit()


def _known(sheet: ModelSheet) -> Known:
    return Known(
        name=sheet.name,
        digest=sheet.digest,
        licence=sheet.licence,
        origin=sheet.origin,
        kept=tuple(name for name in sheet.kept if name not in sheet.experimental),
        experimental=sheet.experimental,
        unnamed=sheet.unnamed,
        present=sheet.present,
        chosen=sheet.chosen,
    )
