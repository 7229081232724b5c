from pathlib import Path

import pytest

from vsa_core.desk import health_network
from vsa_core.desk.health import Finding, State
from vsa_core.desk.health_network import interfaces, way_out

HEAD = "Inter-|   Receive\n face |bytes    packets\n"
HEAD4 = "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n"
ZERO, HOST = "0" * 32, "fe80" + "0" * 28


@pytest.fixture
def net(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine whose network files a test writes."""
    for name in ("DEVICES", "STATES", "ROUTES", "ROUTES6"):
        monkeypatch.setattr(health_network, name, tmp_path / name)
    return tmp_path


def devices(net: Path, **states: str | None) -> None:
    """Interfaces with what each says of itself; None: it says nothing."""
    (net / "DEVICES").write_text(HEAD + "".join(f"{name}: 0 0\n" for name in states))
    for name, state in states.items():
        (net / "STATES" / name).mkdir(parents=True)
        if state:
            (net / "STATES" / name / "operstate").write_text(state + "\n")


def test_interfaces_that_are_up_are_named(net: Path) -> None:
    devices(net, lo="unknown", eth0="up", wlan0="down", odd=None)
    up = (("names", "eth0, odd"),)
    assert interfaces() == Finding("network", State.WARNING, "up", up)


def test_a_tunnel_is_up_when_its_flag_says_so(net: Path) -> None:
    devices(net, tun0="unknown", tun1="unknown")
    (net / "STATES" / "tun0" / "flags").write_text("0x1090\n")
    (net / "STATES" / "tun1" / "flags").write_text("0x1091\n")
    assert interfaces().values == (("names", "tun1"),)


def test_an_interface_of_another_namespace_is_not_ours(net: Path) -> None:
    devices(net, lo="unknown")
    (net / "STATES" / "eth0").mkdir()
    (net / "STATES" / "eth0" / "operstate").write_text("up\n")
    assert interfaces() == Finding("network", State.GOOD, "apart")


def test_a_machine_that_lists_nothing_is_apart(net: Path) -> None:
    assert interfaces().told == "apart"
    assert way_out() == Finding("route", State.GOOD, "none")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("eth0\t00000000\t0100000A\t0003\t0\t0\t0\t00000000\t0\t0\t0\n", "out"),
        ("eth0\t00000000\t0100000A\t0002\t0\t0\t0\t00000000\t0\t0\t0\n", "none"),  # not up
        ("eth0\t0000000A\t00000000\t0001\t0\t0\t0\t000000FF\t0\t0\t0\n", "none"),  # own network
    ],
)
def test_a_default_route_is_a_way_out(line: str, told: str, net: Path) -> None:
    (net / "ROUTES").write_text(HEAD4 + line)
    assert way_out().told == told


@pytest.mark.parametrize(
    ("target", "length", "flags", "name", "told"),
    [
        (ZERO, "00", "00450003", "eth0", "out"),
        (ZERO, "00", "00200200", "lo", "none"),  # "unreachable", as every machine has
        (ZERO, "00", "00200200", "eth0", "none"),  # rejected
        (HOST, "40", "00000001", "eth0", "none"),  # own network
    ],
)
def test_a_default_route_of_the_other_protocol_is_one_too(
    target: str, length: str, flags: str, name: str, told: str, net: Path
) -> None:
    fields = (target, length, ZERO, "00", ZERO, "00000400", "00000000", "00000000", flags, name)
    (net / "ROUTES6").write_text(" ".join(fields) + "\n")
    assert way_out().told == told
    if told == "out":
        assert way_out().state is State.WARNING
