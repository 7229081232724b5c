"""What this program can do, what it cannot, and which test shows it: one page, for everybody."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.state.capabilities import Capabilities
from app.theme import Theme
from app.widgets.copy_line import CopyLine
from app.widgets.facts import Facts
from app.widgets.fold import Fold
from app.widgets.label import Label
from app.widgets.notice import Notice
from app.widgets.sheet import Sheet
from app.widgets.side import Side
from app.words import Words, visible

SHORT, SHORTER = 16, 8
"""Digits of a digest that are shown, and in the narrow side, where the whole of it is copied."""

LETTERS = 120
ICON = 18


class CapabilitiesView(QWidget):
    """The absences first, then what there is; `closed` when the person goes back.

    Nothing here can be changed, and nothing of a case is told.
    """

    closed = Signal()

    def __init__(
        self, state: Capabilities, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._words = words
        self._theme = theme
        self.notice = Notice(words, theme)
        self.side = Side(theme, self.tr("What this program can and cannot do"))
        self.about = Label(
            self.tr(
                "This list is drawn up and signed by the program itself. Each start writes it into"
                " the journal, so that what could be done here on any date can be told later."
            ),
            wraps=True,
        )
        self.seal = Facts()
        self.back = QPushButton(theme.icon("chevron-left"), self.tr("Back"))
        self.sheet = Sheet(LETTERS)
        self._lay_out()
        self.back.clicked.connect(self.closed)
        state.changed.connect(self._tell)
        state.failed.connect(self.notice.tell)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.notice.clear()
            self._state.refresh()

    def _lay_out(self) -> None:
        self.side.rows.insertWidget(1, self.about)
        self.side.rows.insertWidget(2, self.seal)
        self.side.foot(self.back)
        page = QVBoxLayout()
        page.setSpacing(0)
        page.addWidget(self.notice)
        page.addWidget(self.sheet, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.side)
        across.addLayout(page, 1)

    def _tell(self) -> None:
        if self._state.signed is None:
            return
        self._tell_seal()
        self._clear()
        self._tell_cannot()
        self._tell_modules()
        self._tell_can()
        self._tell_parties()
        self.sheet.rows.addStretch()

    def _clear(self) -> None:
        rows = self.sheet.rows
        while (item := rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _tell_seal(self) -> None:
        signed = self._state.signed
        assert signed is not None
        build = signed.listing.build
        unsigned = self.tr("none: nobody is enrolled here yet")
        self.seal.fill(
            (
                (self.tr("Program"), visible(build.program)),
                (self.tr("Python"), visible(build.python)),
                (self.tr("Files"), str(build.files)),
                (self.tr("Their digest"), self._copied(self.tr("Their digest"), build.digest)),
                (self.tr("This list"), self._copied(self.tr("This list"), signed.digest)),
                (
                    self.tr("Signature"),
                    self._copied(self.tr("Signature"), signed.signature)
                    if signed.signature
                    else unsigned,
                ),
            )
        )

    def _copied(self, name: str, whole: str) -> QWidget:
        return CopyLine(self._theme, name, f"{whole[:SHORTER]}…", whole)

    def _tell_cannot(self) -> None:
        assert self._state.signed is not None
        self._head(self.tr("What this program cannot do"))
        self._add(
            Label(
                self.tr(
                    "Each line is held by a test that is run before every release, and that is"
                    " itself shown to fail when the thing is there."
                ),
                use="muted",
                wraps=True,
            )
        )
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        for row, red in enumerate(self._state.signed.listing.cannot):
            self._line(grid, row * 2, red.line, red.test)
        self._add(lines)

    def _line(self, grid: QGridLayout, row: int, line: str, test: str) -> None:
        mark = Label()
        mark.setPixmap(self._theme.icon("reject", "muted").pixmap(QSize(ICON, ICON)))
        mark.setAccessibleName(self.tr("cannot"))
        top = Qt.AlignmentFlag.AlignTop
        said = Label(self._words.name("capabilities.cannot", line), wraps=True)
        grid.addWidget(mark, row, 0, top)
        grid.addWidget(Label(line, use="muted"), row, 1, top)
        grid.addWidget(said, row, 2)
        grid.addWidget(Label(visible(test), use="muted"), row + 1, 2)
        grid.setRowMinimumHeight(row + 1, self.fontMetrics().height() + 8)

    def _tell_modules(self) -> None:
        assert self._state.signed is not None
        self._head(self.tr("Modules that other tools have"))
        self._facts(
            tuple(
                (
                    self._words.name("capabilities.module", name),
                    self._words.name("capabilities.state", state),
                )
                for name, state in self._state.signed.listing.modules
            )
        )

    def _tell_can(self) -> None:
        assert self._state.signed is not None
        listing = self._state.signed.listing
        self._head(self.tr("What it can do"))
        questions = ", ".join(
            f"{self._words.name('kinds.kind', kind.kind)} ({kind.version})"
            for kind in listing.kinds
        )
        looks = self.tr("{detector}; tracker: {tracker}")
        told = looks.format(detector=listing.looks.detector, tracker=listing.looks.tracker)
        named = self.tr("{name} ({digest}…): {classes}")
        models = tuple(
            (
                self.tr("Model in use") if model.chosen else self.tr("Model"),
                named.format(
                    name=visible(model.name),
                    digest=model.digest[:SHORT],
                    classes=self._classes(model.classes),
                ),
            )
            for model in listing.models
        )
        fault = ((self.tr("Models"), self.tr("could not be named")),) if listing.fault else ()
        self._facts(
            ((self.tr("Questions"), questions), (self.tr("Detector"), told), *models, *fault)
        )

    def _classes(self, names: tuple[str, ...]) -> str:
        return ", ".join(visible(self._words.name("cli.classes", name)) for name in names) or "…"

    def _tell_parties(self) -> None:
        assert self._state.signed is not None
        parties = self._state.signed.listing.build.parties
        title = self.tr("Libraries: {count}").format(count=len(parties))
        said = Label(", ".join(f"{name} {version}" for name, version in parties), wraps=True)
        self._add(Fold(self._theme, title, said))

    def _head(self, text: str) -> None:
        self._add(Label(text, use="heading"))

    def _facts(self, rows: tuple[tuple[str, str], ...]) -> None:
        facts = Facts()
        facts.fill(rows)
        self._add(facts)

    def _add(self, widget: QWidget) -> None:
        self.sheet.rows.addWidget(widget)
        widget.show()  # else Qt shows it a turn later, and the page flickers
