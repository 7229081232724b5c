"""What a machine makes of an order; and that with all that is on its disk it reads nothing back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from hypothesis import given
from hypothesis import strategies as st

from cluster.copies import Copies
from cluster.outbox import Outbox
from cluster.papers import found
from cluster.station import Errand, Station, packed, unpacked
from tests.cluster.world import ORDER, PRIVATE, PUBLIC, SIGHT, Scripted, observed
from vsa_core.domain.footage import Footage
from vsa_core.errors import Fault, Tampered, Unreadable
from vsa_core.pipeline.crew import Crew, Died, Done, Failed, Reached
from vsa_core.pipeline.envelope import Malformed, Message
from vsa_core.pipeline.sealing import open_observed
from vsa_core.pipeline.wire import observed_bytes, order_bytes, outcome_bytes, outcome_from

ORDERED = order_bytes(ORDER)
ERRAND = Errand(packed(ORDERED), PUBLIC)


class Kept(Copies):
    """Copies of everything; `touched`: the fault when one was touched since."""

    def __init__(self, touched: Fault | None = None) -> None:
        self.touched = touched

    def of(self, footage: Footage) -> Footage:
        return replace(footage, path="/here")

    def same(self, footage: Footage) -> None:
        if self.touched:
            raise self.touched


def station(folder: Path, crew: Crew, copies: Copies | None = None) -> Station:
    return Station("rue", SIGHT, lambda: crew, copies or Kept(), Outbox(folder / "outbox"))


def silent() -> None:
    """Nobody asks."""


def test_what_was_seen_is_in_the_outbox_sealed_and_told_by_digest_alone(tmp_path: Path) -> None:
    crew = Scripted([Done(7, observed())])
    at = station(tmp_path, crew)
    told = Message(at.look(ERRAND, silent, lambda word: None))
    assert told.header.text("machine") == "rue"
    sealed = at.outbox.read(told.header.text("digest"))
    assert open_observed(PRIVATE, ORDERED, sealed) == observed_bytes(observed())
    assert crew.orders[0].footage.path == "/here"


@pytest.mark.parametrize(
    "outcome",
    [Died(7), Failed(7, Unreadable("SRC-022", name="a")), Unreadable("SRC-005", name="a")],
)
def test_what_came_of_a_slice_that_was_not_seen_is_told_plainly(
    outcome: Died | Failed | Unreadable, tmp_path: Path
) -> None:
    at = station(tmp_path, Scripted([outcome]))
    told = outcome_from(at.look(ERRAND, silent, lambda word: None), ORDER)
    if isinstance(outcome, Died):
        assert told == outcome
    else:
        assert isinstance(told, Failed)
        assert told.fault.code.startswith("SRC-")
    assert list((tmp_path / "outbox").iterdir()) == []


def test_a_machine_that_has_no_copy_says_so_by_its_name(tmp_path: Path) -> None:
    at = station(tmp_path, Scripted([]), Copies([tmp_path / "none"], lambda *told: None, int))
    told = Message(at.look(ERRAND, silent, lambda word: None)).header
    assert (told.text("kind"), told.text("machine")) == ("Lacking", "rue")


def test_a_copy_that_was_touched_meanwhile_gives_nothing(tmp_path: Path) -> None:
    crew = Scripted([Done(7, observed())])
    at = station(tmp_path, crew, Kept(Tampered("SRC-009", name="a")))
    told = outcome_from(at.look(ERRAND, silent, lambda word: None), ORDER)
    assert isinstance(told, Failed)
    assert told.fault.code == "SRC-009"
    assert list((tmp_path / "outbox").iterdir()) == []


def test_how_far_a_slice_is_looked_at_is_passed_on(tmp_path: Path) -> None:
    words: list[bytes] = []
    at = station(tmp_path, Scripted([Reached(7, 3600), Died(7)]))
    at.look(ERRAND, silent, words.append)
    assert words == [outcome_bytes(Reached(7, 3600))]


def test_with_everything_on_its_disk_a_machine_opens_nothing(tmp_path: Path) -> None:
    found(tmp_path / "papers", "10.0.0.1", ["rue"], 1_800_000_000_000_000, 30)
    at = station(tmp_path, Scripted([Done(7, observed())]))
    at.look(ERRAND, silent, lambda word: None)
    (tmp_path / "heard").write_bytes(ORDERED + bytes.fromhex(PUBLIC))  # all that it ever heard
    (box,) = (tmp_path / "outbox").iterdir()
    sealed = box.read_bytes()
    assert observed_bytes(observed())[:40] not in sealed
    tried = 0
    for key in _keys(tmp_path):
        tried += 1
        with pytest.raises(Tampered):
            open_observed(key, ORDERED, sealed)
    assert tried > 1000
    assert open_observed(PRIVATE, ORDERED, sealed)


def _keys(folder: Path) -> Iterator[bytes]:
    """Whatever on a disk could be a private key: each 32 bytes in a row, and the named ones."""
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            step = 1 if len(data) < 1500 else 7
            yield from (data[k : k + 32] for k in range(0, len(data) - 31, step))
            if path.suffix == ".key":
                own = load_pem_private_key(data, None)
                assert isinstance(own, EllipticCurvePrivateKey)
                yield own.private_numbers().private_value.to_bytes(32, "big")


@given(st.binary(max_size=512))
def test_an_order_that_was_packed_is_unpacked(data: bytes) -> None:
    assert unpacked(packed(data)) == data


@pytest.mark.parametrize("data", [b"", b"no", packed(b"whole")[:-1]])
def test_what_was_not_packed_is_no_order(data: bytes) -> None:
    with pytest.raises(Malformed):
        unpacked(data)


def test_a_message_that_is_no_order_is_no_errand(tmp_path: Path) -> None:
    at = station(tmp_path, Scripted([]))
    with pytest.raises(Malformed):
        at.look(Errand(packed(b"nothing"), PUBLIC), silent, lambda word: None)
