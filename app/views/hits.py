"""The answer on the screen: what was looked at, and the hits as cards, with what was decided."""

from typing import Any

from PySide6.QtCore import QIdentityProxyModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.state.amounts import amount
from app.state.hit_list import HIT, Index
from app.state.hit_order import Order, Sieve
from app.state.hits import Hits, Stage, Unread
from app.state.tuning import Tuning
from app.theme import Theme
from app.widgets import hit_words
from app.widgets.card_view import CardView
from app.widgets.coarse_line import CoarseLine
from app.widgets.coverage_line import CoverageLine
from app.widgets.coverage_words import nothing_found
from app.widgets.empty import Empty
from app.widgets.hit_bar import HitBar
from app.widgets.hit_card import Card, CardPainter
from app.widgets.notice import Notice
from app.widgets.review_line import ReviewLine
from app.widgets.tip import plain_tip
from app.widgets.tuning_bar import TuningBar
from app.widgets.tuning_words import knobs
from app.words import Words, visible
from vsa_core.domain.event import Hit
from vsa_core.errors import Fault, Refused

RANKED = frozenset({"path_following"})
"""Kinds whose score says how well a hit answers."""


class SpokenHits(QIdentityProxyModel):
    """The listed rows with what a screen reader says of each, and a tip that says it too."""

    def __init__(self, hits: Hits, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits = hits
        self._words = words
        self.setSourceModel(hits.listed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.whole(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.whole(index).replace(", ", "\n"))
        return super().data(index, role)

    def whole(self, index: Index) -> str:
        """Everything about a row."""
        hit: Hit | None = super().data(index, HIT)
        if hit is None:
            return ""
        verdict = self._hits.verdict(hit.name)
        return hit_words.spoken(hit.event, verdict, self._words, self._hits.files)


class HitsView(QWidget):
    """Shows what `hits` knows; Enter on a card asks to see it in the player."""

    show_wanted = Signal(object)  # Hit
    export_wanted = Signal(object)  # tuple[Hit, ...]

    def __init__(
        self,
        hits: Hits,
        tuning: Tuning,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hits = hits
        self._tuning = tuning
        self._words = words
        self.tune = TuningBar(theme, lambda value, unit: amount(value, unit, words))
        self.bar = HitBar(theme)
        self.coverage = CoverageLine(words, theme)
        self.coarse = CoarseLine(words, theme)
        self.review = ReviewLine()
        self.notice = Notice(words, theme)
        self.empty = Empty(theme, "search", "", "")
        self.cards = CardView(CardPainter(theme, self._card, self))
        self.cards.setAccessibleName(self.tr("Results"))
        self.cards.setModel(SpokenHits(hits, words, self))
        self._lay_out()
        self._connect()
        self._tell()
        self._choose(hits.current)

    def selected(self) -> tuple[Hit, ...]:
        """The hits of the selected rows, from the top."""
        rows = sorted(index.row() for index in self.cards.selectedIndexes())
        found = (self._hits.listed.hit(row) for row in rows)
        return tuple(hit for hit in found if hit is not None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._see()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 12, 8)
        rows.setSpacing(8)
        rows.addWidget(self.bar)
        rows.addWidget(self.coverage)
        rows.addWidget(self.coarse)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.review, 1)
        line.addWidget(self.tune.toggle)
        rows.addLayout(line)
        rows.addWidget(self.tune)
        rows.addWidget(self.notice)
        # In its place before it holds anything: a stack shows its first page, as a window if alone.
        self._pages = QStackedLayout()
        rows.addLayout(self._pages, 1)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.cards)

    def _connect(self) -> None:
        hits = self._hits
        hits.changed.connect(self._tell)
        self._tuning.changed.connect(self._tell_tuning)
        self._tuning.failed.connect(self._fail)
        self.tune.moved.connect(self._tuning.move)
        hits.begun.connect(self._begin)
        hits.failed.connect(self._fail)
        hits.chosen.connect(self._choose)
        hits.listed.modelReset.connect(self._choose_again)
        self.cards.settled.connect(self._see)
        self.cards.selectionModel().currentChanged.connect(self._chosen)
        self.cards.selectionModel().selectionChanged.connect(lambda *_: self._tell_export())
        self.cards.activated.connect(self._show)
        self.empty.acted.connect(lambda: self._arrange(Sieve.ALL))
        self.bar.sieve_wanted.connect(self._arrange)
        self.bar.order_wanted.connect(self._order)
        self.bar.grid_wanted.connect(self.cards.set_shape)
        self.bar.stop_wanted.connect(hits.stop)
        self.bar.export_wanted.connect(lambda: self.export_wanted.emit(self.selected()))

    def _tell(self) -> None:
        hits = self._hits
        self.bar.setVisible(hits.state is not Stage.IDLE)
        self.bar.tell(hits.counts, asking=hits.state is Stage.ASKING)
        self._tell_coverage()
        self.coarse.tell(hits.coarse)
        counts = hits.counts
        sieves = (Sieve.ALL, Sieve.MATCHED, Sieve.REJECTED, Sieve.DOUBTFUL)
        self.review.tell(*(counts[sieve] for sieve in sieves))
        self._tell_export()
        if hits.listed.rowCount():
            self._pages.setCurrentWidget(self.cards)
            self._see()
        else:
            self.empty.say(*self._nothing())
            self._pages.setCurrentWidget(self.empty)

    def _tell_coverage(self) -> None:
        hits = self._hits
        if hits.state is Stage.FAILED:
            self.coverage.remark(self._broken_off())
        elif hits.coverage is not None:
            self.coverage.tell(hits.coverage, tuple(map(self._unread, hits.failures)))
        elif hits.state is Stage.STOPPED:
            self.coverage.remark(self.tr("Stopped: what was looked at is not known."))
        else:
            self.coverage.remark("")

    def _tell_tuning(self) -> None:
        """The thresholds of the answer, and whether the values on show are recorded."""
        tuning, words = self._tuning, self._words
        self.tune.show_knobs(knobs(tuning.sliders, words))
        if tuning.busy:
            self.tune.tell("clock", self.tr("Recorded when the thresholds come to rest…"))
        elif tuning.settled is not None:
            at = hit_words.at(tuning.settled, words)
            self.tune.tell("journal", self.tr("Recorded at {time}.").format(time=at))
        else:
            self.tune.tell("", "")

    @property
    def _refused(self) -> bool:
        """Whether the desk refused the question, before anything was looked at."""
        return isinstance(self._hits.fault, Refused) and not self._hits.listed.total

    def _broken_off(self) -> str:
        if self._refused:
            return ""
        return self.tr("The answer is not whole: what was looked at is not known.")

    def _tell_export(self) -> None:
        self.bar.export.setEnabled(self.cards.selectionModel().hasSelection())

    def _nothing(self) -> tuple[str, str, str, str]:
        """Icon, title, sentence and action of an empty list."""
        hits = self._hits
        if hits.listed.total:
            title = self.tr("No result of this sort")
            return "filter", title, self.tr("The filter hides them all."), self.tr("Show all")
        if hits.state is Stage.FAILED and self._refused:
            text = self.tr("Nothing was searched. The message above says why.")
            return "shield", self.tr("Question refused"), text, ""
        if hits.state is Stage.ANSWERED and hits.coverage is not None:
            return "coverage", self.tr("No result"), nothing_found(hits.coverage), ""
        told = {
            Stage.IDLE: (
                "search",
                self.tr("No question asked yet"),
                self.tr("Write a question and ask it: it is recorded, then answered here."),
            ),
            Stage.ASKING: ("search", self.tr("Searching…"), self.tr("The question is recorded.")),
            Stage.STOPPED: (
                "stop",
                self.tr("Search stopped"),
                self.tr("Nothing had been found: not found does not mean absent."),
            ),
        }
        failed = ("error", self.tr("No answer"), self.tr("The message above says why."))
        return (*told.get(hits.state, failed), "")

    def _unread(self, failure: Unread) -> str:
        footage = self._hits.files.get(failure.recording)
        name = visible(footage.name) if footage else failure.recording[:16]
        text = self.tr("{name} could not be read [{code}].")
        return text.format(name=name, code=failure.code)

    def _card(self, index: Index) -> Card | None:
        hit: Hit | None = index.data(HIT)
        if hit is None:
            return None
        event, thumbnails = hit.event, self._hits.thumbnails
        verdict, code = self._hits.verdict(hit.name), thumbnails.code(hit.name)
        badge_icon, badge_use = hit_words.looks(verdict)
        return Card(
            picture=thumbnails.picture(hit.name),
            note=self.tr("No picture [{code}]").format(code=code) if code else "",
            when=hit_words.when(event.start, self._words, self._hits.files),
            camera=visible(event.camera),
            icon=hit_words.class_icon(event.object_class),
            what=hit_words.what(event, self._words),
            course=hit_words.course(event, self._words),
            grade=hit_words.grade(event.score),
            badge=hit_words.decision(verdict),
            badge_icon=badge_icon,
            badge_use=badge_use,
        )

    def _see(self) -> None:
        """Ask for the thumbnails in sight; a hidden list looks at nothing."""
        if self.cards.isVisible():
            found = (self._hits.listed.hit(row) for row in self.cards.rows_in_sight())
            self._hits.see([hit.name for hit in found if hit is not None])

    def _arrange(self, sieve: Sieve) -> None:
        self.bar.sieve.setCurrentIndex(list(Sieve).index(sieve))
        self._hits.arrange(sieve=sieve)

    def _begin(self) -> None:
        """A ranked kind is listed by its rank, until somebody wants it otherwise."""
        self.notice.clear()
        query = self._hits.query
        if query is not None and query.kind in RANKED:
            self.bar.order.setCurrentIndex(list(Order).index(Order.SCORE))
            self._order(Order.SCORE)

    def _order(self, order: Order) -> None:
        self._hits.arrange(order=order)

    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self._hits.choose(index.row())

    def _choose(self, hit: Hit | None) -> None:
        """Follow what was chosen elsewhere; the selection made here stays."""
        row = self._hits.listed.row(hit.name) if hit is not None else None
        index = self.cards.model().index(row, 0) if row is not None else QModelIndex()
        if index != self.cards.currentIndex():
            self.cards.setCurrentIndex(index)

    def _choose_again(self) -> None:
        self._choose(self._hits.current)

    def _show(self, index: QModelIndex) -> None:
        hit = self._hits.listed.hit(index.row())
        if hit is not None:
            self.show_wanted.emit(hit)

    def _fail(self, fault: Fault) -> None:
        self.notice.tell(fault)
