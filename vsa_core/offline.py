"""The program opens no network socket: an audit hook refuses it, whoever asks (PEP 578)."""

import sys
from collections.abc import Sequence

from vsa_core.errors import Bug

LOCAL_FAMILY = 1
"""AF_UNIX: the display and our own workers. Every other family leaves the process's machine or
listens to it: AF_INET, AF_INET6, AF_PACKET, and also netlink, Bluetooth and virtual machines."""

LOOKUPS = frozenset(
    {
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
        "socket.getnameinfo",
    }
)

ADDRESSED = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
"""What names whom it speaks to: a local socket by a path, all others by a tuple of numbers."""

QUESTION = "relecture.network"
"""What we ask ourselves, to see whether anybody refuses."""


def close_network() -> None:
    """Refuse every network socket and name look-up for the rest of this process.

    A hook cannot be taken away again. It sees what Python opens; libraries
    that open sockets in C are seen by the test that traces system calls.
    """
    sys.addaudithook(refuse)


def is_closed() -> bool:
    """Whether `close_network` was called in this process: asked of the hook itself."""
    try:
        sys.audit(QUESTION)
    except Bug:
        return True
    return False


def refuse(event: str, arguments: Sequence[object]) -> None:
    """Raise Bug (SYS-010) when `event` would reach out."""
    if event in LOOKUPS or event == QUESTION:
        raise Bug("SYS-010", event=event)
    if event == "socket.__new__" and arguments[1] != LOCAL_FAMILY:
        raise Bug("SYS-010", event=event)
    if event in ADDRESSED and isinstance(arguments[1], tuple):
        raise Bug("SYS-010", event=event)
