"""The audit hook that forbids network sockets and name look-ups for the whole test run."""

import socket

REFUSED = frozenset(
    int(getattr(socket, name))
    for name in ("AF_INET", "AF_INET6", "AF_PACKET")
    if hasattr(socket, name)
)
LOOKUPS = frozenset(
    {
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
        "socket.getnameinfo",
    }
)


class NetworkTouched(BaseException):
    """A test reached for the network; not an Exception, so that no library can swallow it."""


def refuse_network(event: str, args: tuple[object, ...]) -> None:
    """Audit hook: raise NetworkTouched on a network socket or a name look-up."""
    if event == "socket.__new__":
        family = args[1]
        if isinstance(family, int) and int(family) in REFUSED:
            raise NetworkTouched(f"a socket of family {int(family)} was asked for")
    elif event in LOOKUPS:
        raise NetworkTouched(f"{event} was called with {args!r}")
