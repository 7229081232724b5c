"""The journal for the DPO: who asked what, when and why, and whether the journal is whole."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.state.audit import Audit
from app.theme import Theme
from app.widgets.empty import Empty
from app.widgets.instant import InstantEdit
from app.widgets.label import Label
from app.widgets.notice import Notice
from app.words import Words
from vsa_core.domain.case import Act
from vsa_core.domain.moment import MICROSECONDS, Window
from vsa_core.errors import Fault

DAY = 86_400 * MICROSECONDS
NARROW = (56, 190, 190, 110, 120, 70)
"""Pixels of every column but the last, which takes the rest."""


class AuditView(QWidget):
    """Filters above, records below, one record whole on the right; nothing here shows footage.

    `closed` when the person goes back to where they came from.
    """

    closed = Signal()

    def __init__(
        self, audit: Audit, words: Words, theme: Theme, now: int, parent: QWidget | None = None
    ) -> None:
        """`now`, in microseconds, is where the period proposed ends."""
        super().__init__(parent)
        self._audit = audit
        self._words = words
        self._theme = theme
        self.notice = Notice(words, theme)
        self.light = Label()
        self.state = Label(use="heading", wraps=True)
        self.head = QLineEdit()
        self.printed = QLineEdit()
        self.check = QPushButton(theme.icon("shield-check"), self.tr("Check the journal"))
        self.person, self.case, self.act = QLineEdit(), QLineEdit(), QComboBox()
        self.limited = QCheckBox(self.tr("Period"))
        self.start, self.end = InstantEdit(theme), InstantEdit(theme)
        self.read = QPushButton(theme.icon("filter"), self.tr("Read"))
        self.count = Label(use="muted")
        self.empty = Empty(theme, "journal", "", "")
        self.table = QTableView()
        self.whole = QPlainTextEdit()
        self.back = QPushButton(theme.icon("chevron-left"), self.tr("Back"))
        self._fill(now)
        self._lay_out()
        self._connect()
        self._say("shield", "muted", self.tr("The journal has not been checked yet"))

    def refresh(self) -> None:
        """Read the journal under the filters on show."""
        period = None
        if self.limited.isChecked() and self.start.microseconds < self.end.microseconds:
            period = Window(self.start.microseconds, self.end.microseconds)
        act = Act(self.act.currentData()) if self.act.currentData() else None
        self._audit.read(self.person.text().strip(), self.case.text().strip(), act, period)

    def _fill(self, now: int) -> None:
        self.act.addItem(self.tr("Every act"), "")
        for act in Act:
            self.act.addItem(self._words.name("cli.acts", act.value), act.value)
        self.start.set_microseconds(now - 30 * DAY)
        self.end.set_microseconds(now + DAY)
        self.person.setPlaceholderText(self.tr("Everybody"))
        self.case.setPlaceholderText(self.tr("Every case"))
        self.head.setReadOnly(True)
        self.head.setProperty("use", "mono")
        self.printed.setPlaceholderText(
            self.tr("Head printed on an export, to be found again here (optional)")
        )
        self.whole.setReadOnly(True)
        self.whole.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.whole.setPlaceholderText(self.tr("Choose a record to read it whole."))
        self.empty.say(
            "journal",
            self.tr("Nothing was read yet"),
            self.tr("Say whose acts, of which case or which period; the reading is recorded too."),
            self.tr("Read the journal"),
        )
        self._name()
        self._show_records()

    def _name(self) -> None:
        for widget, name in (
            (self.head, self.tr("Head of the journal")),
            (self.printed, self.tr("Head printed on paper, to be found again")),
            (self.person, self.tr("Person")),
            (self.case, self.tr("Case number")),
            (self.act, self.tr("Act")),
            (self.start, self.tr("From")),
            (self.end, self.tr("To")),
            (self.table, self.tr("Records of the journal")),
            (self.whole, self.tr("The record chosen, whole")),
        ):
            widget.setAccessibleName(name)

    def _show_records(self) -> None:
        self.table.setModel(self._audit.records)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(NARROW):
            self.table.setColumnWidth(column, width)

    def _lay_out(self) -> None:
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self.table)
        panes.addWidget(self.whole)
        panes.setStretchFactor(0, 1)
        panes.setSizes([900, 340])
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(panes)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 12, 12, 12)
        rows.setSpacing(12)
        rows.addLayout(self._verification())
        rows.addWidget(self.notice)
        rows.addLayout(self._filters())
        rows.addWidget(self.pages, 1)
        rows.addWidget(self.count)

    def _verification(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.light, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.state, 0, 1)
        grid.addWidget(self.head, 1, 1, 1, 2)
        grid.addWidget(self.printed, 2, 1)
        grid.addWidget(self.check, 2, 2)
        grid.addWidget(self.back, 0, 2)
        grid.setColumnStretch(1, 1)
        return grid

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget, share in (
            (self.person, 2),
            (self.case, 2),
            (self.act, 2),
            (self.limited, 0),
            (self.start, 0),
            (self.end, 0),
            (self.read, 0),
        ):
            row.addWidget(widget, share)
        return row

    def _connect(self) -> None:
        self.read.clicked.connect(self.refresh)
        self.empty.acted.connect(self.refresh)
        self.back.clicked.connect(self.closed)
        self.person.returnPressed.connect(self.refresh)
        self.case.returnPressed.connect(self.refresh)
        self.limited.toggled.connect(self._limit)
        self._limit(False)
        self.check.clicked.connect(self._verify)
        self.printed.returnPressed.connect(self._verify)
        self._audit.began.connect(self.notice.clear)
        self._audit.read_out.connect(self._counted)
        self._audit.failed.connect(self.notice.tell)
        self._audit.verified.connect(self._found_whole)
        self._audit.broken.connect(self._found_broken)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)

    def _limit(self, limited: bool) -> None:
        self.start.setEnabled(limited)
        self.end.setEnabled(limited)

    def _verify(self) -> None:
        self.check.setEnabled(False)
        self._say("shield", "muted", self.tr("Checking every record…"))
        self._audit.verify(self.printed.text().strip())

    def _found_whole(self, whole: object) -> None:
        records, head = whole.records, whole.printed  # type: ignore[attr-defined]  # desk's Whole
        text = self.tr("The journal is whole. Records: {count}").format(count=records)
        self._say("shield-check", "good", text, head)

    def _found_broken(self, fault: Fault) -> None:
        self._say("shield-broken", "bad", self.tr("The journal has been altered"))
        self.notice.tell(fault)

    def _say(self, icon: str, use: str, text: str, head: str = "") -> None:
        self.light.setPixmap(self._theme.icon(icon, use).pixmap(QSize(40, 40)))
        self.state.setText(text)
        self.head.setText(head)
        self.head.setVisible(bool(head))
        self.check.setEnabled(icon != "shield" or not self.state.text().endswith("…"))

    def _counted(self) -> None:
        records = self._audit.records
        refused = sum(records.said(row).refused for row in range(records.rowCount()))
        text = self.tr("Records: {count} · Refusals: {refused} · Hours of Paris")
        self.count.setText(text.format(count=records.rowCount(), refused=refused))
        self.whole.clear()
        self.pages.setCurrentIndex(1 if records.rowCount() else 0)
        if not records.rowCount():
            none = self.tr("No record")
            self.empty.say("filter", none, self.tr("No act answers to what was asked for."))

    def _chosen(self, current: QModelIndex) -> None:
        if current.isValid():
            self.whole.setPlainText(self._audit.records.whole(current.row()))
