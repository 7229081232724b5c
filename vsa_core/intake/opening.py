"""The only door for evidence: a regular, closed file, opened for reading and nothing else."""

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from vsa_core.errors import Refused, Unreadable

DIRECTORY = "SRC-001"
NOT_A_FILE = "SRC-002"
LIVE = "SRC-003"
CHANGING = "SRC-004"
CANNOT_OPEN = "SRC-005"
LINK = "SRC-008"

_ADDRESS = re.compile(r"(^|/)[a-z][a-z0-9+.-]+:/", re.IGNORECASE)
"""A scheme of two letters or more (one is a Windows drive), even once Path has folded the "//"
or put the working folder before it."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What the file system says of a file; any change means that someone else is writing."""

    device: int
    inode: int
    size: int
    modified: int


def visible_name(path: str | Path) -> str:
    """The file's own name as valid Unicode; bytes that are not UTF-8 are shown as \\xNN."""
    return os.fsencode(Path(path).name).decode("utf-8", "backslashreplace")


def open_source(path: str | Path) -> BinaryIO:
    """Open a regular file read-only, unbuffered, without following a link or waking a device.

    Raises Refused for addresses (SRC-003), folders (SRC-001), links (SRC-008)
    and what is not a regular file (SRC-002); Unreadable (SRC-005) when the
    system does not open it.
    """
    name = visible_name(path)
    if _ADDRESS.search(os.fspath(path)):
        raise Refused(LIVE, name=name)
    try:
        # Looked at first: opening some devices is already an act (a tape rewinds).
        _refuse_unless_regular(os.lstat(path).st_mode, name)
        handle = _open(path)
    except (OSError, ValueError) as error:
        raise Unreadable(CANNOT_OPEN, name=name) from error
    file = os.fdopen(handle, "rb", buffering=0)
    try:
        _refuse_unless_regular(os.fstat(handle).st_mode, name)
    except Refused:
        file.close()
        raise
    return file


def fingerprint(file: BinaryIO) -> Fingerprint:
    """Device, inode, size and modification time (nanoseconds) of an open file."""
    told = os.fstat(file.fileno())
    return Fingerprint(told.st_dev, told.st_ino, told.st_size, told.st_mtime_ns)


def left_to_settle(file: BinaryIO, now: int, settle: int) -> int:
    """Microseconds until a file modified near `now`, either way, has rested `settle`; 0 if it has.

    A recorder still writing keeps the time of last change near the present;
    a wrong recorder clock does not.
    """
    away = abs(now - fingerprint(file).modified // 1000)
    return max(0, settle - away)


def refuse_if_changed(before: Fingerprint, file: BinaryIO, path: str | Path, name: str) -> None:
    """Refuse (SRC-004) a file that is no longer what it was, or another one under its path."""
    try:
        there = os.stat(path, follow_symlinks=False)
    except OSError as error:
        raise Refused(CHANGING, name=name) from error
    same_file = (there.st_dev, there.st_ino) == (before.device, before.inode)
    if fingerprint(file) != before or not same_file or there.st_size != before.size:
        raise Refused(CHANGING, name=name)


def _open(path: str | Path) -> int:
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        # Not even the time of last access of the original changes, where the system allows it.
        return os.open(path, flags | getattr(os, "O_NOATIME", 0))
    except PermissionError:
        return os.open(path, flags)


def _refuse_unless_regular(mode: int, name: str) -> None:
    if stat.S_ISREG(mode):
        return
    code = {stat.S_IFDIR: DIRECTORY, stat.S_IFLNK: LINK}.get(stat.S_IFMT(mode), NOT_A_FILE)
    raise Refused(code, name=name)
