"""Processes that look: what they give is what the program gives, and none outlives its call."""

import time
from pathlib import Path

import pytest

from tests.desk.scene import film, settings
from tests.pipeline import scripts
from tests.pipeline.street import hands, orders_of
from vsa_core.decode.pyav import open_footage
from vsa_core.errors import Bug, Tampered, Unreadable
from vsa_core.looking import Looking
from vsa_core.pipeline import hand as hand_room
from vsa_core.pipeline.alone import Alone
from vsa_core.pipeline.crew import Died, Done, Failed, Order, Outcome, Reached
from vsa_core.pipeline.hands import Hands
from vsa_core.pipeline.wire import outcome_bytes


def quiet() -> None:
    """Nobody stops anything."""


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> list[Order]:
    return orders_of(film(tmp_path_factory.mktemp("film") / "rue.mp4", 3))


def children() -> set[int]:
    """The numbers of our own children, dead and unburied ones too."""
    found: set[int] = set()
    for task in Path("/proc/self/task").iterdir():
        found |= {int(number) for number in (task / "children").read_text().split()}
    return found


def ends(outcomes: list[Outcome]) -> dict[int, Outcome]:
    """How each order ended; an order ends once."""
    found = [outcome for outcome in outcomes if not isinstance(outcome, Reached)]
    assert len({outcome.number for outcome in found}) == len(found)
    return {outcome.number: outcome for outcome in found}


def test_processes_give_what_the_program_itself_gives(orders: list[Order], tmp_path: Path) -> None:
    before = children()
    crew = hands(tmp_path, 2)
    told = list(crew.look(orders, quiet))
    found = ends(told)
    assert set(found) == {order.number for order in orders}
    eyes = Looking(settings(tmp_path / "home")).sight().eyes
    for outcome in Alone(open_footage, eyes).look(orders, quiet):
        assert outcome_bytes(outcome) == outcome_bytes(found[outcome.number])
    assert children() == before


def test_no_more_are_started_than_there_is_to_do(orders: list[Order], tmp_path: Path) -> None:
    before, most = children(), 0

    def count() -> None:
        nonlocal most
        most = max(most, len(children() - before))

    assert len(ends(list(hands(tmp_path, 5).look(orders[:1], count)))) == 1
    assert most == 1


def test_orders_are_taken_when_somebody_is_free(orders: list[Order], tmp_path: Path) -> None:
    taken, ended = [], 0

    def coming():
        for order in orders:
            assert len(taken) - ended < 1
            taken.append(order)
            yield order

    for outcome in hands(tmp_path, 1).look(coming(), quiet):
        ended += not isinstance(outcome, Reached)
    assert ended == len(orders)


def test_one_that_dies_takes_its_slice_with_it_and_no_other(
    orders: list[Order], tmp_path: Path
) -> None:
    crew = hands(tmp_path, 2, scripts.dying_at(orders[1].span.start))
    found = ends(list(crew.look(orders, quiet)))
    assert [number for number, o in found.items() if isinstance(o, Died)] == [orders[1].number]
    assert sum(isinstance(outcome, Done) for outcome in found.values()) == len(orders) - 1


def test_one_that_makes_no_sense_is_ended(orders: list[Order], tmp_path: Path) -> None:
    before = children()
    found = ends(list(hands(tmp_path, 1, scripts.babbling()).look(orders[:1], quiet)))
    assert found == {0: Died(0)}
    assert children() == before


def test_one_that_is_stuck_is_ended(
    orders: list[Order], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hand_room, "SILENCE", 0.5)
    found = ends(list(hands(tmp_path, 1, scripts.stuck()).look(orders[:1], quiet)))
    assert found == {0: Died(0)}


def test_a_fault_of_a_slice_is_told(orders: list[Order], tmp_path: Path) -> None:
    crew = hands(tmp_path, 1, scripts.failing("SRC-026"))
    (outcome,) = ends(list(crew.look(orders[:1], quiet))).values()
    assert isinstance(outcome, Failed)
    assert isinstance(outcome.fault, Unreadable)
    assert (outcome.fault.code, outcome.fault.values) == ("SRC-026", {"name": "rue.mp4"})


@pytest.mark.parametrize(
    ("command", "fault", "code"),
    [
        (scripts.MISSING, Bug, "SYS-015.*3"),
        (scripts.seeing_otherwise(), Bug, "SYS-016"),
        (scripts.refusing(), Tampered, "MOD-002"),
    ],
)
def test_processes_that_cannot_begin_are_told(
    command: tuple[str, ...], fault: type[Exception], code: str, orders: list[Order], tmp_path: Path
) -> None:
    before = children()
    with pytest.raises(fault, match=code):
        list(hands(tmp_path, 2, command).look(orders, quiet))
    assert children() == before


def test_what_is_raised_while_waiting_ends_everybody_at_once(
    orders: list[Order], tmp_path: Path
) -> None:
    before, begun = children(), time.monotonic()

    def stop() -> None:
        if len(children() - before) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(hands(tmp_path, 2, scripts.stuck()).look(orders, stop))
    assert children() == before
    assert time.monotonic() - begun < 60


def test_who_listens_no_more_ends_everybody(orders: list[Order], tmp_path: Path) -> None:
    before = children()
    outcomes = hands(tmp_path, 2).look(orders, quiet)
    next(outcomes)
    outcomes.close()
    assert children() == before


def test_the_crew_goes_on_while_it_is_tended(orders: list[Order], tmp_path: Path) -> None:
    """The asker reads a file for seconds before it gives the second order."""
    crew = hands(tmp_path, 2)
    crew.tend()  # nobody is at work: nothing happens

    def coming():
        yield orders[0]
        for _ in range(1500):
            crew.tend()
            time.sleep(0.002)
        yield orders[1]

    found = ends(list(crew.look(coming(), quiet)))
    assert all(isinstance(outcome, Done) for outcome in found.values())


def test_a_crew_may_be_asked_again(orders: list[Order], tmp_path: Path) -> None:
    crew: Hands = hands(tmp_path, 1)
    for _ in range(2):
        assert len(ends(list(crew.look(orders[:1], quiet)))) == 1


def test_the_program_is_their_parent_and_nobody_else(orders: list[Order], tmp_path: Path) -> None:
    """A process that is told another parent's number ends at once."""
    command = scripts.script("sys.argv[1] = '1'\n")
    with pytest.raises(Bug, match=r"SYS-015.*0"):
        list(hands(tmp_path, 1, command).look(orders, quiet))
