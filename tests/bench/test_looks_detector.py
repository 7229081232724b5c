"""A box's look is the mean of the detector's own map there, less the picture's mean."""

import numpy as np
import pytest
import torch
from torch import nn

from vsa_core.bench.looks_detector import DetectorLooks, _cells
from vsa_core.vision.vigie_network import Vigie

RED, BLUE = (0, 0, 255), (255, 0, 0)


class Pooled(nn.Module):
    """A map at stride 8: the mean colour of each place, thrice, as a neck or a body gives maps."""

    def forward(self, planes: torch.Tensor) -> list[torch.Tensor]:
        return [nn.functional.avg_pool2d(planes, 8)] * 3


class WithNeck(nn.Module):
    """A network in the shape of our own."""

    def __init__(self) -> None:
        super().__init__()
        self.neck = Pooled()

    def forward(self, planes: torch.Tensor) -> torch.Tensor:
        return self.neck(planes)[0]


class Head(nn.Module):
    """Reads a list of maps."""

    def forward(self, maps: list[torch.Tensor]) -> torch.Tensor:
        return maps[0]


class WithHead(nn.Module):
    """A network in the shape of ultralytics' ones: a body, and a head that comes last."""

    def __init__(self) -> None:
        super().__init__()
        self.model = nn.Sequential(Pooled(), Head())

    def forward(self, planes: torch.Tensor) -> torch.Tensor:
        said: torch.Tensor = self.model(planes)
        return said


@pytest.mark.parametrize("network", [WithNeck, WithHead])
@pytest.mark.parametrize("longest", [320, 640])
def test_boxes_of_one_colour_look_alike_and_of_two_do_not(
    network: type[nn.Module], longest: int
) -> None:
    picture = np.full((240, 320, 3), 127, np.uint8)
    for left, colour in ((0, RED), (120, BLUE), (240, RED)):
        picture[40:200, left : left + 80] = colour
    boxes = np.float32([[0, 40, 80, 200], [120, 40, 200, 200], [240, 40, 320, 200]])
    looks = DetectorLooks(network(), longest).embed(picture, boxes)
    assert looks.shape == (3, 3)
    assert np.allclose(np.linalg.norm(looks, axis=1), 1, atol=1e-5)
    assert looks[0] @ looks[2] > 0.99
    assert looks[0] @ looks[1] < 0.2


def test_our_own_network_has_what_it_takes() -> None:
    looks = DetectorLooks(Vigie(3).eval(), 64)
    picture = np.random.default_rng(1).integers(0, 255, (48, 64, 3), np.uint8)
    assert looks.embed(picture, np.float32([[0, 0, 30, 40]])).shape[0] == 1
    assert looks.embed(picture, np.zeros((0, 4), np.float32)).shape[0] == 0


def test_every_box_has_a_cell_within_the_map() -> None:
    places = np.float32([[-5, -5, -1, -1], [3.2, 3.2, 3.4, 3.4], [99, 99, 120, 120]])
    assert _cells(places, 10, 8) == [(0, 0, 1, 1), (3, 3, 4, 4), (9, 7, 10, 8)]
