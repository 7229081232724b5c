"""What a process that looks at footage gives up before it opens any: Linux only, elsewhere less."""

import ctypes
import os
import resource
import signal
import sys

MEMORY = 3 * 2**30
"""Bytes of private memory that may be written to; beyond, the process gets no more."""

FILES = 256
"""Files that may be open at once."""

GENTLE = 5
"""Steps by which the window comes before us (nice, POSIX)."""

_PDEATHSIG = 1
_NO_NEW_PRIVS = 38
"""Names of prctl(2): the signal sent when the parent ends; no rights by way of another program."""


def confine(parent: int, memory: int | None = MEMORY) -> bool:
    """Give up what looking never needs; False when `parent`, a process number, is gone already.

    No new rights, no dump of memory, bounded memory and open files, nothing
    that grows on disk beyond a converted network, the window first. When the
    parent ends, however it ends, this process is killed (prctl(2)). `memory`:
    bytes that may be written to; None for what runs a network on a GPU, whose
    driver maps and opens as much as it likes.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the program's to answer
    os.nice(GENTLE)
    _at_most(resource.RLIMIT_CORE, 0)
    if memory is not None:
        _at_most(resource.RLIMIT_DATA, memory)
        _at_most(resource.RLIMIT_NOFILE, FILES)
    if sys.platform == "linux":
        library = ctypes.CDLL(None, use_errno=True)
        library.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0)
        library.prctl(_PDEATHSIG, int(signal.SIGKILL), 0, 0, 0)
    return os.getppid() == parent


def _at_most(kind: int, value: int) -> None:
    _, most = resource.getrlimit(kind)
    bound = value if most == resource.RLIM_INFINITY else min(value, most)
    resource.setrlimit(kind, (bound, bound))
