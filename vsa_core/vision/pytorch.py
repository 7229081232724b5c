"""Networks run by torch, on the GPU where there is one."""

from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.ports import Picture
from vsa_core.errors import Refused
from vsa_core.vision.forwarding import ForwardingDetector
from vsa_core.vision.readers import runnable
from vsa_core.vision.weights import Weights

BATCH = 8
"""Pictures that a GPU is given at once. Always as many, blank ones where fewer are asked about: for
each count it sums in an order of its own, and a picture gives the same bytes beside any other."""


class TorchNetwork:
    """A network of listed weights on one device; loaded when it first runs.

    It is called directly: ultralytics' own `predict` imports torchvision,
    whose wheel from the package index does not import beside the CPU build of
    torch.
    """

    def __init__(
        self, weights: Weights, device: str | None = None, threads: int = 1, batch: int = 0
    ) -> None:
        """`device` as torch names it; None for the first GPU, else the CPU with `threads` threads.

        batch: pictures at once; 0 for what suits the device. Raises Refused
        (MOD-010) when the device is not there.
        """
        import torch

        torch.set_num_threads(threads)
        self._torch = torch
        self.device = _device(device)
        self.batch = batch or (BATCH if self.on_card else 1)
        self._weights = weights
        self._steady: dict[tuple[int, ...], int] = {}

    @property
    def on_card(self) -> bool:
        """Whether it runs on a GPU."""
        return self.device.startswith("cuda")

    @property
    def maker(self) -> str:
        """By what it is run, as pedigrees tell."""
        return "torch-cuda" if self.on_card else "torch"

    def __call__(self, canvases: Picture) -> NDArray[np.float32]:
        """What it says of (n, h, w, 3) BGR inputs, n at least 1: (n, r, c), each in its row.

        The same of a picture whatever its row, and whatever lies beside it.

        The first call may raise Refused, when the file holds anything but a
        known model (MOD-007) or knows other names than its entry (MOD-008),
        and Tampered (MOD-002) when the file changed.
        """
        most = self._together(canvases.shape[1:])
        parts = [canvases[first : first + most] for first in range(0, len(canvases), most)]
        return np.concatenate([self._run(part, most) for part in parts])

    def _together(self, shape: tuple[int, ...]) -> int:
        """How many pictures of this shape run at once: one, where its row changes what is said.

        Kernels may sum otherwise at the end of a batch than at its beginning
        (oneDNN's on a processor do): tried once for each shape.
        """
        if shape not in self._steady:
            picture = np.random.default_rng(1).integers(0, 256, shape, np.uint8)
            said = self._run(np.repeat(picture[None], self.batch, axis=0), self.batch)
            alike = all(row.tobytes() == said[0].tobytes() for row in said)
            self._steady[shape] = self.batch if alike else 1
        return self._steady[shape]

    def _run(self, canvases: Picture, most: int) -> NDArray[np.float32]:
        rows = np.zeros((most, *canvases.shape[1:]), np.uint8)
        rows[: len(canvases)] = canvases
        with self._torch.inference_mode():
            held = self._torch.from_numpy(rows).to(self.device)
            planes = held.flip(3).permute(0, 3, 1, 2).to(self._torch.float32).contiguous() / 255
            said = self._model(planes)
            first = said[0] if isinstance(said, list | tuple) else said
            numbers: NDArray[np.float32] = first[: len(canvases)].float().cpu().numpy()
        return numbers

    @cached_property
    def _model(self) -> Any:
        return runnable(self._weights).to(self.device)


class TorchDetector(ForwardingDetector):
    """The Detector port on torch in this process, whichever reader its weights need."""

    def __init__(
        self,
        weights: Weights,
        *,
        threshold: float | None = None,
        experimental: bool = False,
        device: str | None = None,
        threads: int = 1,
    ) -> None:
        """As for `TorchNetwork`; threshold and experimental: as for `thresholds_of`."""
        self.network = TorchNetwork(weights, device, threads)

        def forward(canvas: Picture) -> NDArray[np.float32]:
            return self.network(canvas[None])

        maker = self.network.maker
        super().__init__(weights, forward, maker, threshold=threshold, experimental=experimental)


def _device(wanted: str | None) -> str:
    import torch

    there = torch.cuda.is_available()
    if wanted is not None and wanted.startswith("cuda") and not there:
        raise Refused("MOD-010", device=wanted)
    # Same picture, same bytes: no kernel chosen by the clock, no shortened numbers.
    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.benchmark = False
    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cuda.matmul.allow_tf32 = False
    return wanted or ("cuda:0" if there else "cpu")
