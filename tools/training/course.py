"""The course of a training: seeded steps from the wheel's features to a finished network."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import cos, pi

import numpy as np
import torch
from torch import Tensor, nn

from tools.training.looks import worn
from tools.training.loss import loss
from tools.training.pack import CLASSES, Picture, Pixels
from tools.training.pair import Half, Pair
from tools.training.views import Source, View, viewed
from vsa_core.vision.vigie_network import Conv, Vigie


@dataclass(frozen=True, slots=True)
class Diet:
    """What each half of a step sees: `batch` views of `side` pixels, a share of them `mosaics`."""

    side: int
    batch: int
    mosaics: float


FIRST, FINAL = Diet(320, 12, 0.5), Diet(448, 6, 0.15)
"""Small views and many mosaics; then, for as many pixels, views more like whole pictures."""

FINISH = 0.8
"""Share of the steps after which the final diet begins."""

RATE, DECAY = 2e-3, 0.02
"""Highest learning rate of the neck and the heads, and weight decay (AdamW)."""

SHARES = {"features.front": 0.3, "features.blocks": 0.12}
"""Parts that already know something learn at this share of the rate."""

STEPS = 5000
"""Of a whole course, unless told otherwise."""

WARMING = 200
"""Steps until the rate is at its highest; then it falls along a cosine to LAST of it."""

LAST = 0.02

KEEPING = 0.998
"""Of the running mean of the weights, which is what is shipped, per step."""

WEIGHTS = {
    "clips": 1.5,
    "highway": 0.6,
    "openimages": 0.6,
    "atl": 1.0,
    "coco128": 2.5,
    "fire8": 1.5,
}
"""How often a source's pictures are drawn: views of cameras more, photographs of lorries less."""


@dataclass
class Course:
    """A training under way; `step` steps are done."""

    network: Vigie
    mean: Vigie
    tuner: torch.optim.Optimizer
    steps: int
    seed: int
    step: int = 0
    parts: Tensor = field(default_factory=lambda: torch.zeros(3))


class Skipping(nn.Conv2d):
    """A depthwise convolution of stride 2 whose gradient is found three times as fast on a CPU."""

    @staticmethod
    def instead_of(conv: nn.Conv2d) -> "Skipping":
        """One that says the same, with the same weights."""
        kernel, channels = conv.kernel_size[0], conv.in_channels
        new = Skipping(channels, channels, kernel, 1, kernel // 2, groups=channels)
        new.load_state_dict(conv.state_dict())
        return new

    def forward(self, planes: Tensor) -> Tensor:
        """Every second answer of the same convolution with stride 1."""
        return super().forward(planes)[:, :, ::2, ::2]


def begun(network: Vigie, steps: int, seed: int) -> Course:
    """A course of `steps` for a network whose features are filled in; norms are put in its rest."""
    with_norms(network)
    for module in network.modules():
        if isinstance(module, Conv) and module.conv.groups > 1 and module.conv.stride[0] == 2:
            module.conv = Skipping.instead_of(module.conv)
    network = network.to(memory_format=torch.channels_last).train()  # type: ignore[call-overload]
    mean = Vigie(len(CLASSES), network.width)
    with_norms(mean)
    mean.load_state_dict(network.state_dict())
    mean.requires_grad_(False).eval()
    tuner = torch.optim.AdamW(list(_groups(network)), RATE)
    return Course(network, mean, tuner, steps, seed)


def with_norms(network: Vigie) -> None:
    """Put norms into the neck and the heads; the features hold theirs folded in."""
    for part in (network.neck, network.heads):
        for module in part.modules():
            if isinstance(module, Conv):
                module.norm = nn.BatchNorm2d(module.conv.out_channels, momentum=0.03)


def _groups(network: Vigie) -> Iterator[dict[str, object]]:
    for name, weight in network.named_parameters():
        share = next((SHARES[start] for start in SHARES if name.startswith(start)), 1.0)
        decay = DECAY if weight.ndim > 1 else 0.0
        yield {"params": [weight], "share": share, "weight_decay": decay}


def rate(step: int, steps: int) -> float:
    """Share of the highest rate at a step."""
    if step < WARMING:
        return (step + 1) / WARMING
    done = (step - WARMING) / max(1, steps - WARMING)
    return LAST + (1 - LAST) * (1 + cos(pi * done)) / 2


class Pool:
    """The pictures that are learned from, decoded once, drawn by the weight of their source."""

    def __init__(self, pictures: tuple[Picture, ...]) -> None:
        """Raises PackFault at a picture that is missing or another one."""
        self._sources = [Source(one.decoded(), one.truth, one.ignored) for one in pictures]
        weights = np.array([WEIGHTS.get(one.source, 1.0) for one in pictures])
        self._edges = np.cumsum(weights / weights.sum())

    @property
    def pictures(self) -> list[Pixels]:
        """Every picture, (h, w, 3) BGR."""
        return [source.pixels for source in self._sources]

    def view(self, choice: np.random.Generator, side: int, mosaics: float) -> View:
        """One worn view of `side` pixels; with the chance of `mosaics`, of four pictures."""
        count = 4 if choice.random() < mosaics else 1
        rows = np.searchsorted(self._edges, choice.random(count)).clip(max=len(self._sources) - 1)
        view = viewed([self._sources[row] for row in rows], side, choice)
        return View(worn(view.pixels, choice), view.truth, view.ignored)


def half(course: Course, pool: Pool, first: Diet = FIRST, final: Diet = FINAL) -> Half:
    """Finds the gradient of half a step's views, which depend on seed, step and half alone."""

    def found(step: int, number: int) -> Tensor:
        diet = first if step < FINISH * course.steps else final
        choice = np.random.default_rng([course.seed, step, number])
        views = [pool.view(choice, diet.side, diet.mosaics) for _ in range(diet.batch)]
        lost, parts = learned(course.network, views)
        lost.backward()  # type: ignore[no-untyped-call]
        return parts

    return found


def advanced(course: Course, pair: Pair) -> None:
    """Take one step."""
    share = rate(course.step, course.steps)
    for group in course.tuner.param_groups:
        group["lr"] = RATE * share * group["share"]
    parts = pair.gradient(course.step)
    nn.utils.clip_grad_norm_(course.network.parameters(), 10.0)
    course.tuner.step()
    course.step += 1
    _averaged(course)
    course.parts += (parts - course.parts) * (0.02 if course.step > 1 else 1.0)


def learned(network: Vigie, views: list[View]) -> tuple[Tensor, Tensor]:
    """The loss of a batch of views, and its parts."""
    planes = np.stack([view.pixels[:, :, ::-1].transpose(2, 0, 1) for view in views])
    pictures = torch.from_numpy(planes.astype(np.float32) / np.float32(255))
    pictures = pictures.to(memory_format=torch.channels_last)
    with torch.autocast("cpu", torch.bfloat16):
        said = network.logits(pictures)
    truth = [(torch.from_numpy(v.truth.boxes), torch.from_numpy(v.truth.names)) for v in views]
    spared = [(torch.from_numpy(v.ignored.boxes), torch.from_numpy(v.ignored.names)) for v in views]
    return loss(said, (planes.shape[2], planes.shape[3]), truth, spared)


def _averaged(course: Course) -> None:
    kept = min(KEEPING, (1 + course.step) / (10 + course.step))
    with torch.no_grad():
        ours, theirs = course.mean.state_dict(), course.network.state_dict()
        for name, held in ours.items():
            if held.is_floating_point():
                held.lerp_(theirs[name], 1 - kept)
            else:
                held.copy_(theirs[name])
