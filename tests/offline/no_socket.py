"""Runs a command under a kernel filter that kills whoever asks for a network socket.

The audit hooks see what Python opens; this sees what libraries open in C. The
filter (seccomp, mode 2) is inherited by every child and cannot be taken off.
Used as a program: ``python no_socket.py COMMAND...``.
"""

import ctypes
import os
import platform
import sys

SOCKET = {"x86_64": 41, "aarch64": 198}
"""The number of the system call `socket`, by machine (asm/unistd.h)."""

LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOW, KILL = 0x7FFF0000, 0x80000000
NUMBER, FIRST_ARGUMENT = 0, 16  # offsets in struct seccomp_data
SET_NO_NEW_PRIVS, SET_SECCOMP, MODE_FILTER = 38, 22, 2
AF_INET, AF_INET6, AF_PACKET = 2, 10, 17


class Step(ctypes.Structure):
    """One instruction of the filter (struct sock_filter)."""

    _fields_ = (
        ("code", ctypes.c_uint16),
        ("yes", ctypes.c_uint8),
        ("no", ctypes.c_uint8),
        ("value", ctypes.c_uint32),
    )


class Program(ctypes.Structure):
    """The whole filter (struct sock_fprog)."""

    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.POINTER(Step)))


def steps(number: int) -> list[Step]:
    """Kill on socket(AF_INET | AF_INET6 | AF_PACKET, …); allow all else."""
    return [
        Step(LOAD, 0, 0, NUMBER),
        Step(EQUAL, 0, 4, number),
        Step(LOAD, 0, 0, FIRST_ARGUMENT),
        Step(EQUAL, 3, 0, AF_INET),
        Step(EQUAL, 2, 0, AF_INET6),
        Step(EQUAL, 1, 0, AF_PACKET),
        Step(RETURN, 0, 0, ALLOW),
        Step(RETURN, 0, 0, KILL),
    ]


def close() -> None:
    """Put the filter on this process, for good. Raises OSError where the kernel refuses."""
    wanted = steps(SOCKET[platform.machine()])
    array = (Step * len(wanted))(*wanted)
    program = Program(len(wanted), array)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "no_new_privs")
    if libc.prctl(SET_SECCOMP, MODE_FILTER, ctypes.byref(program), 0, 0):
        raise OSError(ctypes.get_errno(), "seccomp")


if __name__ == "__main__":
    close()
    os.execv(sys.argv[1], sys.argv[1:])
