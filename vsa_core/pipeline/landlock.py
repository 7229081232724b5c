"""A process gives up the disk, but for what it names, and every other process: Linux (Landlock)."""

import ctypes
import os
import struct
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

READ = 0b1101
"""To execute, read a file, read a folder (landlock_add_rule(2), as the rights below)."""

WRITE = 0b10
"""To write to a file that is there."""

Allowed = Callable[[int], Iterable[tuple[Path, int]]]
"""Gives paths with the rights that stay for each and all below; it is told what every right is."""

_CREATE, _ADD, _RESTRICT = 444, 445, 446
"""System calls of landlock(7), alike on all architectures."""

_NO_NEW_PRIVS = 38  # prctl(2)
_VERSION = 1  # landlock_create_ruleset(2): only tell which version of it the kernel has
_BENEATH = 1  # landlock_add_rule(2): a path and all below it
_OF_A_FILE = 0b111  # a file is not listed, and nothing is made in it
_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
"""How many kinds of access each version knows; later ones know 16."""

_SCOPED = 0b11  # abstract sockets and signals of others, since version 6


def give_up_all_but(allowed: Allowed) -> bool:
    """Give up all of the disk but what is allowed, and touching other processes.

    For good, for this thread and all that it begins: to be called before any
    other thread runs. Processes outside cannot be traced, looked into or
    signalled any more. A path that is not there needs no rule. False, and
    nothing given up, where the kernel has no such thing (before 5.13, or not
    Linux). Raises OSError when it has, and refuses.
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
        for path, rights in allowed(every):
            _allow(system, rules, path, rights)
        _done(system.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0))
        _done(system.syscall(_RESTRICT, rules, 0))
    finally:
        os.close(rules)
    return True


def _allow(system: ctypes.CDLL, rules: int, path: Path, rights: int) -> None:
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        if not path.is_dir():
            rights &= _OF_A_FILE
        _done(system.syscall(_ADD, rules, _BENEATH, struct.pack("=Qi", rights, handle), 0))
    finally:
        os.close(handle)


def _done(result: int) -> int:
    """The result of a system call; OSError when it failed."""
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
