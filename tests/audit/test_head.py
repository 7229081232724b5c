"""Heads as C2SP checkpoints and signed notes; no byte of them may change."""

import base64
import hashlib

import pytest

from tests.audit.world import ORIGIN, private, public, verify
from vsa_core.audit.head import (
    Checker,
    Head,
    check_origin,
    note,
    read_note,
    read_stated,
    sealed_line,
    stated_size,
)
from vsa_core.audit.tree import Range, leaf
from vsa_core.errors import Tampered, WrongUsage

CHECKER = Checker(ORIGIN, public(), verify)
HEAD = CHECKER.head(Range().added(leaf(b"one")))
NOTE = note(HEAD, public(), private().sign(HEAD.body))


def test_the_body_is_a_c2sp_checkpoint() -> None:
    head = Head(
        "example.com/behind-the-sofa",
        20_852_163,
        base64.b64decode("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="),
    )
    # The example of the specification (c2sp.org/tlog-checkpoint).
    assert head.body == (
        b"example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    )


def test_the_note_names_its_key_the_c2sp_way() -> None:
    text, _, mark = NOTE.decode().partition("\n\n— " + ORIGIN + " ")
    assert text.encode() + b"\n" == HEAD.body
    raw = base64.b64decode(mark)
    key = bytes.fromhex(public())
    assert raw[:4] == hashlib.sha256(ORIGIN.encode() + b"\n\x01" + key).digest()[:4]
    private().public_key().verify(raw[4:], HEAD.body)


def test_paper_carries_size_and_root() -> None:
    assert HEAD.printed == f"1 : {leaf(b'one').hex()}"


def test_a_line_is_record_tab_seal() -> None:
    assert sealed_line(b"{}", b"\x00\x01") == b"{}\tAAE=\n"


def test_a_note_is_read_back() -> None:
    assert read_note(NOTE, CHECKER) == HEAD
    assert stated_size(NOTE) == 1


@pytest.mark.parametrize("at", range(len(NOTE)))
def test_no_byte_of_a_note_may_change(at: int) -> None:
    broken = NOTE[:at] + bytes([NOTE[at] ^ 1]) + NOTE[at + 1 :]
    with pytest.raises(Tampered, match="AUD-111"):
        read_note(broken, CHECKER)


@pytest.mark.parametrize("data", [b"", b"\n" * 6, NOTE[:-1], NOTE + b"\n", b"\xff" * 90])
def test_what_is_no_note_states_nothing(data: bytes) -> None:
    assert stated_size(data) == 0
    with pytest.raises(Tampered, match="AUD-111"):
        read_note(data, CHECKER)


def test_a_note_of_another_key_or_log_is_refused() -> None:
    foreign = note(HEAD, public(), private(8).sign(HEAD.body))
    other = Head("relecture/other", 1, HEAD.root)
    moved = note(other, public(), private().sign(other.body))
    for data in (foreign, moved):
        with pytest.raises(Tampered, match="AUD-111"):
            read_note(data, CHECKER)


@pytest.mark.parametrize("origin", ["", " ", "a b", "a+b", "a\nb", "é", "/a", "x" * 200])
def test_an_origin_can_name_a_key(origin: str) -> None:
    with pytest.raises(WrongUsage, match="AUD-016"):
        check_origin(origin)


def test_an_ordinary_origin_is_taken() -> None:
    check_origin(ORIGIN)


def test_a_note_may_be_named_in_the_fault() -> None:
    with pytest.raises(Tampered, match=r"AUD-119.*cp-1"):
        read_note(NOTE[:-1], CHECKER, "cp-1", "AUD-119")


def test_what_a_note_claims_is_read_without_a_key() -> None:
    assert read_stated(NOTE) == HEAD
    with pytest.raises(Tampered, match="AUD-111"):
        read_stated(NOTE[:-1])
