"""The player: a masked picture with its tracks, both clocks over it, the transport under it."""

from fractions import Fraction
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.state.playback import Playback
from app.state.speed import RATES
from app.theme import Theme
from app.widgets.absence_words import AbsenceWords
from app.widgets.go_to import GoTo
from app.widgets.local_time import LocalTime
from app.widgets.overlay import Overlay
from app.widgets.picture_sign import PictureSign
from app.widgets.read_out import Reading, ReadOut
from app.widgets.reading_words import ReadingWords, Seen
from app.widgets.selection_bar import SelectionBar
from app.widgets.slate import Slate
from app.widgets.transport import Transport
from app.widgets.warning_frame import WarningFrame
from app.words import Words

ZONE = ZoneInfo("Europe/Paris")

REST = 150
"""Milliseconds for which the size must stand still before pictures are asked for in it."""


class PlayerView(QWidget):
    """Shows a `Playback`.

    track_chosen: a track of the reel, or None; examine_wanted: a person wants
    the mask of a track lifted, and owes a motive; export_wanted: the stretch
    to export; previous_wanted, next_wanted: the result before or after;
    index_wanted: the footage should be looked at first.
    """

    track_chosen = Signal(object)  # int | None
    examine_wanted = Signal(object)  # int
    export_wanted = Signal(object)  # Window
    previous_wanted = Signal()
    next_wanted = Signal()
    index_wanted = Signal()

    def __init__(
        self, playback: Playback, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._playback = playback
        self._theme = theme
        times = LocalTime(words.language, ZONE)
        self._absences = AbsenceWords(words, times)
        self._readings = ReadingWords(words, times)
        self.read_out = ReadOut(theme)
        self.overlay = Overlay(words, theme)
        self.sign = PictureSign(self.overlay)
        self.slate = Slate(theme)
        self.selection = SelectionBar(theme, times)
        self.transport = Transport(theme, RATES, "," if words.language == "fr" else ".")
        self.go_to = GoTo(theme, self)
        self._sought: tuple[str, int] | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._fit)
        self._lay_out()
        self._listen()
        self._press()
        self._show()
        self._run()
        self._mark()

    @property
    def chosen(self) -> int | None:
        """The chosen track, as the reel numbers it."""
        return self.overlay.wanted.chosen

    def choose(self, track: int | None) -> None:
        """Mark a track of the reel."""
        if track != self.chosen:
            self.overlay.choose(track)
            self.track_chosen.emit(track)

    def follow(self, footage: str, track: int) -> None:
        """Mark the track that an answer names by a file and its number there, once it is open."""
        self._sought = (footage, track)
        self._find()

    def play_pause(self) -> None:
        """Run at the chosen rate, or stand still."""
        self._playback.toggle(self.transport.rate)

    def next_track(self, way: int = 1) -> None:
        """Choose the next track on the picture from left to right, or the one before (-1)."""
        here = self.overlay.tracks()
        if here:
            place = here.index(self.chosen) + way if self.chosen in here else min(way, 0)
            self.choose(here[place % len(here)])

    def examine(self) -> None:
        """Ask for the mask of the chosen track to be lifted."""
        if self.chosen is not None:
            self.examine_wanted.emit(self.chosen)

    def go_to_time(self) -> None:
        """Open the field in which a time is typed."""
        at, footage = self._playback.at, self._playback.footage
        if at is not None:
            clock = footage.clock if footage else None
            button = self.transport.buttons["go"]
            place = button.mapToGlobal(QPoint(0, 0))
            self.go_to.open_at(place, at, clock.offset if clock else None)

    def menu(self) -> QMenu:
        """What can be done with the chosen track."""
        menu = QMenu(self)
        for icon, text, slot in (
            ("examine", self.tr("Examine: lift the mask, on screen only…"), self.examine),
            ("to-start", self.tr("Go to where the track begins"), lambda: self._to_end(-1)),
            ("to-end", self.tr("Go to where the track ends"), lambda: self._to_end(1)),
        ):
            action = QAction(self._theme.icon(icon), text, menu)
            action.triggered.connect(slot)
            menu.addAction(action)
        return menu

    def _to_end(self, way: int) -> None:
        track, camera = self.chosen, self._playback.camera
        span = self._playback.span(track) if track is not None else None
        if span is not None and camera is not None:
            self._playback.go(camera, span.start if way < 0 else span.end - 1)

    def _show(self) -> None:
        """Show the picture, or the slate that stands for it."""
        shot = self._playback.shot
        if shot is None:
            told = self._absences.tell(self._playback.absence, self._playback.camera)
            action = self.tr("Index the footage…") if told.index else ""
            self.slate.tell(told.icon, told.title, told.text, told.code, action)
            self._pictures.setCurrentWidget(self.slate)
            self.overlay.show_picture(None)
        else:
            self.overlay.show_picture(shot.picture)
            self.overlay.show_tracks(self._playback.boxes(), self._playback.trails())
            self._pictures.setCurrentWidget(self.overlay)
            self.sign.say("" if shot.exact else self.tr("Approximate picture"))
        examined = shot is not None and shot.examined
        self.frame.warn(self.tr("EXAMINATION — on screen only") if examined else "")
        self._tell()

    def _tell(self) -> None:
        playback, shot, place = self._playback, self._playback.shot, self._playback.place
        self.transport.enable(playback.camera is not None)
        if playback.camera is None or playback.at is None:
            self.read_out.tell(Reading())
            return
        seen = Seen(
            camera=playback.camera,
            footage=playback.footage,
            at=playback.at,
            stamp=shot.at if shot else None,
            shown=shot.shown if shot else None,
            masked=shot.masked if shot else None,
            number=(place.number, place.count) if place else None,
            rate=playback.rate,
            opening=playback.opening,
        )
        self.read_out.tell(self._readings.tell(seen))

    def _run(self) -> None:
        self.transport.show_running(self._playback.rate)
        self._tell()

    def _change(self) -> None:
        """Another reel: its tracks have other numbers."""
        self.choose(None)
        self._find()
        self._fit()
        self._tell()

    def _find(self) -> None:
        reel = self._playback.reel
        if self._sought is None or reel is None:
            return
        footage, track = self._sought
        if any(part.footage.digest == footage for part in reel.parts):
            self._sought = None
            self.choose(reel.track_of(footage, track))

    def _fit(self) -> None:
        """Ask for pictures no larger than the screen shows them; whole ones when zoomed."""
        reel = self._playback.reel
        stream = reel.parts[0].footage.stream if reel and reel.parts else None
        if stream is None or self.overlay.zoomed:
            self._playback.fit(0)
            return
        room = self._pictures.size()
        wide = min(room.width(), room.height() * stream.width // max(stream.height, 1))
        self._playback.fit(max(round(wide * self.devicePixelRatioF()), 1))

    def _mark(self) -> None:
        marks = self._playback.marks
        self.selection.tell(marks.start, marks.end)

    def _export(self) -> None:
        if self._playback.selection is not None:
            self.export_wanted.emit(self._playback.selection)

    def _go(self, at: int) -> None:
        if self._playback.camera is not None:
            self._playback.go(self._playback.camera, at)

    def _pace(self, rate: Fraction) -> None:
        if self._playback.rate:
            self._playback.play(rate)

    def _want(self) -> None:
        buttons, wanted = self.transport.buttons, self.overlay.wanted
        wanted.boxes = buttons["boxes"].isChecked()
        wanted.trails = buttons["trails"].isChecked()
        wanted.tags = buttons["tags"].isChecked()
        self.overlay.update()

    def _listen(self) -> None:
        playback = self._playback
        playback.shown.connect(self._show)
        playback.moved.connect(self._tell)
        playback.running.connect(self._run)
        playback.marked.connect(self._mark)
        playback.reel_changed.connect(self._change)
        self.overlay.picked.connect(self.choose)
        self.overlay.asked.connect(lambda place: self.menu().popup(place))
        self.overlay.reshaped.connect(self._rest.start)
        self.slate.acted.connect(self.index_wanted)
        self.selection.export_wanted.connect(self._export)
        self.selection.cleared.connect(playback.unmark)
        self.go_to.wanted.connect(self._go)
        self.transport.paced.connect(self._pace)

    def _press(self) -> None:
        playback = self._playback
        for name, slot in {
            "previous_hit": self.previous_wanted.emit,
            "back": lambda: playback.step(-1),
            "play": self.play_pause,
            "on": lambda: playback.step(1),
            "next_hit": self.next_wanted.emit,
            "mark_in": playback.mark_in,
            "mark_out": playback.mark_out,
            "go": self.go_to_time,
            "boxes": self._want,
            "trails": self._want,
            "tags": self._want,
            "further": self.overlay.further,
            "fit": self.overlay.fit,
            "closer": self.overlay.closer,
        }.items():
            self.transport.buttons[name].clicked.connect(slot)

    def _lay_out(self) -> None:
        self.overlay.setAccessibleName(self.tr("Picture"))
        self._pictures = QStackedWidget()
        self._pictures.addWidget(self.slate)
        self._pictures.addWidget(self.overlay)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.read_out)
        self.frame = WarningFrame(self._pictures)
        rows.addWidget(self.frame, 1)
        rows.addWidget(self.selection)
        rows.addWidget(self.transport)
