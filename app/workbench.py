"""A case on the table: question, pictures, results, details, and time below them all."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from app.dialogs import Dialogs
from app.state.bench import Bench
from app.state.exporting import Leaving
from app.state.hits import Stage
from app.state.preferences import Preferences
from app.theme import Theme
from app.views.details import DetailsView
from app.views.export import ExportDialog
from app.views.flow import FlowView
from app.views.footage import FootageView
from app.views.hits import HitsView
from app.views.indexing import IndexingView
from app.views.player import PlayerView
from app.views.query import QueryView
from app.views.sketch import SketchView
from app.views.timeline import TimelineView
from app.words import Words
from vsa_core.domain.event import Event, Hit
from vsa_core.domain.moment import MICROSECONDS, Window
from vsa_core.domain.verdict import Verdict

SECOND, MINUTE = MICROSECONDS, 60 * MICROSECONDS
TEN = 10

PANES = (320, 800, 320)
MIDDLE = (380, 280)
FLOORS = (664, 168)


class Workbench(QWidget):
    """The panes of an open case, and what one pane asks of another."""

    def __init__(self, bench: Bench, words: Words, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self.bench = bench
        self._words = words
        self._theme = theme
        self._preferences = preferences
        self._make()
        self._lay_out()
        self.setFocusProxy(self.player)
        self._connect()
        self._deeds = self._answers()
        self._follow(bench.hits.current)
        self._tell_asking()

    def act(self, name: str) -> None:
        """Do what the action of that name says."""
        self._deeds[name]()

    def keep_layout(self) -> None:
        """Remember where the splitters stand."""
        for name, splitter in self._splitters.items():
            self._preferences.keep_layout(name, splitter.saveState())

    def take_place_of(self, old: "Workbench") -> None:
        """Show what the other workbench showed: the same pane at the left, the same stage."""
        self.left.setCurrentIndex(old.left.currentIndex())
        self.stage.setCurrentIndex(old.stage.currentIndex())

    def draw(self) -> None:
        """Put the drawing board, or what is learnt from the film, in the place of the player."""
        board = self.flow if self.bench.question.choice.shape == "flow" else self.sketch
        self.stage.setCurrentWidget(board)
        board.setFocus()

    def _make(self) -> None:
        bench, words, theme = self.bench, self._words, self._theme
        self.footage = FootageView(bench.archive, words, theme)
        self.query = QueryView(bench.question, bench.asking_tools, words, theme)
        self.player = PlayerView(bench.playback, words, theme)
        self.sketch = SketchView(bench.question, words, theme)
        self.flow = FlowView(bench.question, bench.usual_way, words, theme)
        self.hits = HitsView(bench.hits, bench.tuning, words, theme)
        self.details = DetailsView(bench.hits, bench.explaining, words, theme)
        self.timeline = TimelineView(bench.timeline, words, theme)
        self.indexing = IndexingView(bench.looking, words, theme, self)
        self.export = ExportDialog(bench.exporting, words, theme, self)
        self.dialogs = Dialogs(bench, words, theme, self)

    def _lay_out(self) -> None:
        self.left = QTabWidget()
        self.left.setDocumentMode(True)
        self.left.tabBar().setDrawBase(False)
        self.left.addTab(self.footage, self._theme.icon("film"), self.tr("Footage"))
        self.left.addTab(self.query, self._theme.icon("search"), self.tr("Question"))
        self.stage = QStackedWidget()
        self.stage.addWidget(self.player)
        self.stage.addWidget(self.sketch)
        self.stage.addWidget(self.flow)
        middle = self._split("middle", Qt.Orientation.Vertical, MIDDLE, self.stage, self.hits)
        panes = self._split(
            "panes", Qt.Orientation.Horizontal, PANES, self.left, middle, self.details
        )
        floors = self._split("floors", Qt.Orientation.Vertical, FLOORS, panes, self.timeline)
        self._splitters = {"middle": middle, "panes": panes, "floors": floors}
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(floors, 1)
        rows.addWidget(self.indexing)

    def _split(
        self, name: str, way: Qt.Orientation, sizes: tuple[int, ...], *panes: QWidget
    ) -> QSplitter:
        splitter = QSplitter(way)
        splitter.setChildrenCollapsible(False)
        for pane in panes:
            splitter.addWidget(pane)
        splitter.setStretchFactor(1 if len(panes) == len(PANES) else 0, 1)
        splitter.setSizes(list(sizes))
        splitter.restoreState(self._preferences.layout(name))
        return splitter

    def _connect(self) -> None:
        bench = self.bench
        self.footage.admit_wanted.connect(self.dialogs.admit)
        self.footage.index_wanted.connect(self.dialogs.index)
        self.footage.clock_wanted.connect(self.dialogs.clock)
        self.query.draw_wanted.connect(self.draw)
        self.query.index_wanted.connect(self.dialogs.index)
        self.query.stop_wanted.connect(bench.hits.stop)
        self.query.calibrate_wanted.connect(self.dialogs.calibrate)
        self.sketch.done.connect(self._drawn)
        self.flow.done.connect(self._drawn)
        self.player.examine_wanted.connect(self.dialogs.examine)
        self.player.export_wanted.connect(self._export_window)
        self.player.previous_wanted.connect(bench.hits.previous)
        self.player.next_wanted.connect(bench.hits.next)
        self.player.index_wanted.connect(self.dialogs.index)
        self.hits.show_wanted.connect(self._show)
        self.hits.export_wanted.connect(self._export_hits)
        self.details.show_wanted.connect(self._show)
        self.details.match_wanted.connect(lambda _: self.dialogs.judge(Verdict.MATCH))
        self.details.reject_wanted.connect(lambda _: self.dialogs.judge(Verdict.REJECT))
        self.details.doubt_wanted.connect(lambda _: self.dialogs.judge(Verdict.DOUBT))
        self.details.part_wanted.connect(self._show_part)
        self.details.examine_wanted.connect(self._examine_hit)
        self.details.export_wanted.connect(lambda hit: self._export_hits((hit,)))
        self.timeline.unplaced_wanted.connect(partial(self.left.setCurrentWidget, self.footage))
        bench.hits.chosen.connect(self._follow)
        bench.hits.judged.connect(self._follow_again)
        bench.session.left.connect(self.export.close)
        bench.timeline.sought.connect(self._sought)
        bench.hits.begun.connect(self._drawn)
        bench.hits.changed.connect(self._tell_asking)

    def _answers(self) -> dict[str, Callable[[], object]]:
        hits, playback = self.bench.hits, self.bench.playback
        return {
            "index": self.dialogs.index,
            "export": self._export,
            "question": self._ask_again,
            "ask": self.query.ask,
            "play": self.player.play_pause,
            "backwards": partial(playback.shuttle, -1),
            "forwards": partial(playback.shuttle, 1),
            "back_picture": partial(playback.step, -1),
            "on_picture": partial(playback.step, 1),
            "back_pictures": partial(playback.step, -TEN),
            "on_pictures": partial(playback.step, TEN),
            "back_second": partial(playback.jump, -SECOND),
            "on_second": partial(playback.jump, SECOND),
            "back_seconds": partial(playback.jump, -TEN * SECOND),
            "on_seconds": partial(playback.jump, TEN * SECOND),
            "back_minute": partial(playback.jump, -MINUTE),
            "on_minute": partial(playback.jump, MINUTE),
            "go": self.player.go_to_time,
            "mark_in": playback.mark_in,
            "mark_out": playback.mark_out,
            "unmark": playback.unmark,
            "next_track": self.player.next_track,
            "previous_track": partial(self.player.next_track, -1),
            "closer": self.player.overlay.closer,
            "further": self.player.overlay.further,
            "previous_hit": hits.previous,
            "next_hit": hits.next,
            "accept": partial(self.dialogs.judge, Verdict.MATCH),
            "reject": partial(self.dialogs.judge, Verdict.REJECT),
            "doubt": partial(self.dialogs.judge, Verdict.DOUBT),
            "say": self._say,
            "count": self.query.page.count.button.click,
            "examine": self.player.examine,
            "fit": self.bench.timeline.fit,
        }

    def _ask_again(self) -> None:
        self.left.setCurrentWidget(self.query)
        self.query.setFocus()

    def _say(self) -> None:
        self.left.setCurrentWidget(self.query)
        self.query.say()

    def _show_part(self, event: Event) -> None:
        """See one part of a combined result."""
        self._drawn()
        if event.start.corrected is not None:
            self.bench.playback.go(event.camera, event.start.corrected)
            self.bench.timeline.reveal(event.start.corrected)
        self.player.follow(event.start.footage, event.track)

    def _drawn(self) -> None:
        focus = self.window().focusWidget()
        drawing = self.sketch.isAncestorOf(focus) or self.flow.isAncestorOf(focus)
        self.stage.setCurrentWidget(self.player)
        if drawing:
            self.player.setFocus()

    def _tell_asking(self) -> None:
        hits = self.bench.hits
        self.query.show_asking(hits.state is Stage.ASKING, len(hits.hits))

    def _show(self, hit: Hit) -> None:
        """See a hit, also the one that is chosen already when one has looked elsewhere since."""
        if hit == self.bench.hits.current:
            self.bench.see(hit)
            self._follow(hit)
        else:
            self.bench.hits.choose(hit.name)

    def _sought(self, *_: object) -> None:
        self._drawn()
        self.player.setFocus()

    def _follow(self, hit: Hit | None) -> None:
        if hit is not None:
            self._drawn()
            self.player.follow(hit.event.start.footage, hit.event.track)

    def _follow_again(self, *_: object) -> None:
        """A decision opens the reel anew, where tracks have other numbers."""
        self._follow(self.bench.hits.current)

    def _examine_hit(self, hit: Hit) -> None:
        """Examine the track of a hit; where one looks elsewhere, go there first."""
        reel, start = self.bench.playback.reel, hit.event.start
        if reel is None or all(part.footage.digest != start.footage for part in reel.parts):
            self._show(hit)
        else:
            self.dialogs.examine(reel.track_of(start.footage, hit.event.track))

    def _export(self) -> None:
        """What is marked with in and out, or else the result on show."""
        if self.bench.playback.selection is not None:
            self._export_window(self.bench.playback.selection)
        elif self.bench.hits.current is not None:
            self._export_hits((self.bench.hits.current,))
        else:
            self.export.show()

    def _export_window(self, window: Window) -> None:
        camera = self.bench.playback.camera or ""
        self._offer(Leaving(camera=camera, window=window))

    def _export_hits(self, hits: tuple[Hit, ...]) -> None:
        if hits:
            self._offer(Leaving(hits=hits))

    def _offer(self, leaving: Leaving) -> None:
        self.bench.exporting.offer(leaving)
        self.export.show()
        self.export.raise_()
