"""The program's side of a rack: what a gateway says is checked, whatever it says."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cluster.world import ORDER, PRIVATE, SIGHT, observed
from tests.pipeline.gateways import gateway
from vsa_core.domain.footage import Footage
from vsa_core.errors import Fault
from vsa_core.pipeline.crew import Died, Done, Failed, Order, Outcome, Reached
from vsa_core.pipeline.remote import Rack
from vsa_core.pipeline.surroundings import with_one_thread
from vsa_core.pipeline.wire import observed_bytes

LOOK = """
from vsa_core.pipeline.sealing import seal_observed
from vsa_core.pipeline.wire import outcome_bytes
from vsa_core.pipeline.crew import Died, Done, Failed, Reached
from vsa_core.errors import Unreadable
SEEN = open({seen!r}, "rb").read()
public = begun.header.text("public")
def sealed(message, data=SEEN, to=public):
    tell({{"what": "sealed", "number": message.header.whole("number")}},
         seal_observed(to, body(message), data))
def say(outcome):
    tell({{"what": "outcome", "number": outcome.number}}, outcome_bytes(outcome))
tell({{"what": "room", "count": 2, "others": []}})
for message in heard:
    if message.header.text("what") == "end":
        tell({{"what": "ended"}})
    else:
        {lines}
"""


def rack(folder: Path, lines: str, whole: bool = False, patience: float = 30) -> Rack:
    """A rack whose gateway does `lines` with each order; or `lines` alone."""
    seen = folder / "seen"
    seen.write_bytes(observed_bytes(observed()))
    code = lines if whole else LOOK.format(seen=str(seen), lines=lines)
    environment = with_one_thread({"PATH": os.defpath})
    return Rack(gateway(folder, code), environment, PRIVATE, SIGHT, patience)


def looked(at: Rack, *orders: Order) -> list[Outcome]:
    return list(at.look(orders or [ORDER], lambda: None))


def code(at: Rack, *orders: Order) -> str:
    with pytest.raises(Fault) as caught:
        looked(at, *orders)
    return caught.value.code


def test_what_a_machine_saw_is_what_one_of_ours_would_have_seen(tmp_path: Path) -> None:
    several = [replace(ORDER, number=number) for number in range(5)]
    told = looked(rack(tmp_path, "sealed(message)"), *several)
    assert [outcome.number for outcome in told] == [0, 1, 2, 3, 4]
    for outcome in told:
        assert isinstance(outcome, Done)
        assert observed_bytes(outcome.observed) == observed_bytes(observed())


def test_progress_faults_and_deaths_come_through(tmp_path: Path) -> None:
    lines = "say(Reached(7, 3600)); say(Died(7))"
    assert looked(rack(tmp_path, lines)) == [Reached(7, 3600), Died(7)]
    (told,) = looked(rack(tmp_path, "say(Failed(7, Unreadable('CLU-011', name='a')))"))
    assert isinstance(told, Failed)
    assert told.fault.code == "CLU-011"


def test_no_more_is_handed_out_than_the_machines_take(tmp_path: Path) -> None:
    asked = 0

    def orders() -> Iterator[Order]:
        nonlocal asked
        for number in range(4):
            asked += 1
            yield replace(ORDER, number=number)

    for count, _ in enumerate(rack(tmp_path, "sealed(message)").look(orders(), lambda: None)):
        assert asked <= count + 2
    assert asked == 4


def test_no_machine_hears_of_camera_exhibit_clock_or_path(tmp_path: Path) -> None:
    kept = tmp_path / "order"
    looked(rack(tmp_path, f"open({str(kept)!r}, 'wb').write(body(message)); say(Died(7))"))
    heard = kept.read_bytes()
    footage: Footage = ORDER.footage
    assert footage.clock is not None
    for secret in (footage.camera, "Scell", "scelle 4", str(footage.clock.shown)):
        assert secret.encode() not in heard
    assert footage.digest.encode() in heard


OTHER = "ab" * 31 + "01"
HOSTILE = {
    "sealed to another": f"sealed(message, to={OTHER!r})",
    "sealed, and no observation": "sealed(message, b'junk')",
    "an answer to no order": "tell({'what': 'sealed', 'number': 8}, b'x')",
    "an altered box": "tell({'what': 'sealed', 'number': 7}, b'x' * 100)",
    "observations that are not sealed": (
        "tell({'what': 'outcome', 'number': 7},"
        ' SEEN.replace(b\'{\', b\'{"kind":"Done","number":7,\', 1))'
    ),
    "an end before the end": "tell({'what': 'ended'})",
    "a word that is none": "tell({'what': 'run'})",
    "a death of another": "say(Died(8))",
}


@pytest.mark.parametrize("lie", HOSTILE)
def test_a_gateway_that_lies_is_not_believed(lie: str, tmp_path: Path) -> None:
    assert code(rack(tmp_path, HOSTILE[lie])) in {"KEY-009", "SYS-014"}


def test_an_answer_to_one_order_is_none_to_another(tmp_path: Path) -> None:
    lines = (
        "first = body(message); second = next(heard);"
        " tell({'what': 'sealed', 'number': second.header.whole('number')},"
        " seal_observed(public, first, SEEN))"
    )
    orders = [ORDER, replace(ORDER, number=8)]
    assert code(rack(tmp_path, lines), *orders) == "KEY-009"


def test_a_fault_of_the_rack_is_raised(tmp_path: Path) -> None:
    lines = """
from vsa_core.errors import Tampered
from vsa_core.pipeline.wire import fault_bytes
os.write(1, framed(fault_bytes(Tampered("SRC-009", name="a"))))
next(heard)
"""
    assert code(rack(tmp_path, lines, whole=True)) == "SRC-009"


def test_a_gateway_that_dies_midway_is_said_so(tmp_path: Path) -> None:
    assert code(rack(tmp_path, "os.kill(os.getpid(), 9)")) == "CLU-008"


@pytest.mark.parametrize(("others", "expected"), [("[]", "CLU-009"), ("['rue']", "CLU-007")])
def test_without_a_fit_machine_it_is_given_up_after_a_while(
    others: str, expected: str, tmp_path: Path
) -> None:
    lines = f"tell({{'what': 'room', 'count': 0, 'others': {others}}})\nnext(heard)"
    assert code(rack(tmp_path, lines, whole=True, patience=0.1)) == expected


def test_what_is_raised_by_the_asker_ends_it_at_once(tmp_path: Path) -> None:
    def refuse() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        list(rack(tmp_path, "time.sleep(60)").look([ORDER], refuse))


def test_the_private_key_is_not_in_what_a_rack_says_of_itself(tmp_path: Path) -> None:
    told = repr(rack(tmp_path, ""))
    assert PRIVATE.hex() not in told
    assert repr(PRIVATE) not in told
