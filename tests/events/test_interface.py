"""What a question's settings and a stored score mean to a kind."""

from vsa_core.domain.query import Query, Setting
from vsa_core.events.interface import Parameter, per_mille, value

SLIDER = Parameter("margin", 100, 0, 1000, "per_mille_size")


def test_the_question_decides_and_the_default_stands_in() -> None:
    assert value(Query("dwell"), SLIDER) == 100
    settings = (Setting("minimum", 3, 0, 9), Setting("margin", 7, 0, 9))
    assert value(Query("dwell", settings=settings), SLIDER) == 7


def test_scores_are_told_per_mille() -> None:
    assert [per_mille(score) for score in (0, 1, 128, 254, 255)] == [0, 3, 501, 996, 1000]
