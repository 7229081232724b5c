"""The bench's questions make sense to search, and leave no foot exactly on a border."""

from math import gcd

from vsa_core.bench.search_questions import FIRST_ZONE, LINE_ASKED, SECOND_ZONE, questions
from vsa_core.domain.moment import Window
from vsa_core.events.registry import checked
from vsa_core.pipeline.packing import GRAIN

ASKED = questions("cam", Window(0, 10**12))


def test_each_is_a_question_that_search_takes() -> None:
    for question in ASKED:
        checked(question.query)
        assert question.query.named_cameras() == (() if question.camera is None else ("cam",))
    assert len({question.query.digest for question in ASKED}) == len(ASKED) == 7


def test_no_rounded_foot_lies_on_the_line() -> None:
    a, b = LINE_ASKED.a, LINE_ASKED.b
    dx, dy = b.x - a.x, b.y - a.y
    step = gcd(dx, dy)
    # (y - ay) dx = (x - ax) dy has a solution among eights only if this divides evenly
    assert (a.y * dx - a.x * dy) // step % GRAIN != 0


def test_no_corner_lies_where_a_rounded_foot_can() -> None:
    for zone in (FIRST_ZONE, SECOND_ZONE):
        assert all(corner.x % GRAIN and corner.y % GRAIN for corner in zone.corners)
