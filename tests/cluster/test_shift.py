import pytest

from cluster.shift import Shift
from tests.cluster.world import ORDER, Scripted, observed
from vsa_core.pipeline.crew import Died, Done, Reached

DONE = Done(7, observed())


def ignore(word: Reached) -> None:
    """Not heard."""


def test_one_crew_stays_at_work_from_one_order_to_the_next() -> None:
    crew = Scripted([DONE, DONE, DONE])
    shift = Shift(crew)
    for _ in range(3):
        assert shift.look(ORDER, lambda: None, ignore) is DONE
    assert crew.begun == 1
    assert len(crew.orders) == 3


def test_how_far_a_slice_is_looked_at_is_passed_on() -> None:
    words: list[Reached] = []
    crew = Scripted([Reached(7, 10), Reached(7, 20), DONE])
    assert Shift(crew).look(ORDER, lambda: None, words.append) is DONE
    assert [word.pts for word in words] == [10, 20]


def test_a_crew_that_ends_without_a_word_died_and_another_one_begins() -> None:
    crew = Scripted([DONE])
    shift = Shift(crew)
    shift.look(ORDER, lambda: None, ignore)
    assert shift.look(ORDER, lambda: None, ignore) == Died(7)
    crew.script.append(DONE)
    assert shift.look(ORDER, lambda: None, ignore) is DONE
    assert crew.begun == 2


def test_each_order_has_its_own_asker() -> None:
    asked: list[str] = []
    shift = Shift(Scripted([DONE, DONE]))
    shift.look(ORDER, lambda: asked.append("first"), ignore)
    shift.look(ORDER, lambda: asked.append("second"), ignore)
    assert asked == ["first", "second"]


def test_what_the_asker_raises_ends_the_crew_and_another_one_begins() -> None:
    def refuse() -> None:
        raise KeyError

    crew = Scripted([DONE, DONE])
    shift = Shift(crew)
    with pytest.raises(KeyError):
        shift.look(ORDER, refuse, ignore)
    assert shift.look(ORDER, lambda: None, ignore) is DONE
    assert crew.begun == 2
