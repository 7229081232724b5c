"""The time of records never goes back, and says by how much the clock did."""

from tests.audit.world import BEGUN, ORIGIN, SECOND, Ticking, pen, private, public, query
from vsa_core.audit.tree import Range


def test_a_record_carries_the_clock() -> None:
    record = pen(clock=Ticking(BEGUN)).record(query(), 3, "ab", 0, 2)
    assert (record["seq"], record["prev"], record["seat"]) == (3, "ab", 2)
    assert (record["us"], record["behind_us"]) == (BEGUN + SECOND, 0)
    assert (record["boot"], record["mode"]) == ("boot-1", "single")


def test_a_clock_set_back_is_told_and_not_followed() -> None:
    last = BEGUN + 100 * SECOND
    record = pen(clock=Ticking(BEGUN)).record(query(), 3, "ab", last, 2)
    assert (record["us"], record["behind_us"]) == (last, 99 * SECOND)


def test_the_checker_knows_our_seals() -> None:
    checker = pen().checker(ORIGIN)
    assert checker.public_key == public()
    head = checker.head(Range())
    assert checker.holds(head, private().sign(head.body))
    assert not checker.holds(head, private(8).sign(head.body))
