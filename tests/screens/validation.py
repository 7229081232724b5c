"""How right the installation is: a folder chosen, measured, every figure and every mistake."""

from PySide6.QtGui import QPixmap

from app.state.looking import Headway
from app.views.validation import ValidationView
from app.widgets.mistake_dialog import MistakeDialog
from app.widgets.mistakes_pane import MistakesPane
from tests.app.laboratory import Laboratory, ModelsDesk, nothing
from tests.screens.case import with_desk
from tests.screens.rooms import ADMINISTRATOR
from tests.screens.stage import Stage
from vsa_core.domain.coverage import Level
from vsa_core.errors import Fault, WrongUsage

FOLDER = "verites-2024"


def start(stage: Stage) -> QPixmap:
    """Nothing was chosen yet; reached by the administrator from the page after signing in."""
    front = _opened(stage, Laboratory(), name=ADMINISTRATOR)
    assert front.begin.folder.text() == ""
    return stage.window()


def running(stage: Stage) -> QPixmap:
    """Halfway."""
    laboratory = Laboratory(gate=stage.gate())
    _measuring(stage, laboratory)
    course = stage.front.bench.validation.course
    stage.until(lambda: course.headway.per_mille == 250)
    course.headway = Headway(430, "parking-jour.mp4", 214, 283)
    course.advanced.emit(course.headway)
    return stage.window()


def events(stage: Stage) -> QPixmap:
    """What was asked, kind by kind and question by question."""
    _measured(stage)
    return stage.window()


def mistakes(stage: Stage) -> QPixmap:
    """Every mistake with its masked picture."""
    _at(stage, 1)
    return stage.window()


def enlarged(stage: Stage) -> QPixmap:
    """One of them, large."""
    view = _at(stage, 1)
    assert view.shown is not None
    pane = view.shown.tabs.currentWidget()
    assert isinstance(pane, MistakesPane)
    pane.enlarge.click()
    return stage.under(stage.dialog(MistakeDialog))


def boxes(stage: Stage) -> QPixmap:
    """Boxes by class and size."""
    _at(stage, 2)
    return stage.window()


def tracks(stage: Stage) -> QPixmap:
    """Tracks of labelled sequences."""
    _at(stage, 3)
    return stage.window()


def coverage(stage: Stage) -> QPixmap:
    """What was looked at, and the digests of films and truths."""
    _at(stage, 4)
    return stage.window()


def unlabelled(stage: Stage) -> QPixmap:
    """A measurement without a question: the pane says why it is empty."""
    view = _measured(stage, Laboratory(found=nothing()))
    assert view.shown is not None
    view.shown.tabs.setCurrentIndex(0)
    return stage.window()


def refused(stage: Stage) -> QPixmap:
    """A truth that does not fit its film."""
    return _failed(stage, WrongUsage("EVT-027", name="porte.truth.toml", fault="length: 30.0"))


def saved(stage: Stage) -> QPixmap:
    """The report is written."""
    view = _measured(stage)
    report = stage.front.bench.report
    view.write(str(stage.path("exports")))
    stage.until(lambda: bool(report.written))
    stage.settle()
    return stage.window()


def _opened(stage: Stage, laboratory: Laboratory, name: str = "cmorel") -> ValidationView:
    front = stage.open("staffed", with_desk(models=ModelsDesk()), laboratory=laboratory)
    stage.sign_in(name)
    stage.settle()
    front.window.show_page("validation")
    stage.until(lambda: front.bench.models.read)
    stage.settle()
    view = front.window.current
    assert isinstance(view, ValidationView)
    return view


def _measuring(stage: Stage, laboratory: Laboratory) -> ValidationView:
    view = _opened(stage, laboratory)
    view.begin.begin(str(stage.path("videos", FOLDER)), Level.STANDARD)
    view.go.click()
    return view


def _measured(stage: Stage, laboratory: Laboratory | None = None) -> ValidationView:
    laboratory = laboratory or Laboratory()
    laboratory.gate.set()
    view = _measuring(stage, laboratory)
    stage.until(lambda: view.shown is not None)
    stage.settle()
    return view


def _at(stage: Stage, pane: int) -> ValidationView:
    view = _measured(stage)
    assert view.shown is not None
    view.shown.tabs.setCurrentIndex(pane)
    view.shown.tabs.currentWidget().setFocus()  # type: ignore[union-attr]  # there is one
    return view


def _failed(stage: Stage, fault: Fault) -> QPixmap:
    laboratory = Laboratory(fault=fault)
    laboratory.gate.set()
    view = _measuring(stage, laboratory)
    stage.until(view.notice.isVisible)
    stage.settle()
    return stage.window()
