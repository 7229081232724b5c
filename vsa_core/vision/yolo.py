"""Reads the checkpoints of ultralytics: the only file that names it."""

import struct
import zipfile
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from vsa_core.errors import Bug, Refused
from vsa_core.vision.enclosure import must_be_enclosed
from vsa_core.vision.weights import Entry, Weights, digest_of

if TYPE_CHECKING:
    import torch

LICENCE = "AGPL-3.0 (Ultralytics)"
"""Of every checkpoint of theirs that says no other."""

LARGEST = 1 << 29
"""Bytes: a checkpoint that unpacks to more is refused before it is unpacked."""


def checkpoint(weights: Weights) -> "torch.nn.Module":
    """The model of a listed checkpoint, fused, in evaluation mode, on the CPU.

    Raises Refused (MOD-007, MOD-008), Tampered (MOD-002) when the file changed
    while it was read.
    """
    model = _loaded(weights.path)
    weights.verify()
    if _classes(model, weights.entry.name) != weights.entry.classes:
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


def described(path: Path, name: str, licence: str, source: str, size: int = 640) -> Entry:
    """The entry that lists a checkpoint, for `models add`: digest, task and classes as found in it.

    Raises Refused (MOD-001, MOD-004, MOD-005, MOD-007), Tampered (MOD-002) when
    the file changed while it was read.
    """
    digest = digest_of(path)
    model = _loaded(path)
    classes = _classes(model, name)
    task = str(getattr(model, "task", ""))
    entry = Entry(name, path.name, digest, licence, source, task, classes, size, False).checked()
    Weights(path, digest, entry).verify()
    return entry


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
    zipfile.BadZipFile,
    struct.error,
)
"""What the restricted reader of checkpoints raises on bytes that are none: it checks little."""


def _classes(model: "torch.nn.Module", name: str) -> tuple[str, ...]:
    """The names a model says it knows, by number; Refused (MOD-007) when they are no such list."""
    names = getattr(model, "names", None)
    if not isinstance(names, dict) or not names or set(names) != set(range(len(names))):
        raise Refused("MOD-007", name=name)
    classes = tuple(str(names[number]) for number in range(len(names)))
    if len(set(classes)) < len(classes):
        raise Refused("MOD-007", name=name)
    return classes


def _loaded(path: Path) -> "torch.nn.Module":
    """Read under safe load: nothing but the classes of stock models is ever called."""
    tasks = _tasks()
    if not path.is_file() or path.suffix != ".pt":
        raise Refused("MOD-001", name=path.name)  # ultralytics would look for it on the network
    try:
        _check_unpacked(path)
        model, _ = tasks.load_checkpoint(str(path), fuse=True)
    except _NOT_A_CHECKPOINT as wrong:
        raise Refused("MOD-007", name=path.name) from wrong
    loaded: torch.nn.Module = model
    return loaded


def _check_unpacked(path: Path) -> None:
    """ValueError when the archive in a checkpoint would unpack to more than LARGEST."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            if sum(part.file_size for part in archive.infolist()) > LARGEST:
                raise ValueError("unpacks to too much")


def _tasks() -> ModuleType:
    """ultralytics.nn.tasks, imported in the environment that keeps it at home."""
    must_be_enclosed()
    from ultralytics import utils
    from ultralytics.nn import tasks

    if utils.ONLINE or utils.AUTOINSTALL or not utils.SAFE_LOAD:
        raise Bug("MOD-009", variable="ultralytics")
    return tasks
