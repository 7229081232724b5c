"""Everything that a measurement found, pane by pane, under one line that sums it up."""

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from app.theme import Theme
from app.widgets import assessed_words as say
from app.widgets.boxes_pane import BoxesPane
from app.widgets.clips_pane import ClipsPane
from app.widgets.events_pane import EventsPane
from app.widgets.label import Label
from app.widgets.mistakes_pane import MistakesPane
from app.widgets.tracks_pane import TracksPane
from app.words import Words
from vsa_core.domain.assessment import ALL, Assessment, Rate


class ValidationResult(QWidget):
    """One measurement; another one is another widget."""

    def __init__(
        self, found: Assessment, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.found = found
        self._words = words
        self.summary = Label(self._summed(), use="heading", wraps=True)
        verify = self.tr(
            "What the tool finds is an element to verify, never evidence. These figures hold for"
            " these films, this model, this level and these settings alone."
        )
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for icon, pane, title in (
            ("search", EventsPane(found, words, theme), self.tr("Events")),
            ("doubt", MistakesPane(found, words, theme), self.tr("Mistakes ({count})")),
            ("boxes", BoxesPane(found, words, theme), self.tr("Boxes")),
            ("trails", TracksPane(found, words, theme), self.tr("Tracks")),
            ("coverage", ClipsPane(found, words, theme), self.tr("Coverage")),
        ):
            told = title.format(count=len(found.mistakes))
            self.tabs.addTab(pane, theme.icon(icon), told)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.summary)
        rows.addWidget(Label(verify, use="muted", wraps=True))
        rows.addWidget(self.tabs, 1)
        self.setFocusProxy(self.tabs)
        self._begin()

    def _begin(self) -> None:
        """On the first pane that has something to say."""
        found = self.found
        full = (found.events, (), found.boxes, found.tracked, found.clips)
        self.tabs.setCurrentIndex(next((n for n, has in enumerate(full) if has), 0))

    def _summed(self) -> str:
        words, found = self._words, self.found
        parts = [self.tr("Films: {count}").format(count=say.number(len(found.clips), words))]
        if found.events:
            hits = sum(one.matched for one in found.events)
            there = hits + sum(one.missed for one in found.events)
            alarms = sum(one.false_alarms for one in found.events)
            looked = sum(one.looked for one in found.events)
            events = self.tr("events found: {found}; false alarms: {alarms} in {minutes}")
            told = events.format(
                found=say.counts(Rate(hits, there), words),
                alarms=say.number(alarms, words),
                minutes=say.minutes(looked, words),
            )
            parts.append(told)
        whole = [one for one in found.boxes if one.size == ALL]
        if whole:
            rate = Rate(sum(one.found for one in whole), sum(one.truths for one in whole))
            boxes = self.tr("boxes found: {found}")
            parts.append(boxes.format(found=say.counts(rate, words)))
        return " · ".join(parts)
