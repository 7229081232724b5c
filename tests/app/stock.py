"""Desks that admit and look at files from memory, for tests of the archive pane."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from tests.app.laid import footage
from vsa_core.desk.footage import Admission, FootageSheet
from vsa_core.desk.indexing import Indexed
from vsa_core.desk.tickets import InCase, SignedIn
from vsa_core.domain.coverage import Level
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import ClockClaim
from vsa_core.domain.ports import Cancel, Progress
from vsa_core.errors import Fault

SEEN = Indexed("r", Level.STANDARD, "yolo", True, "twostage", 3, 9, 37, 900, 1200, False, ())


@dataclass(slots=True)
class StockDesk:
    """Files by their sheets; `faults` answer for some names, `gate` holds every admission."""

    sheets: list[FootageSheet] = field(default_factory=list)
    faults: dict[str, Fault] = field(default_factory=dict)
    refusal: Fault | None = None
    readings: int = 0
    admissions: list[tuple[Admission, str]] = field(default_factory=list)
    claims: list[tuple[str, ClockClaim, str]] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    def listed(self, who: SignedIn, where: InCase) -> tuple[FootageSheet, ...]:
        self.readings += 1
        if self.refusal is not None:
            raise self.refusal
        return tuple(self.sheets)

    def admit(self, who: SignedIn, where: InCase, admission: Admission, motive: str) -> Footage:
        self.admissions.append((admission, motive))
        self.gate.wait()
        name = PurePath(admission.path).name
        if name in self.faults:
            raise self.faults[name]
        file = footage(name, camera=admission.camera)
        file = replace(file, clock=admission.clock, exhibit=admission.exhibit)
        self.sheets.append(FootageSheet(file, ()))
        return file

    def claim_clock(
        self, who: SignedIn, where: InCase, digest: str, claim: ClockClaim, motive: str
    ) -> Footage:
        if self.refusal is not None:
            raise self.refusal
        self.claims.append((digest, claim, motive))
        row, held = next((n, s) for n, s in enumerate(self.sheets) if s.footage.digest == digest)
        file = replace(held.footage, clock=claim)
        self.sheets[row] = replace(held, footage=file)
        return file


@dataclass(slots=True)
class LookDesk:
    """Looks at nothing: goes on until `gate` is set, and can be stopped."""

    fault: Fault | None = None
    outcome: Indexed = SEEN
    steps: Iterable[tuple[int, int, str]] = ((0, 1000, ""), (250, 1000, "a.mp4"))
    orders: list[tuple[Level, tuple[str, ...], str]] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)

    def index(
        self,
        who: SignedIn,
        where: InCase,
        level: Level,
        cameras: tuple[str, ...],
        motive: str,
        progress: Progress,
        cancel: Cancel,
    ) -> Indexed:
        self.orders.append((level, cameras, motive))
        for step in self.steps:
            progress(*step)
        while not self.gate.wait(0.005):
            if cancel():
                return replace(self.outcome, cancelled=True)
        if self.fault is not None:
            raise self.fault
        return replace(self.outcome, level=level)


def unnamed(widget: QWidget) -> list[str]:
    """What one can act on and has no accessible name, or cannot be reached by keyboard."""
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    found = [one for kind in kinds for one in widget.findChildren(kind)]
    mine = [one for one in found if not one.objectName().startswith("qt_") and not one.isHidden()]
    return [
        str(one) for one in mine if not _named(one) or one.focusPolicy() is Qt.FocusPolicy.NoFocus
    ]


def _named(one: QWidget) -> bool:
    text = one.text() if isinstance(one, QAbstractButton) else ""
    return bool(one.accessibleName() or text)
