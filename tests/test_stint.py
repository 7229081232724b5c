"""What a process that looks says between its two pipes."""

from pathlib import Path

import pytest

from tests.desk.scene import film
from tests.pipeline import scripts
from tests.pipeline.street import hands, orders_of
from vsa_core.errors import Tampered
from vsa_core.pipeline.crew import Done, Reached


def test_it_tells_now_and_then_how_far_it_is(tmp_path: Path) -> None:
    slow = scripts.script(
        """
stint.SAYING = 0
"""
    )
    (order, *_) = orders_of(film(tmp_path / "rue.mp4", 2))
    told = list(hands(tmp_path, 1, slow).look([order], lambda: None))
    reached = [outcome.pts for outcome in told if isinstance(outcome, Reached)]
    assert reached == sorted(reached)
    assert len(set(reached)) > 3
    assert order.span.start <= reached[0] <= reached[-1] <= order.span.end
    assert isinstance(told[-1], Done)


def test_weights_that_do_not_open_are_told_before_anything_is_looked_at(tmp_path: Path) -> None:
    orders = orders_of(film(tmp_path / "rue.mp4", 2))
    with pytest.raises(Tampered, match="MOD-002"):
        list(hands(tmp_path, 1, scripts.refusing()).look(orders, lambda: None))
