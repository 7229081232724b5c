"""What happened follows from the walks: a straight walk crosses each line once, with its word."""

from tools.bench.truth import happened
from tools.bench.walks import HEIGHT, WIDTH, Walk
from vsa_core.bench.places import PLACES, Happened
from vsa_core.domain.geometry import Line

ROW = 0.8 * HEIGHT
RIGHTWARDS = Walk(10.0, 20.0, (0.0, ROW), (float(WIDTH), ROW), 0)
LEFTWARDS = Walk(30.0, 40.0, (float(WIDTH), ROW), (0.0, ROW), 0)


def crossings(events: tuple[Happened, ...]) -> list[tuple[int, str, float]]:
    return [
        (one.place, one.word, one.at / 1_000_000)
        for one in events
        if isinstance(PLACES[one.place], Line)
    ]


def test_a_walk_to_the_right_crosses_every_line_to_its_left_in_turn() -> None:
    found = crossings(happened([RIGHTWARDS], PLACES))
    # Lines are drawn from top to bottom: who goes to the right of the picture goes to their left.
    assert [(place, word) for place, word, _ in found] == [(n, "to_left") for n in range(5)]
    for (_, _, at), share in zip(found, (0.2, 0.35, 0.5, 0.65, 0.8), strict=True):
        assert 0 <= at - (10 + 10 * share) <= 0.08


def test_the_way_back_has_the_other_word_and_order() -> None:
    found = crossings(happened([LEFTWARDS], PLACES))
    assert [(place, word) for place, word, _ in found] == [(n, "to_right") for n in (4, 3, 2, 1, 0)]


def test_zones_are_entered_once_and_those_not_walked_through_are_not() -> None:
    entered = [one.place for one in happened([RIGHTWARDS], PLACES) if one.word == "enter"]
    assert entered == [9, 7, 8]  # the far zones lie above the walker's foot


def test_walking_far_away_meets_no_line_drawn_below() -> None:
    high = Walk(0.0, 9.0, (0.0, 0.2 * HEIGHT), (float(WIDTH), 0.2 * HEIGHT), 0)
    assert happened([high], PLACES) == ()
