"""Having footage looked at: the dialog that starts it, and the strip that tells how far it is."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.state.looking import Headway, LookingState
from app.theme import Theme
from app.times import duration
from app.widgets.camera_list import CameraList
from app.widgets.coverage_words import rounded_up
from app.widgets.elided import Elided
from app.widgets.field import Field
from app.widgets.fitted import fit
from app.widgets.form import Form
from app.widgets.icon_button import IconButton
from app.widgets.label import Label
from app.widgets.level_choice import LevelChoice
from app.widgets.motive import MotiveBox
from app.widgets.notice import Notice
from app.words import Words, visible
from vsa_core.domain.moment import MICROSECONDS

WIDE = 560
SIDE = 20
MOST = 4
"""Files that could not be read are named up to so many."""

Button = QDialogButtonBox.StandardButton


class IndexingView(QWidget):
    """A strip for the foot of the window; hidden while there is nothing to tell."""

    def __init__(
        self, looking: LookingState, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._looking = looking
        self._words = words
        self._theme = theme
        self._make()
        self._lay_out()
        self._connect()
        self._tell()

    def _make(self) -> None:
        theme = self._theme
        self.file = Elided()
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.percent = Label(use="strong")
        self.time = Label(use="muted")
        self.hold = IconButton(theme, "pause", self.tr("Pause the indexing"))
        self.stop = IconButton(theme, "stop", self.tr("Stop the indexing"))
        self.sign = Label()
        self.summary = Label(wraps=True)
        self.dismiss = IconButton(theme, "close", self.tr("Close this message"))
        self.notice = Notice(self._words, theme)

    def _lay_out(self) -> None:
        self._going, self._over = QWidget(), QWidget()
        row = QHBoxLayout(self._going)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(12)
        mark = Label()
        mark.setPixmap(self._theme.icon("index", "accent").pixmap(QSize(SIDE, SIDE)))
        row.addWidget(mark)
        row.addWidget(self.file, 2)
        row.addWidget(self.bar, 3)
        for part in (self.percent, self.time, self.hold, self.stop):
            row.addWidget(part)
        row = QHBoxLayout(self._over)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self.sign)
        row.addWidget(self.summary, 1)
        row.addWidget(self.dismiss)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for piece in (self.notice, self._going, self._over):
            rows.addWidget(piece)

    def _connect(self) -> None:
        self._looking.changed.connect(self._tell)
        self._looking.advanced.connect(self._tell_going)
        self.hold.clicked.connect(self._hold)
        self.stop.clicked.connect(self._looking.cancel)
        self.dismiss.clicked.connect(self._looking.dismiss)
        self.notice.dismissed.connect(self._looking.dismiss)

    def _tell(self) -> None:
        looking = self._looking
        told = looking.outcome is not None
        self._going.setVisible(looking.busy)
        self._over.setVisible(told)
        if looking.fault is not None:
            self.notice.tell(looking.fault)
        else:
            self.notice.clear()
        self.setVisible(looking.busy or told or looking.fault is not None)
        if looking.paused:
            self.hold.show_as("play", self.tr("Go on with the indexing"))
        else:
            self.hold.show_as("pause", self.tr("Pause the indexing"))
        for button in (self.hold, self.stop):
            button.setEnabled(not looking.stopping)
        self._tell_going(looking.headway)
        self._tell_outcome()

    def _tell_going(self, headway: Headway) -> None:
        self.bar.setValue(headway.per_mille)
        self.percent.setText(f"{headway.per_mille // 10}\u202f%")
        self.percent.setVisible(bool(headway.file))
        self.file.setText(visible(headway.file) or self.tr("Getting ready to index…"))
        self.time.setText(self._times(headway))
        name = self.tr("Indexing: {percent}, {file}, {times}")
        told = name.format(
            percent=self.percent.text(), file=self.file.text(), times=self.time.text()
        )
        self.bar.setAccessibleName(told)

    def _times(self, headway: Headway) -> str:
        since = duration(headway.elapsed * MICROSECONDS)
        if self._looking.stopping:
            return self.tr("stopping…")
        if self._looking.paused:
            return self.tr("{elapsed} · paused").format(elapsed=since)
        if headway.remaining is None:
            return self.tr("{elapsed} · remaining time not known yet").format(elapsed=since)
        left = rounded_up(headway.remaining * MICROSECONDS)
        return self.tr("{elapsed} · about {left} left").format(elapsed=since, left=left)

    def _tell_outcome(self) -> None:
        outcome = self._looking.outcome
        if outcome is None:
            return
        whole = not outcome.failures and not outcome.cancelled and outcome.named
        icon, use = ("check", "good") if whole else ("warning", "warning")
        self.sign.setPixmap(self._theme.icon(icon, use).pixmap(QSize(SIDE, SIDE)))
        if outcome.cancelled:
            text = self.tr("Indexing stopped; what is finished is kept.")
        else:
            text = self.tr("Indexing over.")
        done = self.tr("Level {level}: {files} files, {tracks} tracks.").format(
            level=self._words.name("cli.levels", outcome.level.value),
            files=outcome.files,
            tracks=outcome.tracks,
        )
        motion = "" if outcome.named else self.tr("Motion alone has looked: nothing has a name.")
        parts = (text, done, motion, self._unread(outcome.failures))
        self.summary.setText(" ".join(part for part in parts if part))
        self._over.setAccessibleName(self.summary.text())

    def _unread(self, failures: tuple[tuple[str, str], ...]) -> str:
        if not failures:
            return ""
        named = [f"{visible(name)} [{code}]" for name, code in failures[:MOST]]
        if len(failures) > MOST:
            named.append("…")
        text = self.tr("Not read to the end: {count} ({names}).")
        return text.format(count=len(failures), names=", ".join(named))

    def _hold(self) -> None:
        if self._looking.paused:
            self._looking.resume()
        else:
            self._looking.pause()


class IndexingDialog(QDialog):
    """Asks how closely, which cameras and why; closes when the looking begins. Not modal."""

    def __init__(
        self,
        looking: LookingState,
        cameras: tuple[str, ...],
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._looking = looking
        self.setWindowTitle(self.tr("Have the footage looked at"))
        self.setModal(False)
        self.setMinimumWidth(WIDE)
        self.levels = LevelChoice(words)
        self.cameras = CameraList()
        self.cameras.show_cameras([(camera, "") for camera in cameras], cameras, one=False)
        self.motive = MotiveBox(words, looking.motive)
        self.already = Label(self.tr("Footage is being looked at already."), use="warning")
        self.buttons = QDialogButtonBox(Button.Ok | Button.Cancel)
        self.go = self.buttons.button(Button.Ok)
        self.go.setText(self.tr("Start"))
        self._lay_out(theme)
        self._connect()
        self._tell()
        self.resize(WIDE, self.height())
        fit(self)

    def _lay_out(self, theme: Theme) -> None:
        again = self.tr("What an earlier indexing finished at this level is not done again.")
        self.cameras_field = Field(theme, self.tr("Cameras"), self.cameras)
        self.motive_field = Field(theme, self.tr("Motive"), self.motive)
        form = Form()
        for field in (
            Field(theme, self.tr("Level"), self.levels, again),
            self.cameras_field,
            self.motive_field,
        ):
            form.add(field)
        beyond = self.tr(
            "Only what the basis allows is looked at; files without a clock are left out. You can"
            " go on working meanwhile: where there is much to do, key pictures of everything are"
            " looked at first, so that questions have first answers early, and these deepen."
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 12, 12, 12)
        rows.setSpacing(12)
        for part in (form, Label(beyond, use="muted", wraps=True), self.already):
            rows.addWidget(part)
        rows.addStretch()
        rows.addWidget(self.buttons)

    def _connect(self) -> None:
        self._looking.changed.connect(self._tell)
        self.cameras.ticked.connect(self._answered)
        self.motive.changed.connect(self._answered)
        self.buttons.accepted.connect(self._start)
        self.buttons.rejected.connect(self.reject)

    def _tell(self) -> None:
        self.already.setVisible(self._looking.busy)
        self.go.setEnabled(not self._looking.busy)

    def _answered(self, *_: object) -> None:
        for field in (self.cameras_field, self.motive_field):
            field.complain("")

    def _start(self) -> None:
        cameras = self.cameras.names
        self.cameras_field.complain("" if cameras else self.tr("Choose a camera at least."))
        self.motive_field.complain("" if self.motive.code else self.tr("Choose a motive."))
        fit(self)
        if cameras and self.motive.code:
            self.accept()
            self._looking.start(self.levels.level, cameras, self.motive.code)
