"""How wrong the network was on a batch of views."""

import math

import torch
from torch import Tensor
from torch.nn import functional

from tools.training.targets import targets
from vsa_core.vision.vigie_network import BINS, places

BOX, NAME, SIDE = 7.5, 0.5, 1.5
"""Weights of overlap, class and distances of the sides in the sum (as in YOLOv8)."""

Places = tuple[Tensor, Tensor]


def loss(
    said: Tensor, shape: tuple[int, int], truth: list[Places], ignored: list[Places]
) -> tuple[Tensor, Tensor]:
    """The loss of a batch, and (3,) its parts: class, overlap, sides.

    said: (b, 4 * BINS + c, n) logits for views of `shape` (height, width);
    truth, ignored: for each view (m, 4) corners and (m,) class numbers.
    """
    middles, strides = places(*shape)
    logits = said.float().transpose(1, 2)
    sides, names = logits[..., : 4 * BINS], logits[..., 4 * BINS :]
    wanted = torch.zeros_like(names)
    weights = torch.ones_like(names)
    answers = []
    with torch.no_grad():
        boxes = corners(sides, middles, strides)
        scores = names.sigmoid()
        for number in range(len(truth)):
            view = (boxes[number], scores[number])
            goal = targets((middles, strides), view, truth[number], ignored[number])
            wanted[number, goal.rows, goal.names] = goal.worth
            weights[number] = goal.weights
            answers.append(goal)
    total = wanted.sum().clamp(min=1.0)
    name_loss = functional.binary_cross_entropy_with_logits(names, wanted, weights, reduction="sum")
    views = torch.cat([torch.full_like(goal.rows, number) for number, goal in enumerate(answers)])
    rows = torch.cat([goal.rows for goal in answers])
    goals = torch.cat([goal.boxes for goal in answers])
    worth = torch.cat([goal.worth for goal in answers])
    here = sides[views, rows]
    found = corners(here, middles[rows], strides[rows])
    box_loss = ((1 - complete_iou(found, goals)) * worth).sum()
    side_loss = (_distances(here, goals, middles[rows], strides[rows]) * worth).sum()
    parts = torch.stack([NAME * name_loss, BOX * box_loss, SIDE * side_loss]) / total
    return parts.sum(), parts.detach()


def corners(sides: Tensor, middles: Tensor, strides: Tensor) -> Tensor:
    """(..., n, 4) corners from (..., n, 4 * BINS) logits of the distances of four sides."""
    shares = sides.reshape(*sides.shape[:-1], 4, BINS).softmax(-1)
    away = (shares * torch.arange(BINS).float()).sum(-1) * strides[:, None]
    return torch.cat([middles - away[..., :2], middles + away[..., 2:]], -1)


def complete_iou(first: Tensor, second: Tensor) -> Tensor:
    """(n,) overlap less penalties for distance and shape (CIoU, Zheng et al. 2020)."""
    low, high = (
        torch.maximum(first[:, :2], second[:, :2]),
        torch.minimum(first[:, 2:], second[:, 2:]),
    )
    shared = (high - low).clamp(min=0).prod(1)
    extents = [(boxes[:, 2:] - boxes[:, :2]).clamp(min=1e-3) for boxes in (first, second)]
    overlap = shared / (extents[0].prod(1) + extents[1].prod(1) - shared + 1e-7)
    around = torch.maximum(first[:, 2:], second[:, 2:]) - torch.minimum(first[:, :2], second[:, :2])
    apart = (first[:, :2] + first[:, 2:] - second[:, :2] - second[:, 2:]).square().sum(1) / 4
    slopes = [torch.atan(extent[:, 0] / extent[:, 1]) for extent in extents]
    shape = 4 / math.pi**2 * (slopes[0] - slopes[1]).square()
    with torch.no_grad():
        trade = shape / (1 - overlap + shape + 1e-7)
    return overlap - apart / (around.square().sum(1) + 1e-7) - trade * shape


def _distances(sides: Tensor, goals: Tensor, middles: Tensor, strides: Tensor) -> Tensor:
    """(n,) cross entropy of each side's bins against the two around its true distance."""
    away = torch.cat([middles - goals[:, :2], goals[:, 2:] - middles], 1) / strides[:, None]
    away = away.clamp(0, BINS - 1.01)
    below = away.long()
    share = away - below
    logs = sides.reshape(-1, 4, BINS).log_softmax(-1)
    lower, upper = (logs.gather(-1, at[..., None])[..., 0] for at in (below, below + 1))
    said: Tensor = -(lower * (1 - share) + upper * share).mean(-1)
    return said
