import torch
from torch import Tensor

from tools.training.loss import complete_iou, corners, loss
from vsa_core.vision.vigie_network import BINS, places

SHAPE = (64, 64)
TRUE = (torch.tensor([[10.0, 12.0, 38.0, 52.0]]), torch.tensor([1]))
NONE = (torch.zeros(0, 4), torch.zeros(0, dtype=torch.long))


def said_of(box: Tensor, name: int, sure: float = 8.0) -> Tensor:
    """What a network says that is right at every place about one box."""
    middles, strides = places(*SHAPE)
    away = torch.cat([middles - box[:2], box[2:] - middles], 1) / strides[:, None]
    away = away.clamp(0, BINS - 1.01)
    below = away.long()
    sides = torch.full((*away.shape, BINS), -20.0)
    share = (away - below).clamp(1e-4, 1 - 1e-4)
    sides.scatter_(2, below[..., None], (1 - share).log()[..., None])
    sides.scatter_(2, below[..., None] + 1, share.log()[..., None])
    inside = ((middles > box[:2]) & (middles < box[2:])).all(1)
    names = torch.full((len(middles), 3), -sure)
    names[inside, name] = sure
    return torch.cat([sides.flatten(1), names], 1).T[None]


def test_the_sides_say_the_box() -> None:
    said = said_of(TRUE[0][0], 1)[0].T
    middles, strides = places(*SHAPE)
    boxes = corners(said[:, : 4 * BINS], middles, strides)
    inside = ((middles > TRUE[0][0, :2]) & (middles < TRUE[0][0, 2:])).all(1)
    assert torch.allclose(boxes[inside], TRUE[0].expand(int(inside.sum()), 4), atol=0.1)


def test_who_is_right_loses_less_than_who_names_or_places_it_wrongly() -> None:
    right, _ = loss(said_of(TRUE[0][0], 1), SHAPE, [TRUE], [NONE])
    misnamed, _ = loss(said_of(TRUE[0][0], 0), SHAPE, [TRUE], [NONE])
    misplaced, parts = loss(said_of(TRUE[0][0] + 8, 1), SHAPE, [TRUE], [NONE])
    assert right < misnamed
    assert right < misplaced
    assert torch.isclose(parts.sum(), misplaced)


def test_a_false_box_costs_nothing_where_it_is_ignored() -> None:
    said = said_of(TRUE[0][0], 1)
    punished, _ = loss(said, SHAPE, [NONE], [NONE])
    spared, _ = loss(said, SHAPE, [NONE], [TRUE])
    other, _ = loss(said, SHAPE, [NONE], [(TRUE[0], torch.tensor([0]))])
    assert spared < 0.1 * punished
    assert torch.isclose(other, punished, rtol=0.01)


def test_an_empty_batch_gives_a_loss_that_can_be_learned_from() -> None:
    said = torch.zeros(1, 4 * BINS + 3, len(places(*SHAPE)[0]), requires_grad=True)
    value, _ = loss(said, SHAPE, [NONE], [NONE])
    value.backward()
    assert said.grad is not None
    assert torch.isfinite(said.grad).all()


def test_complete_overlap_is_one_for_the_same_box_and_below_nought_for_far_ones() -> None:
    boxes = torch.tensor([[0.0, 0, 10, 10], [0, 0, 10, 10]])
    others = torch.tensor([[0.0, 0, 10, 10], [90, 90, 100, 100]])
    same, far = complete_iou(boxes, others).tolist()
    assert abs(same - 1) < 1e-4
    assert far < -0.5
