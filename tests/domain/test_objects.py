import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsa_core.domain.objects import (
    CLASSES,
    COLOURS,
    FINER,
    PERSON,
    TWO_WHEELERS,
    UNNAMED,
    VEHICLES,
    class_number,
    coarsely,
    kinds_asked,
)

NAMES = st.frozensets(st.sampled_from(CLASSES))


def may_answer(*names: str) -> set[str]:
    """The names of what may answer a question about these; all when it rules nothing out."""
    kinds = kinds_asked(names)
    return {CLASSES[kind] for kind in kinds} if kinds else set(CLASSES)


def test_the_closed_lists_hold_no_face_and_no_person_trait() -> None:
    for name in CLASSES:
        assert "face" not in name
    assert CLASSES[UNNAMED] == "unnamed"
    assert CLASSES[PERSON] == "person"
    assert len(COLOURS) == 15
    assert COLOURS[0] == "unknown"


def test_numbers_go_with_names() -> None:
    assert [class_number(name) for name in CLASSES] == list(range(len(CLASSES)))
    with pytest.raises(ValueError, match="not in"):
        class_number("face")


def test_the_numbers_in_sealed_segments_never_change_their_names() -> None:
    assert CLASSES[:9] == (
        "unnamed", "person", "bicycle", "motorcycle", "car", "bus", "truck", "bag", "animal",
    )  # fmt: skip
    assert CLASSES[9:] == ("vehicle", "two-wheeler")


def test_everything_on_wheels_has_one_coarse_name() -> None:
    assert set(FINER) | {name for finer in FINER.values() for name in finer} == VEHICLES
    assert sum(len(finer) for finer in FINER.values()) + len(FINER) == len(VEHICLES)
    assert {"bicycle", "motorcycle", "two-wheeler"} == TWO_WHEELERS < VEHICLES <= set(CLASSES)


def test_a_coarse_name_is_answered_by_its_finer_ones_and_by_no_other() -> None:
    assert may_answer("vehicle") == {"vehicle", "car", "bus", "truck"}
    assert may_answer("two-wheeler") == {"two-wheeler", "bicycle", "motorcycle"}


def test_a_finer_name_is_answered_by_what_may_be_it() -> None:
    assert may_answer("car") == {"car", "vehicle"}
    assert may_answer("bicycle", "person") == {"bicycle", "two-wheeler", "person"}
    assert may_answer("unnamed") == {"unnamed"}


def test_nobody_asks_for_a_name_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="not in"):
        kinds_asked(("car", "face"))


def test_asking_for_everything_or_for_nothing_rules_nothing_out() -> None:
    assert kinds_asked(()) == kinds_asked(CLASSES) == frozenset()


@given(NAMES)
def test_what_is_asked_for_always_answers(names: frozenset[str]) -> None:
    assert names <= may_answer(*names)


@given(NAMES.filter(bool), st.sampled_from(CLASSES))
def test_adding_a_class_never_removes_a_hit(names: frozenset[str], more: str) -> None:
    assert may_answer(*names) <= may_answer(*names, more)


@pytest.mark.parametrize("coarse", FINER)
def test_asking_a_coarse_name_gives_all_that_any_finer_one_gives(coarse: str) -> None:
    for finer in FINER[coarse]:
        assert may_answer(finer) < may_answer(coarse)


@given(NAMES)
def test_the_order_and_repetition_of_names_mean_nothing(names: frozenset[str]) -> None:
    backwards = sorted(names, reverse=True)
    assert kinds_asked([*backwards, *backwards]) == kinds_asked(sorted(names))


def test_a_coarse_answer_to_a_finer_question_is_told() -> None:
    assert coarsely(("car",), "vehicle")
    assert coarsely(("person", "bicycle"), "two-wheeler")
    assert not coarsely(("car",), "car")
    assert not coarsely(("vehicle", "car"), "vehicle"), "it was asked for as well"
    assert not coarsely((), "vehicle"), "everything was asked for"
    assert not coarsely(("car", "bus", "truck"), "vehicle"), "it is one of them for sure"


@given(NAMES, st.sampled_from(CLASSES))
def test_only_what_answers_is_told_to_be_coarse(names: frozenset[str], name: str) -> None:
    if coarsely(names, name):
        assert name in may_answer(*names) - names
