"""What a process that looks gives up, seen from inside."""

import os
import resource
from collections.abc import Callable
from pathlib import Path

from vsa_core.pipeline.confinement import FILES, GENTLE, MEMORY, confine


def inside(ask: Callable[[], bool]) -> bool:
    """What a child of ours answers."""
    child = os.fork()
    if child == 0:
        os.closerange(3, 2**16)  # the tests hold more files than it may open
        answer = 2
        try:
            answer = 0 if ask() else 1
        finally:
            os._exit(answer)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_child_of_its_parent_is_confined() -> None:
    parent = os.getpid()

    def ask() -> bool:
        before = os.nice(0)
        assert confine(parent)
        assert os.nice(0) == min(19, before + GENTLE)
        assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
        assert resource.getrlimit(resource.RLIMIT_DATA) == (MEMORY, MEMORY)
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[1] <= FILES
        assert "NoNewPrivs:\t1" in Path("/proc/self/status").read_text()
        return True

    assert inside(ask)


def test_one_whose_parent_is_another_is_told() -> None:
    assert inside(lambda: not confine(1 if os.getppid() != 1 else 2))


def test_more_memory_than_allowed_is_not_given() -> None:
    parent = os.getpid()

    def ask() -> bool:
        confine(parent)
        try:
            bytearray(MEMORY)
        except MemoryError:
            return True
        return False

    assert inside(ask)
