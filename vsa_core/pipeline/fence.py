"""A process that looks may read, and write next to nothing: Linux only (Landlock, since 5.13)."""

import ctypes
import os
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

_CREATE, _ADD, _RESTRICT = 444, 445, 446
"""System calls of landlock(7), alike on all architectures."""

_NO_NEW_PRIVS = 38  # prctl(2)
_VERSION = 1  # landlock_create_ruleset(2): only tell which version of it the kernel has
_BENEATH = 1  # landlock_add_rule(2): a path and all below it
_READ = 0b1101  # execute, read a file, read a folder
_WRITE = 0b10  # write to a file
_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
"""How many kinds of access each version knows; later ones know 16."""

_SCOPED = 0b11  # abstract sockets and signals of others, since version 6


def fence(writable: Iterable[Path]) -> bool:
    """Give up writing anywhere but below the folders `writable`, and touching other processes.

    For good, for this thread and all that it begins: to be called before any
    other thread runs. Processes outside cannot be traced, looked into or
    signalled any more. False where the kernel has no such thing. Raises
    OSError when it has, and refuses.
    """
    if not sys.platform.startswith("linux"):
        return False
    system = ctypes.CDLL(None, use_errno=True)
    version = system.syscall(_CREATE, None, 0, _VERSION)
    if version < 1:
        return False
    every = (1 << _RIGHTS.get(version, 16)) - 1
    form = struct.pack("=QQQ", every, 0, _SCOPED) if version >= 6 else struct.pack("=Q", every)
    rules = _done(system.syscall(_CREATE, form, len(form), 0))
    try:
        _allow(system, rules, Path("/"), _READ)
        _allow(system, rules, Path(os.devnull), _WRITE)
        for folder in writable:
            _allow(system, rules, folder, every)
        _done(system.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0))
        _done(system.syscall(_RESTRICT, rules, 0))
    finally:
        os.close(rules)
    return True


def _allow(system: ctypes.CDLL, rules: int, path: Path, rights: int) -> None:
    handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        _done(system.syscall(_ADD, rules, _BENEATH, struct.pack("=Qi", rights, handle), 0))
    finally:
        os.close(handle)


def _done(result: int) -> int:
    """The result of a system call; OSError when it failed."""
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
