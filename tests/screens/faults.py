"""The machine looked at, the keys, and leaving while something runs."""

import os

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QMessageBox

from app.views.diagnosis import DiagnosisDialog
from app.views.keys import Keys
from tests.screens.case import _looking, with_desk
from tests.screens.rooms import TODAY, Clock
from tests.screens.stage import Stage
from vsa_core.desk.health import Finding, Health, State

FOUND = (
    Finding("python", State.GOOD, "known", (("version", "3.11.2"),)),
    Finding("encoder", State.GOOD, "proven"),
    Finding("home", State.GOOD, "private", (("path", "~/.local/share/relecture"),)),
    Finding("filesystem", State.GOOD, "local", (("kind", "ext4"),)),
    Finding("space", State.WARNING, "little", (("free", "6"),)),
    Finding("clock", State.GOOD, "plausible", (("utc", "2024-03-06 08:00:00 UTC"),)),
    Finding("zone", State.WARNING, "utc", (("zone", "UTC"),)),
    Finding("journal", State.GOOD, "whole", (("records", "412"),)),
    Finding("telemetry", State.GOOD, "inert"),
)


def diagnosis(stage: Stage) -> QPixmap:
    """What the doctor found."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # the picture names it
    health = Health(Clock(TODAY), [(one.what, lambda one=one: one) for one in FOUND])  # type: ignore[misc]
    front = stage.open("staffed", with_desk(health=health))
    front.window.acts["doctor"].trigger()
    dialog = stage.dialog(DiagnosisDialog)
    assert isinstance(dialog, DiagnosisDialog)
    stage.until(lambda: dialog.again.isEnabled())
    return stage.under(dialog)


def keys(stage: Stage) -> QPixmap:
    """The sheet of keys."""
    stage.open("staffed").window.acts["keys"].trigger()
    return stage.under(stage.dialog(Keys))


def leaving(stage: Stage) -> QPixmap:
    """Something still runs."""
    _looking(stage)
    stage.front.window.acts["sign_out"].trigger()
    return stage.under(stage.dialog(QMessageBox))
