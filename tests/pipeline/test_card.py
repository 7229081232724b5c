"""One process that runs the network for all who look: same bytes, and nothing lost when it ends."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.scene import film
from tests.pipeline import scripts
from tests.pipeline.cards import Bench, bench
from tests.pipeline.street import orders_of
from tests.pipeline.test_hands import children, ends, quiet
from vsa_core.decode.pyav import open_footage
from vsa_core.domain.objects import UNNAMED
from vsa_core.errors import Refused, Tampered, Unreadable
from vsa_core.pipeline import card as card_room
from vsa_core.pipeline.alone import Alone
from vsa_core.pipeline.card import CardAtWork
from vsa_core.pipeline.crew import Died, Done, Order
from vsa_core.pipeline.wire import outcome_bytes


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return bench(tmp_path_factory.mktemp("machine"))


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> list[Order]:
    return orders_of(film(tmp_path_factory.mktemp("film") / "rue.mp4", 3))


PROLOGUE = """
import os
from vsa_core import card
from vsa_core.vision.pytorch import TorchNetwork
usual = TorchNetwork.__call__
"""

EPILOGUE = """
TorchNetwork.__call__ = run
card.main()
"""


def dying(after: int) -> tuple[str, ...]:
    """A card that ends without a word when it is asked once more."""
    return _script(f"""
left = {after}
def run(self, canvases):
    global left
    left -= 1
    if left < 0:
        os._exit(9)
    return usual(self, canvases)
""")


def failing() -> tuple[str, ...]:
    """A card that has no room."""
    return _script("""
def run(self, canvases):
    raise RuntimeError("CUDA out of memory")
""")


def _script(middle: str) -> tuple[str, ...]:
    before = (
        "import os\nfrom vsa_core import card\nfrom vsa_core.vision.pytorch import TorchNetwork"
    )
    after = "TorchNetwork.__call__ = run\ncard.main()"
    usual = "usual = TorchNetwork.__call__"
    return (sys.executable, "-P", "-c", "\n".join((before, usual, middle, after)))


def test_it_gives_what_the_program_itself_gives(machine: Bench, orders: list[Order]) -> None:
    before = children()
    found = ends(list(machine.hands(2, machine.card()).look(orders, quiet)))
    assert set(found) == {order.number for order in orders}
    eyes = machine.looking().sight().eyes
    named = 0
    for outcome in Alone(open_footage, eyes).look(orders, quiet):
        assert outcome_bytes(outcome) == outcome_bytes(found[outcome.number])
        assert isinstance(outcome, Done)
        named += int((outcome.observed.segment.table["kind"] > UNNAMED).sum())
    assert named > 0
    assert children() == before


@pytest.mark.parametrize("after", [0, 3])
def test_one_that_dies_ends_the_looking_and_no_slice_is_blamed(
    machine: Bench, orders: list[Order], after: int
) -> None:
    before = children()
    told = []
    with pytest.raises(Unreadable, match="SYS-017"):
        told.extend(machine.hands(2, machine.card(dying(after))).look(orders, quiet))
    assert all(isinstance(outcome, Done) for outcome in ends(told).values())
    assert children() == before


def test_one_without_room_says_so_itself(machine: Bench, orders: list[Order]) -> None:
    with pytest.raises(Unreadable, match="SYS-018") as said:
        list(machine.hands(1, machine.card(failing())).look(orders, quiet))
    assert "out of memory" in str(said.value.values["why"])


LIAR = """
from vsa_core.pipeline.berth import CardLost
def observe(source, footage, stream, span, *rest):
    if span.start == {start}:
        raise CardLost
    return usual(source, footage, stream, span, *rest)
looker.observe = observe
"""


def test_a_worker_that_says_so_of_a_card_that_is_there_is_not_believed(
    machine: Bench, orders: list[Order], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a film has taken over could else end the looking at all others."""
    monkeypatch.setattr(card_room, "LAST_WORDS", 0.1)
    liar = scripts.script(LIAR.format(start=orders[1].span.start))
    found = ends(list(machine.hands(1, machine.card(), liar).look(orders, quiet)))
    assert isinstance(found[1], Died)
    assert all(isinstance(found[n], Done) for n in found if n != 1)


def test_two_in_a_row_are_believed(
    machine: Bench, orders: list[Order], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A card that is there and does not answer: slices are not blamed one after the other."""
    monkeypatch.setattr(card_room, "LAST_WORDS", 0.1)
    liar = scripts.script(LIAR.format(start="span.start"))
    told = []
    with pytest.raises(Unreadable, match="SYS-017"):
        told.extend(machine.hands(1, machine.card(), liar).look(orders, quiet))
    assert len(told) <= 1


def test_without_a_card_nobody_may_say_so(machine: Bench, orders: list[Order]) -> None:
    alone = replace(machine.hands(1, machine.card()), card=None)
    liar = scripts.script(LIAR.format(start="span.start"))
    found = ends(list(replace(alone, command=liar).look(orders[:1], quiet)))
    assert [type(outcome) for outcome in found.values()] == [Died]


def test_weights_that_changed_are_not_run(tmp_path: Path, orders: list[Order]) -> None:
    machine = bench(tmp_path)
    crew = machine.hands(1, machine.card())
    machine.weights.path.write_bytes(b"something else")
    with pytest.raises((Tampered, Refused), match="MOD-"):
        list(crew.look(orders, quiet))


def test_a_berth_is_lent_again_when_it_is_given_back(machine: Bench) -> None:
    at_work = CardAtWork(machine.card(), 1)
    berth = at_work.lend()
    at_work.give_back(berth)
    assert at_work.lend() == berth
    told = at_work.greeting(berth)
    assert (told["maker"], told["side"], told["classes"]) == ("torch", 96, 3)
    at_work.end()
    berth.close()
