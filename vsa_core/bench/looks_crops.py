"""Boxes cut out of a picture at one small size, as torch wants them."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.ports import Picture

if TYPE_CHECKING:
    from torch import Tensor

HEIGHT, WIDTH = 128, 64
"""Pixels of one crop: the shape of somebody who stands."""


def crops(
    picture: Picture, boxes: NDArray[np.float32], height: int = HEIGHT, width: int = WIDTH
) -> "Tensor":
    """(n, 3, height, width) RGB from 0 to 1 of n boxes (left, top, right, bottom in pixels).

    `picture`: (rows, columns, 3) BGR. A box outside it, or without area, gives
    a black crop. Scaled with the average of what is left out.
    """
    import torch

    across, down = picture.shape[1], picture.shape[0]
    bounds = np.array([across, down, across, down])
    edges = np.clip(np.rint(boxes), 0, bounds).astype(int).tolist()
    out = torch.zeros((len(boxes), 3, height, width))
    for row, (left, top, right, bottom) in enumerate(edges):
        if right > left and bottom > top:
            crop = np.ascontiguousarray(picture[top:bottom, left:right, ::-1])
            planes = torch.from_numpy(crop).permute(2, 0, 1)[None].float() / 255
            out[row] = torch.nn.functional.interpolate(
                planes, (height, width), mode="bilinear", antialias=True
            )[0]
    return out
