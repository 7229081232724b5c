"""What this program can and cannot do, as the desk signed it, asked away from the window."""

from PySide6.QtCore import QObject, Signal

from app.state.session import Session
from vsa_core.desk.capabilities import Signed


class Capabilities(QObject):
    """Needs nobody signed in, reads no case; `signed` is None until the desk has answered."""

    changed = Signal()
    failed = Signal(object)  # Fault

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.signed: Signed | None = None

    def refresh(self) -> None:
        """Ask the desk for the list of now."""
        capabilities = self._session.desks.capabilities
        self._session.tasks.ask(capabilities.listed, self._told, self.failed.emit)

    def _told(self, signed: Signed) -> None:
        self.signed = signed
        self.changed.emit()
