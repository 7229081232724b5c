"""The export dialog: what leaves, who stays masked, how far it is, and what was written."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.state.exporting import Exporting, Paper, Step
from app.theme import Theme
from app.times import duration, elapsed
from app.widgets import hit_words
from app.widgets.export_form import ExportForm
from app.widgets.export_result import ExportResult
from app.widgets.facts import Facts
from app.widgets.label import Label
from app.widgets.notice import Notice
from app.words import Words, visible

SIZE = QSize(600, 640)
SIDE = 20
Button = QDialogButtonBox.ButtonRole


class ExportDialog(QDialog):
    """Not modal: the export goes on when the dialog is closed, and is found again when opened."""

    def __init__(
        self, exporting: Exporting, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._exporting = exporting
        self._words = words
        self._theme = theme
        self.setWindowTitle(self.tr("Export a clip"))
        self.setModal(False)
        self.notice = Notice(words, theme)
        self.facts = Facts()
        self.limit = Label(wraps=True, use="warning")
        self.masks = Label(wraps=True)
        self.form = ExportForm(words, theme)
        self.bar = QProgressBar()
        self.far = Label(wraps=True)
        self.outcome = Label(wraps=True)
        self.written = ExportResult(words, theme)
        self._make_buttons()
        self._lay_out()
        exporting.changed.connect(self._tell)
        exporting.failed.connect(self.notice.tell)
        self.form.changed.connect(self._tell_leaving)
        self.form.folder_wanted.connect(lambda into: self.form.set_folder(exporting.beside(into)))
        self.written.verify_wanted.connect(exporting.verify)
        self.resize(SIZE)
        self._tell()

    def _make_buttons(self) -> None:
        self.buttons = QDialogButtonBox()
        self.go = self.buttons.addButton(self.tr("Export"), Button.ActionRole)
        # On the other side: the second of two clicks on Export must not stop it.
        self.stop = self.buttons.addButton(self.tr("Stop the export"), Button.ResetRole)
        self.again = self.buttons.addButton(self.tr("Export otherwise"), Button.ActionRole)
        self.leave = self.buttons.addButton(self.tr("Close"), Button.RejectRole)
        self.go.setProperty("use", "primary")
        for button in (self.go, self.stop, self.again, self.leave):
            button.setAutoDefault(button is self.go)
        self.go.clicked.connect(self._export)
        self.stop.clicked.connect(self._exporting.cancel)
        self.again.clicked.connect(self._exporting.again)
        self.buttons.rejected.connect(self.close)

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._choosing = self._scrolled(self._choosing_page())
        self._going = self._plain(self.bar, self.far)
        self._over = self._plain(self.outcome)
        self._done = self._scrolled(self.written)
        for page in (self._choosing, self._going, self._over, self._done):
            self._pages.addWidget(page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 12, 12, 12)
        rows.setSpacing(12)
        rows.addWidget(self.notice)
        rows.addWidget(self._pages, 1)
        rows.addWidget(self.buttons)

    def _choosing_page(self) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        self.too_long = self._signed("warning", "warning", self.limit)
        masks = self._signed("mask", "text", self.masks)
        rows.addWidget(self._group(self.tr("What leaves"), self.facts, self.too_long))
        self.who = self._group(self.tr("Who is masked"), masks)
        rows.addWidget(self.who)
        rows.addWidget(self._group(self.tr("How"), self.form))
        rows.addStretch()
        return page

    def _group(self, title: str, *inside: QWidget) -> QGroupBox:
        group = QGroupBox(title)
        rows = QVBoxLayout(group)
        rows.setContentsMargins(0, 4, 0, 0)
        for widget in inside:
            rows.addWidget(widget)
        return group

    def _signed(self, icon: str, use: str, text: Label) -> QWidget:
        """A text after its icon."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        sign = Label()
        sign.setPixmap(self._theme.icon(icon, use).pixmap(QSize(SIDE, SIDE)))
        row.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        return line

    def _plain(self, *widgets: QWidget) -> QWidget:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setSpacing(12)
        rows.addStretch()
        for widget in widgets:
            rows.addWidget(widget)
        rows.addStretch()
        return page

    def _scrolled(self, page: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(page)
        return area

    def _tell(self) -> None:
        exporting, step = self._exporting, self._exporting.step
        pages = {
            Step.WRITING: self._going,
            Step.STOPPING: self._going,
            Step.STOPPED: self._over,
            Step.WRITTEN: self._done,
        }
        self._pages.setCurrentWidget(pages.get(step, self._choosing))
        choosing = step in (Step.CHOOSING, Step.FAILED)
        self.go.setVisible(choosing)
        self.stop.setVisible(exporting.busy)
        self.stop.setEnabled(step is Step.WRITING)
        self.again.setVisible(step in (Step.STOPPED, Step.WRITTEN))
        if exporting.fault is None or step is Step.STOPPED:
            self.notice.clear()
        if choosing:
            self._tell_leaving()
        self._tell_going()
        self._tell_outcome()

    def _tell_leaving(self) -> None:
        exporting, leaving = self._exporting, self._exporting.leaving
        self.form.ask_margin(bool(leaving.hits))
        window = leaving.span(self.form.microseconds)
        rows: list[tuple[str, str | QWidget]] = [(self.tr("What"), self._what())]
        if not leaving.empty:
            cameras = ", ".join(visible(camera) for camera in leaving.cameras)
            rows.append((self.tr("Camera"), cameras))
        if window is not None:
            length = elapsed(window.end - window.start, self._words.language)
            rows += [
                (self.tr("From"), hit_words.at(window.start, self._words)),
                (self.tr("To"), hit_words.at(window.end, self._words)),
                (self.tr("Length"), self.tr("{length} at most").format(length=length)),
            ]
        self.facts.fill(tuple(rows))
        long = window is not None and window.end - window.start > exporting.longest
        text = self.tr("One export covers {longest} of one camera at most: shorten it.")
        self.limit.setText(text.format(longest=duration(exporting.longest)))
        self.too_long.setVisible(long)
        self.masks.setText(self._masked())
        self.who.setVisible(not leaving.empty)
        self.go.setEnabled(bool(self.form.motive.code) and not long and not leaving.empty)

    def _what(self) -> str:
        hits = self._exporting.leaving.hits
        if self._exporting.leaving.empty:
            return self.tr(
                "Nothing yet: mark where a clip begins and ends in the player, or choose a result."
            )
        if not hits:
            return self.tr("The stretch chosen in the player")
        if len(hits) > 1:
            return self.tr("Results: {count}").format(count=len(hits))
        event = hits[0].event
        track = self.tr("track no. {number}").format(number=event.track)
        kind = self._words.name("kinds.kind", event.kind)
        return ", ".join((kind, hit_words.what(event, self._words), track))

    def _masked(self) -> str:
        unmasked = self._exporting.unmasked
        if unmasked is None:
            return self.tr("Reading who was matched…")
        if not unmasked:
            who = self.tr("Every detected head is masked: no result of this camera is matched.")
        else:
            text = self.tr(
                "Every detected head is masked, except on the matched tracks of this camera"
                " that pass in the clip: no. {tracks}."
            )
            who = text.format(tracks=", ".join(map(str, unmasked)))
        warn = self.tr(
            "Whom neither the detector nor motion saw is not masked: look at the clip again"
            " before handing it over."
        )
        return f"{who} {warn}"

    def _tell_going(self) -> None:
        exporting = self._exporting
        self.bar.setRange(0, exporting.total)
        self.bar.setValue(exporting.done)
        if exporting.step is Step.STOPPING:
            text = self.tr("Stopping at the next picture…")
        elif exporting.total:
            text = self.tr("Picture {done} of {total}").format(
                done=exporting.done, total=exporting.total
            )
        else:
            text = self.tr("Getting ready. While footage is being indexed, the export waits.")
        self.far.setText(text)
        self.bar.setAccessibleName(text)

    def _tell_outcome(self) -> None:
        exporting = self._exporting
        if exporting.step is Step.STOPPED:
            never = self.tr("The export was stopped before it began: nothing was written.")
            told = self._words.explain(exporting.fault) if exporting.fault else (never,)
            self.outcome.setText(" ".join(part for part in told if part))
        made, checked = exporting.exported, exporting.checked
        if made is not None:
            self.written.tell(made.folder, made.frames, made.microseconds, made.head)
        if checked is not None:
            self.written.tell_check(checked.files, checked.case, checked.signers)

    def _export(self) -> None:
        form = self.form
        self.notice.clear()
        self._exporting.export(
            Paper(
                margin=form.microseconds,
                folder=form.folder,
                recipient=form.recipient.text().strip(),
                language=form.spoken,
                motive=form.motive.code,
            )
        )
