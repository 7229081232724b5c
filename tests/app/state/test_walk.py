from collections.abc import Sequence

import pytest
from pytestqt.qtbot import QtBot

from app.state.reels import LENGTH, around
from app.state.walk import Walk
from app.tasks import Tasks
from tests.app.state.stage import SECOND, MemoryDesk, film, seated_at, tracks
from tests.desk.scene import HOUR, START
from vsa_core.domain.footage import Footage
from vsa_core.domain.moment import Window
from vsa_core.errors import Refused

EVERY = 1000
FIRST = range(0, 900_000, EVERY)
SECOND_FILE = range(0, 60_000, EVERY)
LATER = START + 40 * 60 * SECOND


@pytest.fixture
def files() -> tuple[tuple[Footage, Sequence[int]], ...]:
    """Fifteen minutes at a picture a second, 25 minutes of nothing, one minute."""
    return (film("a", FIRST), FIRST), (film("b", SECOND_FILE, LATER), SECOND_FILE)


@pytest.fixture
def desk(files: tuple[tuple[Footage, Sequence[int]], ...]) -> MemoryDesk:
    return MemoryDesk(*files)


@pytest.fixture
def walk(tasks: Tasks, desk: MemoryDesk) -> Walk:
    walk = Walk(seated_at(tasks, desk))
    walk.know(footage for footage, _ in desk.files)
    return walk


def arrived(qtbot: QtBot, walk: Walk) -> None:
    qtbot.waitUntil(lambda: not walk.waiting)


def pts_of(walk: Walk) -> tuple[str, int]:
    head = walk.head
    return head.strip.part(head.index).footage.digest, int(head.strip.pts[head.index])


def test_the_same_reel_is_opened_once(qtbot: QtBot, walk: Walk, desk: MemoryDesk) -> None:
    walk.go("rue", START + 10 * SECOND)
    arrived(qtbot, walk)
    for second in (400, 3, 599, 10):
        walk.go("rue", START + second * SECOND)
        assert pts_of(walk) == ("a", second * 1000)
    assert desk.opened == [around(START)]


def test_a_step_over_the_end_of_a_reel_goes_on_in_the_next(
    qtbot: QtBot, walk: Walk, desk: MemoryDesk
) -> None:
    walk.go("rue", START + 598 * SECOND)
    arrived(qtbot, walk)
    walk.step(3)
    arrived(qtbot, walk)
    assert pts_of(walk) == ("a", 601_000)
    walk.step(-3)
    arrived(qtbot, walk)
    assert pts_of(walk) == ("a", 598_000)
    assert desk.closed == [1, 2]


def test_steps_made_while_a_reel_opens_are_not_lost(
    qtbot: QtBot, walk: Walk, desk: MemoryDesk
) -> None:
    walk.go("rue", START + 599 * SECOND)
    arrived(qtbot, walk)
    for _ in range(5):
        walk.step(1)
    arrived(qtbot, walk)
    assert pts_of(walk) == ("a", 604_000)
    walk.go("rue", START)
    walk.step(2)
    walk.step(-1)
    arrived(qtbot, walk)
    assert pts_of(walk) == ("a", 1000)


def test_a_step_over_a_long_pause_opens_no_reel_in_between(
    qtbot: QtBot, walk: Walk, desk: MemoryDesk
) -> None:
    walk.go("rue", START + 899 * SECOND)
    arrived(qtbot, walk)
    walk.step(1)
    arrived(qtbot, walk)
    assert pts_of(walk) == ("b", 0)
    walk.step(-1)
    arrived(qtbot, walk)
    assert pts_of(walk) == ("a", 899_000)
    assert len(desk.opened) == 3


@pytest.mark.parametrize(("at", "way"), [(START + 2 * SECOND, -1), (LATER + 57 * SECOND, 1)])
def test_at_the_ends_it_stays_and_says_so(
    qtbot: QtBot, walk: Walk, desk: MemoryDesk, at: int, way: int
) -> None:
    walk.go("rue", at)
    arrived(qtbot, walk)
    with qtbot.waitSignal(walk.edge) as told:
        walk.step(10 * way)
    assert told.args == [way]
    assert pts_of(walk) == (("a", 0) if way < 0 else ("b", 59_000))
    with qtbot.waitSignal(walk.edge):
        walk.step(way)
    assert len(desk.opened) == 1


def test_a_jump_goes_over_pauses_and_up_to_the_very_end(qtbot: QtBot, walk: Walk) -> None:
    walk.go("rue", START + 895 * SECOND)
    arrived(qtbot, walk)
    walk.jump(10 * SECOND)
    arrived(qtbot, walk)
    assert pts_of(walk) == ("b", 0)
    walk.jump(-10 * SECOND)
    arrived(qtbot, walk)
    assert pts_of(walk) == ("a", 899_000)
    walk.go("rue", LATER + 55 * SECOND)
    arrived(qtbot, walk)
    with qtbot.waitSignal(walk.edge):
        walk.jump(10 * SECOND)
    assert pts_of(walk) == ("b", 59_000)


def test_unknown_footage_is_tried_in_the_reel_beside(
    qtbot: QtBot, walk: Walk, desk: MemoryDesk
) -> None:
    walk.know(())
    walk.go("rue", START + 599 * SECOND)
    arrived(qtbot, walk)
    walk.step(1)
    arrived(qtbot, walk)
    assert pts_of(walk) == ("a", 600_000)


def test_where_nothing_is_recorded_no_reel_after_reel_is_tried(
    qtbot: QtBot, walk: Walk, desk: MemoryDesk
) -> None:
    walk.know(())
    with qtbot.waitSignal(walk.refused) as told:
        walk.go("rue", START + 30 * 60 * SECOND)
    assert told.args[0].code == "CAS-071"
    with qtbot.waitSignal(walk.edge):
        walk.step(1)
    assert not walk.waiting


def test_a_refusal_is_told_and_going_there_again_asks_again(
    qtbot: QtBot, walk: Walk, desk: MemoryDesk
) -> None:
    desk.refusal = Refused("LAW-001")
    with qtbot.waitSignal(walk.refused):
        walk.go("rue", START)
    desk.refusal = None
    with qtbot.waitSignal(walk.stood):
        walk.go("rue", START)
    assert pts_of(walk) == ("a", 0)


def test_outside_the_basis_there_is_nothing_to_go_on_to(
    qtbot: QtBot, tasks: Tasks, walk: Walk, desk: MemoryDesk
) -> None:
    late = film("c", [0, 1000], START + HOUR - SECOND)
    desk.files = ((late, [0, 1000]),)
    walk.know((late,))
    walk.go("rue", START + HOUR - SECOND)
    arrived(qtbot, walk)
    with qtbot.waitSignal(walk.edge):
        walk.jump(5 * LENGTH)


def test_a_lifted_mask_belongs_to_its_reel_alone(
    qtbot: QtBot, walk: Walk, desk: MemoryDesk
) -> None:
    desk.crowd = tracks([(START, 1, 1), (START + 5 * SECOND, 1, 1)], numbers=(4,))
    walk.go("rue", START)
    arrived(qtbot, walk)
    walk.examine(5, "M02")
    with qtbot.waitSignal(walk.lifted):
        walk.examine(4, "M02")
    assert desk.lifted == [(4, Window(START, START + 5 * SECOND + 1), "M02")]
    assert walk.source is not None
    assert walk.source.examined == {4}
    before = walk.source.reel
    walk.renew()
    assert walk.source is None
    arrived(qtbot, walk)
    assert walk.source is not None
    assert walk.source.examined == frozenset()
    with qtbot.waitSignal(walk.failed) as told:
        walk.examine(4, "M02", before)  # whose tracks had other numbers
    assert told.args[0].code == "CAS-072"
    assert len(desk.lifted) == 1


def test_leaving_closes_the_reel(qtbot: QtBot, tasks: Tasks, walk: Walk, desk: MemoryDesk) -> None:
    walk.go("rue", START)
    arrived(qtbot, walk)
    walk.leave()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert desk.closed == [1]
    assert (walk.camera, walk.at, walk.source) == (None, None, None)
    walk.step(1)
    walk.jump(SECOND)
    assert desk.opened == [around(START)]
