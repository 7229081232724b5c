"""Labelled tracks compared with ours: HOTA, IDF1, MOTA and what they were counted over."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets import assessed_words as say
from app.widgets.empty import Empty
from app.widgets.facts import Facts
from app.widgets.figure_table import FigureTable
from app.widgets.label import Label
from app.widgets.table import Row
from app.words import Words, visible
from vsa_core.domain.assessment import OWN, Assessment, Rate, Tracked

FIGURES = range(2, 9)


class TracksPane(QWidget):
    """A line for each sequence and each origin of detections; the one chosen is told below."""

    def __init__(
        self, found: Assessment, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._found = found
        self._words = words
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 12, 0, 0)
        rows.setSpacing(12)
        if not found.tracked:
            rows.addWidget(self._nothing(theme))
            return
        about = self.tr(
            "HOTA over the overlaps 0.05 to 0.95; IDF1, MOTA, switches and boxes at an overlap of"
            " one half. With published detections, the tracker alone is measured."
        )
        self.table = FigureTable(theme, self.tr("Tracks"), self._headers(), (0,), FIGURES)
        self.told = Facts()
        rows.addWidget(Label(about, use="muted", wraps=True))
        rows.addWidget(self.table, 1)
        rows.addWidget(self.told)
        self.table.told.connect(self._tell)
        self.table.fill([self._row(n, one) for n, one in enumerate(found.tracked)])
        self.setFocusProxy(self.table)

    def _headers(self) -> tuple[str, ...]:
        return (
            self.tr("Sequence"),
            self.tr("Detections"),
            self.tr("Pictures"),
            self.tr("HOTA"),
            self.tr("IDF1"),
            self.tr("MOTA"),
            self.tr("Identity switches"),
            self.tr("Boxes found"),
            self.tr("Invented"),
        )

    def _row(self, number: int, tracked: Tracked) -> Row:
        words, figures = self._words, tracked.figures
        cells = (
            tracked.clip,
            self.tr("our own") if tracked.source == OWN else self.tr("published"),
            say.number(tracked.frames, words),
            say.ratio(figures.hota, words),
            say.ratio(figures.idf1, words),
            say.ratio(figures.mota, words),
            say.number(figures.id_switches, words),
            say.counts(Rate(figures.found, figures.found + figures.missed), words),
            say.number(figures.invented, words),
        )
        return Row(cells, str(number))

    def _tell(self, value: str) -> None:
        words, tracked = self._words, self._found.tracked[int(value)]
        figures = tracked.figures
        detail = self.tr("DetA {deta}, AssA {assa}, LocA {loca}; fragments: {fragments}").format(
            deta=say.ratio(figures.deta, words),
            assa=say.ratio(figures.assa, words),
            loca=say.ratio(figures.loca, words),
            fragments=figures.fragments,
        )
        people = self.tr("{truths} in the truth, {tracks} of ours, over {frames} pictures").format(
            truths=figures.truths, tracks=figures.tracks, frames=tracked.frames
        )
        boxes = Rate(figures.found, figures.found + figures.missed)
        true = Rate(figures.found, figures.found + figures.invented)
        self.told.fill(
            (
                (self.tr("Sequence"), visible(tracked.clip)),
                (self.tr("Identities"), people),
                (self.tr("Boxes found"), say.whole_rate(boxes, words)),
                (self.tr("True boxes"), say.whole_rate(true, words)),
                (self.tr("In detail"), detail),
            )
        )

    def _nothing(self, theme: Theme) -> Empty:
        text = self.tr("No folder here holds labelled tracks (MOTChallenge: seqinfo.ini, gt.txt).")
        return Empty(theme, "trails", self.tr("No track was compared"), text)
