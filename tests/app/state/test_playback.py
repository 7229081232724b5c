from collections.abc import Iterator
from fractions import Fraction

import pytest
from pytestqt.qtbot import QtBot

from app.state.absence import Absence, Why
from app.state.play_clock import PlayClock
from app.state.playback import Playback
from app.state.screen import Place
from app.state.session import Session
from app.tasks import Tasks
from tests.app.state.stage import SECOND, MemoryDesk, film, seated, seated_at, street, tracks
from tests.desk.records import records
from tests.desk.scene import START
from vsa_core.domain.case import Act
from vsa_core.domain.moment import Window
from vsa_core.errors import Refused, Tampered

PTS = range(0, 20_000, 40)
BACK = range(0, 5000, 40)
LATER = START + 60 * SECOND


class Hand:
    """Real time as the test moves it, in microseconds."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def desk() -> MemoryDesk:
    """Twenty seconds, forty of nothing, five seconds; one person walks at the beginning."""
    crowd = tracks([(START + n * 200_000, 1000 * n, 30_000) for n in range(20)], numbers=(7,))
    return MemoryDesk((film("a", PTS), PTS), (film("b", BACK, LATER), BACK), crowd=crowd)


@pytest.fixture
def playback(qtbot: QtBot, tasks: Tasks, desk: MemoryDesk, hand: Hand) -> Playback:
    """Standing at the beginning, with a clock that the test moves."""
    clock = PlayClock(elapsed=hand)
    playback = Playback(seated_at(tasks, desk), clock=clock)
    clock.setParent(playback)
    playback.know(footage for footage, _ in desk.files)
    playback.go("rue", START)
    qtbot.waitUntil(lambda: playback.shot is not None)
    return playback


@pytest.fixture
def session(qtbot: QtBot, tasks: Tasks) -> Iterator[Session]:
    """The analyst of the real street."""
    with seated(qtbot, tasks, street()) as session:
        yield session


def shows(playback: Playback, pts: int) -> bool:
    return playback.shot is not None and playback.shot.at.pts == pts


def test_it_looks_where_it_is_told_and_says_so(qtbot: QtBot, playback: Playback) -> None:
    with qtbot.waitSignals([playback.moved, playback.shown]):
        playback.go("rue", START + 2 * SECOND + 1)
    assert playback.at == START + 2 * SECOND + 1
    assert shows(playback, 2000)
    assert playback.place == Place(
        51, len(PTS) + len(BACK), Window(START + 2 * SECOND, START + 2_040_000)
    )
    assert playback.footage is not None
    assert playback.footage.digest == "a"
    assert playback.boxes().number.tolist() == [7]
    assert playback.trails().starts.tolist() == [0, 11]


def test_in_a_burst_of_steps_the_last_one_wins(
    qtbot: QtBot, tasks: Tasks, playback: Playback, desk: MemoryDesk
) -> None:
    desk.asked.clear()
    desk.gate.clear()
    for _ in range(30):
        playback.step(1)
    desk.gate.set()
    qtbot.waitUntil(lambda: shows(playback, 1200))
    assert [pts for _, pts, _ in desk.asked] == [40, 1200]


def test_running_follows_real_time_and_skips_what_is_late(
    qtbot: QtBot, tasks: Tasks, playback: Playback, desk: MemoryDesk, hand: Hand
) -> None:
    playback.play()
    hand.now += 200_000
    qtbot.waitUntil(lambda: shows(playback, 200))
    desk.asked.clear()
    desk.gate.clear()
    for _ in range(20):
        hand.now += 40_000
        with qtbot.waitSignal(playback.moved):
            pass
    desk.gate.set()
    qtbot.waitUntil(lambda: shows(playback, 1000))
    assert len(desk.asked) == 2
    playback.pause()
    assert playback.rate == 0
    hand.now += 10 * SECOND
    qtbot.waitUntil(lambda: not tasks.busy)
    assert shows(playback, 1000)


@pytest.mark.parametrize(("rate", "pts"), [("8", 12_000), ("-4", 2000), ("1/4", 4240), ("1", 5000)])
def test_every_rate_lands_on_its_picture(
    qtbot: QtBot, playback: Playback, hand: Hand, rate: str, pts: int
) -> None:
    playback.go("rue", START + (4000 if rate != "-4" else 6000) * 1000)
    playback.play(Fraction(rate))
    hand.now += SECOND
    qtbot.waitUntil(lambda: shows(playback, pts))
    playback.pause()


def test_shuttling_is_told(qtbot: QtBot, playback: Playback) -> None:
    told: list[object] = []
    playback.running.connect(told.append)
    for way in (1, 1, -1):
        playback.shuttle(way)
    playback.toggle()
    playback.toggle(2)
    assert told == [1, 2, -1, 0, 2]


def test_a_long_pause_of_the_recording_is_shown_for_a_second_and_skipped(
    qtbot: QtBot, playback: Playback, hand: Hand
) -> None:
    playback.go("rue", START + 19_900_000)
    playback.play()
    hand.now += 200_000
    hole = Absence(Why.HOLE, Window(START + 20 * SECOND, LATER))
    qtbot.waitUntil(lambda: playback.absence == hole)
    hand.now += SECOND
    qtbot.waitUntil(lambda: playback.shot is not None and playback.shot.at.footage == "b")
    playback.play(-1)
    hand.now += 300_000
    qtbot.waitUntil(lambda: playback.absence == hole)
    hand.now += SECOND + 100_000
    qtbot.waitUntil(lambda: playback.shot is not None and playback.shot.at.footage == "a")
    playback.pause()


@pytest.mark.parametrize(("at", "rate"), [(LATER + 4_900_000, 1), (START + 100_000, -1)])
def test_running_into_an_end_stops_there(
    qtbot: QtBot, playback: Playback, hand: Hand, at: int, rate: int
) -> None:
    playback.go("rue", at)
    playback.play(rate)
    with qtbot.waitSignal(playback.edge) as told:
        hand.now += SECOND
    assert told.args == [rate]
    assert playback.rate == 0
    qtbot.waitUntil(lambda: shows(playback, BACK[-1] if rate > 0 else 0))


def test_the_selection_holds_both_marked_pictures_and_belongs_to_its_camera(
    qtbot: QtBot, playback: Playback, desk: MemoryDesk
) -> None:
    playback.go("rue", START + SECOND + 7)
    playback.mark_in()
    playback.step(10)
    with qtbot.waitSignal(playback.marked):
        playback.mark_out()
    assert playback.selection == Window(START + SECOND, START + 1_440_000)
    playback.go("cour", START)
    assert playback.selection is None


def test_examining_reveals_that_track_until_the_reel_closes(
    qtbot: QtBot, playback: Playback, desk: MemoryDesk
) -> None:
    with qtbot.waitSignal(playback.examining) as told:
        playback.examine(7, "M02")
    assert told.args == [frozenset({7})]
    qtbot.waitUntil(lambda: playback.shot is not None and playback.shot.examined)
    assert playback.boxes().examined.tolist() == [True]
    playback.refresh()
    assert playback.examined == frozenset()
    qtbot.waitUntil(lambda: playback.reel is not None and desk.closed == [1])


def test_a_refused_examination_reveals_nothing(
    qtbot: QtBot, playback: Playback, desk: MemoryDesk
) -> None:
    desk.refusal = Refused("LAW-006")
    with qtbot.waitSignal(playback.failed):
        playback.examine(7, "")
    assert playback.examined == frozenset()


def test_a_refused_reel_is_a_slate_with_the_words_of_the_refusal(
    qtbot: QtBot, playback: Playback, desk: MemoryDesk
) -> None:
    playback.play()
    desk.refusal = Refused("LAW-001")
    playback.go("cour", START)
    assert playback.absence == Absence(Why.OPENING)
    qtbot.waitUntil(lambda: playback.absence == Absence(Why.FAULT, fault=desk.refusal))
    assert playback.rate == 0
    assert playback.reel is None
    assert playback.footage is None


def test_a_camera_that_recorded_nothing_there_is_a_slate_without_a_fault(
    qtbot: QtBot, playback: Playback
) -> None:
    playback.go("cour", START)
    qtbot.waitUntil(lambda: playback.absence is not None and playback.absence.why is Why.NOTHING)


def test_a_broken_seal_stops_and_is_told(
    qtbot: QtBot, playback: Playback, desk: MemoryDesk, hand: Hand
) -> None:
    desk.faults[400] = Tampered("SRC-009", name="a")
    playback.play()
    with qtbot.waitSignal(playback.failed) as told:
        hand.now += 400_000
    assert told.args == [desk.faults[400]]
    assert playback.rate == 0
    assert playback.shot is None


def test_leaving_the_case_closes_the_reel_before_the_person_is_gone(
    qtbot: QtBot, tasks: Tasks, playback: Playback, desk: MemoryDesk
) -> None:
    session = playback._session
    playback.mark_in()
    session.sign_out()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert desk.closed == [1]
    assert (playback.at, playback.camera, playback.shot) == (None, None, None)
    assert playback.marks.start is None
    playback.play()
    playback.step(1)
    playback.mark_in()
    assert playback.rate == 0


def test_a_closing_tells_the_journal_how_many_pictures_were_shown(
    qtbot: QtBot, tasks: Tasks, session: Session
) -> None:
    home = street().home
    before = len(records(home))
    playback = Playback(session)
    playback.go("rue", START + 5 * SECOND)
    qtbot.waitUntil(lambda: playback.shot is not None)
    for place, way in ((51, 1), (52, 1), (51, -1), (50, -1), (49, -1)):
        playback.step(way)
        qtbot.waitUntil(lambda: shows(playback, place * 1024))  # noqa: B023
    playback.close()
    qtbot.waitUntil(lambda: not tasks.busy)
    made = records(home)[before:]
    assert [record["act"] for record in made] == [Act.VIEW, Act.VIEW_CLOSE]
    assert made[1]["about"]["pictures"] == 4
    assert made[1]["about"]["of"] == made[0]["seq"]


def test_signing_out_records_the_closing_before_the_leaving(qtbot: QtBot, tasks: Tasks) -> None:
    home = street().home
    with seated(qtbot, tasks, street()) as session:
        playback = Playback(session)
        playback.go("rue", START)
        qtbot.waitUntil(lambda: playback.shot is not None)
    last = [record["act"] for record in records(home)[-2:]]
    assert last == [Act.VIEW_CLOSE, Act.SESSION_CLOSE]


def test_pausing_stands_on_the_picture_that_is_seen_and_not_on_the_clock(
    qtbot: QtBot, playback: Playback, desk: MemoryDesk, hand: Hand
) -> None:
    playback.play()
    hand.now += 200_000
    qtbot.waitUntil(lambda: shows(playback, 200))
    desk.gate.clear()
    hand.now += 2 * SECOND
    with qtbot.waitSignal(playback.moved):
        pass
    playback.mark_in()
    playback.pause()
    assert playback.at == START + 200_000
    assert playback.marks.start == START + 200_000
    desk.gate.set()
    playback.step(1)
    qtbot.waitUntil(lambda: shows(playback, 240))
