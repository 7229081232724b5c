"""What is to be done of one file."""

from dataclasses import replace

from tests.pipeline.orders import packets
from tests.pipeline.tasks import TICKS, plan
from vsa_core.domain.moment import Span
from vsa_core.pipeline.plan import Plan


def test_what_is_allowed_is_cut_as_the_whole_file_is() -> None:
    index = packets(900 * 25)
    whole = plan().cut(index)
    assert whole[0].start == 0
    assert whole[-1].end == 900 * TICKS
    part = Span(100 * TICKS, 500 * TICKS)
    item = plan()
    inside = Plan(item.footage, item.stream, part).cut(index)
    assert inside == [cut for span in whole if (cut := span.clipped(part))]
    assert (inside[0].start, inside[-1].end) == (part.start, part.end)


def test_lengths_are_milliseconds_rounded_down() -> None:
    assert plan().length(Span(0, 90)) == 1
    assert plan().length(Span(0, 89)) == 0


def test_a_plan_is_under_way_from_its_first_reading_to_its_last_slice() -> None:
    item = plan()
    assert not item.under_way
    item.verified = True
    assert item.under_way
    item.left = 2
    assert item.under_way
    item.left = 0
    assert not item.under_way
    item.left, item.given_up = 2, True
    assert not item.under_way


def test_two_plans_of_equal_files_are_two() -> None:
    assert plan() != replace(plan())
