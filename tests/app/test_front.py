"""The window can be made again at any time, and nothing of it is left when it has ended."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.front import Front, run
from app.sample import MOTIVE, Sample
from app.widgets.notice_dialog import NoticeDialog
from app.window import Window
from tests.app import opened
from tests.desk.records import records
from vsa_core.domain.case import Act
from vsa_core.domain.coverage import Level
from vsa_core.domain.verdict import Verdict
from vsa_core.errors import Unreadable


def windows() -> list[Window]:
    """Every window that Qt still knows."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, Window)]


def in_the_loop(application: QApplication, *steps: Callable[[Front], bool]) -> None:
    """Do each step once the one before is done, while the program runs; then close the window.

    A step is asked again and again until it says that it is done.
    """
    left = list(steps)
    timer = QTimer(application, interval=20)

    def look() -> None:
        front = application.findChildren(Front)[-1]  # others may wait to be collected
        if not left:
            timer.stop()
            front.window.close()
        elif left[0](front):
            left.pop(0)

    timer.timeout.connect(look)
    timer.start()


@pytest.fixture
def ending(qapp: QApplication) -> Callable[[], None]:
    """Lets what `run` left in this process die: a real program ends there."""

    def end() -> None:
        for front in qapp.findChildren(Front):
            front.deleteLater()
        opened.bury()

    return end


@pytest.mark.slow
def test_other_words_and_colours_keep_the_case_and_what_was_done_in_it(
    qtbot: QtBot, front: Front, sample: Sample
) -> None:
    case = opened.seated(qtbot, front, sample)
    case.left.setCurrentWidget(case.query)
    opened.answered(qtbot, front)
    opened.shown(qtbot, front, 1)
    front.bench.playback.mark_in()
    old, at, track = front.window, front.bench.playback.at, case.player.chosen
    front.window.resize(1300, 800)
    assert track is not None
    front.speak("en")
    front.paint("dark")
    opened.bury()
    new, case = front.window, opened.table(front)
    assert windows() == [new]
    assert new is not old
    assert new.isVisible()
    assert (new.width(), new.height()) == (1300, 800)
    assert (new.words.language, new.theme.scheme) == ("en", "dark")
    assert new.acts["en"].isChecked()
    assert new.acts["dark"].isChecked()
    assert new.page == "case"
    assert case.left.currentIndex() == 1
    assert case.query.page.kind.currentData() == "zone_entry"
    assert front.bench.question.place == opened.ZONE
    assert case.hits.cards.currentIndex().row() == 1
    assert case.details.title.text() == "Zone entry"
    assert front.bench.playback.at == at
    assert case.player.chosen == track
    assert case.player.overlay.has_picture
    assert case.player.selection.isVisible()


@pytest.mark.slow
def test_after_five_remakes_every_state_can_still_speak(
    qtbot: QtBot, front: Front, sample: Sample
) -> None:
    opened.seated(qtbot, front, sample)
    opened.answered(qtbot, front)
    for look in ("dark", "contrast", "light", "dark", "light"):
        front.paint(look)
    opened.bury()
    assert windows() == [front.window]
    bench = front.bench
    opened.answered(qtbot, front)
    opened.shown(qtbot, front)
    with qtbot.waitSignal(bench.hits.judged, timeout=opened.PATIENCE):
        bench.hits.judge(Verdict.MATCH, MOTIVE)
    bench.playback.mark_in()
    bench.archive.refresh()
    bench.timeline.fit()
    bench.looking.changed.emit()
    bench.exporting.changed.emit()
    bench.recents.changed.emit()
    bench.people.changed.emit()
    qtbot.waitUntil(lambda: not front.tasks.busy, timeout=opened.PATIENCE)
    front.session.leave()
    opened.bury()
    assert front.window.page == "founding"


def test_the_drawing_board_stays_where_it_was(qtbot: QtBot, front: Front, sample: Sample) -> None:
    case = opened.seated(qtbot, front, sample)
    opened.entered(front)
    case.draw()
    qtbot.waitUntil(lambda: case.sketch.canvas.has_picture, timeout=opened.PATIENCE)
    front.paint("contrast")
    case = opened.table(front)
    assert case.stage.currentWidget() is case.sketch
    assert case.sketch.canvas.has_picture


def test_nothing_but_the_new_window_appears_when_it_is_made_again(
    qtbot: QtBot, qtlog: Any, front: Front, sample: Sample
) -> None:
    """The platform without a screen complains of each window that appears beside it."""
    opened.seated(qtbot, front, sample)
    opened.answered(qtbot, front)
    opened.shown(qtbot, front)
    front.bench.playback.mark_in()
    front.bench.looking.start(Level.FULL, (), MOTIVE)
    before = len(qtlog.records)
    front.paint("dark")
    appeared = [record.message for record in qtlog.records[before:]]
    assert appeared == []
    assert opened.table(front).indexing.isVisible()
    qtbot.waitUntil(lambda: not front.bench.working, timeout=opened.PATIENCE)


def test_what_was_chosen_holds_for_the_next_window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with opened.fronted(qtbot, qapp, opened.means(tmp_path / "home")) as first:
        assert first.window.words.language == "fr"
        first.speak("en")
        first.paint("contrast")
    with opened.fronted(qtbot, qapp, opened.means(tmp_path / "home")) as second:
        assert second.window.words.language == "en"
        assert second.window.theme.scheme == "contrast"


def test_a_fault_that_nobody_hears_is_told(qtbot: QtBot, front: Front) -> None:
    def call() -> None:
        raise Unreadable("SYS-013")

    front.open()
    front.tasks.ask(call, lambda _: None)
    qtbot.waitUntil(lambda: len(opened.dialogs(NoticeDialog)) == 1)


@pytest.mark.slow
def test_closing_records_the_leaving_and_leaves_no_thread(
    qapp: QApplication, tmp_path: Path, sample: Sample, ending: Callable[[], None]
) -> None:
    before = threading.enumerate()
    in_the_loop(qapp, lambda front: bool(front.bench.archive.sheets))
    with opened.undressed(qapp):
        assert run(opened.means(tmp_path / "home"), sample) == 0
    assert threading.enumerate() == before
    written = records(tmp_path / "sample" / "installation")
    assert written[-1]["act"] == Act.SESSION_CLOSE
    assert written[-1]["who"] == sample.who.person.name
    ending()
    assert windows() == []


def test_what_a_slot_raises_is_told_and_reported(
    qapp: QApplication, tmp_path: Path, ending: Callable[[], None]
) -> None:
    hook = sys.excepthook

    def break_it(front: Front) -> bool:
        QTimer.singleShot(0, lambda: [][1])
        return True

    told: list[str] = []

    def read_it(front: Front) -> bool:
        told.extend(d.notice.code.text() for d in opened.dialogs(NoticeDialog))
        return bool(told)

    in_the_loop(qapp, lambda front: front.window.isVisible(), break_it, read_it)
    try:
        with opened.undressed(qapp):
            assert run(opened.means(tmp_path / "home")) == 0
        assert sys.excepthook is sys.__excepthook__
    finally:
        sys.excepthook = hook
    assert told == ["USE-070"]
    (report,) = (tmp_path / "home" / "faults").iterdir()
    assert "IndexError" in report.read_text("utf-8")
    ending()


def test_the_folders_that_somebody_visited_are_not_told_to_the_next(
    qtbot: QtBot, front: Front, sample: Sample
) -> None:
    opened.seated(qtbot, front, sample)
    kept = front._visited
    kept.mkdir(parents=True, exist_ok=True)
    (kept / "QtProject.conf").write_text("[FileDialog]\nhistory=file:///affaires/2024-17\n")
    front.session.sign_out()
    assert not kept.exists()
