"""Whoever implements the protocol of a crew is one."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.desk.scene import film, settings
from tests.pipeline.street import hands, orders_of
from vsa_core.decode.pyav import open_footage
from vsa_core.looking import Looking
from vsa_core.pipeline.alone import Alone
from vsa_core.pipeline.crew import Crew, Died, Done, Failed, Reached


def crews(folder: Path) -> Sequence[Crew]:
    eyes = Looking(settings(folder / "home")).sight().eyes
    return Alone(open_footage, eyes), hands(folder, 2)


@pytest.mark.parametrize("which", [0, 1])
def test_each_order_ends_exactly_once(which: int, tmp_path: Path) -> None:
    orders = orders_of(film(tmp_path / "rue.mp4", 3))
    told = list(crews(tmp_path)[which].look(orders, lambda: None))
    ends = [o.number for o in told if isinstance(o, Done | Failed | Died)]
    assert sorted(ends) == [order.number for order in orders]
    for place, outcome in enumerate(told):
        if isinstance(outcome, Reached):
            later = [o.number for o in told[place:] if not isinstance(o, Reached)]
            assert outcome.number in later, "nothing is told of a slice that is over"


@pytest.mark.parametrize("which", [0, 1])
def test_without_an_order_nothing_is_told(which: int, tmp_path: Path) -> None:
    assert list(crews(tmp_path)[which].look([], lambda: None)) == []
