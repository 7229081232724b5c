"""Objects in a frame by torch, on the GPU where there is one."""

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.ports import Frame
from vsa_core.domain.track import Sightings
from vsa_core.errors import Refused
from vsa_core.vision.letterbox import letterbox
from vsa_core.vision.names import kinds_of
from vsa_core.vision.readers import runnable
from vsa_core.vision.suppression import sightings, thresholds_of
from vsa_core.vision.weights import Weights


class TorchDetector:
    """The Detector port on torch, whichever reader its weights need.

    A network is called directly, and its boxes suppressed by us:
    ultralytics' own `predict` imports torchvision, whose wheel from the
    package index does not import beside the CPU build of torch.
    """

    def __init__(
        self,
        weights: Weights,
        *,
        threshold: float | None = None,
        experimental: bool = False,
        device: str | None = None,
        threads: int = 1,
    ) -> None:
        """`device` as torch names it; None for the first GPU, else the CPU with `threads` threads.

        threshold and experimental: as for `thresholds_of`. Raises Refused when
        the file holds anything but a known model (MOD-007) or knows other
        names than its entry (MOD-008), or when the device is not there
        (MOD-010); Tampered (MOD-002) when the file changed.
        """
        import torch

        torch.set_num_threads(threads)
        self._torch = torch
        self._device = _device(device)
        self._model = runnable(weights).to(self._device)
        self._weights = weights
        self._kinds = kinds_of(weights.entry.classes)
        self._thresholds = thresholds_of(weights.entry, experimental, threshold)

    @property
    def name(self) -> str:
        """Maker and model."""
        return f"torch {self._weights.entry.name}"

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the weights."""
        return self._weights.digest

    def detect(self, frame: Frame, size: tuple[int, int]) -> Sightings:
        """Objects in `frame`; boxes in pixels of the upright picture of `size` (width, height)."""
        fit = letterbox(size, self._weights.entry.size)
        raw = self._forward(fit.filled(frame.bgr(*fit.inner)))
        return sightings(raw, fit, self._kinds, self._thresholds)

    def _forward(self, blob: NDArray[np.float32]) -> NDArray[np.float32]:
        with self._torch.inference_mode():
            said = self._model(self._torch.from_numpy(blob).to(self._device))
            first = said[0] if isinstance(said, list | tuple) else said
            numbers: NDArray[np.float32] = first.float().cpu().numpy()
        return numbers


def _device(wanted: str | None) -> str:
    import torch

    there = torch.cuda.is_available()
    if wanted is not None and wanted.startswith("cuda") and not there:
        raise Refused("MOD-010", device=wanted)
    # Same picture, same bytes: no kernel chosen by the clock, no shortened numbers.
    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.allow_tf32 = False
    return wanted or ("cuda:0" if there else "cpu")
