"""The dialog that takes files into the case: which, of which camera, from when, and why."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.state.admission import Intake
from app.state.archive import ArchiveState
from app.theme import Theme
from app.widgets.clock_form import ClockForm
from app.widgets.field import Field
from app.widgets.form import Form
from app.widgets.intake_files import IntakeFiles
from app.widgets.intake_result import IntakeResult
from app.widgets.label import Label
from app.widgets.motive import MotiveBox
from app.widgets.notice import Notice
from app.widgets.steady import steady
from app.words import Words, visible
from vsa_core.errors import Fault

SIZE = QSize(1000, 600)
BAR = 24
"""Pixels that the scroll bar and its margin take beside the questions."""

Button = QDialogButtonBox.ButtonRole


class AdmitDialog(QDialog):
    """Not modal: the admission goes on when the dialog is closed, and the list tells of it."""

    def __init__(
        self,
        archive: ArchiveState,
        cameras: tuple[str, ...],
        paths: Sequence[str],
        author: str,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._archive = archive
        self._author = author
        self._words = words
        self._theme = theme
        self._asking = not archive.busy
        self.setWindowTitle(self.tr("Admit files"))
        self.setModal(False)
        self._make(cameras)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.resize(SIZE)
        self.files.take(paths)
        self._tell()

    def take(self, paths: Sequence[str]) -> None:
        """Add files to the list."""
        self.files.take(paths)

    def _make(self, cameras: tuple[str, ...]) -> None:
        self.notice = Notice(self._words, self._theme)
        self.files = IntakeFiles(self._theme)
        self.camera = QComboBox()
        self.camera.setPlaceholderText(self.tr("Choose the camera"))
        self.camera.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        steady(self.camera)
        for camera in cameras:
            self.camera.addItem(visible(camera), camera)
        self.camera.setCurrentIndex(0 if len(cameras) == 1 else -1)
        self.exhibit = QLineEdit()
        self.clock = ClockForm(self._words, self._theme)
        if self._archive.window is not None:
            self.clock.begin_at(self._archive.window.start)
        self.motive = MotiveBox(self._words, self._archive.motive)
        self.far = Label(wraps=True)
        self.bar = QProgressBar()
        self.told = IntakeResult(self._words, self._theme)

    def _make_buttons(self) -> None:
        self.buttons = QDialogButtonBox()
        self.go = self.buttons.addButton(self.tr("Admit"), Button.ActionRole)
        self.stop = self.buttons.addButton(self.tr("Stop"), Button.ActionRole)
        self.again = self.buttons.addButton(self.tr("Admit others"), Button.ActionRole)
        self.leave = self.buttons.addButton(self.tr("Close"), Button.RejectRole)
        self.go.setProperty("use", "primary")
        for button in (self.go, self.stop, self.again, self.leave):
            button.setAutoDefault(button is self.go)

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._form = self._form_page()
        self._going = QWidget()
        going = QVBoxLayout(self._going)
        going.addStretch()
        going.addWidget(self.bar)
        going.addWidget(self.far)
        going.addStretch()
        self._done = self._scrolled(self.told)
        for page in (self._form, self._going, self._done):
            self._pages.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 12, 12, 12)
        rows.setSpacing(12)
        rows.addWidget(self.notice)
        rows.addWidget(self._pages, 1)
        rows.addWidget(self.buttons)

    def _form_page(self) -> QWidget:
        """The files at the left, what is asked about them at the right."""
        order = self.tr("With one time for the first, the order of the list is the order in time.")
        self.files_field = Field(self._theme, self.tr("Files"), self.files, order)
        self._asked_page = self._asked()
        self._questions = self._scrolled(self._asked_page)
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addWidget(self.files_field, 1)
        across.addWidget(self._questions, 1)
        return page

    def _asked(self) -> QWidget:
        theme = self._theme
        label = self.tr("As written on the label of the sealed object.")
        self.camera_field = Field(theme, self.tr("Camera"), self.camera)
        self.exhibit_field = Field(theme, self.tr("Exhibit"), self.exhibit, label)
        self.motive_field = Field(theme, self.tr("Motive"), self.motive)
        before, after = Form(), Form()
        for field in (self.camera_field, self.exhibit_field):
            before.add(field)
        after.add(self.motive_field)
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(12)
        for part in (before, self.clock, after):
            rows.addWidget(part)
        rows.addStretch()
        return page

    def _scrolled(self, page: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area

    def _connect(self) -> None:
        self._archive.changed.connect(self._tell)
        self._archive.advanced.connect(self._tell_going)
        self._archive.admitted.connect(self._admitted)
        self._archive.failed.connect(self._fail)
        self.files.changed.connect(self._know_files)
        self.clock.changed.connect(self._preview)
        self.camera.currentIndexChanged.connect(self._answered)
        self.exhibit.textChanged.connect(self._answered)
        self.motive.changed.connect(self._answered)
        self.go.clicked.connect(self._admit)
        self.stop.clicked.connect(self._archive.cancel)
        self.again.clicked.connect(self._ask_again)
        self.buttons.rejected.connect(self.close)

    def _tell(self) -> None:
        busy = self._archive.busy
        page = self._going if busy else self._form if self._asking else self._done
        self._pages.setCurrentWidget(page)
        self.go.setVisible(page is self._form)
        self.stop.setVisible(busy)
        self.stop.setEnabled(not self._archive.stopping)
        self.again.setVisible(page is self._done)
        self._tell_going()

    def _tell_going(self, *_: object) -> None:
        entering = self._archive.entering
        self.bar.setRange(0, entering.total)
        self.bar.setValue(entering.done)
        if self._archive.stopping:
            text = self.tr("Stopping after {name}: a file is read whole or not at all.")
        else:
            text = self.tr("File {number} of {total}: {name} is read and named by its SHA-256.")
        number = min(entering.done + 1, entering.total)
        name = visible(entering.name)
        self.far.setText(text.format(number=number, total=entering.total, name=name))
        self.bar.setAccessibleName(self.far.text())

    def _know_files(self) -> None:
        self.clock.know(self.files.names)
        self.files_field.complain("")
        self._preview()

    def _preview(self) -> None:
        self.files.tell(self.clock.previews())
        self._questions.setMinimumWidth(self._asked_page.minimumSizeHint().width() + BAR)

    def _answered(self) -> None:
        for field in (self.camera_field, self.exhibit_field, self.motive_field):
            field.complain("")

    def _check(self) -> bool:
        """Complain of everything that is lacking; whether nothing is."""
        asked = (
            (self.files_field, bool(self.files.paths), self.tr("Add a file at least.")),
            (self.camera_field, self.camera.currentIndex() >= 0, self.tr("Choose the camera.")),
            (
                self.exhibit_field,
                bool(self.exhibit.text().strip()),
                self.tr("Name the sealed object: the law wants it (CPP art. 230-21)."),
            ),
            (self.motive_field, bool(self.motive.code), self.tr("Choose a motive.")),
        )
        for field, given, lacking in asked:
            field.complain("" if given else lacking)
        timed = self.clock.check()
        wrong = [field for field, given, _ in asked if not given]
        if wrong:
            wrong[0].control.setFocus()
            self._questions.ensureWidgetVisible(wrong[0])
        return timed and not wrong

    def _admit(self) -> None:
        self.notice.clear()
        if not self._check():
            return
        intake = Intake(
            self.files.paths,
            str(self.camera.currentData()),
            self.exhibit.text().strip(),
            self.clock.statement(self._author),
        )
        self._asking = False
        self._archive.admit(intake, self.motive.code)

    def _admitted(self, _: object) -> None:
        outcome = self._archive.outcome
        if outcome is not None:
            self.told.tell(outcome.footage, outcome.refused, outcome.untried)
            self._asking = False
        self._tell()

    def _ask_again(self) -> None:
        """The next ones: other files, what was said of them stays to be changed."""
        self.files.clear()
        self._asking = True
        self._tell()

    def _fail(self, fault: Fault) -> None:
        self.notice.tell(fault)
        self._asking = True
        self._tell()
