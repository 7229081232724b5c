"""Small wheels, and a small folder of them that installs the way the real one does."""

import hashlib
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from tests.architecture.house import ROOT

WHEELHOUSE = ROOT / "installer" / "wheelhouse"
PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"
PROGRAM = {
    "app/__init__.py": "",
    "app/__main__.py": "def main():\n    print('relecture {version} answers')\n",
    "app/libraries.py": "def missing(display):\n    return ()\n",
    "models/__init__.py": "",
    "models/manifest.toml": "# none\n",
}
"""A program as small as the installer can bear."""


def wheel(folder: Path, name: str, version: str, files: Mapping[str, str], needs: str = "") -> Path:
    """Make a wheel that any Python takes; `needs`: the one package that it depends on."""
    about = f"{name}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    inside = {
        **files,
        f"{about}/METADATA": metadata + (f"Requires-Dist: {needs}\n" if needs else ""),
        f"{about}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{about}/entry_points.txt": f"[console_scripts]\n{name} = app.__main__:main\n",
    }
    inside[f"{about}/RECORD"] = "".join(f"{file},,\n" for file in (*inside, f"{about}/RECORD"))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in inside.items():
            archive.writestr(zipfile.ZipInfo(file), text)
    return path


def pin(path: Path) -> str:
    """The line that lists a wheel by the digest of its bytes."""
    name, version, *_ = path.name.split("-")
    return f"{name}=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def house(folder: Path, version: str, changes: Mapping[str, str] | None = None) -> Path:
    """A wheelhouse of two wheels; `changes`: files of the program that are others."""
    program = {file: text.format(version=version) for file, text in PROGRAM.items()}
    wheels = [
        wheel(folder / "wheels", "tiny", "1.0", {"tiny.py": ""}),
        wheel(
            folder / "wheels", "relecture", version, {**program, **(changes or {})}, needs="tiny"
        ),
    ]
    (folder / "models").mkdir()
    (folder / "models" / "manifest.toml").write_text(PROGRAM["models/manifest.toml"])
    (folder / "requirements.txt").write_text("".join(pin(path) for path in wheels))
    (folder / "PYTHON").write_text(f"{PYTHON}\n")
    shutil.copy(WHEELHOUSE / "install.sh", folder)
    return listed(folder)


def listed(folder: Path) -> Path:
    """Write the list of all files of a folder by their digests."""
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "SHA256SUMS")
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder)}\n"
        for path in files
    ]
    (folder / "SHA256SUMS").write_text("".join(lines))
    return folder


def install(folder: Path, prefix: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the folder's own installer, in English."""
    return subprocess.run(
        ["/bin/bash", str(folder / "install.sh"), "--prefix", str(prefix)],
        capture_output=True,
        text=True,
        check=False,
        env={
            "PATH": "/usr/bin:/bin",
            "HOME": str(prefix.parent),
            "LANG": "en_GB.UTF-8",
            "PYTHON": sys.executable,
            **variables,
        },
    )
