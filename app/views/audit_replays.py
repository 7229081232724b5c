"""A request of the DPO that waits in the case one entered: run it, or put it aside for now."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.records import replay_counts, replay_state
from app.state.audit_replays import ReplayRequest, WaitingReplays
from app.theme import Theme
from app.times import local
from app.widgets.label import Label
from app.widgets.notice import Notice
from app.words import Words

PARIS = "Europe/Paris"
SIDE = 20


class ReplaysView(QFrame):
    """A banner over a case: hidden while nothing waits and nothing was just run."""

    def __init__(
        self, waiting: WaitingReplays, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._waiting = waiting
        self._words = words
        self.text = Label(wraps=True, use="strong")
        self.why = Label(wraps=True, use="muted")
        self.notice = Notice(words, theme)
        self.run = QPushButton(theme.icon("refresh"), self.tr("Ask it again"))
        self.later = QPushButton(self.tr("Later"))
        self._lay_out(theme)
        self.run.clicked.connect(self._run)
        self.later.clicked.connect(self._aside)
        waiting.changed.connect(self._tell)
        waiting.failed.connect(self.notice.tell)
        self._tell()

    def _run(self) -> None:
        self.notice.clear()
        self._waiting.run()

    def _aside(self) -> None:
        self.notice.clear()
        self._waiting.put_aside()

    def _tell(self) -> None:
        waiting, done = self._waiting.waiting, self._waiting.outcome
        if not waiting and done is None:
            self.notice.clear()
        self.setVisible(bool(waiting or done))
        self.run.setVisible(bool(waiting))
        self.run.setEnabled(not self._waiting.running)
        self.later.setText(self.tr("Later") if waiting else self.tr("Close"))
        if done is not None:
            self._tell_outcome(done)
        elif waiting:
            self._tell_request(waiting[0], len(waiting))

    def _tell_request(self, one: ReplayRequest, count: int) -> None:
        when = local(one.at, self._words.language, PARIS).rpartition(":")[0]
        text = self.tr("The DPO asks that question no. {record} be asked again ({when}).")
        self.text.setText(text.format(record=one.asked.sequence, when=when))
        more = self.tr("{count} requests wait.").format(count=count) if count > 1 else ""
        why = self.tr(
            "It is recorded as a question of yours, for control. You and the DPO see counts;"
            " no result is shown."
        )
        self.why.setText(f"{why} {more}".strip())

    def _tell_outcome(self, one: ReplayRequest) -> None:
        outcome = one.outcome
        assert outcome is not None
        state = replay_state(one, self._words)
        text = self.tr("Question no. {record} asked again: {state}.")
        self.text.setText(text.format(record=one.asked.sequence, state=state))
        first, now = (replay_counts(run, self._words) for run in (outcome.first, outcome.now))
        counts = self.tr("The first time: {first}. Now: {now}. The DPO sees the same.")
        self.why.setText(counts.format(first=first, now=now))

    def _lay_out(self, theme: Theme) -> None:
        sign = Label()
        sign.setPixmap(theme.icon("refresh", "accent").pixmap(QSize(SIDE, SIDE)))
        told = QVBoxLayout()
        told.setSpacing(2)
        for widget in (self.text, self.why, self.notice):
            told.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(sign, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(told, 1)
        row.addWidget(self.run)
        row.addWidget(self.later)
