"""What a run cost is told with its ratios and recalls; only ours is asked what happened."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.desk.scene import RATE
from tests.desk.scene import film as made
from vsa_core.bench.indexing import Spent, measured, run_other, spent_of, table
from vsa_core.bench.places import Happened

HERE, THERE = Happened(0, "enter", 0), Happened(1, "enter", 5_000_000)


def spent(cpu: float, *told: Happened) -> Spent:
    return Spent(100, cpu, 2 * cpu, 50, told)


@given(st.integers(1, 10**6), st.floats(0, 1e6), st.lists(st.builds(Happened, st.integers(0, 9))))
def test_what_was_spent_goes_from_process_to_process(
    frames: int, cpu: float, told: list[Happened]
) -> None:
    one = Spent(frames, cpu, 1.5, 7, tuple(told))
    assert spent_of(json.loads(json.dumps(one.fields()))) == one


def test_the_processor_is_counted_while_the_work_lasts() -> None:
    def work() -> int:
        return sum(1 for _ in range(2_000_000)) // 2_000_000 * 10

    found = measured(work)
    assert found.frames == 10
    assert 0 < found.cpu_s <= found.wall_s * 1.5
    assert found.peak_mib > 0


def test_decoding_counts_the_frames_of_the_film(tmp_path: Path) -> None:
    film = made(tmp_path / "a.mp4", 3)
    assert run_other("pyav", film, None, 0, tmp_path).frames == 3 * RATE


def test_lines_are_medians_with_recall_against_full_and_against_truth() -> None:
    runs = {
        "standard": [spent(1, HERE), spent(9, HERE), spent(2, HERE)],
        "full": [spent(4, HERE, THERE)] * 3,
        "track": [spent(8)] * 3,
    }
    standard, full, track = table(runs, 25.0, (HERE, THERE, Happened(2, "enter", 0)))
    assert standard.cpu_ms == 20.0
    assert standard.wall_ms == 40.0
    assert standard.realtime == 1.0
    assert (standard.recall_full, full.recall_full) == (0.5, 1.0)
    assert (standard.recall_truth, full.recall_truth) == (1 / 3, 2 / 3)
    assert (track.recall_full, track.recall_truth) == (None, None)


def test_without_full_and_truth_there_is_no_recall() -> None:
    (line,) = table({"scan": [spent(1, HERE)]}, 25.0, None)
    assert (line.recall_full, line.recall_truth) == (None, None)
