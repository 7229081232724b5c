import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from tools.training.targets import ANSWERS, Targets, ious, targets
from vsa_core.vision.vigie_network import places

SHAPE = (64, 96)
NONE = (torch.zeros(0, 4), torch.zeros(0, dtype=torch.long))


def asked(truth: list[list[float]], names: list[int], ignored: tuple[Tensor, Tensor]) -> Targets:
    """The targets where every place says nearly what stands around it."""
    middles, strides = places(*SHAPE)
    boxes = torch.cat([middles - strides[:, None] * 2, middles + strides[:, None] * 2], 1)
    scores = torch.full((len(middles), 3), 0.1)
    true = (torch.tensor(truth).reshape(-1, 4), torch.tensor(names, dtype=torch.long))
    return targets((middles, strides), (boxes, scores), true, ignored)


def test_places_inside_a_box_answer_for_it_and_the_best_is_worth_its_overlap() -> None:
    goal = asked([[8.0, 8.0, 40.0, 40.0]], [2], NONE)
    middles, _ = places(*SHAPE)
    assert 1 <= len(goal.rows) <= ANSWERS
    assert ((middles[goal.rows] > 8) & (middles[goal.rows] < 40)).all()
    assert goal.names.tolist() == [2] * len(goal.rows)
    assert 0.5 < float(goal.worth.max()) <= 1
    assert (goal.worth >= 0).all()


def test_no_place_answers_for_two_boxes() -> None:
    goal = asked([[8.0, 8.0, 40.0, 40.0], [12.0, 8.0, 44.0, 40.0]], [0, 1], NONE)
    assert len(goal.rows.unique()) == len(goal.rows)
    assert set(goal.names.tolist()) == {0, 1}


def test_a_box_smaller_than_a_place_is_answered_for() -> None:
    assert len(asked([[17.0, 17.0, 23.0, 26.0]], [0], NONE).rows) >= 1


def test_nothing_there_asks_nothing() -> None:
    goal = asked([], [], NONE)
    assert len(goal.rows) == len(goal.worth) == len(goal.boxes) == 0
    assert (goal.weights == 1).all()


@given(st.integers(0, 2), st.integers(0, 60), st.integers(0, 40))
def test_an_ignored_place_excuses_its_own_class_inside_itself_alone(
    name: int, left: int, top: int
) -> None:
    box = torch.tensor([[float(left), float(top), left + 24.0, top + 20.0]])
    goal = asked([], [], (box, torch.tensor([name])))
    middles, _ = places(*SHAPE)
    inside = ((middles > box[0, :2]) & (middles < box[0, 2:])).all(1)
    assert (goal.weights[inside, name] == 0).all()
    assert (goal.weights[~inside] == 1).all()
    others = [other for other in range(3) if other != name]
    assert (goal.weights[:, others] == 1).all()


def test_who_answers_for_a_true_box_is_not_excused() -> None:
    box = [8.0, 8.0, 40.0, 40.0]
    goal = asked([box], [0], (torch.tensor([box]), torch.tensor([0])))
    assert (goal.weights[goal.rows, 0] == 1).all()
    assert (goal.weights[:, 0] == 0).any()


def test_overlap_is_one_with_itself_and_none_with_what_is_apart() -> None:
    boxes = torch.tensor([[0.0, 0, 10, 10], [20, 0, 30, 10], [5, 0, 15, 10]])
    said = ious(boxes, boxes)
    assert torch.allclose(said.diagonal(), torch.ones(3))
    assert said[0, 1] == 0
    assert torch.isclose(said[0, 2], torch.tensor(1 / 3))
