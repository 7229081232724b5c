"""Progress never goes back, ends at its end, and counts what it is worth."""

from hypothesis import given
from hypothesis import strategies as st

from tests.pipeline.tasks import TICKS, plan, task
from vsa_core.domain.coverage import Level
from vsa_core.pipeline.bar import Bar
from vsa_core.pipeline.plan import Plan
from vsa_core.pipeline.priority import SPEED

Told = list[tuple[int, int, str]]


def bar(plans: list[Plan], level: Level = Level.STANDARD) -> tuple[Bar, Told]:
    told: Told = []
    made = Bar(lambda *one: told.append(one), level)
    made.begin(plans)
    return made, told


def test_it_begins_at_nothing_with_the_first_file() -> None:
    _, told = bar([plan(0), plan(1)])
    assert told == [(0, 1_800_000, "nord_0000.mp4")]


def test_slices_side_by_side_are_added() -> None:
    first, second = plan(0), plan(1)
    made, told = bar([first, second])
    one, other = task(first, 0, 300), task(second, 0, 300)
    made.reach(one, 100 * TICKS, (one, other))
    made.reach(other, 50 * TICKS, (one, other))
    assert [done for done, _, _ in told] == [0, 100_000, 150_000]
    assert told[-1][2] == "nord_0000.mp4, nord_0001.mp4"
    made.finish(one)
    assert told[-1] == (350_000, 1_800_000, "nord_0001.mp4")


def test_many_files_at_work_are_counted() -> None:
    plans = [plan(number) for number in range(5)]
    made, told = bar(plans)
    tasks = [task(one, 0, 300) for one in plans]
    made.reach(tasks[0], TICKS, tasks)
    assert told[-1][2] == "nord_0000.mp4, nord_0001.mp4 +3"


def test_what_a_dead_worker_had_done_is_waited_for_again() -> None:
    item = plan()
    made, told = bar([item])
    one = task(item, 0, 300)
    made.reach(one, 200 * TICKS, (one,))
    made.again(one)
    made.reach(one, 100 * TICKS, (one,))
    made.reach(one, 250 * TICKS, (one,))
    assert [done for done, _, _ in told] == [0, 200_000, 250_000]


def test_a_file_given_up_is_no_longer_to_be_done() -> None:
    first, second = plan(0), plan(1)
    made, told = bar([first, second])
    one = task(first, 0, 300)
    made.finish(one)
    made.reach(task(first, 300, 600), 400 * TICKS, (one,))
    made.close(first)
    assert told[-1][:2] == (300_000, 1_200_000)


def test_a_first_pass_weighs_less() -> None:
    item = plan()
    item.unseen = item.due
    made, told = bar([item])
    share = 900_000 * SPEED[Level.STANDARD] // SPEED[Level.SCAN]
    assert told[0][1] == 900_000 + share
    made.finish(task(item, 0, 900, first=True))
    assert told[-1][0] == share
    made.finish(task(item, 0, 900))
    made.close(item)
    assert told[-1][:2] == (900_000 + share, 900_000 + share)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 8), st.integers(0, 300)), max_size=40))
def test_it_never_goes_back_and_never_beyond_its_end(steps: list[tuple[int, int, int]]) -> None:
    plans = [plan(number) for number in range(3)]
    made, told = bar(plans)
    tasks = {(n, p): task(plans[n], 100 * p, 100 * p + 100) for n in range(3) for p in range(9)}
    open_ones = set(tasks)
    for number, place, reached in steps:
        one = tasks[number, place]
        if (number, place) not in open_ones:
            continue
        if reached == 300:
            made.finish(one)
            open_ones.discard((number, place))
        elif reached == 299:
            made.again(one)
        else:
            made.reach(one, (100 * place + reached) * TICKS, (one,))
    for one in plans:
        made.close(one)
    done = [one[0] for one in told]
    assert done == sorted(done) or {t for _, t, _ in told} != {told[0][1]}
    assert all(0 <= here <= total for here, total, _ in told)
    assert told[-1][0] == told[-1][1]
