"""The window drawn into files: what a demonstration shows where there is no screen."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.cli.trial import asked_of
from app.front import Front, Means
from app.sample import MOTIVE, Sample
from vsa_core.errors import Bug

TICK = 20
"""Milliseconds between two looks at what is awaited."""

LONGEST = 60_000
"""Milliseconds for which a picture is awaited."""

LOOK = 120
"""Milliseconds that a window gets to paint itself."""


class Photographer:
    """Waits for the window to show something, and draws it into `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def until(self, seen: Callable[[], bool]) -> None:
        """Let the window live until `seen`; Bug (USE-071) when it never comes."""
        loop, timer = QEventLoop(), QTimer()
        left = LONGEST // TICK

        def look() -> None:
            nonlocal left
            left -= 1
            if left <= 0 or seen():
                loop.quit()

        timer.timeout.connect(look)
        timer.start(TICK)
        loop.exec()
        timer.stop()
        if left <= 0:
            raise Bug("USE-071")

    def rest(self, milliseconds: int = LOOK) -> None:
        """Let the window live for so long."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def shoot(self, name: str, widget: QWidget) -> Path:
        """Draw a widget into `name`.png."""
        self.rest()
        path = self._folder / f"{name}.png"
        widget.grab().save(str(path))
        return path


def show_sample(means: Means, sample: Sample, folder: Path) -> None:
    """Draw the window on a sample case: its footage, a question, the answer, one result."""
    application = QApplication.instance() or QApplication(["relecture"])
    assert isinstance(application, QApplication)
    # How this window is liked is nobody's wish: it is not kept where the person's own is.
    with TemporaryDirectory() as nowhere:
        front = Front(application, replace(means, home=Path(nowhere)))
        try:
            front.open(sample)
            _walk(front, Photographer(folder), sample)
        finally:
            _end(front, Photographer(folder))


def _end(front: Front, camera: Photographer) -> None:
    gone: list[bool] = []
    front.session.sign_out(lambda: gone.append(True))
    try:
        camera.until(lambda: bool(gone))
    finally:
        front.end()


def _walk(front: Front, camera: Photographer, sample: Sample) -> None:
    bench, window = front.bench, front.window
    camera.until(lambda: bool(bench.archive.sheets))
    bench.timeline.fit()
    camera.shoot("1-footage", window)
    question = asked_of(sample.archive, named=False)[0].query
    assert window.case is not None
    table = window.case
    table.left.setCurrentWidget(table.query)
    bench.question.choose_kind(question.kind)
    bench.question.choose_cameras(question.cameras)
    assert question.place is not None
    bench.question.drawing.draw(question.place)
    table.draw()
    camera.until(lambda: table.sketch.canvas.has_picture)
    camera.shoot("2-question", window)
    bench.question.ask(MOTIVE)
    camera.until(lambda: bench.hits.coverage is not None)
    bench.hits.next()
    camera.until(lambda: bench.playback.shot is not None and bench.playback.shot.exact)
    camera.rest(20 * LOOK)
    camera.shoot("3-results", window)
