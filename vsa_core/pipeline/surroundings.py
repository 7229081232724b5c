"""The environment of a process that looks: where its libraries are, one thread, and no secret."""

from collections.abc import Mapping
from pathlib import Path

import vsa_core

KEPT = ("HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PATH", "TMPDIR", "TZ")
"""What it is told of ours; a passphrase, for one, is not among them."""

OF_CARDS = ("CUDA_VISIBLE_DEVICES", "NVIDIA_VISIBLE_DEVICES")
"""What one that runs a network on a GPU is told besides: which one is ours."""

_THREADS = ("MKL", "NUMEXPR", "OMP", "OPENBLAS")


def with_one_thread(ours: Mapping[str, str]) -> dict[str, str]:
    """The environment of a process of ours whose libraries compute in one thread each."""
    kept = {name: ours[name] for name in (*KEPT, *OF_CARDS) if name in ours}
    threads = {f"{name}_NUM_THREADS": "1" for name in _THREADS}
    house = str(Path(vsa_core.__file__).resolve().parent.parent)
    return {**kept, **threads, "OPENCV_FOR_THREADS_NUM": "1", "PYTHONPATH": house}
