"""How long an append with its syncs takes on this disk: the campaign prints it."""

import time
from pathlib import Path

import pytest

from tests.audit.world import begin, query, result

APPENDS = 5_000


@pytest.mark.campaign
def test_the_time_of_an_append_is_told(tmp_path: Path) -> None:
    taken = []
    with begin(tmp_path) as journal:
        for number in range(APPENDS // 2):
            for entry in (query(number), result(number, journal.size)):
                start = time.perf_counter_ns()
                journal.append(entry)
                taken.append(time.perf_counter_ns() - start)
    taken.sort()
    shown = {name: taken[place] // 1_000 for name, place in places().items()}
    print(f"append with fsync, {APPENDS} records, microseconds: {shown}")
    assert len(taken) == APPENDS


def places() -> dict[str, int]:
    """Where the quantiles lie among the sorted times."""
    return {"p50": APPENDS // 2, "p99": APPENDS * 99 // 100, "max": APPENDS - 1}
