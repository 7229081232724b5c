import numpy as np
import pytest
import torch

from tools.training import front
from tools.training.wheel import fill, wheel_tensors
from vsa_core.vision.vigie_network import Features


def test_steps_bring_the_front_nearer_to_the_first_layers_and_leave_the_rest_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(front, "SIDE", 32)
    monkeypatch.setattr(front, "BATCH", 4)
    noise = np.random.default_rng(1).integers(0, 255, (9, 12, 3)).astype(np.uint8)
    picture = noise.repeat(8, axis=0).repeat(8, axis=1)
    missed = []
    for steps in (1, 30):
        torch.manual_seed(1)
        features, tensors = Features(), wheel_tensors()
        fill(features, tensors)
        before = [weight.clone() for weight in features.blocks.parameters()]
        missed.append(front.teach_front(features, tensors, [picture], steps, 1))
        rest = zip(before, features.blocks.parameters(), strict=True)
        assert all(torch.equal(a, b) for a, b in rest)
    assert missed[1] < missed[0]
