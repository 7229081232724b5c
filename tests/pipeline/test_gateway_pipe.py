import os
import time
from pathlib import Path

import pytest

from tests.pipeline.gateways import gateway
from vsa_core.errors import Fault
from vsa_core.pipeline import gateway_pipe
from vsa_core.pipeline.envelope import Message, written
from vsa_core.pipeline.gateway_pipe import GatewayPipe
from vsa_core.pipeline.surroundings import with_one_thread

BEGIN = written({"what": "begin"})
ENVIRONMENT = with_one_thread({"PATH": os.defpath})


def nothing() -> None:
    """Nobody asks."""


def first(pipe: GatewayPipe) -> Message:
    while True:
        for data in pipe.messages(nothing):
            return Message(data)


def code(folder: Path, lines: str) -> str:
    with GatewayPipe(gateway(folder, lines), ENVIRONMENT) as pipe:
        pipe.send(BEGIN)
        with pytest.raises(Fault) as caught:
            first(pipe)
        return caught.value.code


def test_messages_of_any_size_go_both_ways(tmp_path: Path) -> None:
    echo = "for message in heard:\n    tell({'what': message.header.text('what', 2**23)})"
    with GatewayPipe(gateway(tmp_path, echo), ENVIRONMENT) as pipe:
        pipe.send(BEGIN)
        for size in (1, 2**18, 2**22):
            pipe.send(written({"what": "x" * size}))
            assert first(pipe).header.text("what", 2**23) == "x" * size


def test_nobody_waits_for_a_gateway_that_hears_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gateway_pipe, "FAREWELL", 0.1)
    asked = []
    with GatewayPipe(gateway(tmp_path, "time.sleep(60)"), ENVIRONMENT) as pipe:
        pipe.send(BEGIN)
        pipe.send(written({"what": "x" * 2**22}))
        for _ in range(5):
            assert pipe.messages(lambda: asked.append(1)) == []
    assert len(asked) == 5


def test_what_poll_raises_comes_through_and_the_gateway_is_ended(tmp_path: Path) -> None:
    def refuse() -> None:
        raise KeyError

    began = time.monotonic()
    with (
        pytest.raises(KeyError),
        GatewayPipe(gateway(tmp_path, "time.sleep(60)"), ENVIRONMENT) as pipe,
    ):
        pipe.messages(refuse)
    assert time.monotonic() - began < 30


def test_a_gateway_that_ends_is_said_so(tmp_path: Path) -> None:
    assert code(tmp_path, "sys.exit(3)") == "CLU-008"
    assert code(tmp_path, "os.kill(os.getpid(), 9)") == "CLU-008"


def test_what_is_no_message_is_not_believed(tmp_path: Path) -> None:
    assert code(tmp_path, "os.write(1, b'\\xff' * 8); next(heard)") == "SYS-014"


def test_a_gateway_is_told_what_it_is_told_and_no_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELECTURE_PASSPHRASE", "secret")
    lines = "tell({'names': sorted(os.environ)})\nnext(heard)"
    with GatewayPipe(gateway(tmp_path, lines), ENVIRONMENT) as pipe:
        pipe.send(BEGIN)
        names = first(pipe).header.list("names", 100)
    assert "PYTHONPATH" in names
    assert not any(str(name).startswith("RELECTURE") for name in names)


def test_a_gateway_ends_when_its_program_does(tmp_path: Path) -> None:
    lines = f"next(heard)\nopen({str(tmp_path / 'late')!r}, 'w')"
    with GatewayPipe(gateway(tmp_path, lines), ENVIRONMENT) as pipe:
        pipe.send(BEGIN)
    assert not (tmp_path / "late").exists()
