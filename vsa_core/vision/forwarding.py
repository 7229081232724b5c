"""Objects in a frame by a network that runs wherever somebody runs it: here, or beside a GPU."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.ports import Frame, Picture
from vsa_core.domain.track import Sightings
from vsa_core.vision.letterbox import letterbox
from vsa_core.vision.names import kinds_of
from vsa_core.vision.suppression import sightings, thresholds_of
from vsa_core.vision.weights import Weights

Forward = Callable[[Picture], NDArray[np.float32]]
"""What a network says of a (height, width, 3) BGR input: (1, r, c), as `sightings` reads it."""


class ForwardingDetector:
    """The Detector port over a network that is run by somebody else; it loads none itself."""

    def __init__(
        self,
        weights: Weights,
        forward: Forward,
        maker: str,
        *,
        threshold: float | None = None,
        experimental: bool = False,
    ) -> None:
        """`maker`: by what the network is run; threshold, experimental: as for `thresholds_of`."""
        self._weights, self._forward, self._maker = weights, forward, maker
        self._kinds = kinds_of(weights.entry.classes)
        self._thresholds = thresholds_of(weights.entry, experimental, threshold)

    @property
    def name(self) -> str:
        """Maker and model."""
        return f"{self._maker} {self._weights.entry.name}"

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the weights."""
        return self._weights.digest

    def detect(self, frame: Frame, size: tuple[int, int]) -> Sightings:
        """Objects in `frame`; boxes in pixels of the upright picture of `size` (width, height).

        Raises what running the network raises.
        """
        fit = letterbox(size, self._weights.entry.size)
        raw = self._forward(fit.canvas(frame.bgr(*fit.inner)))
        return sightings(raw, fit, self._kinds, self._thresholds)
