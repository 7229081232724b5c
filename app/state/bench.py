"""Everything that the screen knows, made once and kept while windows come and go."""

from pathlib import Path

from PySide6.QtCore import QObject

from app.state.approving import Approving
from app.state.archive import ArchiveState
from app.state.asking_tools import AskingTools
from app.state.audit_replays import WaitingReplays
from app.state.explaining import Explaining
from app.state.exporting import Exporting
from app.state.hits import Hits
from app.state.known_models import KnownModels
from app.state.lock import Lock
from app.state.looking import LookingState
from app.state.papers import Papers
from app.state.people import People
from app.state.playback import Playback
from app.state.question import Question
from app.state.recents import Recents
from app.state.report_writing import ReportWriting
from app.state.retention import Retention
from app.state.session import Session
from app.state.timeline import Timeline
from app.state.tuning import Tuning
from app.state.usual_way import UsualWay
from app.state.validation import Instruments, Validation
from vsa_core.domain.event import Hit


class Bench(QObject):
    """The states of one session, and what each tells the others; `folder` is the window's own."""

    def __init__(
        self,
        session: Session,
        folder: Path,
        instruments: Instruments,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.lock = Lock(session, lambda: self.working, self)
        self.recents = Recents(session, folder, self)
        self.people = People(session, self)
        self.approving = Approving(session, self)
        self.retention = Retention(session, self)
        self.papers = Papers(session, self.blank, self)
        self.archive = ArchiveState(session, self)
        self.looking = LookingState(session, self)
        self.question = Question(session, self)
        self.asking_tools = AskingTools(session, self.question, self)
        self.usual_way = UsualWay(session, self.question, self)
        self.hits = Hits(session, self)
        self.tuning = Tuning(session, self.question, self.hits, self)
        self.explaining = Explaining(session, self)
        self.playback = Playback(session, self)
        self.timeline = Timeline(session, self)
        self.exporting = Exporting(session, self)
        self.validation = Validation(session, instruments.validate, self)
        self.report = ReportWriting(session, instruments.report, self)
        self.models = KnownModels(session, self)
        self.replays = WaitingReplays(session, self)
        self._connect()

    @property
    def working(self) -> bool:
        """Whether something long is on its way, which leaving would stop."""
        long = (self.archive, self.looking, self.exporting, self.validation)
        return self.session.rendering or any(state.busy for state in long)

    def see(self, hit: Hit) -> None:
        """Look at the beginning of a hit, where its time is known."""
        start = hit.event.start
        if start.corrected is not None:
            self.playback.go(hit.event.camera, start.corrected)
            self.timeline.reveal(start.corrected)

    def blank(self) -> None:
        """Hold no picture any more; what the person looked at is closed, and recorded."""
        self.playback.close()
        self.hits.thumbnails.clear()
        self.question.backdrop.forget()

    def _connect(self) -> None:
        self.lock.covered.connect(self.blank)
        for signal in (self.approving.erased, self.approving.purged):
            signal.connect(lambda _: self.retention.refresh())
        self.session.entered.connect(self.archive.refresh)
        self.session.amended.connect(self.archive.refresh)
        self.archive.changed.connect(self._footage)
        self.looking.ended.connect(self._looked)
        self.looking.failed.connect(self._looked)
        self.question.asked.connect(self.hits.ask)
        self.hits.changed.connect(self._answer)
        self.hits.chosen.connect(self._chosen)
        self.hits.judged.connect(self._judged)
        self.timeline.sought.connect(self.playback.go)
        self.timeline.picked.connect(self._picked)
        self.timeline.selected.connect(self.playback.select)
        self.playback.moved.connect(self._moved)
        self.playback.marked.connect(self._moved)

    def _looked(self, _: object) -> None:
        self.archive.refresh()
        self.playback.refresh()

    def _footage(self) -> None:
        sheets = self.archive.sheets
        files = tuple(sheet.footage for sheet in sheets)
        self.timeline.set_sheets(sheets)
        self.question.know(sheets)
        self.hits.know(files)
        self.playback.know(files)

    def _answer(self) -> None:
        self.timeline.set_hits(self.hits.hits, self.hits.verdict)
        self.timeline.set_coverage(self.hits.coverage)
        self.timeline.set_asked(self.hits.query.window if self.hits.query else None)

    def _chosen(self, hit: Hit | None) -> None:
        self.timeline.set_chosen(hit)
        if hit is not None:
            self.see(hit)

    def _picked(self, hit: Hit) -> None:
        self.hits.choose(hit.name)

    def _judged(self, _: object) -> None:
        self.playback.refresh()
        self.exporting.review()

    def _moved(self, *_: object) -> None:
        playback = self.playback
        if playback.camera is not None and playback.at is not None:
            self.timeline.set_cursor(playback.camera, playback.at)
        self.timeline.set_selection(playback.selection)
        self.question.offer(playback.at, playback.selection)
