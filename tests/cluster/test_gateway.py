import asyncio
import hashlib
from collections.abc import Callable, Collection

import numpy as np
import pytest

from cluster.gateway import Gateway
from cluster.line import Killed, There
from tests.cluster.world import ORDER, PUBLIC, SIGHT, Wire
from vsa_core.errors import Tampered, Unreadable
from vsa_core.pipeline.crew import Died, Failed, Outcome, Reached
from vsa_core.pipeline.envelope import Malformed, Message, written
from vsa_core.pipeline.wire import (
    fault_bytes,
    fault_from,
    order_bytes,
    outcome_bytes,
    outcome_from,
)

SEALED = b"sealed"
DIGEST = hashlib.sha256(SEALED).hexdigest()
BEGIN = written({"what": "begin", "public": PUBLIC, "sight": SIGHT})
END = written({"what": "end"})
RUE = There("tls://1", "rue", 4)


def line(result: bytes | BaseException = b"") -> Wire:
    answers: dict[tuple[str, str], object] = {
        ("tls://1", "relecture_sight"): SIGHT,
        ("tls://1", "relecture_collect"): SEALED,
        ("tls://1", "relecture_check"): b"",
    }
    return Wire([RUE], answers, result)


def given(number: int = 7) -> bytes:
    body = np.frombuffer(order_bytes(ORDER), np.uint8)
    return written({"what": "order", "number": number, "rows": [len(body)]}, (body,))


def spoken(wire: Wire, *messages: bytes, then: Callable[[], None] = lambda: None) -> list[Message]:
    """What a gateway tells of these messages; `then` is called before the last of them."""

    async def serve() -> list[bytes]:
        told: list[bytes] = []
        gateway = Gateway(wire, told.append)
        for message in messages:
            if message is messages[-1]:
                then()
            gateway.heard(message)
            await asyncio.sleep(0.02)
        return told

    return [Message(data) for data in asyncio.run(serve())]


def body(message: Message) -> bytes:
    return message.column(np.dtype(np.uint8)).tobytes()


def outcomes(told: list[Message]) -> list[Outcome]:
    found = [one for one in told if one.header.text("what") == "outcome"]
    return [outcome_from(body(one), ORDER) for one in found]


def test_the_program_is_told_how_much_the_machines_take() -> None:
    (room,) = spoken(line(), BEGIN)
    assert room.header.whole("count") == 4
    assert room.header.list("others", 9) == []


def test_machines_that_look_with_something_else_are_named() -> None:
    wire = line()
    wire.answers[("tls://1", "relecture_sight")] = {}
    (room,) = spoken(wire, BEGIN)
    assert (room.header.whole("count"), room.header.list("others", 9)) == (0, ["rue"])


def test_a_scheduler_that_is_gone_is_told() -> None:
    wire = line()
    wire.gone = True
    (told,) = spoken(wire, BEGIN)
    assert fault_from(told).code == "CLU-012"


def test_what_was_sealed_is_collected_by_its_digest_and_handed_on_as_it_is() -> None:
    wire = line(written({"kind": "Sealed", "machine": "rue", "digest": DIGEST}))
    _, sealed = spoken(wire, BEGIN, given())
    assert (sealed.header.text("what"), sealed.header.whole("number")) == ("sealed", 7)
    assert body(sealed) == SEALED


def test_a_machine_hears_the_public_key_and_the_order_and_nothing_else() -> None:
    wire = line(outcome_bytes(Died(7)))
    spoken(wire, BEGIN, given())
    ((at, (order, public, topic)),) = wire.sent
    assert (at, public) == (("tls://1",), PUBLIC)
    assert isinstance(order, bytes)
    assert isinstance(topic, str)


@pytest.mark.parametrize(
    "result",
    [
        Killed(),
        outcome_bytes(Died(7)),
        written({"kind": "Withdrawn"}),
        written({"kind": "Sealed", "machine": "rue", "digest": "0" * 64}),
        written({"kind": "Sealed", "machine": "gone", "digest": DIGEST}),
    ],
)
def test_what_is_lost_on_the_way_is_a_death(result: bytes | BaseException) -> None:
    assert outcomes(spoken(line(result), BEGIN, given())) == [Died(7)]


def test_a_fault_of_a_slice_is_told_as_it_was() -> None:
    wire = line(outcome_bytes(Failed(7, Unreadable("SRC-022", name="film.mp4"))))
    (told,) = outcomes(spoken(wire, BEGIN, given()))
    assert isinstance(told, Failed)
    assert (told.fault.code, told.fault.values) == ("SRC-022", {"name": "film.mp4"})


@pytest.mark.parametrize("result", [OSError("ValueError"), b"", b"junk", written({"kind": 7})])
def test_whatever_else_a_machine_gives_is_a_slice_that_failed(
    result: bytes | BaseException,
) -> None:
    (told,) = outcomes(spoken(line(result), BEGIN, given()))
    assert isinstance(told, Failed)
    assert told.fault.code == "CLU-013"


class Sparse(Wire):
    """Machines of which only some have a copy."""

    having: frozenset[str] = frozenset()

    async def send(self, at: Collection[str], *told: object) -> bytes:  # type: ignore[override]
        self.sent.append((tuple(at), told))
        chosen = min(at)
        if chosen in self.having:
            return outcome_bytes(Died(7))
        name = next(one.name for one in self.there if one.address == chosen)
        return written({"kind": "Lacking", "machine": name})


@pytest.mark.parametrize("having", [{"tls://2"}, set()])
def test_a_machine_without_a_copy_leaves_the_slice_to_the_others(having: set[str]) -> None:
    there = [RUE, There("tls://2", "gare", 2)]
    wire = Sparse(there, {(one.address, "relecture_sight"): SIGHT for one in there})
    wire.having = frozenset(having)
    (told,) = outcomes(spoken(wire, BEGIN, given()))
    assert [at for at, _ in wire.sent] == [("tls://1", "tls://2"), ("tls://2",)]
    if having:
        assert told == Died(7)
    else:
        assert isinstance(told, Failed)
        assert (told.fault.code, told.fault.values) == ("CLU-011", {"name": ORDER.footage.name})


def test_a_machine_that_says_so_for_another_is_not_believed() -> None:
    (told,) = outcomes(spoken(line(written({"kind": "Lacking", "machine": "x"})), BEGIN, given()))
    assert isinstance(told, Failed)
    assert told.fault.code == "CLU-013"


def test_without_a_fit_machine_nothing_is_sent_to_any_other() -> None:
    wire = line()
    wire.answers[("tls://1", "relecture_sight")] = {}
    assert outcomes(spoken(wire, BEGIN, given())) == [Died(7)]
    assert wire.sent == []


class Slow(Wire):
    """A line on which an errand takes its time."""

    async def send(self, *told: object) -> bytes:  # type: ignore[override]  # as it comes
        await asyncio.sleep(3600)
        return b""


@pytest.mark.parametrize("number", [7, 8])
def test_how_far_a_slice_is_is_passed_on_while_it_is_looked_at(number: int) -> None:
    wire = Slow([RUE], {("tls://1", "relecture_sight"): SIGHT})

    def word() -> None:
        assert wire.heard is not None
        wire.heard(outcome_bytes(Reached(number, 3600)))
        wire.heard(b"junk")
        wire.heard({"kind": "Reached"})

    told = outcomes(spoken(wire, BEGIN, given(), END, then=word))
    assert told == ([Reached(7, 3600)] if number == 7 else [])


def test_at_the_end_the_copies_are_read_once_more() -> None:
    wire = line(written({"kind": "Sealed", "machine": "rue", "digest": DIGEST}))
    assert spoken(wire, BEGIN, given(), END)[-1].header.text("what") == "ended"
    wire.answers[("tls://1", "relecture_check")] = fault_bytes(Tampered("SRC-009", name="a"))
    assert fault_from(spoken(wire, BEGIN, given(), END)[-1]).code == "SRC-009"


@pytest.mark.parametrize("message", [b"", b"junk", written({}), written({"what": "run"})])
def test_what_is_no_message_is_not_believed(message: bytes) -> None:
    with pytest.raises(Malformed):
        spoken(line(), message)
