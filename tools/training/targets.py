"""Which places of the network answer for which true boxes (task alignment, Feng et al. 2021)."""

from dataclasses import dataclass

import torch
from torch import Tensor

ANSWERS = 10
"""At most that many places answer for one box."""

SCORE_POWER, OVERLAP_POWER = 0.5, 6.0
"""How much score and overlap weigh in a place's fitness (as in YOLOv8)."""


@dataclass(frozen=True, slots=True)
class Targets:
    """For n places of one view: `rows` (p,) that answer, and for each its box, class and worth.

    worth: (p,) 0 to 1, the score it should give. weights: (n, c) 0 where the
    class may or may not be there, so that saying it costs nothing.
    """

    rows: Tensor
    boxes: Tensor
    names: Tensor
    worth: Tensor
    weights: Tensor


def targets(
    places: tuple[Tensor, Tensor],
    said: tuple[Tensor, Tensor],
    truth: tuple[Tensor, Tensor],
    ignored: tuple[Tensor, Tensor],
) -> Targets:
    """The targets of one view, from what the network said of it.

    places: (n, 2) middles and (n,) strides; said: (n, 4) corners and (n, c)
    scores; truth, ignored: (m, 4) corners and (m,) class numbers.
    """
    middles, strides = places
    boxes, names = truth
    weights = torch.ones_like(said[1])
    _excuse(weights, middles, *ignored)
    if not len(boxes):
        none = torch.zeros(0, dtype=torch.long)
        return Targets(none, boxes, none, torch.zeros(0), weights)
    overlaps = ious(boxes, said[0])
    inside = _inside(middles, _widened(boxes, strides))
    fitness = said[1].T[names].clamp(min=0) ** SCORE_POWER * overlaps**OVERLAP_POWER * inside
    best = fitness.topk(min(ANSWERS, fitness.shape[1]), dim=1)
    chosen = torch.zeros_like(fitness).scatter_(1, best.indices, 1.0) * inside * (fitness > 1e-9)
    owner = (overlaps * chosen).argmax(0)  # a place wanted by two boxes answers for the nearer one
    rows = chosen.amax(0).nonzero()[:, 0]
    own = owner[rows]
    mine = torch.zeros_like(chosen)
    mine[own, rows] = 1.0
    top_fitness = (fitness * mine).amax(1).clamp(min=1e-9)
    top_overlap = (overlaps * mine).amax(1)
    worth = fitness[own, rows] / top_fitness[own] * top_overlap[own]
    weights[rows, names[own]] = 1.0
    return Targets(rows, boxes[own], names[own], worth, weights)


def ious(first: Tensor, second: Tensor) -> Tensor:
    """(m, n) intersection over union of (m, 4) and (n, 4) corners."""
    low = torch.maximum(first[:, None, :2], second[None, :, :2])
    high = torch.minimum(first[:, None, 2:], second[None, :, 2:])
    shared = (high - low).clamp(min=0).prod(2)
    areas = [(boxes[:, 2:] - boxes[:, :2]).clamp(min=0).prod(1) for boxes in (first, second)]
    return shared / (areas[0][:, None] + areas[1][None] - shared + 1e-7)


def _inside(middles: Tensor, boxes: Tensor) -> Tensor:
    """(m, n) 1.0 where a place's middle lies in a box."""
    low, high = middles[None] - boxes[:, None, :2], boxes[:, None, 2:] - middles[None]
    return (torch.cat([low, high], 2).amin(2) > 0).float()


def _widened(boxes: Tensor, strides: Tensor) -> Tensor:
    """Boxes that are at least two fine places wide and high, or nobody could answer for them."""
    middle, half = (boxes[:, :2] + boxes[:, 2:]) / 2, (boxes[:, 2:] - boxes[:, :2]) / 2
    half = half.clamp(min=float(strides.min()))
    return torch.cat([middle - half, middle + half], 1)


def _excuse(weights: Tensor, middles: Tensor, boxes: Tensor, names: Tensor) -> None:
    """No penalty for a class at places inside its ignored boxes."""
    if len(boxes):
        inside = _inside(middles, boxes)
        for name in sorted(set(names.tolist())):
            weights[inside[names == name].amax(0) > 0, name] = 0.0
