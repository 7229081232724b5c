"""The replays asked for, with the counts of those that were run; never a result."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.records import replay_counts, replay_state
from app.state.audit_replays import ReplayRequest, ReplayRequests
from app.theme import Theme
from app.widgets.empty import Empty
from app.widgets.label import Label
from app.widgets.table import Row, Table
from app.words import Words


class RequestsPane(QWidget):
    """One line a request, the newest first; the line chosen is told whole below."""

    def __init__(
        self, requests: ReplayRequests, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._requests = requests
        self._words = words
        headers = (self.tr("Question"), self.tr("Case"), self.tr("State"))
        self.table = Table(theme, self.tr("Replays asked for"), headers, 2)
        self.told = Label(wraps=True)
        self.empty = Empty(
            theme,
            "refresh",
            self.tr("No replay was asked for"),
            self.tr(
                "Choose a question in the journal and ask for a replay: somebody who holds the"
                " key of the case runs it, and you both see counts, never pictures."
            ),
        )
        self._lay_out()
        self.table.currentItemChanged.connect(lambda *_: self._tell())
        requests.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        listed = tuple(reversed(self._requests.listed))
        self.pages.setCurrentIndex(1 if listed else 0)
        self.table.fill([self._row(one) for one in listed])
        self._tell()

    def _row(self, one: ReplayRequest) -> Row:
        icon = "clock" if one.open else "check"
        state = replay_state(one, self._words)
        return Row((str(one.asked), one.case, state), str(one.place), icon)

    def _tell(self) -> None:
        chosen = [one for one in self._requests.listed if str(one.place) == self.table.value]
        self.told.setText(self._counts(chosen[0]) if chosen else "")

    def _counts(self, one: ReplayRequest) -> str:
        outcome = one.outcome
        if outcome is None:
            return self.tr("It waits until somebody who holds the key of the case enters it.")
        if outcome.code:
            return self.tr("It could not be run ({code}), and stays open.").format(
                code=outcome.code
            )
        text = self.tr("The first time: {first}.\nAt the replay: {now}.\nRun by {who}.")
        return text.format(
            first=replay_counts(outcome.first, self._words),
            now=replay_counts(outcome.now, self._words),
            who=outcome.by,
        )

    def _lay_out(self) -> None:
        listed = QWidget()
        inner = QVBoxLayout(listed)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.told)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(listed)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 6, 0, 0)
        rows.addWidget(self.pages)
