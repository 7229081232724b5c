"""kill -9 at any moment of an append: nothing shown is lost, every log opens and is whole."""

import os
import random
import time
from pathlib import Path

import pytest

from tests.audit.children import asks, child, everything, kill
from tests.audit.world import begin
from tests.campaign.afterwards import Tally, shown_by

LATEST = 0.004
"""Seconds, at most, from the last receipt awaited to the kill: about three appends."""

KILLS_IN_ONE_LOG = 50


def killed(folder: Path, rng: random.Random) -> list[str]:
    """Kill a program that writes, after a few receipts and a moment; what it had been shown.

    A program that is awaited for no receipt is killed while it opens and recovers.
    """
    number, reading = child(asks(folder, 10_000, "alice"))
    said, awaited = b"", rng.randrange(6)
    while said.count(b"\n") < awaited:
        said += os.read(reading, 4_096)
    time.sleep(rng.uniform(0, LATEST))
    kill(number)
    return shown_by(said + everything(reading))


def campaign(folder: Path, kills: int, seed: int) -> Tally:
    """That many kills, in logs that each outlive many."""
    rng, tally = random.Random(seed), Tally()
    for number in range(kills):
        log = folder / str(number // KILLS_IN_ONE_LOG)
        if number % KILLS_IN_ONE_LOG == 0:
            begin(log).close()
            shown: list[str] = []
        told = killed(log, rng)
        tally.acknowledged += len(told)
        shown += told
        tally.take(log, shown)
    return tally


def test_kills_lose_nothing(tmp_path: Path) -> None:
    tally = campaign(tmp_path, 50, seed=1)
    assert tally.cases == 50
    assert tally.acknowledged > 50
    assert tally.clean, tally


@pytest.mark.campaign
def test_a_thousand_kills_lose_nothing(tmp_path: Path) -> None:
    tally = campaign(tmp_path, 1_000, seed=2)
    print(tally)
    assert tally.cases == 1_000
    assert tally.clean, tally
