import asyncio
import hashlib

import pytest

from cluster.census import Census
from cluster.collecting import Collecting
from tests.cluster.world import Wire
from vsa_core.errors import Tampered
from vsa_core.pipeline.wire import fault_bytes

SEALED = b"sealed"
DIGEST = hashlib.sha256(SEALED).hexdigest()
COLLECT, FORGET, CHECK = "relecture_collect", "relecture_forget", "relecture_check"


def collecting(line: Wire) -> Collecting:
    return Collecting(Census(line, addresses={"rue": "tls://1"}))


def test_sealed_bytes_are_fetched_from_who_made_them_and_forgotten_there() -> None:
    line = Wire(answers={("tls://1", COLLECT): SEALED})
    found = asyncio.run(collecting(line).collected("rue", DIGEST, "f" * 64))
    assert found == SEALED
    assert [question["op"] for _, question in line.asked] == [COLLECT, FORGET]


@pytest.mark.parametrize("given", [b"", b"other", None, 7])
def test_other_bytes_than_those_of_the_digest_are_none(given: object) -> None:
    line = Wire(answers={("tls://1", COLLECT): given})
    assert asyncio.run(collecting(line).collected("rue", DIGEST, "f" * 64)) == b""
    assert len(line.asked) == 1


def test_a_machine_that_is_gone_gives_none() -> None:
    assert asyncio.run(collecting(Wire()).collected("gare", DIGEST, "f" * 64)) == b""


def test_at_the_end_each_machine_reads_once_more_what_it_looked_at() -> None:
    line = Wire(answers={("tls://1", COLLECT): SEALED, ("tls://1", CHECK): b""})
    at = collecting(line)

    async def road() -> object:
        for footage in ("a" * 64, "b" * 64, "a" * 64):
            await at.collected("rue", DIGEST, footage)
        line.asked.clear()
        return await at.unchanged()

    assert asyncio.run(road()) is None
    assert [question["footage"] for _, question in line.asked] == ["a" * 64, "b" * 64]


def test_a_copy_that_is_another_now_is_told() -> None:
    fault = fault_bytes(Tampered("SRC-009", name="film.mp4"))
    line = Wire(answers={("tls://1", COLLECT): SEALED, ("tls://1", CHECK): fault})
    at = collecting(line)

    async def road() -> object:
        await at.collected("rue", DIGEST, "a" * 64)
        return await at.unchanged()

    told = asyncio.run(road())
    assert isinstance(told, Tampered)
    assert told.code == "SRC-009"
