"""A cosignature holds for one key, one name, one head and one log, byte for byte."""

import base64
import hashlib
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.audit.world import ORIGIN, cosign, private, public, verify
from vsa_core.audit.cosignature import Cosigned, Witness, own_part, read_cosigned, read_witness
from vsa_core.audit.head import Checker, Head, note
from vsa_core.audit.tree import Range, leaf
from vsa_core.errors import Tampered, WrongUsage

NAME = "dpo.example/ledoux"
WITNESS = Witness(NAME, public(9))
CHECKER = Checker(ORIGIN, public(), verify)
HEAD = CHECKER.head(Range().added(leaf(b"one")))
NOTE = note(HEAD, public(), private().sign(HEAD.body))
SIGNED = cosign(NOTE)


def test_the_verifier_key_is_that_of_c2sp() -> None:
    name, key_id, key = WITNESS.written.split("+", 2)
    raw = base64.b64decode(key)
    assert (name, raw[0], raw[1:].hex()) == (NAME, 4, public(9))
    assert key_id == hashlib.sha256(NAME.encode() + b"\n" + raw).hexdigest()[:8]
    assert read_witness(f" {WITNESS.written}\n") == WITNESS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name",
        WITNESS.written[:-1],
        WITNESS.written + "A",
        WITNESS.written.replace("dpo", "dpp"),
        WITNESS.written.replace("BA", "AQ", 1) if "+BA" in WITNESS.written else "+",
        "two words" + WITNESS.written,
        "\u202e" + WITNESS.written,
        f"+{WITNESS.key_id.hex()}+" + WITNESS.written.rpartition("+")[2],
        Witness(NAME, "00" * 31).written,
        Witness("x" * 129, public(9)).written,
    ],
)
def test_what_is_no_verifier_key_is_refused(text: str) -> None:
    with pytest.raises(WrongUsage, match="AUD-023"):
        read_witness(text)


def test_a_cosigned_note_is_read() -> None:
    assert read_cosigned(SIGNED, CHECKER, WITNESS) == Cosigned(HEAD, 5, NAME)
    assert own_part(SIGNED) == NOTE


def test_the_message_is_that_of_cosignature_v1() -> None:
    mark = base64.b64decode(SIGNED.split(b"\n")[-2].rpartition(b" ")[2])
    (time,) = struct.unpack(">Q", mark[4:12])
    message = b"cosignature/v1\ntime 5\n" + HEAD.body
    private(9).public_key().verify(mark[12:], message)
    assert time == 5


@given(st.integers(0, len(SIGNED) - 1), st.integers(1, 255))
def test_no_byte_may_change(at: int, change: int) -> None:
    broken = SIGNED[:at] + bytes([SIGNED[at] ^ change]) + SIGNED[at + 1 :]
    with pytest.raises(Tampered, match=r"AUD-111|AUD-124"):
        read_cosigned(broken, CHECKER, WITNESS)


OTHER = Head(ORIGIN, 2, HEAD.root)
STRANGE = [
    b"",
    b"\n",
    NOTE,
    SIGNED[:-1],
    SIGNED + b"\n",
    SIGNED + SIGNED.split(b"\n")[-2] + b"\n",
    cosign(NOTE, seed=10),
    cosign(NOTE, name="dpo.example/other"),
    cosign(note(HEAD, public(8), private(8).sign(HEAD.body))),
    cosign(note(Head("other/1", 1, HEAD.root), public(), private().sign(HEAD.body))),
    note(OTHER, public(), private().sign(OTHER.body)) + SIGNED.split(b"\n")[-2] + b"\n",
    b"\xff" * 200,
]


@pytest.mark.parametrize("data", STRANGE)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(Tampered, match=r"AUD-111|AUD-124"):
        read_cosigned(data, CHECKER, WITNESS)
