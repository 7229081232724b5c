"""What torchvision lacks beside a processor's torch, so that others' scripts run as they are.

Its wheel is built for CUDA: beside torch's build for processors its operators
do not load, and it does not even import. The program never uses it; the
scripts that it is timed against do.
"""

import sys
from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from torch import Tensor

NAMED = (
    *("roi_align", "_roi_align_backward", "ps_roi_align", "_ps_roi_align_backward"),
    *("roi_pool", "_roi_pool_backward", "ps_roi_pool", "_ps_roi_pool_backward"),
    *("qnms", "qroi_align", "deform_conv2d", "_deform_conv2d_backward"),
)
"""Operators that its import describes and nobody here calls."""

_KEPT: list[object] = []
"""A library of operators is gone with its last reference."""


def with_torchvision() -> ModuleType:
    """torchvision, imported, with its suppression of boxes on the processor."""
    if "torchvision" not in sys.modules:
        import torch

        library: Any = torch.library.Library("torchvision", "DEF")  # type: ignore[no-untyped-call]
        library.define("nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
        for name in NAMED:
            library.define(f"{name}(Tensor one) -> Tensor")
        library.impl("nms", _suppressed(torch.from_numpy), "CPU")
        _KEPT.append(library)
    import torchvision.extension

    torchvision.extension._has_ops = lambda: True
    found: ModuleType = torchvision
    return found


def _suppressed(
    tensor: "Callable[[np.ndarray], Tensor]",
) -> "Callable[[Tensor, Tensor, float], Tensor]":
    def nms(boxes: "Tensor", scores: "Tensor", most: float) -> "Tensor":
        """Rows of the boxes (n, 4) that stay, best first: greedy, as torchvision's own."""
        corners = boxes.detach().numpy().astype(np.float64)
        area = np.prod(corners[:, 2:] - corners[:, :2], axis=1)
        order = np.argsort(-scores.detach().numpy(), kind="stable")
        stays: list[int] = []
        while len(order):
            best, rest = int(order[0]), order[1:]
            stays.append(best)
            low = np.maximum(corners[best, :2], corners[rest, :2])
            high = np.minimum(corners[best, 2:], corners[rest, 2:])
            shared = np.prod(np.clip(high - low, 0, None), axis=1)
            order = rest[shared / (area[best] + area[rest] - shared) <= most]
        return tensor(np.array(stays, np.int64))

    return nms
