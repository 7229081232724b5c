from fractions import Fraction

import pytest
from pytestqt.qtbot import QtBot

from app.state.play_clock import PlayClock


@pytest.mark.parametrize(
    ("rate", "after"), [(Fraction(1), 40), (Fraction(-8), -320), (Fraction(1, 4), 10)]
)
def test_it_runs_at_its_rate_both_ways(qtbot: QtBot, rate: Fraction, after: int) -> None:
    real = [7_000_000]
    clock = PlayClock(elapsed=lambda: real[0])
    clock.start(1_000_000_000, rate)
    real[0] += 40
    assert clock.now == 1_000_000_000 + after
    clock.stop()


def test_it_ticks_only_while_it_runs(qtbot: QtBot) -> None:
    clock = PlayClock()
    seen: list[int] = []
    clock.ticked.connect(seen.append)
    assert not clock.running
    clock.start(1_709_640_000_000_000, Fraction(1))
    assert clock.running
    qtbot.waitUntil(lambda: len(seen) > 3)
    clock.stop()
    assert seen == sorted(seen)
    assert seen[0] >= 1_709_640_000_000_000
    assert not clock.running


def test_a_slow_rate_loses_no_microsecond(qtbot: QtBot) -> None:
    real = [0]
    clock = PlayClock(elapsed=lambda: real[0])
    clock.start(0, Fraction(1, 4))
    for _ in range(1000):
        real[0] += 1
        assert clock.now == real[0] // 4
    clock.stop()
