"""One record whole, what was remarked on it, and the replay of its question."""

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.records import replay_counts, replay_state
from app.state.audit import Audit
from app.state.audit_replays import ReplayRequest, ReplayRequests
from app.theme import Theme
from app.times import local
from app.widgets.label import Label
from app.words import Words, visible
from vsa_core.domain.case import Act

PARIS = "Europe/Paris"
LONGEST = 500


class RecordPane(QWidget):
    """`row` of the records on show, -1 for none; whoever only reads neither remarks nor asks."""

    def __init__(
        self,
        audit: Audit,
        requests: ReplayRequests,
        words: Words,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        acts: bool,
    ) -> None:
        """acts: whether the person may remark and ask for a replay."""
        super().__init__(parent)
        self._audit = audit
        self._requests = requests
        self._words = words
        self._acts = acts
        self._row = -1
        self.whole = QPlainTextEdit()
        self.remarks = Label(wraps=True)
        self.text = QLineEdit()
        self.send = QPushButton(self.tr("Remark"))
        self.replay = QPushButton(theme.icon("refresh"), self.tr("Ask for a replay"))
        self.told = Label(wraps=True, use="muted")
        self._lay_out()
        self.text.returnPressed.connect(self._remark)
        self.text.textChanged.connect(lambda _: self._allow())
        self.send.clicked.connect(self._remark)
        self.replay.clicked.connect(self._ask)
        requests.changed.connect(self._allow)
        self.show_row(-1)

    def show_row(self, row: int) -> None:
        """Show the record of a row of the table, -1 for none."""
        self._row = row
        records = self._audit.records
        self.whole.setPlainText(records.whole(row) if row >= 0 else "")
        noted = records.record(row).remarks if row >= 0 else ()
        lines = [
            self.tr("{who}, {when}: {text}").format(
                who=visible(one.who),
                when=local(one.at, self._words.language, PARIS),
                text=visible(one.text),
            )
            for one in noted
        ]
        self.remarks.setText("\n".join(lines))
        self.remarks.setVisible(bool(lines))
        self._allow()

    @property
    def _place(self) -> str:
        return str(self._audit.records.record(self._row).place) if self._row >= 0 else ""

    def _allow(self) -> None:
        there, place = self._row >= 0 and self._acts, self._place
        self.text.setEnabled(there)
        self.send.setEnabled(there and bool(self.text.text().strip()))
        asked = self._requests.of(place) if place else ()
        act = self._audit.records.record(self._row).fields["act"] if place else ""
        question = there and act == Act.QUERY.value
        self.replay.setVisible(question)
        self.replay.setEnabled(not any(one.open for one in asked))
        self._tell_replay(asked[-1] if asked else None)

    def _tell_replay(self, last: ReplayRequest | None) -> None:
        self.told.setVisible(last is not None)
        if last is None:
            return
        state, outcome = replay_state(last, self._words), last.outcome
        if outcome is None or outcome.code:
            self.told.setText(self.tr("Replay: {state}").format(state=state))
            return
        first, now = (replay_counts(one, self._words) for one in (outcome.first, outcome.now))
        text = self.tr("Replay: {state}. The first time: {first}. At the replay: {now}.")
        self.told.setText(text.format(state=state, first=first, now=now))

    def _remark(self) -> None:
        text = self.text.text().strip()
        if self._row >= 0 and text:
            self._audit.remark(self._place, text)
            self.text.clear()

    def _ask(self) -> None:
        self._requests.ask(self._place)

    def _lay_out(self) -> None:
        self.whole.setReadOnly(True)
        self.whole.setTabChangesFocus(True)
        self.whole.setPlaceholderText(self.tr("Choose a record to read it whole."))
        self.whole.setAccessibleName(self.tr("The record chosen, whole"))
        self.text.setMaxLength(LONGEST)
        self.text.setPlaceholderText(self.tr("A remark, recorded in clear"))
        self.text.setAccessibleName(self.tr("Remark on this record"))
        self.remarks.setAccessibleName(self.tr("Remarks on this record"))
        writing = QHBoxLayout()
        writing.setSpacing(6)
        writing.addWidget(self.text, 1)
        writing.addWidget(self.send)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 6, 0, 0)
        rows.setSpacing(8)
        rows.addWidget(self.whole, 1)
        rows.addWidget(self.remarks)
        rows.addWidget(self.told)
        rows.addWidget(self.replay)
        rows.addLayout(writing)
        self.text.setVisible(self._acts)
        self.send.setVisible(self._acts)
