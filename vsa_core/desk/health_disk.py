"""Where the installation lies: may it be written, by its owner alone, on a disk of this machine?"""

import os
import re
import shutil
from pathlib import Path

from vsa_core.desk.health import Finding, State

MOUNTS = Path("/proc/mounts")
"""Where Linux lists what is mounted: device, place, type, options."""

GIB = 2**30
NEEDED_BYTES = 2 * GIB
WANTED_BYTES = 10 * GIB

REMOTE = frozenset("nfs nfs4 cifs smb3 smbfs afs ceph glusterfs lustre 9p ncpfs davfs".split())
"""File systems whose bytes travel: what is written there has left the machine."""

PASSING = frozenset({"tmpfs", "ramfs", "overlay", "squashfs"})
"""File systems that are gone, or go back, when the machine is switched off."""

OPEN = frozenset({"vfat", "exfat", "msdos", "ntfs3", "fuseblk"})
"""File systems that cannot keep a folder for its owner alone."""


def folder(home: Path) -> Finding:
    """Whether `home` is there or can be made, may be written, and is its owner's alone."""
    values = (("path", str(home)),)
    if not os.access(nearest(home), os.W_OK | os.X_OK):
        return Finding("home", State.BAD, "shut", values)
    if not home.exists():
        return Finding("home", State.GOOD, "coming", values)
    if home.stat().st_mode & 0o077:
        return Finding("home", State.BAD, "open", values)
    return Finding("home", State.GOOD, "private", values)


def space(home: Path) -> Finding:
    """How much room is left on the disk of `home`."""
    free = shutil.disk_usage(nearest(home)).free
    values = (("free", f"{free / GIB:.1f}"),)
    if free < NEEDED_BYTES:
        return Finding("space", State.BAD, "full", values)
    if free < WANTED_BYTES:
        return Finding("space", State.WARNING, "little", values)
    return Finding("space", State.GOOD, "enough", values)


def filesystem(home: Path) -> Finding:
    """On what kind of disk `home` lies."""
    kind = _kind(nearest(home).resolve())
    values = (("kind", kind),)
    if not kind:
        return Finding("filesystem", State.WARNING, "unknown")
    if kind in REMOTE or kind.startswith("fuse.sshfs"):
        return Finding("filesystem", State.WARNING, "remote", values)
    if kind in PASSING:
        return Finding("filesystem", State.WARNING, "passing", values)
    if kind in OPEN:
        return Finding("filesystem", State.WARNING, "open", values)
    return Finding("filesystem", State.GOOD, "local", values)


def nearest(path: Path) -> Path:
    """The path itself, or the first folder above it that exists."""
    while not path.exists():
        path = path.parent
    return path


def _kind(path: Path) -> str:
    """The type of the last file system mounted at or above `path`; "" where nobody can tell."""
    try:
        lines = MOUNTS.read_text("utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    best, kind = 0, ""
    for line in lines:
        _, place, found, *_ = line.split(" ")
        mounted = Path(_unescaped(place))
        if path.is_relative_to(mounted) and len(mounted.parts) >= best:
            best, kind = len(mounted.parts), found
    return kind


def _unescaped(place: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), place)
