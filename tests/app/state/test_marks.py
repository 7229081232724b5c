import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.state.marks import Gathering, Marks, Verdict, marks_of
from app.state.visible import columns
from tests.app.laid import SECOND, found
from tests.desk.scene import START
from vsa_core.domain.event import Hit
from vsa_core.domain.moment import Window
from vsa_core.domain.verdict import Verdict as Said

events = st.lists(
    st.tuples(st.integers(0, 1000), st.integers(0, 300), st.sampled_from(list(Verdict))),
    max_size=40,
)


def made(some: list[tuple[int, int, Verdict]]) -> Marks:
    """Marks of (start, length, verdict)."""
    ordered = sorted(some)
    start = np.array([a for a, _, _ in ordered], np.int64)
    end = start + np.array([n for _, n, _ in ordered], np.int64)
    verdict = np.array([v for _, _, v in ordered], np.uint8)
    return marks_of(start, end, verdict, np.arange(len(ordered)))


@given(events, st.integers(0, 400), st.integers(1, 700), st.integers(1, 200))
def test_each_visible_hit_falls_in_one_column_and_the_columns_sum_to_the_visible(
    some: list[tuple[int, int, Verdict]], begins: int, span: int, count: int
) -> None:
    window = Window(begins, begins + span)
    before, _ = made(some).counted(columns(window, count))
    binned = np.diff(before, axis=1)
    for which in Verdict:
        visible = [a for a, _, v in some if v is which and window.start <= a < window.end]
        expected = np.bincount([(a - begins) * count // span for a in visible], minlength=count)
        assert binned[which].tolist() == expected.tolist()
        assert binned[which].sum() == len(visible)


@given(events, st.integers(1, 100))
def test_a_column_lasts_where_any_hit_does(
    some: list[tuple[int, int, Verdict]], count: int
) -> None:
    edges = columns(Window(0, 1000), count)
    _, lasting = made(some).counted(edges)
    for column in range(count):
        a, b = edges[column], edges[column + 1]
        held = any(s < b and (s + n > a) for s, n, _ in some)
        assert lasting[column] == held


@given(events, st.integers(0, 900), st.integers(1, 300))
def test_what_touches_a_window_is_found_however_early_it_began(
    some: list[tuple[int, int, Verdict]], begins: int, span: int
) -> None:
    marks = made(some)
    places = marks.touching(begins, begins + span).tolist()
    expected = [
        place
        for place, (s, n, _) in enumerate(sorted(some))
        if s < begins + span and (s + n > begins or s >= begins)
    ]
    assert places == expected


@given(events, st.integers(0, 900), st.integers(1, 300))
def test_what_begins_in_a_window_is_a_slice(
    some: list[tuple[int, int, Verdict]], begins: int, span: int
) -> None:
    marks = made(some)
    begun = marks.start[marks.beginning(begins, begins + span)].tolist()
    assert begun == sorted(s for s, _, _ in some if begins <= s < begins + span)


def test_hits_are_gathered_by_camera_in_time_order() -> None:
    hits = (found(9), found(3, "quai"), found(1, lasting=5))
    gathering = Gathering()
    gathering.take(hits, {hits[0].name: Said.MATCH}.get)
    marks = gathering.marks()
    assert marks["rue"].start.tolist() == [START + SECOND, START + 9 * SECOND]
    assert marks["rue"].row.tolist() == [2, 0]
    assert marks["rue"].verdict.tolist() == [Verdict.OPEN, Verdict.MATCHED]
    assert marks["rue"].end.tolist()[0] == START + 6 * SECOND
    assert marks["quai"].row.tolist() == [1]


def test_an_answer_that_grew_is_read_from_where_it_grew() -> None:
    hits = tuple(found(n, track=n) for n in range(6))
    asked: list[str] = []

    def verdicts(name: str) -> Said | None:
        asked.append(name)
        return None

    gathering = Gathering()
    gathering.take(hits[:4], verdicts)
    gathering.take(hits, verdicts)
    assert asked == [hit.name for hit in hits]
    assert gathering.marks()["rue"].row.tolist() == [0, 1, 2, 3, 4, 5]


def test_a_verdict_that_changed_is_read_again() -> None:
    hits = (found(1), found(2))
    gathering = Gathering()
    gathering.take(hits, lambda name: None)
    gathering.take(hits, lambda name: Said.REJECT)
    assert set(gathering.marks()["rue"].verdict.tolist()) == {Verdict.REJECTED}


def test_what_is_in_doubt_is_open_still() -> None:
    hits = (found(1),)
    gathering = Gathering()
    gathering.take(hits, lambda name: Said.DOUBT)
    assert gathering.marks()["rue"].verdict.tolist() == [Verdict.OPEN]


def test_another_answer_takes_the_place_of_the_one_before() -> None:
    gathering = Gathering()
    gathering.take((found(1), found(2)), lambda name: None)
    other: tuple[Hit, ...] = (found(7, "quai"),)
    gathering.take(other, lambda name: None)
    assert len(gathering.marks()["quai"].start) == 1
    assert not len(gathering.marks()["rue"].start)
    gathering.take((), lambda name: None)
    assert not any(len(marks.start) for marks in gathering.marks().values())


def test_a_hit_without_an_hour_has_no_place_and_is_counted() -> None:
    gathering = Gathering()
    gathering.take((found(1), found(2, timed=False)), lambda name: None)
    assert gathering.untimed == 1
    assert len(gathering.marks()["rue"].start) == 1
