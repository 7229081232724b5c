"""What the detector itself made of a box: its own feature map, averaged there; bench only."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.ports import Picture

Floats = NDArray[np.float32]

SCALE = 0
"""The finest of the maps that the detector's head reads: eight pixels of the input a place."""

STRIDE = 32
"""Sides of an input are multiples of this many pixels."""


class DetectorLooks:
    """The Embedder port on a torch module of listed weights; one forward pass a picture.

    The map's mean over the picture is taken off, so that two boxes are
    compared by what is theirs and not by what all the picture has.
    """

    def __init__(self, module: Any, longest: int) -> None:
        """`module`: takes (1, 3, h, w) RGB from 0 to 1; `longest`: the longer side of its input."""
        self._module, self._longest = module, longest
        self._map: Any = None
        neck = getattr(module, "neck", None)
        if neck is not None:
            neck.register_forward_hook(self._heard)
        else:
            *_, head = module.get_submodule("model").children()
            head.register_forward_pre_hook(self._told)

    def _heard(self, module: Any, given: Any, said: Any) -> None:
        self._map = said[SCALE]

    def _told(self, module: Any, given: Any) -> None:
        self._map = given[0][SCALE]

    def embed(self, picture: Picture, boxes: Floats) -> Floats:
        """(n, d) unit vectors of n boxes in pixels of `picture`, (height, width, 3) BGR."""
        import torch

        with torch.inference_mode():
            planes, scale = self._input(picture)
            self._module(planes)
            held = self._map[0] - self._map[0].mean((1, 2), keepdim=True)
            places = boxes * (scale * held.shape[2] / planes.shape[3])
            looks = [
                held[:, top:bottom, left:right].mean((1, 2))
                for left, top, right, bottom in _cells(places, held.shape[2], held.shape[1])
            ]
            if not looks:
                return np.zeros((0, held.shape[0]), np.float32)
            units: Floats = torch.nn.functional.normalize(torch.stack(looks), dim=1).numpy()
        return units

    def _input(self, picture: Picture) -> tuple[Any, float]:
        """The picture in the corner of the smallest input, and how much smaller it is there."""
        import torch

        height, width = picture.shape[:2]
        scale = self._longest / max(height, width)
        inner = (max(1, round(height * scale)), max(1, round(width * scale)))
        planes = torch.from_numpy(np.ascontiguousarray(picture[:, :, ::-1]))
        planes = planes.permute(2, 0, 1)[None].float() / 255
        planes = torch.nn.functional.interpolate(planes, inner, mode="bilinear", antialias=True)
        down, across = (-side % STRIDE for side in inner)
        return torch.nn.functional.pad(planes, (0, across, 0, down), value=114 / 255), scale


def _cells(places: Floats, width: int, height: int) -> list[tuple[int, int, int, int]]:
    """Boxes in whole cells of a map of that size: at least one cell each, within the map."""
    low = np.clip(np.floor(places[:, :2]), 0, (width - 1, height - 1)).astype(int)
    high = np.clip(np.ceil(places[:, 2:]), low + 1, (width, height)).astype(int)
    cells = np.concatenate([low, high], axis=1).tolist()
    return [(left, top, right, bottom) for left, top, right, bottom in cells]
