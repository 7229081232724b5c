"""Opens a file of our own detector, vigie: plain tensors, each checked by name, shape and kind."""

from typing import TYPE_CHECKING

from vsa_core.errors import Refused
from vsa_core.vision.weights import Weights

if TYPE_CHECKING:
    from pathlib import Path

    import torch

    from vsa_core.vision.vigie_network import Vigie

LARGEST = 8 << 20
"""Bytes: a larger file is none of ours."""

CLASSES_KEY = "classes"
"""In the file's own notes: the names it knows, in order, with commas between them."""


def exportable(
    weights: Weights, shape: tuple[int, int, int, int], small: bool = False
) -> "tuple[torch.nn.Module, torch.Tensor]":
    """The network of a listed file made ready for tracing, and an example input of `shape`.

    It takes (1, 3, h, w) RGB from 0 to 1, letterboxed, and says (1, 4 + c, n):
    centres and sizes in pixels of the input, and class scores. small: rounded
    to eight bits, by the ranges of its entry. Raises as `network` does.
    """
    import torch

    from vsa_core.vision.vigie_rounding import rounded

    torch.set_num_threads(1)  # more of them spin in vain beside other workers
    made = network(weights)
    return rounded(made, weights.entry.ranges) if small else made, torch.zeros(shape)


def network(weights: Weights) -> "Vigie":
    """The network of a listed file, in evaluation mode, on the CPU.

    Raises Refused when the file holds anything but our tensors (MOD-007) or
    knows other names than its entry (MOD-008), Tampered (MOD-002) when it
    changed while it was read.
    """
    made = read_network(weights.path, weights.entry.classes)
    weights.verify()
    return made


def read_network(path: "Path", classes: tuple[str, ...]) -> "Vigie":
    """The network in `path`, whose bytes nobody has vouched for, if it knows just `classes`.

    Raises Refused (MOD-001, MOD-007, MOD-008).
    """
    from vsa_core.vision.vigie_network import Vigie

    tensors, notes = _read(path)
    if notes.get(CLASSES_KEY) != ",".join(classes):
        raise Refused("MOD-008", name=path.name)
    made = Vigie(len(classes))
    if not _fits(tensors, made.state_dict()):
        raise Refused("MOD-007", name=path.name)
    made.load_state_dict({name: held.float() for name, held in tensors.items()})
    return made.eval().requires_grad_(False)


def _read(path: "Path") -> "tuple[dict[str, torch.Tensor], dict[str, str]]":
    from safetensors import SafetensorError, safe_open

    if not path.is_file():
        raise Refused("MOD-001", name=path.name)
    try:
        if path.stat().st_size > LARGEST:
            raise Refused("MOD-007", name=path.name)
        with safe_open(str(path), framework="pt", device="cpu") as file:
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
            return tensors, file.metadata() or {}
    except (SafetensorError, OSError, ValueError) as wrong:
        raise Refused("MOD-007", name=path.name) from wrong


def _fits(tensors: "dict[str, torch.Tensor]", wanted: "dict[str, torch.Tensor]") -> bool:
    """Whether these are all the tensors wanted and no other, of half precision, and numbers."""
    import torch

    return tensors.keys() == wanted.keys() and all(
        held.dtype == torch.float16
        and held.shape == wanted[name].shape
        and bool(torch.isfinite(held).all())
        for name, held in tensors.items()
    )
