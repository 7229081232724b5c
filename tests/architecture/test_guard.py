"""The guards of the test run bite: no network socket, no name look-up, warnings are errors."""

import socket
import warnings

import pytest

from tests.network import NetworkTouched, refuse_network

FAMILIES = ["AF_INET", "AF_INET6", "AF_PACKET"]


@pytest.mark.parametrize("family", [name for name in FAMILIES if hasattr(socket, name)])
def test_a_network_socket_is_refused(family: str) -> None:
    with pytest.raises(NetworkTouched):
        socket.socket(getattr(socket, family), socket.SOCK_DGRAM)


@pytest.mark.parametrize(
    ("look_up", "arguments"),
    [
        (socket.getaddrinfo, ("example.invalid", 443)),
        (socket.gethostbyname, ("example.invalid",)),
        (socket.gethostbyaddr, ("127.0.0.1",)),
        (socket.getnameinfo, (("127.0.0.1", 443), 0)),
    ],
)
def test_a_name_look_up_is_refused(look_up, arguments) -> None:
    with pytest.raises(NetworkTouched):
        look_up(*arguments)


def test_local_sockets_stay() -> None:
    with socket.socket(socket.AF_UNIX) as local:
        assert local.family == socket.AF_UNIX


def test_other_events_pass() -> None:
    refuse_network("open", ("name", "r", 0))


def test_no_library_can_swallow_the_refusal() -> None:
    assert not issubclass(NetworkTouched, Exception)


def test_a_warning_of_ours_is_an_error() -> None:
    with pytest.raises(UserWarning, match="ours"):
        warnings.warn_explicit("ours", UserWarning, "search.py", 1, module="vsa_core.search.run")


def test_a_warning_of_others_is_not() -> None:
    with warnings.catch_warnings(record=True) as seen:
        warnings.warn_explicit("theirs", UserWarning, "x.py", 1, module="ultralytics.nn")
    assert [str(warning.message) for warning in seen] == ["theirs"]
