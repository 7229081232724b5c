"""A child process that dies, by a real kill, just before its n-th operation on a file."""

import os
import signal
from collections.abc import Callable, Iterator
from typing import Any

OPERATIONS = ("open", "write", "fsync", "rename", "unlink")


def deaths(errand: Callable[[], None]) -> Iterator[int]:
    """Run `errand` in a child again and again, killed one operation later each time.

    Yields the number of operations done after each death; ends when the
    errand lives to its end. The caller checks, and restores, the state between.
    """
    number = 0
    while _dies(errand, number):
        yield number
        number += 1


def _dies(errand: Callable[[], None], number: int) -> bool:
    child = os.fork()
    if child == 0:
        _die_at(number)
        try:
            errand()
            os._exit(0)
        finally:
            os._exit(2)
    _, status = os.waitpid(child, 0)
    assert not os.WIFEXITED(status) or os.WEXITSTATUS(status) == 0, "the errand failed by itself"
    return os.WIFSIGNALED(status)


def _die_at(number: int) -> None:
    left = iter(range(number))

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def operation(*args: Any, **named: Any) -> Any:
            if next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **named)

        return operation

    for name in OPERATIONS:
        setattr(os, name, counted(getattr(os, name)))
