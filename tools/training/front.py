"""Teaches the cheap front to say what MobileNetV2's first layers say, before all is tuned."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from tools.training.wheel import Tensors, first_layers, normalised
from vsa_core.vision.vigie_network import Features

SIDE = 256
"""Pixels: side of the crops it is taught on."""

FRONT_STEPS, BATCH = 700, 16
"""Of a whole course, and crops in a step."""

RATE = 4e-3
"""Highest learning rate; it falls to nothing along a cosine."""

Pixels = NDArray[np.uint8]


def teach_front(
    features: Features, tensors: Tensors, pictures: list[Pixels], steps: int, seed: int
) -> float:
    """Regress the front on crops of `pictures` for `steps`; the last share of variance missed.

    It stands for the first layers at a third of their cost; the rest of the
    wheel's features then goes on as if nothing had changed.
    """
    choice = np.random.default_rng(seed)
    wanted = first_layers(tensors)
    tuner = torch.optim.AdamW(features.front.parameters(), RATE, weight_decay=1e-4)
    falling = torch.optim.lr_scheduler.CosineAnnealingLR(tuner, steps)
    missed = 1.0
    for step in range(steps):
        crops = torch.stack([_crop(pictures, choice) for _ in range(BATCH)])
        with torch.no_grad():
            right = wanted(normalised(crops))
        spread = right.var((0, 2, 3), keepdim=True) + 1e-4
        loss = ((features.front(crops) - right).square() / spread).mean()
        tuner.zero_grad()
        loss.backward()
        tuner.step()
        falling.step()
        missed += (float(loss.detach()) - missed) * (0.05 if step else 1.0)
        if step % 25 == 0:
            print(f"front {step}: {missed:.3f} of the variance missed", flush=True)
    return missed


def _crop(pictures: list[Pixels], choice: np.random.Generator) -> Tensor:
    picture = pictures[int(choice.integers(len(pictures)))]
    picture = picture[:: int(choice.integers(1, 3))][:, :: int(choice.integers(1, 3))]
    crop = np.full((SIDE, SIDE, 3), 114, np.uint8)
    top, left = (int(choice.integers(max(1, have - SIDE + 1))) for have in picture.shape[:2])
    part = picture[top : top + SIDE, left : left + SIDE]
    crop[: part.shape[0], : part.shape[1]] = part
    if choice.random() < 0.3:
        crop[:] = crop.mean(2, keepdims=True).astype(np.uint8)
    planes = np.ascontiguousarray(crop[:, :, ::-1].transpose(2, 0, 1), np.float32) / np.float32(255)
    return torch.from_numpy(planes)
