"""kill -9 of the program or of a process that looks: what is finished stays, nothing doubles."""

import os
import time
from pathlib import Path

import pytest

from tests.campaign.index_kills import WORKERS, campaign, digest, prepare

FEW, MANY = 20, 1000


def checked(folder: Path, kills: int, seed: int, until: float = float("inf")) -> None:
    """The campaign, then: what it left is what an undisturbed indexing sees."""
    for name in ("killed", "undisturbed"):
        (folder / name).mkdir()
    toll = campaign(folder / "killed", kills, seed, until)
    print(toll)
    assert toll.faults == []
    assert 0 <= toll.most_again <= WORKERS
    prepare(folder / "undisturbed")
    assert digest(folder / "killed") == digest(folder / "undisturbed")


@pytest.mark.slow
def test_kills_of_the_program_and_its_processes_lose_nothing(tmp_path: Path) -> None:
    checked(tmp_path, FEW, seed=1)


@pytest.mark.campaign
def test_a_thousand_kills_lose_nothing(tmp_path: Path) -> None:
    """So many kills, or what fits in RELECTURE_CAMPAIGN_MINUTES where that is set."""
    minutes = float(os.environ.get("RELECTURE_CAMPAIGN_MINUTES") or "inf")
    kills = int(os.environ.get("RELECTURE_KILLS") or MANY)
    checked(tmp_path, kills, seed=2, until=time.monotonic() + 60 * minutes)
