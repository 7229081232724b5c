"""The files of the case, camera by camera, and what became of each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.state.archive import ArchiveState
from app.state.looks import Shares, shares_of
from app.theme import Theme
from app.widgets import footage_words
from app.widgets.elided import Elided
from app.widgets.empty import Empty
from app.widgets.footage_details import FootageDetails
from app.widgets.footage_line import FootageLine
from app.widgets.footage_tree import FootageTree, Group
from app.widgets.icon_button import IconButton
from app.widgets.notice import Notice
from app.words import Words, visible
from vsa_core.domain.footage import Footage
from vsa_core.errors import Fault

NARROW, WIDE = 300, 360


class FootageView(QWidget):
    """Lists the files; asks for more, for their being looked at, for a clock.

    `admit_wanted` carries the paths that were dropped here, () for the button.
    """

    admit_wanted = Signal(object)  # tuple[str, ...]
    index_wanted = Signal()
    clock_wanted = Signal(object)  # Footage

    def __init__(
        self, archive: ArchiveState, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._archive = archive
        self._words = words
        self._theme = theme
        self._make()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.setMinimumWidth(NARROW)
        self.setMaximumWidth(WIDE)
        self._tell()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _paths(event):
            event.acceptProposedAction()
            self._pages.setCurrentWidget(self.landing)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._tell()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._tell()
        self.admit_wanted.emit(_paths(event))

    def _make(self) -> None:
        theme = self._theme
        self.add = QPushButton(theme.icon("plus"), self.tr("Add…"))
        self.index = QPushButton(theme.icon("index"), self.tr("Index…"))
        self.add.setAccessibleName(self.tr("Add files to the case"))
        self.index.setAccessibleName(self.tr("Have the footage looked at"))
        self.notice = Notice(self._words, theme)
        self.far = Elided(use="muted")
        self.bar = QProgressBar()
        self.stop = IconButton(theme, "stop", self.tr("Stop after this file"))
        self.tree = FootageTree(theme)
        self.details = FootageDetails(self._words, theme)
        self.empty = Empty(theme, "film", "", "")
        drop = self.tr("They are asked about before anything is read.")
        self.landing = Empty(theme, "plus", self.tr("Drop the files to admit"), drop)

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        for page in (self.empty, self.landing, self._list()):
            self._pages.addWidget(page)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 12, 12, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self.add, 1)
        buttons.addWidget(self.index, 1)
        told = QVBoxLayout()
        told.setContentsMargins(12, 0, 12, 0)
        told.setSpacing(8)
        told.addWidget(self.notice)
        told.addWidget(self._going())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(buttons)
        rows.addLayout(told)
        rows.addWidget(self._pages, 1)

    def _going(self) -> QWidget:
        """How far an admission is, while one runs."""
        self.going = QWidget()
        rows = QVBoxLayout(self.going)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        line = QHBoxLayout()
        line.addWidget(self.far, 1)
        line.addWidget(self.stop)
        rows.addLayout(line)
        rows.addWidget(self.bar)
        return self.going

    def _list(self) -> QWidget:
        below = QScrollArea()
        below.setFrameShape(QFrame.Shape.NoFrame)
        below.setWidgetResizable(True)
        below.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        below.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        below.setWidget(self.details)
        below.setMinimumHeight(96)
        self.tree.setMinimumHeight(96)
        self.tree.setProperty("use", "flat")
        self._below = below
        self._list_page = QSplitter(Qt.Orientation.Vertical)
        self._list_page.setChildrenCollapsible(False)
        self._list_page.addWidget(self.tree)
        self._list_page.addWidget(below)
        self._list_page.setSizes([320, 280])
        return self._list_page

    def _connect(self) -> None:
        self._archive.changed.connect(self._tell)
        self._archive.advanced.connect(self._tell_going)
        self._archive.failed.connect(self._fail)
        self.add.clicked.connect(self._want_files)
        self.empty.acted.connect(self._act)
        self.index.clicked.connect(self.index_wanted)
        self.stop.clicked.connect(self._archive.cancel)
        self.tree.chosen.connect(self._show)
        self.details.clock_wanted.connect(self._want_clock)

    def _tell(self) -> None:
        archive = self._archive
        self._tell_going()
        self.index.setEnabled(bool(archive.sheets))
        if archive.sheets:
            self.tree.fill(self._groups())
            self._pages.setCurrentWidget(self._list_page)
        else:
            self.empty.say(*self._nothing())
            self._pages.setCurrentWidget(self.empty)
        if archive.fault is None and not archive.known:
            self.notice.clear()

    def _tell_going(self, *_: object) -> None:
        archive, entering = self._archive, self._archive.entering
        self.going.setVisible(archive.busy)
        self.add.setEnabled(not archive.busy)
        self.bar.setRange(0, entering.total)
        self.bar.setValue(entering.done)
        self.stop.setEnabled(not archive.stopping)
        if archive.stopping:
            text = self.tr("Stopping after {name}")
        else:
            text = self.tr("{number} of {total}: {name}")
        number = min(entering.done + 1, entering.total)
        shown = visible(entering.name)
        self.far.setText(text.format(number=number, total=entering.total, name=shown))
        self.bar.setAccessibleName(self.far.text())

    def _nothing(self) -> tuple[str, str, str, str]:
        """Icon, title, sentence and action where there is no list."""
        if self._archive.fault is not None:
            title = self.tr("The list could not be read")
            return "error", title, self.tr("The message above says why."), self.tr("Try again")
        if not self._archive.known:
            return "film", self.tr("Reading the list…"), self.tr("The reading is recorded."), ""
        text = self.tr(
            "Add the files of an exhibit, or drop them here. Each is read once and named by its"
            " SHA-256; nothing is written beside it."
        )
        return "film", self.tr("No footage yet"), text, self.tr("Add files…")

    def _groups(self) -> list[Group]:
        """Cameras of the basis in their order, then those only the files name."""
        found: dict[str, list[FootageLine]] = {camera: [] for camera in self._archive.cameras}
        for sheet in sorted(self._archive.sheets, key=lambda sheet: _order(sheet.footage)):
            line = self._line(sheet.footage, shares_of(sheet))
            found.setdefault(sheet.footage.camera, []).append(line)
        return [
            Group(visible(camera), self._remark(len(lines)), tuple(lines))
            for camera, lines in found.items()
        ]

    def _remark(self, count: int) -> str:
        if not count:
            return self.tr("no file")
        return self.tr("files: {count}").format(count=count)

    def _line(self, footage: Footage, shares: Shares) -> FootageLine:
        words, badges = self._words, []
        if footage.stream is not None and footage.stream.variable:
            badges.append((self.tr("variable rate"), "muted"))
        if footage.clock is None:
            badges.append((self.tr("no clock stated"), "warning"))
        icon, use = footage_words.LOOKS[footage.state]
        facts = (footage_words.length(footage), footage_words.size(footage))
        return FootageLine(
            value=footage.digest,
            name=visible(footage.name),
            icon=icon,
            use=use,
            state=footage_words.state(footage, words),
            facts=" · ".join(part for part in facts if part),
            badges=tuple(badges),
            shares=shares,
            spoken=footage_words.spoken(footage, shares, words),
        )

    def _show(self, digest: str) -> None:
        sheet = self._archive.sheet(digest)
        self._below.setVisible(sheet is not None)
        if sheet is not None:
            self.details.tell(sheet.footage, shares_of(sheet))

    def _act(self) -> None:
        self._archive.refresh() if self._archive.fault is not None else self._want_files()

    def _want_files(self) -> None:
        self.admit_wanted.emit(())

    def _want_clock(self) -> None:
        sheet = self._archive.sheet(self.tree.value)
        if sheet is not None:
            self.clock_wanted.emit(sheet.footage)

    def _fail(self, fault: Fault) -> None:
        self.notice.tell(fault)


def _order(footage: Footage) -> tuple[bool, int, str]:
    """By time, those without a clock last."""
    claim = footage.clock
    return claim is None, claim.shown + claim.offset if claim else 0, footage.name


def _paths(event: QDropEvent) -> tuple[str, ...]:
    urls = event.mimeData().urls()
    return tuple(url.toLocalFile() for url in urls if url.isLocalFile())
