import torch
from torch import nn

from tools.training.wheel import EPSILON, fill, first_layers, folded, normalised, wheel_tensors
from vsa_core.vision.vigie_network import Features


def test_a_folded_norm_says_the_same() -> None:
    torch.manual_seed(1)
    conv, norm = nn.Conv2d(3, 4, 3, bias=False), nn.BatchNorm2d(4, eps=EPSILON)
    norm(torch.rand(8, 4, 5, 5) * 3)
    both = nn.Sequential(conv, norm).eval()
    weight, bias = folded(both.state_dict(), "0", "1")
    picture = torch.rand(1, 3, 9, 9)
    assert torch.allclose(both(picture), nn.functional.conv2d(picture, weight, bias), atol=1e-5)


def test_the_installed_wheel_fills_every_block_behind_the_front() -> None:
    features, tensors = Features(), wheel_tensors()
    before = [weight.clone() for weight in features.blocks.parameters()]
    fill(features, tensors)
    assert all((a != b).any() for a, b in zip(before, features.blocks.parameters(), strict=True))


def test_the_first_layers_see_at_stride_four_and_are_not_learned() -> None:
    layers = first_layers(wheel_tensors())
    said = layers(normalised(torch.rand(1, 3, 64, 96)))
    assert said.shape == (1, 24, 16, 24)
    assert not any(weight.requires_grad for weight in layers.parameters())


def test_the_wheels_mean_colour_is_nought() -> None:
    colour = torch.tensor((0.485, 0.456, 0.406)).view(1, 3, 1, 1)
    assert torch.allclose(normalised(colour), torch.zeros(1, 3, 1, 1), atol=1e-6)
