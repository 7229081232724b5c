"""What a gateway gives up before it speaks to anybody: the rest of the disk, every other process.

Linux only (Landlock, since 5.13); elsewhere, and on older kernels, nothing is given up.
"""

import ctypes
import os
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

import vsa_core

_CREATE, _ADD, _RESTRICT = 444, 445, 446
"""System calls of landlock(7), alike on all architectures."""

_NO_NEW_PRIVS = 38  # prctl(2)
_VERSION = 1  # landlock_create_ruleset(2): only tell which version of it the kernel has
_BENEATH = 1  # landlock_add_rule(2): a path and all below it
_READ = 0b1101  # execute, read a file, read a folder
_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
"""How many kinds of access each version knows; later ones know 16."""

_SCOPED = 0b11  # abstract sockets and signals of others, since version 6
_SYSTEM = ("/usr", "/lib", "/lib64", "/etc", "/proc", "/sys", "/dev")
"""What Python and its libraries read."""


def fence(folder: Path) -> bool:
    """Give up all but reading the program, the system and `folder`, and writing in its `scratch`.

    For good, for this thread and all that it begins: to be called before any
    other thread runs. Processes outside cannot be traced, looked into or
    signalled any more: whoever takes the gateway over holds its certificate,
    and not the program that started it. False where the kernel has no such
    thing. Raises OSError when it has, and refuses.
    """
    scratch = folder / "scratch"
    scratch.mkdir(mode=0o700, exist_ok=True)
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
        for path, rights in _allowed(folder, scratch, every):
            _allow(system, rules, path, rights)
        _done(system.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0))
        _done(system.syscall(_RESTRICT, rules, 0))
    finally:
        os.close(rules)
    return True


def _allowed(folder: Path, scratch: Path, every: int) -> Iterable[tuple[Path, int]]:
    house = Path(vsa_core.__file__).resolve().parent.parent
    for path in (folder, house, sys.prefix, sys.base_prefix, *_SYSTEM):
        yield Path(path), _READ
    yield Path(os.devnull), 0b110
    yield scratch, every


def _allow(system: ctypes.CDLL, rules: int, path: Path, rights: int) -> None:
    """Add one path; one that is not there needs no rule."""
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except FileNotFoundError:
        return
    try:
        if not path.is_dir():
            rights &= 0b111  # a file is not listed, and nothing is made in it
        rule = struct.pack("=Qi", rights, handle)
        _done(system.syscall(_ADD, rules, _BENEATH, rule, 0))
    finally:
        os.close(handle)


def _done(result: int) -> int:
    """The result of a system call; OSError when it failed."""
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
