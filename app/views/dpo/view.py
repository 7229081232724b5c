"""The DPO’s desk: filters, use over time, what rules bring forward, records, and the light."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.state.audit import Audit
from app.state.audit_chart import Bar, bars
from app.state.audit_handing import Handing
from app.state.audit_replays import ReplayRequests
from app.theme import Theme
from app.times import local
from app.views.dpo.ceremony import CeremonyDialog
from app.views.dpo.facts import FactsPane
from app.views.dpo.filters import FiltersPane
from app.views.dpo.handing import HandOverDialog
from app.views.dpo.light import LightPane
from app.views.dpo.record import RecordPane
from app.views.dpo.requests import RequestsPane
from app.widgets.empty import Empty
from app.widgets.icon_button import IconButton
from app.widgets.label import Label
from app.widgets.notice import Notice
from app.widgets.rule import Rule
from app.widgets.sheet import Sheet
from app.widgets.usage_chart import UsageChart
from app.widgets.usage_legend import UsageLegend
from app.words import Words

PARIS = "Europe/Paris"
SIDE = 268
LETTERS = 60
PANES = (680, 310)
NARROW = (52, 146, 176, 92, 96, 200)
"""Pixels of every column but the last, which takes the rest."""


class DpoView(QWidget):
    """Nothing here shows footage. `closed` when the person goes back, or leaves."""

    closed = Signal()
    requests_wanted = Signal()

    def __init__(
        self,
        audit: Audit,
        requests: ReplayRequests,
        handing: Handing,
        words: Words,
        theme: Theme,
        now: int,
        parent: QWidget | None = None,
        *,
        acts: bool,
    ) -> None:
        """acts: a DPO, who remarks, asks, hands over and cosigns; else somebody who only reads.

        `now`, in microseconds since 1970 UTC, is where the periods proposed end.
        """
        super().__init__(parent)
        self._audit, self._requests, self._handing = audit, requests, handing
        self._words, self._theme, self._acts = words, theme, acts
        self._read_before = False
        self.notice = Notice(words, theme)
        self.filters = FiltersPane(words, theme, now)
        self.light = LightPane(audit, theme)
        self.chart = UsageChart(theme)
        self.legend = UsageLegend(self.chart, theme)
        self.facts = FactsPane(audit, theme)
        self.table = QTableView()
        self.record = RecordPane(audit, requests, words, theme, acts=acts)
        self.requests = RequestsPane(requests, words, theme)
        self.empty = Empty(theme, "journal", "", "")
        self.count = Label(use="muted")
        self.witnessed = Label(wraps=True, use="muted")
        self._make_buttons()
        self._show_records()
        self._lay_out()
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._read_before:
            self._read_before = True
            self.refresh()
            if self._acts:
                self._requests.refresh()
                self._handing.refresh()

    def refresh(self) -> None:
        """Read the journal, and its use over time, under the filters on show."""
        filters, audit = self.filters, self._audit
        if filters.first.value() < filters.last.value():
            audit.keep_hours(filters.first.value(), filters.last.value())
        person, case = filters.person.text().strip(), filters.case.text().strip()
        audit.read(person, case, filters.chosen_act, filters.span)
        audit.survey(filters.span)

    def cosign(self) -> CeremonyDialog:
        """Open the ceremony."""
        dialog = CeremonyDialog(self._handing, self._words, self._theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        return dialog

    def hand_over(self) -> HandOverDialog:
        """Open the form that hands the journal to somebody."""
        dialog = HandOverDialog(self._handing, self._words, self._theme, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        return dialog

    def _make_buttons(self) -> None:
        theme = self._theme
        self.ceremony = QPushButton(theme.icon("key"), self.tr("Cosign…"))
        self.over = QPushButton(theme.icon("export"), self.tr("Hand over…"))
        self.approve = QPushButton(theme.icon("accept"), self.tr("Requests to approve…"))
        self.leave = QPushButton(
            theme.icon("sign-out" if self._acts else "chevron-left"),
            self.tr("Sign out") if self._acts else self.tr("Back"),
        )
        self.newer = IconButton(theme, "chevron-left", self.tr("Newer records"))
        self.older = IconButton(theme, "chevron-right", self.tr("Older records"))

    def _show_records(self) -> None:
        table, header = self.table, self.table.horizontalHeader()
        table.setModel(self._audit.records)
        table.setAccessibleName(self.tr("Records of the journal"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(NARROW):
            table.setColumnWidth(column, width)

    def _lay_out(self) -> None:
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.record, self.tr("Record"))
        if self._acts:
            self.tabs.addTab(self.requests, self.tr("Replays"))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.table)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self._middle())
        panes.addWidget(self.tabs)
        panes.setStretchFactor(0, 1)
        panes.setSizes(list(PANES))
        across = QHBoxLayout(self)
        across.setContentsMargins(12, 12, 12, 8)
        across.setSpacing(12)
        across.addWidget(self._left())
        across.addWidget(panes, 1)

    def _left(self) -> QWidget:
        side = Sheet(LETTERS, margins=(0, 0))
        side.setFixedWidth(SIDE)
        side.rows.setContentsMargins(0, 0, 8, 0)
        handing = QHBoxLayout()
        handing.setSpacing(6)
        handing.addWidget(self.ceremony, 1)
        handing.addWidget(self.over, 1)
        side.rows.addWidget(self.filters)
        side.rows.addWidget(Rule(self._theme))
        side.rows.addWidget(self.light)
        side.rows.addWidget(Rule(self._theme))
        side.rows.addWidget(self.witnessed)
        side.rows.addLayout(handing)
        side.rows.addStretch()
        side.rows.addWidget(self.approve)
        side.rows.addWidget(self.leave)
        for widget in (self.witnessed, self.ceremony, self.over, self.approve):
            widget.setVisible(self._acts)
        return side

    def _middle(self) -> QWidget:
        turning = QHBoxLayout()
        turning.addWidget(self.count, 1)
        turning.addWidget(self.newer)
        turning.addWidget(self.older)
        middle = QWidget()
        rows = QVBoxLayout(middle)
        rows.setContentsMargins(0, 0, 6, 0)
        rows.setSpacing(8)
        rows.addWidget(self.notice)
        rows.addWidget(self.chart)
        rows.addWidget(self.legend)
        rows.addWidget(self.facts)
        rows.addWidget(self.pages, 1)
        rows.addLayout(turning)
        self.legend.setMaximumHeight(self.legend.sizeHint().height())
        return middle

    def _connect(self) -> None:
        audit = self._audit
        self.filters.wanted.connect(self.refresh)
        self.chart.chosen.connect(self._only)
        self.facts.opened.connect(self._open)
        self.leave.clicked.connect(self.closed)
        self.approve.clicked.connect(self.requests_wanted)
        self.ceremony.clicked.connect(self.cosign)
        self.over.clicked.connect(self.hand_over)
        self.newer.clicked.connect(lambda: self._turn(-1))
        self.older.clicked.connect(lambda: self._turn(1))
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        audit.records.modelReset.connect(self._let_go)
        audit.began.connect(self.notice.clear)
        audit.read_out.connect(self._counted)
        audit.seen.connect(self._surveyed)
        for state in (audit, self._requests):
            state.failed.connect(self.notice.tell)
        audit.broken.connect(self.notice.tell)
        self._requests.changed.connect(self._tell_requests)
        self._handing.changed.connect(self._tell_witness)

    def _let_go(self) -> None:
        self.record.show_row(-1)

    def _only(self, bar: Bar) -> None:
        self.filters.choose_bar(bar)

    def _surveyed(self) -> None:
        overview = self._audit.overview
        if overview is not None:
            self.chart.show_bars(bars(overview, self._words), weekly=overview.weekly)

    def _open(self, card: int) -> None:
        if card < 0:
            self._audit.show_page()
        else:
            self._audit.show_facts(card)
        self._counted()

    def _turn(self, by: int) -> None:
        leaf = self._audit.leaf
        if leaf is not None:
            self._audit.turn_to(leaf.number + by)

    def _counted(self) -> None:
        audit, leaf = self._audit, self._audit.leaf
        shown = audit.records.rowCount()
        self.pages.setCurrentIndex(1 if shown else 0)
        if not shown:
            none = self.tr("No act answers to what was asked for.")
            self.empty.say("filter", self.tr("No record"), none)
        opened = any(card.isChecked() for card in self.facts.cards)
        paged = leaf is not None and not opened
        self.newer.setEnabled(paged and leaf is not None and leaf.number > 1)
        self.older.setEnabled(paged and leaf is not None and leaf.number < leaf.pages)
        if leaf is None or opened:
            text = self.tr("Records: {count} · Hours of Paris").format(count=shown)
        else:
            text = self.tr("Records: {count} · Page {page} of {pages} · Hours of Paris").format(
                count=leaf.total, page=leaf.number, pages=leaf.pages
            )
        self.count.setText(text)

    def _chosen(self, current: QModelIndex) -> None:
        self.record.show_row(current.row() if current.isValid() else -1)

    def _tell_requests(self) -> None:
        waiting = sum(one.open for one in self._requests.listed)
        text = self.tr("Replays ({count})").format(count=waiting) if waiting else ""
        self.tabs.setTabText(1, text or self.tr("Replays"))

    def _tell_witness(self) -> None:
        standing = self._handing.standing
        if standing is None:
            return
        if standing.last is None:
            text = self.tr("Never cosigned: until it is, whoever holds this PC could rewrite it.")
            self.witnessed.setText(text)
            return
        when = local(standing.last.at, self._words.language, PARIS).rpartition(":")[0]
        text = self.tr("Last cosigned on {when}; records since: {count}.")
        self.witnessed.setText(text.format(when=when, count=standing.since))
