"""What the screen knows is known once, and what changes in one place is told in the others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.claims import Statement
from app.sample import MOTIVE, Sample
from app.state.admission import Intake
from app.state.bench import Bench
from app.state.exporting import Leaving, Paper
from app.state.hits import Stage
from app.state.session import Session
from app.state.standing import Standing
from app.tasks import Tasks
from tests.app import opened
from tests.app.answers import hit
from tests.app.laboratory import Laboratory
from tests.app.state.stage import no_sample
from tests.desk.scene import START, film
from vsa_core.domain.coverage import Level
from vsa_core.domain.verdict import Verdict

SECOND = 1_000_000


@pytest.fixture
def laboratory() -> Laboratory:
    """Measures until it is told to end."""
    return Laboratory()


@pytest.fixture
def bench(
    qtbot: QtBot, tasks: Tasks, sample: Sample, tmp_path: Path, laboratory: Laboratory
) -> Iterator[Bench]:
    """The states of a session in the sample case, its files known."""
    session = Session(opened.desks_at(tmp_path / "own"), tasks, no_sample)
    made = Bench(session, tmp_path / "window", laboratory.instruments, session)
    session.take(sample)
    qtbot.waitUntil(lambda: bool(made.timeline.lanes), timeout=opened.PATIENCE)
    yield made
    session.sign_out()
    qtbot.waitUntil(lambda: not tasks.busy, timeout=opened.PATIENCE)


def asked(qtbot: QtBot, bench: Bench) -> None:
    """Have the answer of two hits."""
    bench.question.choose_kind("zone_entry")
    bench.question.drawing.draw(opened.ZONE)
    bench.question.ask(MOTIVE)
    qtbot.waitUntil(lambda: bench.hits.state is Stage.ANSWERED, timeout=opened.PATIENCE)


def at(qtbot: QtBot, bench: Bench, camera: str, moment: int) -> None:
    """Wait until the player stands there, its reel open."""
    playback = bench.playback
    qtbot.waitUntil(
        lambda: (
            (playback.camera, playback.at) == (camera, moment)
            and playback.reel is not None
            and not playback.opening
        ),
        timeout=opened.PATIENCE,
    )


def test_the_files_of_the_case_are_told_to_all_who_need_them(bench: Bench) -> None:
    digests = {sheet.footage.digest for sheet in bench.archive.sheets}
    assert len(digests) == 2
    assert {file.digest for file in bench.timeline.lanes[0].files} == digests
    assert set(bench.hits.files) == digests
    assert bench.question.standing("rue") is Standing.READ


def test_a_question_is_asked_and_its_answer_laid_out_in_time(qtbot: QtBot, bench: Bench) -> None:
    asked(qtbot, bench)
    assert bench.timeline.hits == bench.hits.hits
    assert len(bench.timeline.hits) == 2
    assert bench.timeline.coverage is not None
    assert bench.hits.query is not None
    assert bench.timeline.asked == bench.hits.query.window


def test_a_hit_chosen_moves_player_and_timeline_to_it(qtbot: QtBot, bench: Bench) -> None:
    asked(qtbot, bench)
    bench.hits.next()
    start = bench.hits.hits[0].event.start.corrected
    assert start is not None
    at(qtbot, bench, "rue", start)
    assert bench.timeline.chosen == bench.hits.hits[0]
    assert bench.timeline.cursor is not None
    assert bench.timeline.cursor.at == start
    assert bench.timeline.visible.start <= start < bench.timeline.visible.end


def test_a_place_or_a_hit_chosen_in_the_timeline_is_looked_at(qtbot: QtBot, bench: Bench) -> None:
    asked(qtbot, bench)
    bench.timeline.seek("rue", START + 9 * SECOND)
    at(qtbot, bench, "rue", START + 9 * SECOND)
    assert bench.question.playhead == START + 9 * SECOND
    second = bench.hits.hits[1]
    bench.timeline.pick(second)
    assert bench.hits.current == second
    assert second.event.start.corrected is not None
    at(qtbot, bench, "rue", second.event.start.corrected)


def test_a_hit_without_a_known_time_is_not_looked_for(qtbot: QtBot, bench: Bench) -> None:
    asked(qtbot, bench)
    bench.timeline.seek("rue", START + 9 * SECOND)
    at(qtbot, bench, "rue", START + 9 * SECOND)
    bench.see(hit(None))
    assert bench.playback.at == START + 9 * SECOND


def test_what_is_marked_is_selected_in_time_and_offered_as_a_period(
    qtbot: QtBot, bench: Bench
) -> None:
    bench.timeline.seek("rue", START + SECOND)
    at(qtbot, bench, "rue", START + SECOND)
    bench.playback.mark_in()
    assert bench.timeline.selection is None
    bench.playback.mark_out()
    assert bench.timeline.selection is not None
    assert bench.timeline.selection == bench.playback.selection == bench.question.selection
    bench.playback.unmark()
    assert bench.timeline.selection is None
    assert bench.question.selection is None


def test_a_decision_is_seen_in_time_and_opens_the_reel_anew(qtbot: QtBot, bench: Bench) -> None:
    asked(qtbot, bench)
    bench.hits.choose(0)
    qtbot.waitUntil(lambda: bench.playback.shot is not None, timeout=opened.PATIENCE)
    reel = bench.playback.reel
    bench.hits.judge(Verdict.MATCH, MOTIVE)
    qtbot.waitUntil(lambda: bench.playback.reel not in (None, reel), timeout=opened.PATIENCE)
    (verdict, other) = bench.timeline.marks["rue"].verdict
    assert (verdict, other) == (1, 0)


def test_after_an_indexing_the_files_are_read_again(qtbot: QtBot, bench: Bench) -> None:
    with qtbot.waitSignal(bench.looking.ended, timeout=opened.PATIENCE):
        bench.looking.start(Level.FULL, (), MOTIVE)
    qtbot.waitUntil(
        lambda: (
            {s.level for sheet in bench.archive.sheets for s in sheet.stretches} == {Level.FULL}
        ),
        timeout=opened.PATIENCE,
    )


def test_leaving_forgets_everything(qtbot: QtBot, bench: Bench) -> None:
    asked(qtbot, bench)
    bench.hits.choose(0)
    bench.session.leave()
    assert bench.archive.sheets == ()
    assert bench.hits.hits == ()
    assert bench.timeline.hits == ()
    assert bench.timeline.lanes == ()
    assert bench.timeline.chosen is None
    assert bench.playback.at is None
    assert bench.question.place is None
    assert bench.question.playhead is None


def test_working_is_whatever_would_be_lost_by_leaving(
    qtbot: QtBot, bench: Bench, tmp_path: Path, laboratory: Laboratory
) -> None:
    asked(qtbot, bench)
    assert not bench.working
    bench.looking.start(Level.FULL, (), MOTIVE)
    assert bench.working
    qtbot.waitUntil(lambda: not bench.working, timeout=opened.PATIENCE)
    more = str(film(tmp_path / "more.mp4", 2, 9))
    bench.archive.admit(Intake((more,), "rue", "S2", Statement("demo")), MOTIVE)
    assert bench.working
    qtbot.waitUntil(lambda: not bench.working, timeout=opened.PATIENCE)
    bench.exporting.offer(Leaving(hits=bench.hits.hits[:1]))
    bench.exporting.export(Paper(SECOND, "", "", "fr", MOTIVE))
    assert bench.working
    qtbot.waitUntil(lambda: not bench.working, timeout=opened.PATIENCE)
    bench.validation.measure(str(tmp_path), Level.SCAN)
    assert bench.working
    laboratory.gate.set()
    qtbot.waitUntil(lambda: not bench.working, timeout=opened.PATIENCE)
    assert bench.validation.found is not None
