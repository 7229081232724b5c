"""Objects in a frame by OpenVINO, on the CPU: the only file that names it."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from vsa_core.domain.ports import Frame
from vsa_core.domain.provenance import Canonical
from vsa_core.domain.track import Sightings
from vsa_core.vision.converted import ConvertedNetworks, Network
from vsa_core.vision.enclosure import without_telemetry
from vsa_core.vision.letterbox import Letterbox, letterbox
from vsa_core.vision.names import kinds_of
from vsa_core.vision.suppression import sightings, thresholds_of
from vsa_core.vision.weights import Weights

FULL, HALF, EIGHTH = "f32", "bf16", "int8"
"""Precisions: exact; nearly twice as fast where the processor computes in it; and whole numbers of
eight bits, for models whose entry has ranges. The last two move some boxes by pixels: what that
costs a model is measured before its entry says that it may look so."""

_NATIVE = {"BF16": HALF, "INT8": EIGHTH, "FP32": FULL}
"""What OpenVINO says that a processor computes in, and our word for it, in order of preference."""


class OpenVinoDetector:
    """The Detector port on OpenVINO; one compiled network for each shape of picture met.

    The weights are converted once for each shape, which takes torch and some
    seconds; afterwards torch is not even imported.
    """

    def __init__(
        self,
        weights: Weights,
        cache: Path,
        *,
        stamp: Callable[[str], str] = str,
        threshold: float | None = None,
        experimental: bool = False,
        threads: int = 1,
        precision: str = FULL,
    ) -> None:
        """`cache`: folder of converted networks; `threads`: of the processor, for one stream.
        `stamp`: as for `ConvertedNetworks`.

        threshold and experimental: as for `thresholds_of`. EIGHTH is for
        weights whose entry has ranges.
        """
        self._openvino = _library()
        self._core = self._openvino.Core()
        self._settings = {
            "NUM_STREAMS": "1",
            "ENABLE_CPU_PINNING": "NO",  # else workers side by side share one core
            "INFERENCE_NUM_THREADS": str(threads),
            # Left out, OpenVINO itself may choose bf16.
            "INFERENCE_PRECISION_HINT": HALF if precision == HALF else FULL,
        }
        self._precision = precision
        self._weights = weights
        self._converted = ConvertedNetworks(cache, stamp)
        self._kinds = kinds_of(weights.entry.classes)
        self._thresholds = thresholds_of(weights.entry, experimental, threshold)
        self._compiled: dict[tuple[int, int], Any] = {}

    @property
    def name(self) -> str:
        """Maker, precision where it is not exact, and model."""
        maker = "openvino" if self._precision == FULL else f"openvino-{self._precision}"
        return f"{maker} {self._weights.entry.name}"

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the weights."""
        return self._weights.digest

    def detect(self, frame: Frame, size: tuple[int, int]) -> Sightings:
        """Objects in `frame`; boxes in pixels of the upright picture of `size` (width, height).

        The first picture of a new shape may raise what the conversion raises:
        Refused (MOD-007, MOD-008), Tampered (MOD-002), Unreadable (MOD-011).
        """
        fit = letterbox(size, self._weights.entry.size)
        raw = self._network(fit)(fit.filled(frame.bgr(*fit.inner)))[0]
        return sightings(np.array(raw, np.float32), fit, self._kinds, self._thresholds)

    def _network(self, fit: Letterbox) -> Any:
        shape = (fit.height, fit.width)
        if shape not in self._compiled:
            key: dict[str, Canonical] = {
                "weights": self._weights.digest,
                "shape": list(shape),
                "openvino": str(self._openvino.get_version()),
            }
            if self._precision == EIGHTH:
                key["ranges"] = [list(map(repr, pair)) for pair in self._weights.entry.ranges]
            network = self._converted.get(key, lambda: self._converted_now(shape))
            model = self._core.read_model(model=network.graph, weights=network.constants)
            self._compiled[shape] = self._core.compile_model(model, "CPU", self._settings)
        return self._compiled[shape]

    def _converted_now(self, shape: tuple[int, int]) -> Network:
        """Trace the model at one fixed shape; the only moment that needs torch."""
        from vsa_core.vision.readers import exportable

        full = [1, 3, *shape]
        model, example = exportable(self._weights, (1, 3, *shape), self._precision == EIGHTH)
        # Left alone, torch traces a second time to compare: half of the wait.
        traced = self._openvino.convert_model(
            _decoder()(model, example_input=example, trace_kwargs={"check_trace": False}),
            input=full,
        )
        with tempfile.TemporaryDirectory() as folder:
            graph = Path(folder, "network.xml")
            self._openvino.save_model(traced, graph, compress_to_fp16=False)
            return Network(graph.read_bytes(), graph.with_suffix(".bin").read_bytes())


def native_precisions() -> tuple[str, ...]:
    """Precisions in which this processor computes by itself, in order of preference.

    Asked for another one, OpenVINO silently computes in f32.
    """
    able = _library().Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    return tuple(ours for theirs, ours in _NATIVE.items() if theirs in able)


def _decoder() -> Any:
    """What makes a torch module readable to OpenVINO."""
    from openvino.frontend.pytorch.ts_decoder import TorchScriptPythonDecoder

    return TorchScriptPythonDecoder


def _library() -> Any:
    """The openvino module, without its telemetry."""
    without_telemetry()
    import openvino

    return openvino
