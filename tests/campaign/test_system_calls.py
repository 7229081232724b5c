"""Each system call of a session fails in turn: nothing shown is lost, and the fault is told."""

import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.audit.world import begin, lines_of, query, rewrite
from tests.campaign.afterwards import Tally, shown_by
from tests.campaign.injected import KILLED, Point, can_inject, points, struck, touched

pytestmark = pytest.mark.skipif(not can_inject(), reason="strace is not here, or may not trace")

A_DOZEN = 12


def unfinished(folder: Path) -> Path:
    """A journal whose last program died: a question without its end, and half a line."""
    with begin(folder) as journal:
        journal.append(query(99))
    rewrite(folder, [*lines_of(folder), b'{"half":'])
    return folder


def strike(folder: Path, few: int | None) -> tuple[Tally, list[str]]:
    """Strike each point, or a few; what was lost, and what the program said amiss."""
    paths, counted = touched(unfinished(folder / "sound"), folder / "trace")
    every = list(points(counted))
    tally, amiss = Tally(), list[str]()
    for point in every if few is None else random.Random(3).sample(every, few):
        left = unfinished(folder / point.option)
        done = struck(left, paths, point)
        shown = shown_by(done.stdout)
        tally.acknowledged += len(shown)
        tally.take(left, shown)
        amiss += _amiss(point, done.returncode, done.stdout, done.stderr)
        shutil.rmtree(left)
    return tally, amiss


def _amiss(point: Point, status: int, said: bytes, complaint: bytes) -> Sequence[str]:
    """A killed program says nothing; any other ends, or tells a fault that blames the disk."""
    last = said.decode().splitlines()[-1:]
    told = not complaint and status == 0 and _is_clear(last)
    if point.fault == KILLED or told:
        return []
    return [f"{point.option}: {status} {last} {complaint.decode()[-200:]}"]


def _is_clear(last: Sequence[str]) -> bool:
    """Whether a session reached its end, or blamed the disk and nobody else."""
    return last == ["end"] or last[:1] == ["Refused AUD-003"]


def test_a_dozen_failing_calls_lose_nothing(tmp_path: Path) -> None:
    tally, amiss = strike(tmp_path, A_DOZEN)
    assert tally.cases == A_DOZEN
    assert tally.clean, tally
    assert amiss == []


@pytest.mark.campaign
def test_no_failing_call_loses_anything(tmp_path: Path) -> None:
    tally, amiss = strike(tmp_path, None)
    print(tally)
    assert tally.cases >= 90
    assert tally.clean, tally
    assert amiss == []
