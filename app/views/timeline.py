"""The timeline: one lane per camera under a ruler, by mouse, by keyboard, and in words."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollBar, QToolButton, QWidget

from app.state.timeline import Timeline
from app.theme import Theme
from app.widgets.icon_button import IconButton
from app.widgets.label import Label
from app.widgets.lane_board import NAMES, Scene
from app.widgets.lane_hands import LaneHands
from app.widgets.lane_words import LaneWords
from app.widgets.legend import Legend
from app.widgets.local_time import LocalTime
from app.widgets.overview import Overview
from app.widgets.ruler import Ruler
from app.widgets.tip import plain_tip
from app.words import Words
from vsa_core.domain.moment import Window

FRAME = 16
"""Milliseconds in which changes are gathered before they are painted once."""

REST = 3
"""After a slow change the next waits this many times as long, so that the window stays quick."""

CLOSER = 1.6
"""One press of a zoom button shows so many times less."""


class TimelineView(QWidget):
    """Shows a `Timeline`. `unplaced_wanted`: a person wants the files without an hour."""

    unplaced_wanted = Signal()

    def __init__(
        self, timeline: Timeline, words: Words, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._theme = theme
        times = LocalTime(words.language, timeline.zone)
        self._say = LaneWords(words, times)
        self.ruler = Ruler(theme, times)
        self.board = LaneHands(theme, self._say)
        self.overview = Overview(theme)
        self.scrollbar = QScrollBar(Qt.Orientation.Vertical)
        self.unplaced = QToolButton()
        self.zone = Label(self.tr("Paris time"), use="muted")
        self.buttons = self._buttons()
        self._soon = QTimer(self, singleShot=True, interval=FRAME)
        self._soon.timeout.connect(self.refresh)
        self._lay_out()
        self._listen()
        self.refresh()

    def refresh(self) -> None:
        """Show what the state holds now."""
        took = QElapsedTimer()
        took.start()
        self._refresh()
        self._soon.setInterval(max(FRAME, REST * took.elapsed()))

    def _refresh(self) -> None:
        state = self._timeline
        self.ruler.show_window(state.visible)
        self.ruler.selection = state.selection
        self.ruler.cursor_at = state.cursor.at if state.cursor else None
        self.board.message = self._message()
        self.board.show_scene(self._scene())
        self.overview.show_all(state.lanes, state.marks, state.span, state.version)
        self.overview.show_window(state.visible)
        self._tell_unplaced()
        self._fit_scrollbar()
        self._describe()

    def open_legend(self) -> Legend:
        """Open the legend over the lanes."""
        legend = Legend(self._theme, self._say, self)
        legend.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        legend.adjustSize()
        legend.move(self.mapToGlobal(QPoint(NAMES, 0)) - QPoint(0, legend.height()))
        legend.show()
        return legend

    def set_compact(self, compact: bool) -> None:
        """Low lanes, to see more cameras."""
        self.board.set_compact(compact)
        self._fit_scrollbar()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The board has another size: so has what can be scrolled."""
        if event.type() == QEvent.Type.Resize:
            self._fit_scrollbar()
        return super().eventFilter(watched, event)

    def _scene(self) -> Scene:
        state = self._timeline
        chosen = state.chosen.event if state.chosen else None
        start = chosen.start.corrected if chosen else None
        end = chosen.end.corrected if chosen else None
        return Scene(
            lanes=state.lanes,
            marks=state.marks,
            coverage=state.coverage,
            version=state.version,
            window=state.visible,
            hits=state.hits,
            grid=self.ruler.ruling.chapters,
            row=state.row,
            cursor=(state.cursor.camera, state.cursor.at) if state.cursor else None,
            chosen=(chosen.camera, start, end or start) if chosen and start is not None else None,
            asked=state.asked,
            selection=state.selection,
        )

    def _message(self) -> str:
        if any(lane.files for lane in self._timeline.lanes):
            return ""
        if self._timeline.unplaced:
            return self.tr(
                "No footage has a time yet. State the clock of the files to place them here."
            )
        return self.tr("No footage yet. Admitted files appear here, one lane per camera.")

    def _tell_unplaced(self) -> None:
        files = self._timeline.unplaced
        self.unplaced.setText(self.tr("Without time: {count}").format(count=len(files)))
        self.unplaced.setToolTip(plain_tip(self._say.unplaced(files)))
        self.unplaced.setAccessibleName(self.unplaced.text())
        self.unplaced.setVisible(bool(files))
        self.zone.setVisible(not files)

    def _describe(self) -> None:
        """Tell a screen reader where the keyboard is and what lies there."""
        state, lane = self._timeline, self._timeline.lane
        if not self.board.hasFocus() or lane is None or state.cursor is None:
            return
        near = Window(state.cursor.at, state.cursor.at + 1)
        cover = state.coverage.get(lane.camera) if state.coverage else None
        told = self._say.place(lane, state.cursor.at, near, cover).replace("\n", ", ")
        place = self.tr("Lane {number} of {count}").format(
            number=state.row + 1, count=len(state.lanes)
        )
        self.board.setAccessibleDescription(f"{place}: {told}")

    def _fit_scrollbar(self) -> None:
        over = max(self.board.content_height - self.board.height(), 0)
        self.scrollbar.setRange(0, over)
        self.scrollbar.setPageStep(self.board.height())
        self.scrollbar.setSingleStep(round(self.board.pitch))
        self.scrollbar.setVisible(over > 0)

    def _scroll_to(self, top: int) -> None:
        self.board.top = top
        self.board.update()

    def _go_to(self, row: int) -> None:
        """Put the keyboard on a lane, and the lane on the screen."""
        self._timeline.go_to(row)
        box = self.board.row_box(self._timeline.row)
        if box.top() < 0:
            self.scrollbar.setValue(self.scrollbar.value() + round(box.top()))
        elif box.bottom() > self.board.height():
            below = round(box.bottom()) - self.board.height()
            self.scrollbar.setValue(self.scrollbar.value() + below)

    def _zoom_middle(self, factor: float) -> None:
        shown = self._timeline.visible
        self._timeline.zoom((shown.start + shown.end) // 2, factor)

    def _centre(self, at: int) -> None:
        shown = self._timeline.visible
        self._timeline.pan(at - (shown.start + shown.end) // 2)

    def _hover(self, at: int | None) -> None:
        self.ruler.hovered = at
        self.ruler.update()

    def _buttons(self) -> dict[str, IconButton]:
        theme = self._theme
        return {
            "fit": IconButton(theme, "fit", self.tr("Show everything"), "Ctrl+0"),
            "zoom_out": IconButton(theme, "zoom-out", self.tr("Show more time"), "-"),
            "zoom_in": IconButton(theme, "zoom-in", self.tr("Show less time"), "+"),
            "compact": IconButton(theme, "lanes", self.tr("Low lanes")),
            "legend": IconButton(theme, "info", self.tr("Legend")),
        }

    def _listen(self) -> None:
        state, board, buttons = self._timeline, self.board, self.buttons
        state.changed.connect(self._soon.start)
        board.zoomed.connect(state.zoom)
        board.panned.connect(state.pan)
        board.sought.connect(state.seek)
        board.picked.connect(state.pick)
        board.spanned.connect(state.set_selection)
        board.fitted.connect(state.fit_lane)
        board.stepped.connect(lambda by: state.step(by, self.ruler.step))
        board.ended.connect(state.to_end)
        board.laned.connect(self._go_to)
        board.pointed.connect(self._hover)
        board.focused.connect(self.refresh)
        board.scrolled.connect(
            lambda by: self.scrollbar.setValue(self.scrollbar.value() + round(by * board.pitch))
        )
        board.installEventFilter(self)
        self.ruler.dragged.connect(state.pan)
        self.ruler.zoomed.connect(state.zoom)
        self.overview.wanted.connect(self._centre)
        self.scrollbar.valueChanged.connect(self._scroll_to)
        self.unplaced.clicked.connect(self.unplaced_wanted)
        buttons["fit"].clicked.connect(state.fit)
        buttons["zoom_in"].clicked.connect(lambda: self._zoom_middle(CLOSER))
        buttons["zoom_out"].clicked.connect(lambda: self._zoom_middle(1 / CLOSER))
        buttons["compact"].setCheckable(True)
        buttons["compact"].toggled.connect(self.set_compact)
        buttons["legend"].clicked.connect(self.open_legend)

    def _lay_out(self) -> None:
        corner = QWidget()
        corner.setFixedWidth(NAMES)
        row = QHBoxLayout(corner)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(0)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch()
        self.unplaced.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.unplaced.setAutoRaise(True)
        self.unplaced.setIcon(self._theme.icon("warning", "warning"))
        foot = QWidget()
        foot.setFixedWidth(NAMES)
        below = QHBoxLayout(foot)
        below.setContentsMargins(8, 0, 8, 0)
        below.setSpacing(8)
        below.addWidget(self.unplaced)
        below.addWidget(self.zone)
        below.addStretch()
        self.board.setAccessibleName(self.tr("Timeline"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(corner, 0, 0)
        grid.addWidget(self.ruler, 0, 1)
        grid.addWidget(self.board, 1, 0, 1, 2)
        grid.addWidget(self.scrollbar, 1, 2)
        grid.addWidget(foot, 2, 0)
        grid.addWidget(self.overview, 2, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
