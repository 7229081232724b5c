"""Opening a case: what is proposed, and the draft that goes to the desk."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QStandardPaths, Signal

from app.state.case_folder import Found, look
from app.state.draft import Asked, Draft
from app.state.session import Session
from app.tasks import Job, Lane
from vsa_core.desk.cases import NewCase
from vsa_core.domain.case import Aipd
from vsa_core.domain.moment import MICROSECONDS
from vsa_core.errors import Fault

PARIS = ZoneInfo("Europe/Paris")
PROPOSED = 90
"""Days that a basis is proposed to hold; the authorisation says how long it does."""

SHELF = "Relecture"

ANSWERS = {
    "LAW-006": Asked.AUTHORISATION,
    "LAW-009": Asked.CAMERAS,
    "LAW-010": Asked.REQUISITION,
    "LAW-011": Asked.MAGISTRATE,
    "LAW-013": Asked.OFFENCE,
    "LAW-014": Asked.NUMBER,
    "LAW-015": Asked.ERASE_BY,
    "LAW-016": Asked.ERASE_BY,
    "LAW-017": Asked.CAMERAS,
    "LAW-018": Asked.EXPIRES,
    "LAW-019": Asked.ERASE_BY,
    "LAW-020": Asked.MOTIVE,
    "LAW-030": Asked.AIPD,
    "LAW-031": Asked.MODULES,
    "LAW-032": Asked.MODULES,
    "CAS-011": Asked.PEOPLE,
    "CAS-020": Asked.FOLDER,
    "CAS-021": Asked.NUMBER,
    "CAS-024": Asked.FOLDER,
    "KEY-007": Asked.PEOPLE,
    "KEY-010": Asked.NUMBER,
}
"""The field that a refusal of the desk speaks of."""


class Opening(QObject):
    """Opens cases for the person signed in; the session's `entered` or `failed` follows."""

    looked = Signal(object)  # Found

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._looking: Job | None = None

    def now(self) -> int:
        """The machine's time, in microseconds since 1970 UTC."""
        return self._session.now()

    def form(self, language: str) -> Mapping[str, tuple[str, str]]:
        """What is asked for, by the name of `Asked`: the article that does, and its words."""
        asked = self._session.desks.cases.form()
        return {one.key: (one.article, one.words[language]) for one in asked}

    def aipd(self) -> Aipd:
        """The impact assessment told when the installation was founded; empty when none was."""
        return self._session.desks.people.aipd()

    def midnight(self) -> int:
        """The beginning of today in Paris, in microseconds since 1970 UTC."""
        return _microseconds(self._today())

    def expiry(self) -> int:
        """When the basis is proposed to expire and the case to be erased: the end of a day."""
        return _microseconds(self._today() + timedelta(days=PROPOSED + 1)) - MICROSECONDS

    def folder_for(self, number: str) -> str:
        """Where a case of that number is proposed to live; "" while it has no number."""
        name = re.sub(r"[^\w.-]+", "-", number).strip("-.")
        place = QStandardPaths.StandardLocation.DocumentsLocation
        shelf = Path(QStandardPaths.writableLocation(place) or Path.home()) / SHELF
        return str(shelf / name) if name else ""

    def look_at(self, folder: str) -> None:
        """Look what lies in a folder; `looked` follows, for the last one asked about."""
        self.look_away()
        self._looking = self._session.tasks.ask(
            lambda: look(folder), self._found, lane=Lane.PICTURES
        )

    def look_away(self) -> None:
        """Nothing more is told of the folder last asked about."""
        if self._looking is not None:
            self._looking.drop()

    def open(self, draft: Draft) -> None:
        """Open the case and enter it."""
        number, basis = draft.number.strip(), draft.basis()
        new = NewCase(number, basis, draft.people, draft.erase_by, draft.aipd)
        self._session.open_case(draft.folder.strip(), new, draft.motive)

    def _today(self) -> datetime:
        now = datetime.fromtimestamp(self.now() // MICROSECONDS, PARIS)
        return now.replace(hour=0, minute=0, second=0)

    def _found(self, found: Found) -> None:
        self.looked.emit(found)


def _microseconds(moment: datetime) -> int:
    return int(moment.timestamp()) * MICROSECONDS


def field_of(fault: Fault) -> Asked | None:
    """The field to go to after a refusal, None when it speaks of none."""
    return ANSWERS.get(fault.code)
