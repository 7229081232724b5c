"""Objects in a frame by ultralytics and torch: the only file that names either."""

import struct
from types import ModuleType
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from vsa_core.domain.ports import Frame
from vsa_core.domain.track import Sightings
from vsa_core.errors import Bug, Refused
from vsa_core.vision.enclosure import must_be_enclosed
from vsa_core.vision.letterbox import letterbox
from vsa_core.vision.names import kinds_of
from vsa_core.vision.suppression import THRESHOLD, sightings
from vsa_core.vision.weights import Entry, Weights, digest_of

if TYPE_CHECKING:
    from pathlib import Path

    import torch


class YoloDetector:
    """The Detector port on torch, on the GPU where there is one.

    The checkpoint is read under safe load, called directly, and its boxes
    suppressed by us: ultralytics' own `predict` imports torchvision, whose
    wheel from the package index does not import beside the CPU build of torch.
    """

    def __init__(
        self,
        weights: Weights,
        *,
        threshold: float = THRESHOLD,
        device: str | None = None,
        threads: int = 1,
    ) -> None:
        """`device` as torch names it; None for the first GPU, else the CPU with `threads` threads.

        Raises Refused when the checkpoint holds anything but a stock model
        (MOD-007) or knows other names than its entry (MOD-008), or when the
        device is not there (MOD-010).
        """
        import torch

        torch.set_num_threads(threads)
        self._torch = torch
        self._device = _device(device)
        self._model = checkpoint(weights).to(self._device)
        self._weights = weights
        self._kinds = kinds_of(weights.entry.classes)
        self._threshold = threshold

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
        return sightings(raw, fit, self._kinds, self._threshold)

    def _forward(self, blob: NDArray[np.float32]) -> NDArray[np.float32]:
        with self._torch.inference_mode():
            said = self._model(self._torch.from_numpy(blob).to(self._device))
            first = said[0] if isinstance(said, list | tuple) else said
            numbers: NDArray[np.float32] = first.float().cpu().numpy()
        return numbers


def checkpoint(weights: Weights) -> "torch.nn.Module":
    """The model of a listed checkpoint, fused, in evaluation mode, on the CPU.

    Raises Refused (MOD-007, MOD-008), Tampered (MOD-002) when the file changed
    while it was read.
    """
    model = _loaded(weights.path)
    weights.verify()
    names = getattr(model, "names", {})
    if tuple(names[number] for number in sorted(names)) != weights.entry.classes:
        raise Refused("MOD-008", name=weights.entry.name)
    return model


def exportable(
    weights: Weights, shape: tuple[int, int, int, int]
) -> "tuple[torch.nn.Module, torch.Tensor]":
    """The model of a checkpoint made ready for tracing, and an example input of `shape`."""
    import torch

    torch.set_num_threads(1)  # more of them spin in vain beside other workers
    model = checkpoint(weights)
    *_, head = model.get_submodule("model").children()
    for setting, value in (("export", True), ("format", "openvino"), ("dynamic", False)):
        setattr(head, setting, value)
    example = torch.zeros(shape)
    with torch.no_grad():
        model(example)
    return model, example


def described(path: "Path", name: str, licence: str, source: str, size: int = 640) -> Entry:
    """The entry that lists a checkpoint, for `models add`: digest, task and classes as found in it.

    Raises Refused (MOD-001, MOD-004, MOD-005, MOD-007).
    """
    digest = digest_of(path)
    model = _loaded(path)
    names = getattr(model, "names", {})
    classes = tuple(str(names[number]) for number in sorted(names))
    task = str(getattr(model, "task", ""))
    return Entry(name, path.name, digest, licence, source, task, classes, size, False).checked()


_NOT_A_CHECKPOINT = (
    TypeError,
    ValueError,
    LookupError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    ImportError,
    RuntimeError,
    OSError,
    EOFError,
    struct.error,
)
"""What the restricted reader of checkpoints raises on bytes that are none: it checks little."""


def _loaded(path: "Path") -> "torch.nn.Module":
    """Read under safe load: nothing but the classes of stock models is ever called."""
    tasks = _tasks()
    if not path.is_file() or path.suffix != ".pt":
        raise Refused("MOD-001", name=path.name)  # ultralytics would look for it on the network
    try:
        model, _ = tasks.load_checkpoint(str(path), fuse=True)
    except _NOT_A_CHECKPOINT as wrong:
        raise Refused("MOD-007", name=path.name) from wrong
    loaded: torch.nn.Module = model
    return loaded


def _tasks() -> ModuleType:
    """ultralytics.nn.tasks, imported in the environment that keeps it at home."""
    must_be_enclosed()
    from ultralytics import utils
    from ultralytics.nn import tasks

    if utils.ONLINE or utils.AUTOINSTALL or not utils.SAFE_LOAD:
        raise Bug("MOD-009", variable="ultralytics")
    return tasks


def _device(wanted: str | None) -> str:
    import torch

    there = torch.cuda.is_available()
    if wanted is not None and wanted.startswith("cuda") and not there:
        raise Refused("MOD-010", device=wanted)
    # Same picture, same bytes: no kernel chosen by the clock, no shortened numbers.
    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.allow_tf32 = False
    return wanted or ("cuda:0" if there else "cpu")
