"""Rounds a vigie network to whole numbers of eight bits, for processors that multiply these."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from vsa_core.errors import Refused
from vsa_core.vision.vigie_network import Vigie

Range = tuple[float, float]
"""The lowest and the highest of the numbers that a convolution reads; nought lies between."""

STEPS = 255
"""What is read is one of so many steps above the lowest number."""

FARTHEST = 63
"""A weight is one of so many steps on either side of nought, of its own length in each channel.

With 127, processors without VNNI add two products in sixteen bits and cut the
sum off (4.8 points of AP50 for people); 2 x 63 x STEPS always fits.
"""


class Rounded(nn.Module):
    """A convolution of which weights and input are rounded first.

    Jacob et al., CVPR 2018: one range for all that is read, one step for each
    output channel. What it says is as before; a runtime that knows the pattern
    multiplies whole numbers.
    """

    def __init__(self, conv: nn.Conv2d, reads: Range) -> None:
        """Takes over the parameters of `conv`."""
        super().__init__()
        self.conv = conv
        self.step = (reads[1] - reads[0]) / STEPS
        self.nought = round(-reads[0] / self.step)
        steps = conv.weight.detach().abs().amax((1, 2, 3)).clamp_min(1e-9) / FARTHEST
        self.steps = nn.Buffer(steps, persistent=False)
        self.middle = nn.Buffer(torch.zeros(len(steps), dtype=torch.int32), persistent=False)

    def forward(self, planes: Tensor) -> Tensor:
        """As the convolution that it holds, nearly."""
        conv = self.conv
        read = torch.fake_quantize_per_tensor_affine(planes, self.step, self.nought, 0, STEPS)
        weights = torch.fake_quantize_per_channel_affine(
            conv.weight, self.steps, self.middle, 0, -FARTHEST, FARTHEST
        )
        padding = (conv.kernel_size[0] // 2, conv.kernel_size[1] // 2)
        return nn.functional.conv2d(
            read, weights, conv.bias, conv.stride, padding, groups=conv.groups
        )


def convolutions(network: Vigie) -> tuple[tuple[str, nn.Conv2d], ...]:
    """Every convolution with its place in the network, in the order in which ranges are listed."""
    named = network.named_modules()
    return tuple((name, module) for name, module in named if isinstance(module, nn.Conv2d))


def rounded(network: Vigie, ranges: Sequence[Range]) -> Vigie:
    """The same network, changed so that each convolution is Rounded, by its range.

    Raises Refused (MOD-007) when there is not one range for each convolution.
    """
    found = convolutions(network)
    if len(found) != len(ranges):
        raise Refused("MOD-007", name="int8")
    for (name, conv), reads in zip(found, ranges, strict=True):
        place, _, own = name.rpartition(".")
        setattr(network.get_submodule(place), own, Rounded(conv, reads))
    return network
