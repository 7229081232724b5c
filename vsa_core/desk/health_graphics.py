"""Is there a graphics processor, and could the installed torch use it? Nothing heavy is loaded."""

import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from vsa_core.desk.health import Finding, State

NVIDIA = Path("/proc/driver/nvidia/version")
"""There when NVIDIA's driver is loaded."""

CARDS = Path("/sys/class/drm")
VENDORS = {"0x10de": "NVIDIA", "0x1002": "AMD", "0x8086": "Intel"}  # pci.ids
CUDA = re.compile(r"^cuda\b.*=\s*['\"]([^'\"]+)['\"]", re.MULTILINE)


def graphics() -> Finding:
    """Which graphics processors are there, and which torch is: built for CUDA or not.

    Only NVIDIA's with its driver loaded is of use to torch. None at all is no
    fault: the processor then does all the work.
    """
    cards, cuda = _cards(), _cuda_of_torch()
    values = (("cards", ", ".join(cards)), ("cuda", cuda))
    if not cards:
        return Finding("gpu", State.GOOD, "none")
    if not NVIDIA.exists():
        told = "driverless" if "NVIDIA" in cards else "other"
        return Finding("gpu", State.GOOD if told == "other" else State.WARNING, told, values)
    if not cuda:
        return Finding("gpu", State.WARNING, "unused", values)
    return Finding("gpu", State.GOOD, "usable", values)


def usable() -> bool:
    """Whether torch could compute on a graphics processor here; nothing heavy is loaded."""
    return NVIDIA.exists() and bool(_cuda_of_torch())


def _cards() -> tuple[str, ...]:
    """The makers of the graphics processors that the kernel knows."""
    files = CARDS.glob("card*/device/vendor") if CARDS.is_dir() else ()
    found = {VENDORS[code] for file in files if (code := _read(file)) in VENDORS}
    return tuple(sorted(found | ({"NVIDIA"} if NVIDIA.exists() else set())))


def _cuda_of_torch() -> str:
    """The CUDA version that torch was built for; "" for a build for processors, or no torch."""
    try:
        torch = distribution("torch")
    except PackageNotFoundError:
        return ""
    found = CUDA.search(_read(Path(str(torch.locate_file("torch/version.py")))))
    return found[1] if found else ""


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8").strip()
    except OSError:
        return ""
