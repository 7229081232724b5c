"""The dialogs of an open case: files, clocks, indexing, the ground, and the motive of an act."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.state.bench import Bench
from app.theme import Theme
from app.views.admit import AdmitDialog
from app.views.calibration import CalibrationDialog
from app.views.clock import ClockDialog
from app.views.indexing import IndexingDialog
from app.widgets.motive import MotiveDialog
from app.words import Words
from vsa_core.domain.footage import Footage
from vsa_core.domain.verdict import Verdict


class Dialogs(QObject):
    """Put on the table of `over`; none blocks the window, and all go with the case."""

    def __init__(self, bench: Bench, words: Words, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._bench = bench
        self._words = words
        self._theme = theme
        self._over = over

    def admit(self, paths: tuple[str, ...]) -> None:
        """Take files in."""
        archive, session = self._bench.archive, self._bench.session
        cameras, author = session.where.case.basis.cameras, session.who.person.name
        self._put(
            AdmitDialog(archive, cameras, paths, author, self._words, self._theme, self._over)
        )

    def clock(self, footage: Footage) -> None:
        """State the time of a file."""
        archive, author = self._bench.archive, self._bench.session.who.person.name
        self._put(ClockDialog(archive, footage, author, self._words, self._theme, self._over))

    def index(self) -> None:
        """Have footage looked at."""
        cameras = self._bench.session.where.case.basis.cameras
        looking = self._bench.looking
        self._put(IndexingDialog(looking, cameras, self._words, self._theme, self._over))

    def calibrate(self, camera: str) -> None:
        """Measure the ground of a camera."""
        grounds, backdrop = self._bench.asking_tools.grounds, self._bench.question.backdrop
        self._put(
            CalibrationDialog(grounds, backdrop, camera, self._words, self._theme, self._over)
        )

    def judge(self, verdict: Verdict) -> None:
        """Decide on the result on show, with a motive."""
        hits = self._bench.hits
        hit = hits.current
        if hit is None or hits.provisional:
            return
        masked = self.tr("The track stays masked. The decision and its motive go into the journal.")
        told = {
            Verdict.MATCH: (
                self.tr("Retain this result"),
                self.tr(
                    "From now on this track is shown without a mask, in exports too. "
                    "The decision and its motive go into the journal."
                ),
            ),
            Verdict.REJECT: (self.tr("Reject this result"), masked),
            Verdict.DOUBT: (self.tr("Leave this result in doubt"), masked),
        }
        self._ask_motive(*told[verdict], partial(hits.judge, verdict, hit=hit))

    def examine(self, track: int) -> None:
        """Lift the mask of one track of the reel on show, with a motive."""
        playback = self._bench.playback
        self._ask_motive(
            self.tr("Examine a track"),
            self.tr(
                "The mask of this one track is lifted on the screen, until this stretch of "
                "ten minutes is left. The act and its motive go into the journal; nothing of it "
                "can be exported."
            ),
            partial(playback.examine, track, reel=playback.reel),
        )

    def _put(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench.session.left.connect(dialog.close)
        dialog.show()

    def _ask_motive(self, title: str, why: str, then: Callable[[str], object]) -> None:
        dialog = MotiveDialog(self._words, self._theme, title, why, self._over)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(then)
        dialog.open()
