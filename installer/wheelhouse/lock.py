"""The lock of the wheelhouse: which wheels may be in it, each by the SHA-256 of its bytes.

    python lock.py write WHEELS LOCK    write LOCK from the wheels of a folder
    python lock.py check WHEELS LOCK    refuse a folder that is not exactly what LOCK lists

LOCK is in pip's own format, so that `pip --require-hashes` refuses the same.
Standard library only: it runs before anything is installed.
"""

import hashlib
import re
import sys
from pathlib import Path

HEADER = """\
# Every wheel that Relecture needs to run, for Python {python} on Linux x86_64, by SHA-256.
# Written by installer/wheelhouse/lock.sh; read by pip --require-hashes. Do not edit.
# torch is the PyTorch project's own build for processors (its CPU index, not the package index,
# whose torch brings CUDA): one build, one digest, and no other is taken.
"""

PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)((?: --hash=sha256:[0-9a-f]{64})+)$")
GRAPHICS = re.compile(r"^(nvidia|cuda|triton|pytorch-triton|cupy)(-|$)")
ALLOWED = frozenset({"nvidia-ml-py"})
"""Named by ultralytics: 58 KB of Python that ask a driver for figures, and no CUDA."""


def write(wheels: Path, lock: Path) -> list[str]:
    """Write the lock of a folder of wheels; what must not be in it, and then nothing is written."""
    found = {_pin(path): _digest(path) for path in sorted(wheels.glob("*.whl"))}
    wrong = graphics({name for name, _ in found})
    if not wrong:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        lines = [f"{name}=={v} --hash=sha256:{digest}\n" for (name, v), digest in found.items()]
        lock.write_text(HEADER.format(python=version) + "".join(sorted(lines)), "utf-8")
    return wrong


def check(wheels: Path, lock: Path) -> list[str]:
    """What is wrong with a folder: wheels that are not listed, other bytes, others missing."""
    listed = read(lock)
    found = {path.name: (_pin(path), _digest(path)) for path in sorted(wheels.iterdir())}
    pins = {pin for pin, _ in found.values()}
    wrong = [f"{'=='.join(pin)}: listed, and not there" for pin in sorted(set(listed) - pins)]
    for file, (pin, digest) in found.items():
        if pin not in listed:
            wrong.append(f"{file}: not listed")
        elif digest not in listed[pin]:
            wrong.append(f"{file}: its digest is {digest}, which is not listed")
    return wrong + graphics({name for name, _ in pins})


def read(lock: Path) -> dict[tuple[str, str], frozenset[str]]:
    """Name and version to digests. Raises ValueError on a line that pins nothing."""
    listed = {}
    for line in lock.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            pinned = PINNED.match(line)
            if pinned is None:
                raise ValueError(f"no pin with a digest: {line}")
            listed[pinned[1], pinned[2]] = frozenset(re.findall(r"[0-9a-f]{64}", pinned[3]))
    return listed


def graphics(names: set[str]) -> list[str]:
    """Packages for graphics processors: 2.7 GB that this build for processors must not bring."""
    return [
        f"{name}: a package for graphics processors"
        for name in sorted(names)
        if GRAPHICS.match(name) and name not in ALLOWED
    ]


def _pin(path: Path) -> tuple[str, str]:
    """The normalised name and the version that a wheel's file name tells."""
    name, _, rest = path.name.partition("-")
    return re.sub(r"[-_.]+", "-", name).lower(), rest.partition("-")[0]


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    asked, folder, file = sys.argv[1:]
    told = {"write": write, "check": check}[asked](Path(folder), Path(file))
    for line in told:
        print(f"wheelhouse: {line}", file=sys.stderr)
    sys.exit(bool(told))
