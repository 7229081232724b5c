"""How right this installation is: a labelled folder is chosen, measured, and every figure shown."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.state.known_models import KnownModels
from app.state.looking import Headway
from app.state.report_writing import ReportWriting
from app.state.validation import Step, Validation
from app.theme import Theme
from app.widgets.empty import Empty
from app.widgets.folder_dialog import ask_folder
from app.widgets.label import Label
from app.widgets.notice import Notice
from app.widgets.report_written import ReportWritten
from app.widgets.side import Side
from app.widgets.subject_facts import SubjectFacts
from app.widgets.validation_progress import ValidationProgress
from app.widgets.validation_result import ValidationResult
from app.widgets.validation_start import ValidationStart
from app.words import Words


class ValidationView(QWidget):
    """Asks, waits and shows, as the measurement stands; `closed` when the person goes back.

    A measurement goes on when the page is left.
    """

    closed = Signal()

    def __init__(
        self,
        validation: Validation,
        report: ReportWriting,
        models: KnownModels,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._validation = validation
        self._report = report
        self._models = models
        self._words = words
        self._theme = theme
        self.shown: ValidationResult | None = None
        self._subject: SubjectFacts | None = None
        self._make()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.begin.begin(validation.folder, validation.level)
        self._tell()
        self._tell_models()
        self._tell_report()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._models.refresh()
            self._focus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _folder(event) and self._validation.step is Step.CHOOSING:
            event.acceptProposedAction()
            self.stack.setCurrentWidget(self.landing)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._tell()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.begin.folder.setText(_folder(event))
        self._tell()

    def _make(self) -> None:
        theme, words = self._theme, self._words
        self.side = Side(theme, self.tr("Validation"))
        self.about = Label(
            self.tr(
                "Films whose truth a person wrote down are indexed and asked like any others, in an"
                " installation that is thrown away, and every answer is compared with that truth."
                " You see how right this installation is on such footage, and each of its mistakes."
            ),
            wraps=True,
        )
        self.notice = Notice(words, theme)
        self.halted = Label(self.tr("The measurement was stopped: nothing of it is kept."))
        self.saved = ReportWritten(theme)
        self.begin = ValidationStart(words, theme)
        self.going = ValidationProgress(words, theme)
        drop = self.tr("Nothing is measured before you say so.")
        self.landing = Empty(theme, "plus", self.tr("Drop the folder to measure"), drop)
        self.results = QWidget()
        self.stack = QStackedWidget()
        self.back = QPushButton(theme.icon("chevron-left"), self.tr("Back"))
        self.look = QPushButton(self.tr("See the last result"))
        self.again = QPushButton(self.tr("Measure another folder…"))
        self.go = QPushButton(theme.icon("gauge", "on_accent"), self.tr("Measure"))
        self.save = QPushButton(theme.icon("disk", "on_accent"), self.tr("Save the report…"))
        for button in (self.go, self.save):
            button.setProperty("use", "primary")

    def _lay_out(self) -> None:
        self.side.rows.insertWidget(1, self.about)
        rows = QVBoxLayout(self.results)
        rows.setContentsMargins(24, 24, 24, 12)
        self._result_rows = rows
        for page in (self.begin, self.landing, self.going, self.results):
            self.stack.addWidget(page)
        told = QVBoxLayout()
        told.setContentsMargins(24, 0, 24, 12)
        for widget in (self.notice, self.halted, self.saved):
            told.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 0, 24, 24)
        buttons.setSpacing(8)
        buttons.addWidget(self.back)
        buttons.addStretch()
        for button in (self.look, self.again, self.go, self.save):
            buttons.addWidget(button)
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(self.stack, 1)
        main.addLayout(told)
        main.addLayout(buttons)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.side)
        across.addLayout(main, 1)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(True)  # Enter presses it, as Space does

    def _connect(self) -> None:
        validation, report = self._validation, self._report
        validation.changed.connect(self._tell)
        validation.course.advanced.connect(self._tell_going)
        report.changed.connect(self._tell_report)
        self._models.changed.connect(self._tell_models)
        self.begin.wanted.connect(validation.measure)
        self.going.stopped.connect(validation.cancel)
        self.go.clicked.connect(self.begin.start)
        self.again.clicked.connect(validation.again)
        self.look.clicked.connect(validation.look)
        self.save.clicked.connect(self.ask_where)
        self.back.clicked.connect(self.closed)
        self.notice.dismissed.connect(self._dismiss)
        self.saved.dismissed.connect(report.dismiss)

    def ask_where(self) -> QFileDialog:
        """Ask for the folder of the report, and write it there."""
        return ask_folder(self, self.tr("Folder of the report"), "", self.write)

    def write(self, folder: str) -> None:
        """Write the report of what is shown into that folder."""
        if self._validation.found is not None:
            self._report.write(self._validation.found, folder, self._words.language)

    def _tell(self) -> None:
        validation, step = self._validation, self._validation.step
        pages = {Step.CHOOSING: self.begin, Step.MEASURED: self.results}
        if step is Step.MEASURED:
            self._show_result()
        if validation.busy:
            self.going.show_order(validation.folder, validation.level)
            self._tell_going(validation.course.headway)
        self._turn_to(pages.get(step, self.going))
        self.about.setVisible(step is not Step.MEASURED)
        if self._subject is not None:
            self._subject.setVisible(step is Step.MEASURED)
        self.go.setVisible(step is Step.CHOOSING)
        self.look.setVisible(step is Step.CHOOSING and validation.found is not None)
        self.again.setVisible(step is Step.MEASURED)
        self.save.setVisible(step is Step.MEASURED)
        self.halted.setVisible(validation.stopped)
        self._tell_report()

    def _turn_to(self, page: QWidget) -> None:
        """The focus goes along, else it would be lost with the button that was pressed."""
        if self.stack.currentWidget() is page:
            return
        here = self.isAncestorOf(self.window().focusWidget())
        self.stack.setCurrentWidget(page)
        if here:
            self._focus()

    def _focus(self) -> None:
        page = self.stack.currentWidget()
        if page is not None:
            page.setFocus()

    def _tell_going(self, headway: Headway) -> None:
        self.going.show_headway(headway, stopping=self._validation.step is Step.STOPPING)

    def _show_result(self) -> None:
        found = self._validation.found
        if found is None or (self.shown is not None and self.shown.found is found):
            return
        for old in (self.shown, self._subject):
            if old is not None:
                old.hide()
                old.deleteLater()
        self.shown = ValidationResult(found, self._words, self._theme)
        self._subject = SubjectFacts(found, self._words, self._theme)
        self._result_rows.addWidget(self.shown)
        self.results.setFocusProxy(self.shown)
        self.side.rows.insertWidget(1, self._subject)

    def _tell_report(self) -> None:
        """A report is told of beside the result that it tells of, and nowhere else."""
        report, validation = self._report, self._validation
        here = validation.step is Step.MEASURED and report.found is validation.found
        self.save.setEnabled(not report.busy)
        self.saved.tell(report.written if here else ())
        self._tell_faults()

    def _tell_models(self) -> None:
        models = self._models
        if models.read:
            self.begin.models.show_models(models.models)
        elif models.fault is not None:
            self.begin.models.wait(self.tr("The list of models could not be read."))
        self._tell_faults()

    def _tell_faults(self) -> None:
        """One banner: what the person did last comes first."""
        faults = (self._validation.fault, self._report.fault, self._models.fault)
        fault = next((one for one in faults if one is not None), None)
        self.notice.tell(fault) if fault is not None else self.notice.clear()

    def _dismiss(self) -> None:
        for state in (self._validation, self._report, self._models):
            state.dismiss()


def _folder(event: QDropEvent) -> str:
    """The one folder that is dropped, "" for anything else."""
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and Path(paths[0]).is_dir() else ""
