"""Which of our readers opens a file of weights: the ending of its listed name decides."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from vsa_core.errors import Refused
from vsa_core.vision.safetensors_header import header_of
from vsa_core.vision.weights import PROMISE, Entry, Weights, digest_of

CHECKPOINT, TENSORS = ".pt", ".safetensors"
SUFFIXES = (CHECKPOINT, TENSORS)
"""Checkpoints of ultralytics, and tensor files of our own network."""

TRIAL = (1, 3, 64, 64)
"""Shape of the blank picture on which a network is tried before it is listed."""

SIZE = 640
"""Longer side of the input, in pixels, of a network that says none."""

_BROKEN = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, RuntimeError)
"""What a network raises that does not fit together."""


def exportable(
    weights: Weights, shape: tuple[int, int, int, int], small: bool = False
) -> tuple[Any, Any]:
    """The torch module of listed weights, made ready for tracing, and an example input of `shape`.

    It gives (1, 4 + c, n) or (1, n, 6), as `suppression.sightings` reads them.
    small: rounded to eight bits, where the entry has ranges for it. Raises
    Refused (MOD-007, MOD-008), Tampered (MOD-002) when the file changed.
    """
    if weights.entry.suffix == TENSORS:
        from vsa_core.vision import vigie

        return vigie.exportable(weights, shape, small and bool(weights.entry.ranges))
    from vsa_core.vision import yolo

    return yolo.exportable(weights, shape)


def runnable(weights: Weights) -> Any:
    """The torch module of listed weights for pictures of any shape, in evaluation mode, on the CPU.

    Raises what `exportable` raises.
    """
    if weights.entry.suffix == TENSORS:
        return exportable(weights, TRIAL)[0]
    from vsa_core.vision import yolo

    return yolo.checkpoint(weights)


def described(path: Path, name: str, licence: str, source: str) -> Entry:
    """The entry that would list a file of weights: digest, task and classes as found in it.

    The network is run once on a blank picture: what it gives must be boxes and
    the scores of these classes and nothing more. `licence` and `source` stand
    where the file says none. Raises Refused (MOD-001, MOD-004, MOD-005,
    MOD-007), Tampered (MOD-002) when the file changed while it was read.
    """
    if path.suffix == TENSORS:
        entry = _of_tensors(path, name, licence, source)
    else:
        from vsa_core.vision import yolo

        entry = yolo.described(path, name, licence or yolo.LICENCE, source)
    _try(Weights(path, entry.digest, entry))
    return entry


def _of_tensors(path: Path, name: str, licence: str, source: str) -> Entry:
    """The entry of a tensor file of ours, which says in its header what it knows."""
    digest = digest_of(path)
    said = header_of(path)
    try:
        table = {
            "name": name,
            "file": path.name,
            "sha256": digest,
            "licence": said.get("licence", licence),
            "source": said.get("source", source),
            "task": said.get("task", "detect"),
            "classes": said["classes"].split(","),
            "size": int(said.get("size", SIZE)),
            **PROMISE,
            "shipped": False,
            "thresholds": said["thresholds"].split(",") if said.get("thresholds") else [],
            "experimental": said["experimental"].split(",") if said.get("experimental") else [],
        }
        entry = Entry.of(table)
    except (KeyError, ValueError, TypeError) as wrong:
        raise Refused("MOD-007", name=path.name) from wrong
    Weights(path, digest, entry).verify()
    return entry


def _try(weights: Weights) -> None:
    """Refused (MOD-007) unless the network gives boxes and the scores of its classes alone."""
    try:
        model, example = exportable(weights, TRIAL)
        shape = tuple(model(example).shape)
    except _BROKEN as wrong:
        raise Refused("MOD-007", name=weights.entry.name) from wrong
    channels = 4 + len(weights.entry.classes)
    ended = len(shape) == 3 and shape[2] == 6
    if len(shape) != 3 or shape[0] != 1 or not (ended or shape[1] == channels):
        raise Refused("MOD-007", name=weights.entry.name)


def listed_as(entry: Entry, name: str, rank: int) -> Entry:
    """The entry as an installation lists it: this name and rank, and a file named by its digest."""
    return replace(entry, name=name, file=entry.digest + entry.suffix, rank=rank)
