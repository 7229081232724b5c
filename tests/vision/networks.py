"""Small networks with made-up weights, in the files that our readers open."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

THREE = ("person", "vehicle", "two-wheeler")

TINY = {
    "backbone": [
        [-1, 1, "Conv", [8, 3, 8]],
        [-1, 1, "Conv", [8, 3, 2]],
        [-1, 1, "Conv", [8, 3, 2]],
    ],
}
"""The beginning of an ultralytics model: three maps at strides 8, 16 and 32."""

HEADS = {
    "detect": ("Detect", ["nc"]),
    "segment": ("Segment", ["nc", 4, 8]),
    "pose": ("Pose", ["nc", [3, 3]]),
}


def vigie_file(
    path: Path,
    classes: Sequence[str] = THREE,
    seed: int = 1,
    eager: bool = False,
    **notes: str,
) -> Path:
    """A tensor file of our own network with random weights; an eager one sees things everywhere."""
    import torch
    from safetensors.torch import save_file

    from vsa_core.vision.vigie_network import Vigie

    torch.manual_seed(seed)
    made = Vigie(len(classes)).eval()
    for head in made.heads if eager else ():
        torch.nn.init.constant_(head.name.bias, 0.5)
    tensors = {name: held.half().contiguous() for name, held in made.state_dict().items()}
    save_file(tensors, path, metadata={"classes": ",".join(classes), **notes})
    return path


def checkpoint_file(
    path: Path, classes: Sequence[str] = ("person", "car"), kind: str = "detect", **changes: Any
) -> Path:
    """An ultralytics checkpoint of a few kilobytes; `changes` are set on its model."""
    import torch
    from ultralytics.nn.tasks import DetectionModel, PoseModel, SegmentationModel

    kinds = {"detect": DetectionModel, "segment": SegmentationModel, "pose": PoseModel}
    head, arguments = HEADS[kind]
    shape = {
        "nc": len(classes),
        "kpt_shape": [3, 3],
        "scales": {"n": [1.0, 1.0, 1024]},
        "scale": "n",
        **TINY,
        "head": [[[0, 1, 2], 1, head, arguments]],
    }
    torch.manual_seed(1)
    model = kinds[kind](shape, ch=3, nc=len(classes), verbose=False)
    model.names = dict(enumerate(classes))
    for name, value in {"task": kind, **changes}.items():
        setattr(model, name, value)
    torch.save({"model": model.half()}, path)
    return path
