import asyncio

import pytest

from cluster.census import Census
from cluster.line import There
from tests.cluster.world import SIGHT, Wire

RUE, GARE = There("tls://1", "rue", 4), There("tls://2", "gare", 2)
SAYS = "relecture_sight"


def test_machines_that_look_with_what_is_asked_for_are_counted() -> None:
    line = Wire([RUE, GARE], {("tls://1", SAYS): SIGHT, ("tls://2", SAYS): dict(SIGHT)})
    census = Census(line, SIGHT)
    assert asyncio.run(census.taken()) == (6, ())
    assert census.fit == ("tls://1", "tls://2")
    assert census.addresses == {"rue": "tls://1", "gare": "tls://2"}


@pytest.mark.parametrize("other", [{**SIGHT, "detector": "motion:2"}, {}, "motion", None])
def test_a_machine_that_looks_with_something_else_is_named_and_left_out(other: object) -> None:
    line = Wire([RUE, GARE], {("tls://1", SAYS): SIGHT, ("tls://2", SAYS): other})
    census = Census(line, SIGHT)
    assert asyncio.run(census.taken()) == (4, ("gare",))
    assert census.fit == ("tls://1",)


def test_a_machine_is_asked_once_until_it_comes_back() -> None:
    line = Wire([RUE], {("tls://1", SAYS): SIGHT})
    census = Census(line, SIGHT)

    async def several() -> list[int]:
        counted = [(await census.taken())[0] for _ in range(3)]
        line.there = []
        counted.append((await census.taken())[0])
        line.there = [RUE]
        return [*counted, (await census.taken())[0]]

    assert asyncio.run(several()) == [4, 4, 4, 0, 4]
    assert len(line.asked) == 2


def test_a_machine_that_could_not_answer_is_asked_again() -> None:
    line = Wire([RUE])
    census = Census(line, SIGHT)

    async def twice() -> tuple[int, int]:
        first, _ = await census.taken()
        line.answers = {("tls://1", SAYS): SIGHT}
        return first, (await census.taken())[0]

    assert asyncio.run(twice()) == (0, 4)
