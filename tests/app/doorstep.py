"""What the tests of the way in stand on: bare machines, people at the door, a full draft."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.sample import Sample
from app.state.draft import Draft
from app.state.session import Installation, SampleMaker, Session
from app.tasks import Tasks
from tests.desk.scene import AIPD, CHEAP, HOUR, SECRET, START, FixedClock, settings
from vsa_core import engine
from vsa_core.desk.desks import Desks
from vsa_core.desk.people import NewPerson
from vsa_core.domain.case import Framework, Role
from vsa_core.domain.ports import Cancel, Progress


def no_sample(progress: Progress, cancel: Cancel) -> Sample:
    """Nobody asks for the sample here."""
    raise AssertionError("nobody asked for it")


def bare_desks(home: Path) -> Desks:
    """An installation where nobody was enrolled yet."""
    return engine.desks(settings(home), CHEAP, FixedClock())


def at_the_door(
    home: Path, tasks: Tasks, *people: tuple[str, Role], sample: SampleMaker = no_sample
) -> Session:
    """Nobody signed in; each of `people` is enrolled with SECRET, the administrator last."""
    desks = bare_desks(home)
    for name, role in people:
        aipd = None if desks.people.founded() else AIPD
        new = NewPerson(name, role, f"{name.title()} Martin", "H-1")
        desks.people.add(new, SECRET, aipd=aipd)
    return Session(desks, tasks, sample, installation=Installation(str(home), "relecture/0.1.0"))


def sign_in(qtbot: QtBot, session: Session, name: str = "alice") -> Session:
    """Sign somebody in with SECRET."""
    with qtbot.waitSignal(session.signed_in):
        session.sign_in(name, SECRET)
    return session


def draft(place: Path, /, **changes: object) -> Draft:
    """A case that the desk opens, changed as told."""
    fields: dict[str, object] = {
        "number": "2024/17",
        "framework": Framework.FLAGRANCE,
        "requisition": "R1",
        "magistrate": "Mme X",
        "authorisation": "",
        "offence": "vol",
        "cameras": ("rue",),
        "start": START,
        "end": START + HOUR,
        "expires": START + 48 * HOUR,
        "erase_by": START + 100 * HOUR,
        "people": (),
        "folder": str(place),
        "motive": "M01",
        "aipd": AIPD,
    }
    return Draft(**{**fields, **changes})  # type: ignore[arg-type]  # built from a table of fields


def nameless(root: QWidget) -> list[str]:
    """What one can act on below `root` that the Tab key misses, or a screen reader cannot name."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.isHidden() or not _acts(widget):
            continue
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        tabbed = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        if isinstance(widget, QAbstractButton) and widget.group() is not None:
            tabbed = True  # Tab reaches the group, arrows move in it
        if not tabbed or not (widget.accessibleName() or text):
            found.append(f"{type(widget).__name__} {widget.accessibleName() or text!r}")
    return found


def _acts(widget: QWidget) -> bool:
    if isinstance(widget, QHeaderView) or widget.objectName().startswith("qt_"):
        return False
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
    inner = isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox)
    within = widget.window() is not widget and not inner
    return isinstance(widget, kinds) and within and not _in_popup(widget)


def _in_popup(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QComboBox):
            return True
        above = above.parentWidget()
    return False
