"""A crew of one."""

from pathlib import Path

import pytest

from tests.desk.scene import film, settings
from tests.pipeline.street import orders_of
from vsa_core.decode.pyav import open_footage
from vsa_core.looking import Looking
from vsa_core.pipeline.alone import Alone
from vsa_core.pipeline.crew import Crew, Done, Failed


def alone(folder: Path) -> Crew:
    return Alone(open_footage, Looking(settings(folder / "home")).sight().eyes)


def test_it_looks_at_one_slice_after_the_other_when_it_is_asked(tmp_path: Path) -> None:
    orders = orders_of(film(tmp_path / "rue.mp4", 3))
    taken: list[int] = []

    def coming():
        for order in orders:
            taken.append(order.number)
            yield order

    outcomes = alone(tmp_path).look(coming(), lambda: None)
    first = next(outcomes)
    assert isinstance(first, Done)
    assert taken == [0]
    assert [outcome.number for outcome in outcomes] == taken[1:] == [1, 2]


def test_what_is_raised_while_it_looks_ends_it(tmp_path: Path) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(alone(tmp_path).look(orders_of(film(tmp_path / "rue.mp4", 2)), stop))


def test_a_file_that_is_gone_is_a_fault_of_its_slices(tmp_path: Path) -> None:
    path = film(tmp_path / "rue.mp4", 2)
    orders = orders_of(path)
    path.unlink()
    crew = alone(tmp_path)
    crew.tend()
    (first, *_) = crew.look(orders, lambda: None)
    assert isinstance(first, Failed)
    assert first.fault.code == "SRC-005"
