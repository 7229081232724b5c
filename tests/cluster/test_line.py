"""A line over a client made up; the real one is met in tests/roads/test_rack.py."""

import asyncio
from typing import Any

import pytest
from distributed.scheduler import KilledWorker

from cluster.line import DaskLine, Killed, There


class Client:
    """What of Dask's client a line uses."""

    def __init__(self, result: object = b"told") -> None:
        self.result = result
        self.submitted: list[dict[str, Any]] = []
        self.topics: dict[str, Any] = {}
        self.scheduler = self

    async def identity(self) -> dict[str, Any]:
        return {
            "workers": {
                "tls://2": {"name": "gare", "nthreads": 2},
                "tls://1": {"name": "rue", "nthreads": 4},
            }
        }

    async def broadcast(self, msg: object, workers: list[str], on_error: str) -> dict[str, object]:
        return {"tls://1": msg} if workers == ["tls://1"] else {}

    async def submit(self, errand: object, *told: object, **named: object) -> object:
        self.submitted.append({"errand": errand, "told": told, **named})
        if isinstance(self.result, BaseException):
            raise self.result
        return self.result

    def subscribe_topic(self, topic: str, heard: object) -> None:
        self.topics[topic] = heard


def errand() -> bytes:
    return b""


def test_machines_are_told_in_order() -> None:
    told = asyncio.run(DaskLine(Client()).machines())
    assert told == [There("tls://1", "rue", 4), There("tls://2", "gare", 2)]


def test_a_machine_answers_and_one_that_is_gone_does_not() -> None:
    line = DaskLine(Client())
    assert asyncio.run(line.ask("tls://1", {"op": "x"})) == {"op": "x"}
    assert asyncio.run(line.ask("tls://3", {"op": "x"})) is None


def test_an_errand_goes_to_these_machines_and_no_other_and_each_has_a_name_of_its_own() -> None:
    client = Client()
    line = DaskLine(client)
    for _ in range(2):
        assert asyncio.run(line.send(("tls://1",), errand, b"order")) == b"told"
    first, second = client.submitted
    assert (first["workers"], first["allow_other_workers"]) == (["tls://1"], False)
    assert (first["told"], first["retries"]) == ((b"order",), 0)
    assert first["key"] != second["key"]


def test_a_machine_that_died_with_it_is_said_so() -> None:
    died = KilledWorker.__new__(KilledWorker)  # made by a scheduler alone
    with pytest.raises(Killed):
        asyncio.run(DaskLine(Client(died)).send(("tls://1",), errand))


@pytest.mark.parametrize("result", [ValueError("x"), OSError("x"), "text", None, ["list"]])
def test_whatever_else_comes_is_an_error_of_the_line(result: object) -> None:
    with pytest.raises(OSError, match=r"ValueError|OSError|no bytes"):
        asyncio.run(DaskLine(Client(result)).send(("tls://1",), errand))


def test_a_word_on_a_topic_is_heard_without_its_time() -> None:
    client, words = Client(), []
    DaskLine(client).listen("topic", words.append)
    client.topics["topic"]((1.5, b"word"))
    assert words == [b"word"]
